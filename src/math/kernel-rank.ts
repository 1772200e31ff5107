/**
 * A kernel as columns times rows. A column of kh weights after a row of kw weights is a kernel of rank one, kh + kw weights
 * in place of kh · kw; r such pairs added up reach any kernel of rank r, and come as close to others as rank r can.
 */

import { rankOfParts, rankOneParts } from './singular-values.js';
import type { RankOnePart } from './singular-values.js';
import type { Pair, Tensor } from './types.js';

/** One column times one row. */
export interface KernelFactor {
  /** [kh] */
  readonly column: readonly number[];
  /** [kw] */
  readonly row: readonly number[];
  /** [kh · kw]: column times row. */
  readonly values: readonly number[];
  /** The singular value: the length of the part as a list of kh · kw numbers. */
  readonly size: number;
}

/** The closest kernel of one rank. */
export interface RankStep {
  readonly rank: number;
  /** [kh · kw], row by row. */
  readonly values: readonly number[];
  /** [kh · kw]: the kernel less `values`. */
  readonly difference: readonly number[];
  /** Frobenius: √ of the sum of the squared differences. */
  readonly error: number;
  /** The error as a share of the kernel's own length; 0 for a kernel of zeros. */
  readonly share: number;
  /** rank · (kh + kw): weights of the pairs, and their multiply-adds for one output. */
  readonly weights: number;
}

export interface KernelRanks {
  readonly shape: Pair;
  /** [kh · kw], row by row. */
  readonly values: readonly number[];
  /** Independent rows, or columns. */
  readonly rank: number;
  /** √ of the sum of the squared weights. */
  readonly length: number;
  /** kh · kw: weights of the kernel, and its multiply-adds for one output. */
  readonly weights: number;
  /** min(kh, kw) of them, the largest first; those beyond the rank are 0. */
  readonly factors: readonly KernelFactor[];
  /** Ranks 1 to min(kh, kw). */
  readonly steps: readonly RankStep[];
}

/** What is below this share of the largest number in sight is rounding. */
const rounding = 1e-10;

/** @param kernel [kh, kw] */
export function kernelRanks(kernel: Tensor): KernelRanks {
  const [height, width] = kernel.shape;
  const values = [...kernel.data];
  const largest = Math.max(...values.map(Math.abs));
  const clean = (value: number): number => (Math.abs(value) <= largest * rounding ? 0 : value);
  const columns = Array.from({ length: width }, (_, column) =>
    Float64Array.from({ length: height }, (_row, row) => values[row * width + column]),
  );
  const parts = rankOneParts(columns);
  const rank = rankOfParts(parts);
  const most = Math.min(height, width);
  const length = Math.hypot(...values);
  const factors = parts.slice(0, most).map((part, index): KernelFactor => {
    const { column, row, size } = pairOf(part, index < rank);
    return { column, row, size, values: column.flatMap((down) => row.map((across) => clean(down * across))) };
  });
  const steps = factors.map((_, index): RankStep => {
    const kept = factors.slice(0, index + 1);
    const nearest = values.map((_value, tap) =>
      clean(kept.reduce((sum, factor) => sum + factor.values[tap], 0)),
    );
    const error = Math.hypot(...factors.slice(index + 1).map(({ size }) => size));
    return {
      rank: index + 1,
      values: nearest,
      difference: values.map((value, tap) => clean(value - nearest[tap])),
      error,
      share: length === 0 ? 0 : error / length,
      weights: (index + 1) * (height + width),
    };
  });
  return { shape: [height, width], values, rank, length, weights: height * width, factors, steps };
}

type FactorPair = Omit<KernelFactor, 'values'>;

/** Whole numbers where the part has them, as 1 2 1 and −1 0 1; otherwise column and row are equally long. */
function pairOf({ direction, shares, size }: RankOnePart, isReal: boolean): FactorPair {
  if (!isReal) return { column: [...direction].map(() => 0), row: shares.map(() => 0), size: 0 };
  const sign = Math.sign(largestOf(direction));
  const balance = Math.sqrt(size) * sign;
  return (
    wholePair(direction, shares, size) ?? {
      column: tidy([...direction].map((value) => value / balance)),
      row: tidy(shares.map((value) => value * balance)),
      size,
    }
  );
}

function wholePair(direction: Float64Array, shares: readonly number[], size: number): FactorPair | null {
  const smallest = Math.min(...shares.map(Math.abs).filter((value) => value > rounding));
  const unit = smallest * Math.sign(largestOf(direction));
  const [column, row] = [[...direction].map((value) => value * unit), shares.map((value) => value / unit)];
  const whole = [column, row].map((vector) => vector.map((value) => Math.round(value) + 0));
  const isWhole = [column, row].every((vector, side) =>
    vector.every((value, i) => Math.abs(value - whole[side][i]) <= rounding * Math.max(1, Math.abs(value))),
  );
  return isWhole ? { column: whole[0], row: whole[1], size } : null;
}

function tidy(vector: readonly number[]): number[] {
  const largest = Math.abs(largestOf(vector));
  return vector.map((value) => (Math.abs(value) <= largest * rounding ? 0 : value));
}

/** The entry that is largest without its sign. */
function largestOf(vector: ArrayLike<number>): number {
  return Array.from(vector).reduce((most, value) => (Math.abs(value) > Math.abs(most) ? value : most), 0);
}
