import { describe, expect, it } from 'vitest';
import { tensor } from '../../src/math/tensor.js';
import { accuracyText, backendText } from '../../src/views/counts/accuracy.js';
import { countersOf, type Counter, type CountUnit } from '../../src/views/counts/model.js';
import type { Moment } from '../../src/timeline/types.js';
import { english, momentOf, standardMoment, stridedMoment } from './moments.js';

const countersIn = (moment: Moment, unit: CountUnit = 'multiply-adds'): Record<Counter['key'], Counter> =>
  Object.fromEntries(countersOf(moment, { say: english, unit }).map((each) => [each.key, each])) as never;

describe('the four counters', () => {
  it('of the standard example', () => {
    const { cell, progress, weights, shape } = countersIn(standardMoment(27));
    expect(cell).toMatchObject({ value: '27', unit: 'multiply-adds', terms: ['3·3·3 = 27'] });
    expect(progress).toMatchObject({ value: '27 / 972', unit: 'multiply-adds', terms: ['27 × 9 × 4 = 972'] });
    expect(weights).toMatchObject({ label: 'Weights', value: '108', unit: '', terms: ['3·3·3·4 = 108'] });
    expect(shape.value).toBe('3 × 3 × 4');
    expect(shape.terms).toEqual([expect.stringContaining('(5 + 0 + 0 − 3) / 1⌋ + 1 = 3')]);
  });

  it('count twice as many FLOPs, and say so in the terms', () => {
    const { cell, progress, weights } = countersIn(standardMoment(27), 'flops');
    expect(cell).toMatchObject({ value: '54', unit: 'FLOPs', terms: ['2·3·3·3 = 54'] });
    expect(progress).toMatchObject({ value: '54 / 1,944', terms: ['2 × 27 × 9 × 4 = 1,944'] });
    expect(weights.value).toBe('108');
  });

  it('count biases with the weights', () => {
    expect(countersIn(standardMoment(0, { bias: true })).weights).toMatchObject({
      label: 'Weights + biases',
      value: '112',
      terms: ['3·3·3·4 + 4 = 112'],
    });
  });

  it('count whole terms only', () => {
    expect(countersIn(standardMoment(13.7)).progress.value).toBe('13 / 972');
  });

  it('count every product that the sentence calls added, while channels merge, the bias joins and the cell is written', () => {
    const beats = new Map<string, string>();
    for (let step = 54 + 26; step < 81; step += 0.005) {
      const moment = standardMoment(step, { bias: true });
      if (moment.frame.beat !== 'add') beats.set(moment.frame.beat, countersIn(moment).progress.value);
    }
    expect(Object.fromEntries(beats)).toEqual({
      merge: '81 / 972',
      bias: '81 / 972',
      write: '81 / 972',
    });
  });

  it('add the stages before the one that runs', () => {
    const moment = standardMoment(26.4);
    const [first] = moment.plan.stages;
    const second = { ...first, index: 1 };
    const frame = { ...moment.frame, stage: 1, steps: 2 * 972 };
    const { progress } = countersIn({
      ...moment,
      plan: { ...moment.plan, stages: [first, second] },
      stages: [moment.stages[0], { ...moment.stages[0], stage: second }],
      frame,
    });
    expect(progress.value).toBe('999 / 1,944');
  });

  it('tell useful work from padding', () => {
    for (const padding of ['same', 1] as const) {
      expect(countersIn(stridedMoment(padding, 9)).progress).toMatchObject({
        value: '9 / 81',
        terms: ['9 × 9 × 1 = 81', '64 of 81 on real cells'],
      });
    }
    expect(countersIn(stridedMoment(1, 9)).cell.terms).toEqual([
      '3·3·1 = 9',
      '4 on real cells, 5 on padding',
    ]);
    expect(countersIn(stridedMoment('valid', 9)).progress.terms).toEqual(['9 × 4 × 1 = 36']);
  });

  it('name rows and columns apart where their rules differ, and the images of a batch', () => {
    const { shape, progress } = countersIn(
      momentOf({
        spec: { input: [2, 4, 6, 1], kernel: [1, 3] },
        input: tensor([2, 4, 6, 1], 1),
        tensors: { weights: tensor([1, 3, 1, 1], 1) },
        step: 0,
      }),
    );
    expect(shape.value).toBe('2 × 4 × 4 × 1');
    expect(shape.terms).toHaveLength(2);
    expect(progress.terms).toEqual(['3 × 2 × 16 × 1 = 96']);
  });
});

describe('the accuracy badge', () => {
  const reading = { largestDifference: 0, compared: 36, of: 36, complete: true };
  it('says which engine computed, and how many values were compared', () => {
    expect(backendText('webgl2', english)).toBe('computed on the GPU');
    expect(backendText(null, english)).toBe('');
    expect(accuracyText(reading, english)).toBe('equal to the reference in all 36 values');
    expect(accuracyText({ ...reading, compared: 256, of: 65536, complete: false }, english)).toBe(
      'equal to the reference in 256 of 65,536 values',
    );
    expect(accuracyText({ ...reading, largestDifference: 0.00000143 }, english)).toContain(
      'difference from the reference 1.43e−6',
    );
    expect(accuracyText(null, english)).toBe('not checked yet');
  });
});
