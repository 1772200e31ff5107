/** What a stage does to a finished sum, in float32 steps that a shader repeats bit for bit, and its slope. */

import type { Activation } from './types.js';

/** The float32 next to 1/6: h-swish multiplies by it, because a GPU may round a division differently. */
const SIXTH = Math.fround(1 / 6);

/**
 * The activation of a float32, as a float32. ReLU and ReLU6 give +0 for −0. h-swish, x · min(max(x + 3, 0), 6) / 6, is
 * +0 up to −3 and x itself from 3 on; between them x + 3 is rounded, then that times the float32 of 1/6, then x times
 * that. What is not a number stays so: a ReLU must not hide an overflow.
 */
export function activate(activation: Activation, x: number): number {
  switch (activation) {
    case 'none':
      return x;
    case 'relu':
      return x <= 0 ? 0 : x;
    case 'relu6':
      return x <= 0 ? 0 : x >= 6 ? 6 : x;
    case 'h-swish':
      if (x <= -3) return 0;
      if (x >= 3) return x;
      return Math.fround(x * Math.fround(Math.fround(x + 3) * SIXTH));
  }
}

/** The slope of an activation at a sum, in double precision; at a corner that of the flat side. */
export function activationSlope(activation: Activation, x: number): number {
  switch (activation) {
    case 'none':
      return 1;
    case 'relu':
      return x <= 0 ? 0 : 1;
    case 'relu6':
      return x <= 0 || x >= 6 ? 0 : 1;
    case 'h-swish':
      if (x <= -3) return 0;
      return x >= 3 ? 1 : x / 3 + 1 / 2;
  }
}
