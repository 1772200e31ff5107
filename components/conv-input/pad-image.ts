/** An image [H, W, C] under a brush: pure steps that the pad takes. */
import type { Tensor } from '../../src/math/types.js';

/** Largest side of an input that can be drawn. */
export const padSide = 64;

export type PadCell = readonly [row: number, column: number];

/** The first image of a batch, as numbers of its own. */
export function firstImage({ shape, data }: Tensor): Tensor {
  const size = shape.slice(1);
  return { shape: size, data: data.slice(0, data.length / shape[0]) };
}

/** The cells from one to another in a straight line, both included, so that a fast stroke has no gaps. */
export function lineOfCells([row, column]: PadCell, [toRow, toColumn]: PadCell): PadCell[] {
  const steps = Math.max(Math.abs(toRow - row), Math.abs(toColumn - column), 1);
  return Array.from({ length: steps + 1 }, (_, step): PadCell => {
    const share = step / steps;
    return [Math.round(row + (toRow - row) * share), Math.round(column + (toColumn - column) * share)];
  });
}

/**
 * A copy with some cells painted.
 * @param channel from 0; null: all
 * @param value rounded to float32
 */
export function painted(
  { shape, data }: Tensor,
  cells: readonly PadCell[],
  channel: number | null,
  value: number,
): Tensor {
  const [rows, columns, channels] = shape;
  const copy = Float32Array.from(data);
  for (const [row, column] of cells) {
    if (row < 0 || column < 0 || row >= rows || column >= columns) continue;
    const first = (row * columns + column) * channels;
    if (channel === null) copy.fill(value, first, first + channels);
    else copy[first + channel] = value;
  }
  return { shape, data: copy };
}

/** A copy with 0 everywhere, or everywhere in one channel. */
export function cleared({ shape, data }: Tensor, channel: number | null): Tensor {
  const channels = shape[2];
  return { shape, data: data.map((value, i) => (channel === null || i % channels === channel ? 0 : value)) };
}
