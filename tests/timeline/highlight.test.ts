import { describe, expect, test } from 'vitest';
import { plan } from '../../src/math/plan.js';
import { highlightOf } from '../../src/timeline/highlight.js';

const standard = plan({ input: [5, 5, 3], filters: 4 });
const padded = plan({ input: [4, 4, 1], filters: 2, padding: 'same' });

describe('highlight', () => {
  test('an output cell lights its whole window through all channels, and its filter', () => {
    const lit = highlightOf(standard, { stage: 0, tensor: 'output', index: [0, 1, 2, 3], pinned: false });
    expect(lit?.input).toHaveLength(27);
    expect(lit?.input).toContainEqual([0, 1, 2, 0]);
    expect(lit?.input).toContainEqual([0, 3, 4, 2]);
    expect(lit?.weights.every(([, , , filter]) => filter === 3)).toBe(true);
  });

  test('padding is not lit: there is no cell', () => {
    const lit = highlightOf(padded, { stage: 0, tensor: 'output', index: [0, 0, 0, 0], pinned: false });
    expect(lit?.input).toHaveLength(4);
  });

  test('an input cell lights every output that it feeds, in every filter', () => {
    const corner = highlightOf(standard, { stage: 0, tensor: 'input', index: [0, 0, 0, 0], pinned: true });
    expect(corner?.output).toEqual([0, 1, 2, 3].map((filter) => [0, 0, 0, filter]));
    const middle = highlightOf(standard, { stage: 0, tensor: 'input', index: [0, 2, 2, 1], pinned: true });
    expect(middle?.output).toHaveLength(36);
  });

  test('nothing pointed at, or a stage that is no more, lights nothing', () => {
    expect(highlightOf(standard, null)).toBeNull();
    expect(
      highlightOf(standard, { stage: 7, tensor: 'output', index: [0, 0, 0, 0], pinned: true }),
    ).toBeNull();
  });
});
