/** A table of channels too large for its slices: one pixel a square, of the colour of its strongest weight. */
import { colourOf } from '../palette.js';
import type { StageView } from '../../timeline/types.js';
import type { ViewTheme } from '../theme.js';
import { rangeOfSquare, sliceValues, tableSize, type Square } from './slices.js';

/** Longest side of the drawing buffer; a larger table is sampled. */
const longestSide = 256;

const drawn = new WeakMap<HTMLCanvasElement, readonly unknown[]>();

/** Draws the whole table; what is kept apart by the groups stays blank. Nothing is done while the weights are the same. */
export function drawChannelMap(canvas: HTMLCanvasElement, view: StageView, theme: ViewTheme): void {
  const { data } = view.weights;
  const state = [data, theme.dark, view.scale];
  if (drawn.get(canvas)?.every((each, i) => each === state[i])) return;
  drawn.set(canvas, state);
  const { outputs, inputs } = tableSize(view.stage);
  canvas.width = Math.min(inputs, longestSide);
  canvas.height = Math.min(outputs, longestSide);
  const context = canvas.getContext('2d');
  for (let y = 0; context && y < canvas.height; y++) {
    for (let x = 0; x < canvas.width; x++) {
      const square = squareAt(view, (x + 0.5) / canvas.width, (y + 0.5) / canvas.height);
      const values = sliceValues(view, square);
      if (!values) continue;
      context.fillStyle = colourOf(strongest(values), rangeOfSquare(view, square), theme).fill;
      context.fillRect(x, y, 1, 1);
    }
  }
}

/** The square at a point of the map, both shares 0 … 1. */
export function squareAt({ stage }: StageView, across: number, down: number): Square {
  const { outputs, inputs } = tableSize(stage);
  const place = (share: number, count: number): number =>
    Math.min(Math.max(Math.floor(share * count), 0), count - 1);
  return { output: place(down, outputs), input: place(across, inputs) };
}

function strongest(values: readonly number[]): number {
  return values.reduce((most, value) => (Math.abs(value) > Math.abs(most) ? value : most), 0);
}
