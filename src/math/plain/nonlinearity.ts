/** What networks do to each number alone, in float32; the first three as a stage's activation has them. */
import { activate } from '../activation.js';

export const nonlinearities = ['relu', 'relu6', 'h-swish', 'hard-sigmoid', 'sigmoid', 'swish'] as const;
export type Nonlinearity = (typeof nonlinearities)[number];

/**
 * The value of a float32, as a float32. hard-sigmoid is min(max(x + 3, 0), 6) / 6, which makes h-swish x times it
 * (arXiv 1905.02244); swish is x times sigmoid. What is not a number stays so.
 */
export function nonlinear(name: Nonlinearity, x: number): number {
  switch (name) {
    case 'hard-sigmoid':
      return Math.fround(activate('relu6', Math.fround(x + 3)) / 6);
    case 'sigmoid':
      return Math.fround(1 / (1 + Math.exp(-x)));
    case 'swish':
      return x === -Infinity ? 0 : Math.fround(x / (1 + Math.exp(-x)));
    default:
      return activate(name, x);
  }
}
