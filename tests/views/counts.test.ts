import { describe, expect, it } from 'vitest';
import { tensor } from '../../src/math/tensor.js';
import { accuracyText, backendText } from '../../src/views/counts/accuracy.js';
import { countersOf, type Counter, type CountUnit } from '../../src/views/counts/model.js';
import type { Moment } from '../../src/timeline/types.js';
import { chainCosts, costKinds } from '../../src/views/counts/chain.js';
import { standardPlan } from '../../src/views/counts/standard-plan.js';
import { plan } from '../../src/variants/plan-layer.js';
import {
  depthwiseMoment,
  english,
  momentOf,
  pointwiseMoment,
  separableMoment,
  standardMoment,
  stridedMoment,
  transposedMoment,
} from './moments.js';

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

  it('name the layers of all stages beside the weights of all, whichever stage is in hand', () => {
    const layersAt = (step: number): readonly string[] =>
      countersOf(separableMoment(step), { say: english, unit: 'multiply-adds', dialect: 'keras' })
        .find(({ key }) => key === 'weights')!
        .terms.slice(1);
    expect(layersAt(0)).toEqual([
      'Keras DepthwiseConv2D (kh 3, kw 3, in 3, multiplier 1)',
      'Keras Conv2D (kh 1, kw 1, in 3, out 4)',
    ]);
    expect(layersAt(252)).toEqual(layersAt(0));
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

  it('show the output of the layer, not of the stage in hand', () => {
    for (const step of [0, 351]) {
      const { shape } = countersIn(separableMoment(step));
      expect([shape.value, ...shape.terms]).toEqual(['3 × 3 × 4', '5 × 5 × 3 → 3 × 3 × 3 → 3 × 3 × 4']);
    }
  });
});

describe('what is in hand', () => {
  it('is a position of all lanes, or of all filters of a 1×1 kernel', () => {
    expect(countersIn(depthwiseMoment(5)).cell).toMatchObject({
      label: 'This position',
      value: '27',
      terms: ['3·3·1 × 3 = 27'],
    });
    expect(countersIn(pointwiseMoment(5)).cell).toMatchObject({
      label: 'This place',
      value: '12',
      terms: ['1·1·3 × 4 = 12'],
    });
    expect(countersIn(depthwiseMoment(9 + 18)).progress.value).toBe('27 / 243');
    expect(countersIn(depthwiseMoment(9 + 9)).progress.value).toBe('17 / 243');
  });

  it('is a cell of which few products are real, along the outputs of a transposed convolution', () => {
    const { cell, progress, weights } = countersIn(transposedMoment(12 * 9 + 9, 'output'));
    expect(cell.terms).toEqual(['3·3·1 = 9', '4 on real cells, 5 on inserted or border zeros']);
    expect(progress.value).toBe('117 / 225');
    expect(progress.terms).toEqual([
      '9 × 25 × 1 = 225',
      '36 of 225 on real cells',
      '36 along inputs, 225 along outputs',
    ]);
    expect(weights.value).toBe('9');
  });

  it('is a stamp along its inputs', () => {
    const { cell, progress } = countersIn(transposedMoment(18, 'input'));
    expect(cell).toMatchObject({ label: 'This stamp', value: '9', terms: ['3·3 = 9'] });
    expect(progress.value).toBe('18 / 36');
    const cropped = countersIn(transposedMoment(18, 'input', { padding: 1 }));
    expect(cropped.cell.terms).toEqual(['3·3 = 9', '4 kept, 5 cropped']);
    expect(cropped.progress.terms).toContain('16 of 36 kept, the others are cropped');
  });

  it('counts the stages of a chain one after the other', () => {
    expect(countersIn(separableMoment(243 + 6)).progress).toMatchObject({
      value: '249 / 351',
      terms: ['9 × 9 × 3 + 3 × 9 × 4 = 351'],
    });
    expect(countersIn(separableMoment(0)).weights.terms).toEqual(['3·3·1·3 + 1·1·3·4 = 39']);
  });
});

describe('what a chain of stages costs beside the one convolution that it replaces', () => {
  const table = (layer: Parameters<typeof plan>[0], factor = 1) =>
    chainCosts(plan(layer), english, factor).map(({ name, costs }) =>
      [name, ...costKinds.map((kind) => costs[kind].value)].join(' | '),
    );

  it('depthwise separable, in both orders', () => {
    expect(table({ variant: 'separable' }).slice(2)).toEqual([
      'Together | 39 | 39 | 351',
      'Standard 3×3 instead | 108 | 108 | 972',
      'Ratio | 1/4 + 1/9 ≈ 0.3611 | 1/4 + 1/9 ≈ 0.3611 | 1/4 + 1/9 ≈ 0.3611',
    ]);
    const [, , together, standard] = table({ variant: 'separable', order: 'pointwise-first' });
    expect([together, standard]).toEqual([
      'Together | 48 | 48 | 624',
      'Standard 3×3 instead | 108 | 108 | 972',
    ]);
    expect(table({ variant: 'separable' }, 2)[0]).toBe('Stage 1 | 54 | 27 | 486');
  });

  it('spatially separable', () => {
    expect(table({ variant: 'spatially-separable' }).slice(2, 4)).toEqual([
      'Together | 6 | 6 | 72',
      'Standard 3×3 instead | 9 | 9 | 81',
    ]);
    expect(table({ variant: 'spatially-separable', input: [5, 5, 3] })[3]).toBe(
      'One depthwise 3×3 instead | 27 | 27 | 243',
    );
  });

  it('reaches as far as the stages together, with their stride and padding', () => {
    const [stage] = standardPlan(
      plan([
        { input: [12, 12, 2], filters: 3, stride: 2, padding: 1 },
        { filters: 4, dilation: 2 },
      ]),
    )!.stages;
    expect(stage).toMatchObject({ kernel: [11, 11], stride: [2, 2], padding: [1, 1, 1, 1], filters: 4 });
    expect(standardPlan(plan({ input: [5, 5, 3] }))).toBeNull();
    expect(standardPlan(plan([{ input: [5, 5, 1] }, { op: 'transposed' }]))).toBeNull();
  });
});

describe('the accuracy badge', () => {
  const reading = { largestDifference: 0, compared: 36, of: 36, complete: true };
  it('says which engine computed, and how many values were compared', () => {
    expect(backendText('webgl2', english)).toBe('computed on the GPU, exact path');
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
