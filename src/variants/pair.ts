import type { Pair, Sides } from '../math/types.js';

/** One number or two as a pair; null for anything else, and for numbers that are not whole or below the minimum. */
export function pairOf(value: unknown, minimum: number): Pair | null {
  const pair: readonly unknown[] = Array.isArray(value) ? value : [value, value];
  if (pair.length !== 2) return null;
  const [height, width] = pair;
  return isWhole(height, minimum) && isWhole(width, minimum) ? [height, width] : null;
}

/** A padding as four sides; SAME and VALID have none of their own. Null for what is no padding. */
export function sidesOf(padding: unknown): Sides | null {
  if (padding === undefined || padding === 'valid' || padding === 'same') return [0, 0, 0, 0];
  if (Array.isArray(padding) && padding.length === 4) {
    const [top, bottom, left, right] = padding as readonly unknown[];
    const sides = [top, bottom, left, right];
    return sides.every((side): side is number => isWhole(side, 0)) ? (sides as unknown as Sides) : null;
  }
  const pair = pairOf(padding, 0);
  return pair && [pair[0], pair[0], pair[1], pair[1]];
}

function isWhole(value: unknown, minimum: number): value is number {
  return Number.isSafeInteger(value) && (value as number) >= minimum;
}
