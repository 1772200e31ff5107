/** How many rows, or columns, of a sparse matrix are independent of each other. */

import type { SparseMatrix } from './matrix.js';

/** Longest shorter side of a matrix whose rank is told; the work grows with its square. */
export const LONGEST_RANKED_SIDE = 64;

/**
 * The rank, or null where the shorter side is over `LONGEST_RANKED_SIDE`. Whole numbers are counted with modulo a prime:
 * never too many, and too few only where all the largest minors are multiples of both primes. Otherwise what is less
 * than a millionth of the largest entry counts as rounding.
 */
export function rankOf(matrix: SparseMatrix): number | null {
  if (Math.min(matrix.rows, matrix.cols) > LONGEST_RANKED_SIDE) return null;
  if (matrix.value.every(Number.isSafeInteger)) {
    return Math.max(...PRIMES.map((prime) => eliminate(shorterSide(matrix), fieldOfPrime(prime))));
  }
  const largest = matrix.value.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  return eliminate(shorterSide(matrix), numbers(largest * NEGLIGIBLE));
}

/** Squares of what is below 2^26 are exact in double precision. */
const PRIMES = [67_108_859, 67_108_837];
const NEGLIGIBLE = 2 ** -20;

/** The rows as dense vectors, or the columns where they are fewer. */
function shorterSide({ rows, cols, rowStart, colIndex, value }: SparseMatrix): Float64Array[] {
  const upright = rows <= cols;
  const [count, length] = upright ? [rows, cols] : [cols, rows];
  const vectors = Array.from({ length: count }, () => new Float64Array(length));
  for (let row = 0; row < rows; row++) {
    for (let entry = rowStart[row]; entry < rowStart[row + 1]; entry++) {
      const [vector, place] = upright ? [row, colIndex[entry]] : [colIndex[entry], row];
      vectors[vector][place] += value[entry];
    }
  }
  return vectors;
}

/** The arithmetic that an elimination needs. */
interface Arithmetic {
  /** What a number counts as, before anything is done to it. */
  readonly enter: (value: number) => number;
  /** How good a pivot it is; 0 for none. */
  readonly weigh: (value: number) => number;
  readonly quotient: (dividend: number, divisor: number) => number;
  /** minuend − factor · value */
  readonly subtract: (minuend: number, factor: number, value: number) => number;
}

function numbers(noise: number): Arithmetic {
  return {
    enter: (value) => value,
    weigh: (value) => (Math.abs(value) <= noise ? 0 : Math.abs(value)),
    quotient: (dividend, divisor) => dividend / divisor,
    subtract: (minuend, factor, value) => minuend - factor * value,
  };
}

function fieldOfPrime(prime: number): Arithmetic {
  const wrap = (value: number): number => ((value % prime) + prime) % prime;
  /** Fermat: value ^ (prime − 2). */
  const inverse = (value: number): number => {
    let [power, result] = [value, 1];
    for (let exponent = prime - 2; exponent > 0; exponent = Math.floor(exponent / 2)) {
      if (exponent % 2 === 1) result = (result * power) % prime;
      power = (power * power) % prime;
    }
    return result;
  };
  return {
    enter: wrap,
    weigh: (value) => Math.sign(value),
    quotient: (dividend, divisor) => (dividend * inverse(divisor)) % prime,
    subtract: (minuend, factor, value) => wrap(minuend - ((factor * value) % prime)),
  };
}

/** Gauss, with the best pivot of each column. */
function eliminate(vectors: Float64Array[], { enter, weigh, quotient, subtract }: Arithmetic): number {
  const left = vectors.map((vector) => vector.map(enter));
  const length = left[0]?.length ?? 0;
  let rank = 0;
  for (let column = 0; column < length && rank < left.length; column++) {
    let best = rank;
    for (let row = rank + 1; row < left.length; row++) {
      if (weigh(left[row][column]) > weigh(left[best][column])) best = row;
    }
    if (weigh(left[best][column]) === 0) continue;
    [left[rank], left[best]] = [left[best], left[rank]];
    const pivot = left[rank];
    for (const row of left.slice(rank + 1)) {
      const factor = quotient(row[column], pivot[column]);
      if (factor === 0) continue;
      for (let place = column; place < length; place++) {
        if (pivot[place] !== 0) row[place] = subtract(row[place], factor, pivot[place]);
      }
    }
    rank++;
  }
  return rank;
}
