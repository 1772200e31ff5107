import { describe, expect, it } from 'vitest';
import { inGroups, isFeasible, nextBatch, rotated, type Trial } from '../../src/speed/schedule.js';

const span = [20, 250] as const;

/** The batch that is found for a layer whose batches wait so long for their end. */
function found(single: number, waiting: number): number {
  const trialOf = (batch: number): Trial => ({ batch, time: batch * single + waiting });
  let [before, last]: [Trial | null, Trial] = [null, trialOf(1)];
  for (let trial = 0; trial < 20; trial += 1) {
    const next = nextBatch(last, before, span);
    if (next === last.batch) return next;
    [before, last] = [last, trialOf(next)];
  }
  return NaN;
}

describe('the batch of a sample', () => {
  it.each([
    [0.01, 0.3],
    [1, 0.3],
    [1, 16],
    [5, 0],
    [0.5, 4],
  ])('of %f ms and %f ms of waiting is long, and hardly waits', (single, waiting) => {
    const batch = found(single, waiting);
    const time = batch * single + waiting;
    expect(time).toBeGreaterThanOrEqual(20);
    expect(time).toBeLessThan(500);
    expect((batch * single) / time).toBeGreaterThan(0.75);
  });

  it('is one of what takes long by itself', () => expect(found(900, 1)).toBe(1));
  it('is no larger than it may be, of what takes no time', () => expect(found(0, 0)).toBe(2048));
});

describe('the order of the items', () => {
  const item = (bytes: number) => ({ layer: 0, way: 0, bytes });

  it('keeps together what fits together', () => {
    const sizes = (budget: number) =>
      inGroups([4, 4, 4, 20, 1].map(item), budget).map((group) => group.map(({ bytes }) => bytes));
    expect(sizes(10)).toEqual([[4, 4], [4], [20], [1]]);
    expect(sizes(Infinity)).toEqual([[4, 4, 4, 20, 1]]);
  });

  it('begins elsewhere in each round', () => {
    expect([0, 1, 3, 4].map((round) => rotated(['a', 'b', 'c'], round).join(''))).toEqual([
      'abc',
      'bca',
      'abc',
      'bca',
    ]);
    expect(rotated([], 2)).toEqual([]);
  });

  it('asks of plain JavaScript no more than the page can wait for', () => {
    expect([isFeasible('javascript', 2 ** 30), isFeasible('fast', 2 ** 30)]).toEqual([false, true]);
  });
});
