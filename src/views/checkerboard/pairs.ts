/** Every kernel with every stride as a small picture. */
import { overlap, spreadOf, type OverlapSpread } from '../../math/overlap.js';
import type { Say } from '../say.js';
import { formatNumber } from '../../words/numbers.js';
import { largestKernel, largestStride } from './model.js';

export interface PairTile {
  readonly kernel: number;
  readonly stride: number;
  readonly uniform: boolean;
  readonly spread: OverlapSpread;
  /** What repeats along an axis far from the borders; a cell of the plane gets the product of its row's and its column's. */
  readonly pattern: readonly number[];
}

/** A row for each stride, from 1, with a tile for each kernel, from 1. */
export const pairTiles: readonly (readonly PairTile[])[] = Array.from({ length: largestStride }, (_, row) =>
  Array.from({ length: largestKernel }, (_kernel, column) => pairTile(column + 1, row + 1)),
);

function pairTile(kernel: number, stride: number): PairTile {
  const overlapped = overlap({ op: 'transposed', input: [1, 1, 1], kernel, stride });
  const { uniform, interior } = overlapped;
  return { kernel, stride, uniform, spread: spreadOf(overlapped), pattern: interior[0] };
}

/** How many times the least is in the most: '1', '4', '2.25', or '∞' where some cells get nothing. */
export function ratioText({ ratio }: OverlapSpread): string {
  return formatNumber(ratio, { digits: 3 });
}

/** A tile in words. */
export function tileLabel({ kernel, stride, uniform, spread }: PairTile, say: Say): string {
  const { least, most } = spread;
  const key = uniform ? 'checker.tile.even' : least === 0 ? 'checker.tile.holes' : 'checker.tile.uneven';
  return say(key, { kernel, stride, least, most, ratio: ratioText(spread) });
}

/** The tile that an arrow key leads to from a kernel and a stride; null for other keys. */
export function pairAfterKey(kernel: number, stride: number, key: string): readonly [number, number] | null {
  const clamp = (value: number, most: number): number => Math.min(Math.max(value, 1), most);
  switch (key) {
    case 'ArrowLeft':
      return [clamp(kernel - 1, largestKernel), stride];
    case 'ArrowRight':
      return [clamp(kernel + 1, largestKernel), stride];
    case 'ArrowUp':
      return [kernel, clamp(stride - 1, largestStride)];
    case 'ArrowDown':
      return [kernel, clamp(stride + 1, largestStride)];
    case 'Home':
      return [1, stride];
    case 'End':
      return [largestKernel, stride];
    default:
      return null;
  }
}
