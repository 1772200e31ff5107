import { describe, expect, it } from 'vitest';
import { english } from '../english.js';
import { zh } from '../../src/words/zh.js';
import { unequalStrings } from './rules/words.js';

describe('English and Chinese', () => {
  it('have the same keys, and no value that only one of them names', () => {
    expect(Object.keys(english).length).toBeGreaterThan(0);
    expect(unequalStrings(english, zh)).toEqual([]);
  });

  it('may differ in order and in what a sentence leaves out', () => {
    expect(unequalStrings({ a: 'row {row}, {column}' }, { a: '{size}：{column} {row}' })).toEqual([]);
  });

  it.each([
    [{ a: 'one' }, {}],
    [{}, { a: '一' }],
    [{ a: 'one' }, { a: ' ' }],
    [{ a: '{count} cells' }, { a: '{number} 个格子' }],
  ])('are found unequal: %j and %j', (one, other) => expect(unequalStrings(one, other)).toHaveLength(1));
});
