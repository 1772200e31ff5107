/**
 * A set of lattice cells that is evenly spaced on each axis: a window, a dilated window, all outputs that an input
 * feeds. Held as numbers, so that lighting a set costs the same whatever its size.
 */

import type { Places } from './lattice.js';

/** One axis: `count` places from `from`, `step` apart. */
export interface Teeth {
  readonly from: number;
  readonly step: number;
  readonly count: number;
}

export type Comb = readonly [column: Teeth, row: Teeth, depth: Teeth, repeat: Teeth];

/** @returns the smallest comb that holds all cells, null for none */
export function combOf(cells: readonly Places[]): Comb | null {
  if (cells.length === 0) return null;
  const axis = (which: 0 | 1 | 2 | 3): Teeth => teethOf(new Set(cells.map((cell) => cell[which])));
  return [axis(0), axis(1), axis(2), axis(3)];
}

export function holds(comb: Comb, cell: Places): boolean {
  return comb.every(({ from, step, count }, axis) => {
    const tooth = (cell[axis] - from) / step;
    return Number.isInteger(tooth) && tooth >= 0 && tooth < count;
  });
}

function teethOf(places: ReadonlySet<number>): Teeth {
  const sorted = [...places].sort((a, b) => a - b);
  const from = sorted[0];
  const step = sorted.slice(1).reduce((divisor, place) => greatestDivisor(divisor, place - from), 0) || 1;
  return { from, step, count: (sorted[sorted.length - 1] - from) / step + 1 };
}

function greatestDivisor(a: number, b: number): number {
  return b === 0 ? a : greatestDivisor(b, a % b);
}
