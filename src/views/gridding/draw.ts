/** Draws a map of paths on a 2-D canvas: coloured cells with their numbers, holes hatched, the axes' own paths along the edge. */
import { formatCount } from '../../words/numbers.js';
import type { ViewTheme } from '../theme.js';
import type { MapLayout } from './layout.js';
import { pathsAt } from './model.js';
import { pathColour } from './scale.js';
import type { Touched } from './types.js';

export interface MapLook {
  readonly touched: Touched;
  readonly layout: MapLayout;
  /** Paths at the strong end of the scale. */
  readonly most: number;
  /** Row that is read out in the table, from 0. */
  readonly row: number;
  readonly theme: ViewTheme;
  /** Device pixels of a CSS pixel. */
  readonly density: number;
}

const smallestDigits = 7;

/** The map without the chosen row, so that choosing another one does not draw many thousand cells again. */
const plains = new WeakMap<HTMLCanvasElement, { readonly key: string; readonly plain: HTMLCanvasElement }>();

/** Draws the map and the frame of the chosen row. */
export function drawMap(canvas: HTMLCanvasElement, look: MapLook): void {
  const { touched, layout, most, theme, density } = look;
  const key = JSON.stringify([touched, layout, most, theme, density]);
  let known = plains.get(canvas);
  if (known?.key !== key) {
    known = { key, plain: drawPlain(canvas.ownerDocument.createElement('canvas'), look) };
    plains.set(canvas, known);
  }
  canvas.width = known.plain.width;
  canvas.height = known.plain.height;
  const context = canvas.getContext('2d');
  if (!context) return;
  context.drawImage(known.plain, 0, 0);
  context.scale(density, density);
  drawRow(context, look);
}

function drawPlain(canvas: HTMLCanvasElement, look: MapLook): HTMLCanvasElement {
  const { layout, density } = look;
  canvas.width = Math.round(layout.side * density);
  canvas.height = canvas.width;
  const context = canvas.getContext('2d');
  if (!context) return canvas;
  context.scale(density, density);
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  drawPlane(context, look);
  drawStrips(context, look);
  return canvas;
}

function drawPlane(context: CanvasRenderingContext2D, look: MapLook): void {
  const { touched, layout } = look;
  const { cell, origin, inset } = layout;
  const [first, side] = [origin + inset * cell, touched.size * cell];
  hatch(context, first, side, look);
  for (let row = 0; row < touched.size; row++) {
    for (let column = 0; column < touched.size; column++) {
      const paths = pathsAt(touched, row, column);
      if (paths > 0) drawCell(context, paths, first + column * cell, first + row * cell, look);
    }
  }
  context.strokeStyle = look.theme.muted;
  context.lineWidth = 1;
  context.strokeRect(first - 0.5, first - 0.5, side + 1, side + 1);
}

function drawCell(
  context: CanvasRenderingContext2D,
  paths: number,
  x: number,
  y: number,
  look: MapLook,
): void {
  const { most, theme, layout } = look;
  const { fill, ink } = pathColour(paths, most, theme);
  const gap = layout.cell >= 6 ? 1 : 0;
  const side = layout.cell - gap;
  context.fillStyle = fill;
  // Cells without a gap overlap a little, so that no seam shines through.
  context.fillRect(x + gap / 2, y + gap / 2, side + (gap === 0 ? 0.5 : 0), side + (gap === 0 ? 0.5 : 0));
  if (layout.numbered) print(context, paths, x + layout.cell / 2, y + layout.cell / 2, { ink, room: side });
}

function print(
  context: CanvasRenderingContext2D,
  paths: number,
  x: number,
  y: number,
  { ink, room }: { ink: string; room: number },
): void {
  const text = formatCount(paths);
  const size = Math.min(room * 0.5, (room * 1.55) / text.length, 16);
  if (size < smallestDigits) return;
  context.fillStyle = ink;
  context.font = `${size}px system-ui, sans-serif`;
  context.fillText(text, x, y + size * 0.06);
}

/** Thin slanting lines over the whole field; touched cells cover them, holes keep them. */
function hatch(
  context: CanvasRenderingContext2D,
  first: number,
  side: number,
  { theme, layout }: MapLook,
): void {
  context.save();
  context.beginPath();
  context.rect(first, first, side, side);
  context.fillStyle = theme.background;
  context.fill();
  context.clip();
  context.strokeStyle = theme.muted;
  context.lineWidth = layout.cell >= 12 ? 1 : 0.5;
  context.globalAlpha = theme.highContrast ? 1 : 0.55;
  const step = Math.max(layout.cell / 3, 3);
  context.beginPath();
  for (let offset = step; offset < 2 * side; offset += step) {
    context.moveTo(first + offset, first);
    context.lineTo(first + offset - side, first + side);
  }
  context.stroke();
  context.restore();
}

/** The paths of each position of the two axes, whose products the cells are; a bar in place of a number where it is small. */
function drawStrips(context: CanvasRenderingContext2D, { touched, layout, theme }: MapLook): void {
  const { cell, strip, origin, inset, numbered } = layout;
  const densest = Math.max(...touched.paths);
  /** The strips stand at the field's own edge, wherever that is. */
  const edge = inset * cell;
  touched.paths.forEach((paths, place) => {
    const middle = origin + (inset + place + 0.5) * cell;
    if (paths === 0) return;
    if (numbered) {
      print(context, paths, middle, edge + strip / 2, { ink: theme.muted, room: cell });
      print(context, paths, edge + strip / 2, middle, { ink: theme.muted, room: cell });
      return;
    }
    const bar = Math.max((strip * paths) / densest, 1);
    const width = Math.max(cell - 1, 0.5);
    context.fillStyle = theme.muted;
    context.fillRect(middle - width / 2, edge + strip - bar, width, bar);
    context.fillRect(edge + strip - bar, middle - width / 2, bar, width);
  });
}

function drawRow(context: CanvasRenderingContext2D, { touched, layout, row, theme }: MapLook): void {
  const { cell, origin, inset } = layout;
  if (row < 0 || row >= touched.size) return;
  const first = origin + inset * cell;
  context.strokeStyle = theme.kernel;
  context.lineWidth = 2;
  context.strokeRect(first, first + row * cell, touched.size * cell, cell);
}
