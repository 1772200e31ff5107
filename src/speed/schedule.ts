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

/**
 * Evaluations for one sample.
 * @param single milliseconds that one takes, roughly; 0 where it was too short for the clock
 * @param target milliseconds that a sample should take
 */
export function batchFor(single: number, target: number): number {
  return Math.min(Math.max(Math.ceil(target / Math.max(single, target / mostInBatch)), 1), mostInBatch);
}

const mostInBatch = 2048;

/** Multiply-adds that plain JavaScript may take on in one evaluation: it holds the page for that long. */
const mostInJavaScript = 2 ** 29;

/** Can this way take on a layer at all? */
export function isFeasible(way: Way, multiplyAdds: number): boolean {
  return way !== 'javascript' || multiplyAdds <= mostInJavaScript;
}
