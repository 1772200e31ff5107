/** What can be said of all numbers of a row at once. */
import type { Tensor } from '../../math/types.js';

export interface Spread {
  readonly least: number;
  readonly most: number;
  /** 0 … 1. */
  readonly zeros: number;
}

export function spreadOf({ data }: Tensor): Spread {
  const zeros = data.reduce((count, value) => count + Number(value === 0), 0);
  return { least: Math.min(...data), most: Math.max(...data), zeros: zeros / data.length };
}
