import { describe, expect, test } from 'vitest';
import { highlightOf } from '../../src/timeline/highlight.js';
import type { Moment, TensorRole } from '../../src/timeline/types.js';
import { pointedSentence } from '../../src/views/pointed.js';
import { separableMoment, standardMoment, stridedMoment, transposedMoment } from './moments.js';

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
    expect(pointedSentence(corner, 'zh')).toBe('输入通道 1，第 1 行第 2 列，值为 1：用于 8 个输出格。');
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

  test('a product of a weight, with the two cells that it joins', () => {
    const pair = { input: [0, 1, 0, 0], output: [0, 0, 0, 0] } as const;
    const selection = { stage: 0, tensor: 'weights', index: [1, 0, 0, 0], pair, pinned: false } as const;
    const moment = { ...standardMoment(0), selection };
    expect([pointedSentence(moment, 'en'), pointedSentence(moment, 'zh')]).toEqual([
      'Weight −2 in row 2, column 1 joins input row 2, column 1, value 1, and output channel 1, row 1, column 1.',
      '第 2 行第 1 列的权重 −2 连接输入第 2 行第 1 列（值 1）与输出通道 1 第 1 行第 1 列。',
    ]);
  });

  test('a weight of a transposed convolution multiplies the whole input; its output grows stamp by stamp', () => {
    const at = (step: number, tensor: TensorRole, index: number[]) =>
      pointedSentence(pointing(transposedMoment(step, 'input'), tensor, index), 'en');
    expect(at(0, 'weights', [2, 1, 0, 0])).toBe(
      'Filter 1, channel 1, row 3, column 2, weight 8: multiplies all 4 input cells of channel 1.',
    );
    expect(at(0, 'output', [0, 2, 2, 0])).toContain('not computed yet: made from 4 input cells');
    expect(at(9, 'output', [0, 2, 2, 0])).toContain('so far 9:');
    expect(at(18, 'output', [0, 2, 2, 0])).toContain('so far 23:');
    expect(at(36, 'output', [0, 2, 2, 0])).toContain('value 37:');
  });

  test('a cell between two stages is computed once the first stage has made it', () => {
    const selection = { stage: 0, tensor: 'output', index: [0, 0, 0, 1], pinned: false } as const;
    expect(pointedSentence(separableMoment(260, selection), 'en')).toContain('value 5');
    expect(pointedSentence(separableMoment(5, selection), 'en')).toContain('not computed yet');
  });

  test('a pinned cell says how to let go; nothing pointed at says nothing', () => {
    expect(pointedSentence(pointing(standardMoment(0), 'output', [0, 0, 0, 0], true), 'en')).toMatch(
      /Escape/,
    );
    expect(pointedSentence(standardMoment(0), 'en')).toBe('');
  });

  test('a cell that a page has chosen is not said to be pinned: nobody did', () => {
    const moment = standardMoment(0);
    const cell = { stage: 0, tensor: 'output', index: [0, 0, 0, 0] } as const;
    const selection = { ...cell, pinned: true, declared: true };
    const sentence = pointedSentence({ ...moment, selection }, 'en');
    expect(sentence).toMatch(/Marked here.*Escape/);
    expect(sentence).not.toMatch(/pinned/i);
    expect(pointedSentence({ ...moment, selection }, 'zh')).not.toContain('固定');
  });
});
