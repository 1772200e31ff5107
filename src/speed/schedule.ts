/** In which order what is measured is measured. */
import type { Way } from './types.js';

/** One layer in one way. `layer` null: the layer of one multiply-add, which tells the price of asking. */
export interface Item {
  readonly layer: number | null;
  /** Place in the list of ways. */
  readonly way: number;
  /** That its tensors take. */
  readonly bytes: number;
}

/**
 * Items that are in memory together, and take turns. Ways of one layer and neighbouring layers stay together as far as they fit, so that
 * what is compared is measured at the same time.
 * @param budget bytes; an item that is larger than that is alone
 */
export function inGroups(items: readonly Item[], budget: number): readonly (readonly Item[])[] {
  const groups: Item[][] = [];
  let bytes = 0;
  for (const item of items) {
    if (groups.length === 0 || bytes + item.bytes > budget) {
      groups.push([]);
      bytes = 0;
    }
    groups[groups.length - 1].push(item);
    bytes += item.bytes;
  }
  return groups;
}

/** Every round begins elsewhere, so that no item always comes after the same pause. */
export function rotated<Each>(items: readonly Each[], round: number): readonly Each[] {
  const start = items.length === 0 ? 0 : round % items.length;
  return [...items.slice(start), ...items.slice(0, start)];
}

/** A batch that was tried: so many evaluations took so many milliseconds, waiting for the end included. */
export interface Trial {
  readonly batch: number;
  readonly time: number;
}

/**
 * The batch to try next, or the same one where it will do: long enough for the clock, and long enough that waiting for its end, which
 * every batch pays once, is a small part of it.
 * @param before the trial before the last one; null after the first
 * @param span shortest and longest sample, milliseconds
 */
export function nextBatch(
  last: Trial,
  before: Trial | null,
  [shortest, longest]: readonly [number, number],
): number {
  const { batch, time } = last;
  if (2 * time >= longest || batch >= mostInBatch) return batch;
  // What each further evaluation costs; of a first trial all of its time.
  const marginal = before ? (time - before.time) / (batch - before.batch) : time / batch;
  const isLong = time >= shortest && (!before || marginal * batch >= enough * time);
  if (isLong) return batch;
  const wanted = marginal > 0 ? Math.ceil(shortest / marginal) : Infinity;
  return Math.min(Math.max(wanted, 2 * batch), growth * batch, mostInBatch);
}

const mostInBatch = 2048;
/** A batch grows by no more than this at a time: one trial alone may be far off. */
const growth = 8;
/** Of a sample's time that is to be evaluation, not waiting. */
const enough = 0.8;

/** Multiply-adds that plain JavaScript may take on in one evaluation: it holds the page for that long. */
export const mostInJavaScript = 2 ** 29;

/** Can this way take on a layer at all? */
export function isFeasible(way: Way, multiplyAdds: number): boolean {
  return way !== 'javascript' || multiplyAdds <= mostInJavaScript;
}
