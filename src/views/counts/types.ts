import type { Say } from '../say.js';

/** A FLOP is one addition or one multiplication: twice the multiply-adds. */
export type CountUnit = 'multiply-adds' | 'flops';

export interface Counter {
  readonly key: 'cell' | 'progress' | 'weights' | 'shape';
  readonly label: string;
  /** The number, or numbers, in large. */
  readonly value: string;
  /** Unit of the value; '' where it has none. */
  readonly unit: string;
  /** What it is made of, one line each: '27 × 9 × 4 = 972'. */
  readonly terms: readonly string[];
}

export interface Printing {
  readonly say: Say;
  /** Units in one multiply-add. */
  readonly factor: number;
  readonly unit: string;
}
