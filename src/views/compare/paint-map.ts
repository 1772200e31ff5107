import { colourOf } from '../palette.js';
import type { Tensor } from '../../math/types.js';
import type { ViewTheme } from '../theme.js';

/** One channel of one image, and how far it is done. */
export interface MapPart {
  readonly image: number;
  readonly channel: number;
  /** Cells of the map that are there, row by row; the others stay blank. */
  readonly done: number;
  /** Largest absolute value of the colour scale. */
  readonly range: number;
}

interface Painted extends MapPart {
  readonly data: Float32Array;
  readonly dark: boolean;
}

const painted = new WeakMap<HTMLCanvasElement, Painted>();

/** Draws a map small, one pixel a cell; of a map that only went on, the cells that are new. */
export function paintMap(
  canvas: HTMLCanvasElement,
  { shape, data }: Tensor,
  part: MapPart,
  theme: ViewTheme,
): void {
  const { image, channel, range } = part;
  const [, height, width, channels] = shape;
  const done = Math.min(Math.max(part.done, 0), height * width);
  const before = painted.get(canvas);
  const wentOn = before && isSameMap(before, { ...part, data, dark: theme.dark }) && before.done <= done;
  painted.set(canvas, { ...part, done, data, dark: theme.dark });
  if (!wentOn) {
    canvas.width = width;
    canvas.height = height;
  }
  const context = canvas.getContext('2d');
  for (let cell = wentOn ? before.done : 0; context && cell < done; cell++) {
    const value = data[(image * height * width + cell) * channels + channel];
    context.fillStyle = colourOf(value, range, theme).fill;
    context.fillRect(cell % width, Math.floor(cell / width), 1, 1);
  }
}

function isSameMap(one: Painted, other: Painted): boolean {
  const keys = ['data', 'dark', 'image', 'channel', 'range'] as const;
  return keys.every((key) => one[key] === other[key]);
}
