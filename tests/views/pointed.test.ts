import { describe, expect, test } from 'vitest';
import { highlightOf } from '../../src/timeline/highlight.js';
import type { Moment, TensorRole } from '../../src/timeline/types.js';
import { pointedSentence } from '../../src/views/pointed.js';
import { standardMoment, stridedMoment } from './moments.js';

function pointing(moment: Moment, tensor: TensorRole, index: number[], pinned = false): Moment {
  const selection = { stage: 0, tensor, index, pinned };
  return { ...moment, selection, highlight: highlightOf(moment.plan, selection) };
}

describe('what is pointed at, in one sentence', () => {
  test('an output cell: its value once it is computed, and how many cells it was made from', () => {
    expect(pointedSentence(pointing(standardMoment(27), 'output', [0, 0, 0, 0]), 'en')).toBe(
      'Output channel 1, row 1, column 1, value 18: made from 27 input cells by filter 1.',
    );
    expect(pointedSentence(pointing(standardMoment(26), 'output', [0, 0, 0, 0]), 'en')).toContain(
      'not computed yet',
    );
  });

  test('an input cell: how many output cells use it', () => {
    const corner = pointing(standardMoment(0), 'input', [0, 0, 1, 0]);
    expect(pointedSentence(corner, 'en')).toBe(
      'Input channel 1, row 1, column 2, value 1: used by 8 output cells.',
    );
    expect(pointedSentence(corner, 'zh')).toBe('输入通道 1，第 1 行第 2 列，值为 1：用于 8 个输出单元格。');
  });

  test('padding is not counted among the cells that made an output', () => {
    const moment = stridedMoment([1, 1, 1, 1], 0);
    expect(pointedSentence(pointing(moment, 'output', [0, 0, 0, 0]), 'en')).toContain(
      'made from 4 input cells',
    );
  });

  test('a weight is the same at every place', () => {
    expect(pointedSentence(pointing(standardMoment(0), 'weights', [1, 0, 0, 0]), 'en')).toBe(
      'Filter 1, channel 1, row 2, column 1, weight −2: the same at all 9 places of its map.',
    );
  });

  test('a pinned cell says how to let go; nothing pointed at says nothing', () => {
    expect(pointedSentence(pointing(standardMoment(0), 'output', [0, 0, 0, 0], true), 'en')).toMatch(
      /Escape/,
    );
    expect(pointedSentence(standardMoment(0), 'en')).toBe('');
  });
});
