/** Filters of image processing as weights: small whole numbers, at 3 × 3 the textbook's. */
import type { Shape4, Tensor } from '../math/types.js';
import { weightsFrom } from './fill.js';

/** One channel of a kernel: value at a row and column of a kernel of this size. */
type SliceRule = (row: number, column: number, height: number, width: number) => number;

const slices = {
  identity,
  /** The sum of the window; its mean times the number of taps. */
  box: () => 1,
  /** Binomial coefficients, which approach a Gaussian and stay whole: 1 2 1 / 2 4 2 / 1 2 1 adds up to 16, not to 1. */
  gaussian: (row, column, height, width) => smoothing(height)[row] * smoothing(width)[column],
  /** Difference along x of the picture smoothed along y; 3 × 1 and 1 × 3 are its two factors. */
  'sobel-x': (row, column, height, width) => smoothing(height)[row] * difference(width)[column],
  'sobel-y': (row, column, height, width) => difference(height)[row] * smoothing(width)[column],
  laplacian,
  sharpen: (row, column, height, width) =>
    identity(row, column, height, width) - laplacian(row, column, height, width),
  emboss: (row, column, height, width) =>
    row - middle(height) + column - middle(width) + identity(row, column, height, width),
  /** Answers to a pattern that changes from cell to cell. */
  checker: (row, column) => ((row + column) % 2 === 0 ? 1 : -1),
} as const satisfies Record<string, SliceRule>;

export type KernelId = keyof typeof slices;

/** In the order in which a menu shows them. */
export const kernelIds = Object.keys(slices) as readonly KernelId[];

export function isKernelId(text: string): text is KernelId {
  return Object.hasOwn(slices, text);
}

/**
 * A named kernel of shape [kh, kw, Cbig / groups, Csmall]. `identity` lets filter f pass channel f (again from the first when there
 * are fewer channels); the others have the same slice in every channel, so a full-depth filter adds up what it finds.
 * @throws RangeError for a size that is not a whole number of 1 or more
 */
export function kernel(id: KernelId, shape: Shape4): Tensor {
  const [height, width, depth] = shape;
  const slice: SliceRule = slices[id];
  return weightsFrom(shape, (row, column, channel, filter) =>
    id === 'identity' && channel !== filter % depth ? 0 : slice(row, column, height, width),
  );
}

function middle(size: number): number {
  return Math.floor((size - 1) / 2);
}

function identity(row: number, column: number, height: number, width: number): number {
  return row === middle(height) && column === middle(width) ? 1 : 0;
}

/** 1 on the middle row and column, and at their crossing what makes the sum 0: 0 1 0 / 1 −4 1 / 0 1 0. */
function laplacian(row: number, column: number, height: number, width: number): number {
  const onRow = row === middle(height);
  const onColumn = column === middle(width);
  if (onRow && onColumn) return 2 - height - width;
  return onRow || onColumn ? 1 : 0;
}

/** A row of Pascal's triangle: 1 2 1. */
function smoothing(size: number): number[] {
  let row = [1];
  while (row.length < size) row = [...row, 0].map((value, index) => value + (row[index - 1] ?? 0));
  return row;
}

/** Difference of two smoothed neighbours: −1 0 1. A single tap cannot take a difference and stays 1. */
function difference(size: number): number[] {
  if (size === 1) return [1];
  const smooth = smoothing(size - 1);
  return [...smooth, 0].map((value, index) => (smooth[index - 1] ?? 0) - value);
}
