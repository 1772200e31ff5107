/** What attributes say beyond texts, numbers and flags. What they cannot use is the usual value, or none. */
import type { Pair } from '../../src/math/types.js';
import { pairIn, wholeWithin } from './number-slider.js';

/** Rows and columns: `3` or `3x5`. */
export const pairOf = {
  fromAttribute: pairIn,
  toAttribute: (pair: Pair | null): string | null =>
    pair && (pair[0] === pair[1] ? String(pair[0]) : pair.join('x')),
};

/** One of several words. */
export function wordOf<Word extends string | null>(words: readonly Word[], usual: Word) {
  return { fromAttribute: (text: string | null): Word => words.find((word) => word === text) ?? usual };
}

/** A whole number; what lies beyond the range goes to its end. */
export function wholeOf(minimum: number, maximum: number, usual: number) {
  return {
    fromAttribute: (text: string | null): number => {
      const number = Number(text?.trim() || Number.NaN);
      return Number.isFinite(number) ? wholeWithin(number, minimum, maximum) : usual;
    },
  };
}
