import type { Tensor } from './types.js';

/** Weights [kh, kw, …, …] with each slice turned by 180° in its own plane; turning twice gives them back. */
export function turned({ shape, data }: Tensor): Tensor {
  const taps = shape[0] * shape[1];
  const depth = data.length / taps;
  const result = new Float32Array(data.length);
  for (let tap = 0; tap < taps; tap += 1) {
    result.set(data.subarray(tap * depth, (tap + 1) * depth), (taps - 1 - tap) * depth);
  }
  return { shape, data: result };
}

/** Index of the same weight after the turn. */
export function turnedIndex([rows, columns]: readonly number[], index: readonly number[]): readonly number[] {
  const [row, column, ...rest] = index;
  return [rows - 1 - row, columns - 1 - column, ...rest];
}
