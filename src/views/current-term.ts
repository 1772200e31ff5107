import type { Frame } from '../timeline/types.js';

/**
 * Place, in the order of the sum, of the term in hand: at a stop the one just added, within a term the one that is
 * being added; null while nothing is added.
 */
export function currentTerm({ beat, step, term, terms }: Frame): number | null {
  if (beat !== 'add') return null;
  return Math.min(Math.max(Number.isInteger(step) ? term - 1 : term, 0), terms.length - 1);
}

/** Whether the window has been placed: before that no cell is in the making. */
export function isPlaced({ beat }: Frame): boolean {
  return beat !== 'start' && beat !== 'filter';
}
