import { colourOf } from '../palette.js';
import type { ViewTheme } from '../theme.js';
import type { Geometry } from './geometry.js';
import { turned, type Turn } from './turn.js';

/** A part of the map, in pixels from the sheet's corner. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface Outline {
  readonly colour: string;
  /** Pixels; the line lies inside the box. */
  readonly width: number;
  readonly dash?: readonly number[];
}

/** Cells are told apart by a thin edge from this size on, and print their number from the next. */
const smallestEdged = 8;
const smallestPrinted = 18;
/** Pixels of the smallest digits. */
const smallestDigits = 7;
/** Width of a digit of the number font beside its size. */
const digitWidth = 0.61;

/** Draws boxes that turn with the sheet, and digits that stay upright. */
export class Brush {
  readonly context: CanvasRenderingContext2D;
  readonly theme: ViewTheme;
  private readonly geometry: Geometry;
  private readonly turn: Turn;
  private readonly font: string;
  private readonly ratio: number;

  constructor(
    context: CanvasRenderingContext2D,
    look: { geometry: Geometry; turn: Turn; theme: ViewTheme; font: string; ratio: number },
  ) {
    this.context = context;
    this.geometry = look.geometry;
    this.turn = look.turn;
    this.theme = look.theme;
    this.font = look.font;
    this.ratio = look.ratio;
    this.lie();
  }

  /** From here on boxes lie on the sheet. */
  private lie(): void {
    const { ratio, turn } = this;
    const { left, top } = this.geometry;
    const [same, swapped] = [turn.same * ratio, turn.swapped * ratio];
    this.context.setTransform(same, swapped, swapped, same, left * ratio, top * ratio);
  }

  fill({ x, y, width, height }: Box, colour: string): void {
    this.context.fillStyle = colour;
    this.context.fillRect(x, y, width, height);
  }

  outline({ x, y, width, height }: Box, { colour, width: line, dash = [] }: Outline): void {
    const { context } = this;
    context.strokeStyle = colour;
    context.lineWidth = line;
    context.setLineDash([...dash]);
    context.strokeRect(x + line / 2, y + line / 2, Math.max(width - line, 0.5), Math.max(height - line, 0.5));
    context.setLineDash([]);
  }

  image(image: CanvasImageSource, { x, y, width, height }: Box): void {
    this.context.imageSmoothingEnabled = false;
    this.context.drawImage(image, x, y, width, height);
  }

  /** A number in its colour; printed where there is room. */
  number(box: Box, value: number, range: number, text: string): void {
    const { fill, ink } = colourOf(value, range, this.theme);
    const small = Math.min(box.width, box.height);
    const inset = small >= smallestEdged ? 1 : 0;
    const face = { x: box.x, y: box.y, width: box.width - inset, height: box.height - inset };
    this.fill(face, fill);
    if (inset > 0) {
      this.context.globalAlpha *= 0.16;
      this.outline(face, { colour: this.theme.ink, width: 1 });
      this.context.globalAlpha /= 0.16;
    }
    if (small >= smallestPrinted) this.print(face, text, ink);
  }

  /** Upright digits in the middle of a box; none where they would be too small to read. */
  print(box: Box, text: string, colour: string, weight = ''): void {
    const fitting = (Math.max(box.width, 0) - 3) / (text.length * digitWidth);
    const size = Math.min(box.height * 0.5, 15, fitting) * Math.min(Math.abs(this.turn.across) * 1.5, 1);
    if (size >= smallestDigits)
      this.write(text, box.x + box.width / 2, box.y + box.height / 2, size, colour, weight);
  }

  /** Upright text about a point of the sheet. */
  write(text: string, x: number, y: number, size: number, colour: string, weight = ''): void {
    const { context, ratio } = this;
    const [seenX, seenY] = turned(this.turn, x, y);
    const { left, top } = this.geometry;
    context.setTransform(ratio, 0, 0, ratio, (left + seenX) * ratio, (top + seenY) * ratio);
    context.font = `${weight} ${size}px ${this.font}`;
    context.textAlign = 'center';
    context.textBaseline = 'middle';
    context.fillStyle = colour;
    context.fillText(text, 0, size * 0.06);
    this.lie();
  }

  /** Draws inside a box only. */
  within({ x, y, width, height }: Box, draw: () => void): void {
    const { context } = this;
    context.save();
    context.beginPath();
    context.rect(x, y, width, height);
    context.clip();
    draw();
    context.restore();
  }

  /** Draws everything fainter. */
  faintly(alpha: number, draw: () => void): void {
    const { context } = this;
    const before = context.globalAlpha;
    context.globalAlpha = before * alpha;
    if (alpha > 0) draw();
    context.globalAlpha = before;
  }
}
