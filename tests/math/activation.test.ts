/** Activations: their numbers by hand, where they are done, and their slopes. */

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  activate,
  activationSlope,
  counts,
  gradients,
  overlap,
  plan,
  receptiveField,
  reference,
  tensor,
  termValues,
  unrolledMatrix,
} from '../../src/math/index.js';
import type { Activation, ConvSpec } from '../../src/math/index.js';
import { anyCase, mulberry32, randomFloats } from '../fixtures/random-spec.js';

const SEED = 20240613;
const activations: readonly Activation[] = ['none', 'relu', 'relu6', 'h-swish'];

describe('the activation of a sum', () => {
  it.each([
    ['none', -4, -4],
    ['relu', -4, 0],
    ['relu', -0, 0],
    ['relu', 2.5, 2.5],
    ['relu6', -1, 0],
    ['relu6', 5.5, 5.5],
    ['relu6', 6.5, 6],
    ['h-swish', -4, 0],
    ['h-swish', -3, 0],
    ['h-swish', -1, Math.fround(-0.33333334)],
    ['h-swish', 0, 0],
    ['h-swish', 1, Math.fround(0.6666667)],
    ['h-swish', 3, 3],
    ['h-swish', 1e38, Math.fround(1e38)],
  ] as const)('%s of %d is %d', (activation, sum, expected) => {
    expect(activate(activation, Math.fround(sum))).toBe(expected);
  });

  it('h-swish is within two units in the last place of the formula in double precision', () => {
    const float32 = fc.float({ min: -8, max: 8, noNaN: true });
    fc.assert(
      fc.property(float32, (x) => {
        const exact = (x * Math.min(Math.max(x + 3, 0), 6)) / 6;
        expect(Math.abs(activate('h-swish', x) - exact)).toBeLessThanOrEqual(
          2 ** -22 * Math.abs(exact) + 2 ** -149,
        );
      }),
      { seed: SEED, numRuns: 500 },
    );
  });

  it.each(activations)('%s leaves what is not a number visible', (activation) => {
    expect(activate(activation, NaN)).toBeNaN();
  });

  it('is done to the sum with its bias, and to no partial sum', () => {
    const stage: ConvSpec = { input: [1, 1, 2], kernel: 1, filters: 2, activation: 'relu' };
    const tensors = { input: tensor([1, 1, 1, 2], [3, -5]), weights: tensor([1, 1, 2, 2], [1, 1, 1, 0]) };
    const biased = { ...tensors, bias: tensor([2], [1, -4]) };
    const after = (upTo: number) => [...reference(plan({ ...stage, bias: true }), biased, { upTo }).data];
    expect([0, 1, 2, 3, 4].map(after)).toEqual([
      [0, 0],
      [3, 3],
      [-2, 3],
      [0, 0],
      [0, 0],
    ]);
    expect([...reference(plan(stage), tensors, { upTo: 1 }).data]).toEqual([3, 3]);
    expect([...reference(plan(stage), tensors, { upTo: 2 }).data]).toEqual([0, 3]);
  });

  it('of one stage is what the next one reads', () => {
    const input = tensor([1, 1, 3, 1], [-4, 5, 7]);
    const planned = plan([
      { input: [1, 3, 1], kernel: 1, activation: 'relu6' },
      { kernel: [1, 3], activation: 'h-swish' },
    ]);
    const stages = [{ weights: tensor([1, 1, 1, 1], 1) }, { weights: tensor([1, 3, 1, 1], [9, 1, -1]) }];
    expect(reference(planned, { input, stages }).data[0]).toBe(Math.fround(-0.33333334));
  });
});

describe('what an activation leaves alone', () => {
  const separable = (activation: Activation) =>
    plan([
      { input: [5, 5, 3], filters: 3, groups: 3, bias: true, activation },
      { kernel: 1, filters: 4, bias: true, activation },
    ]);

  it.each(activations)('counts, with %s', (activation) => {
    expect(counts(separable(activation))).toEqual(counts(separable('none')));
    expect(counts(separable(activation))).toMatchObject({ params: 46, macs: 351, usefulMacs: 351 });
  });

  it('receptive fields, overlaps, the matrix and the terms', () => {
    const [spec, bare]: ConvSpec[] = [
      { op: 'transposed', input: [2, 2, 1], stride: 2, activation: 'relu' },
      { op: 'transposed', input: [2, 2, 1], stride: 2 },
    ];
    const [[stage], [bareStage]] = [plan(spec).stages, plan(bare).stages];
    const input = tensor(stage.input, [1, -2, 3, -5]);
    const tensors = { weights: tensor(stage.weightShape, [1, 2, 3, 4, 5, 6, 7, 8, 9]) };
    expect(receptiveField([spec])).toEqual(receptiveField([bare]));
    expect(overlap(spec)).toEqual(overlap(bare));
    expect(unrolledMatrix(stage, tensors.weights)).toEqual(unrolledMatrix(bareStage, tensors.weights));
    expect(termValues(stage, input, tensors, [0, 2, 2, 0]).at(-1)?.runningSum).toBe(9 - 14 + 9 - 5);
  });
});

describe('the slope of an activation', () => {
  it('is that of the pieces, and of the flat side at a corner', () => {
    const slopes = (activation: Activation, at: number[]) => at.map((x) => activationSlope(activation, x));
    expect(slopes('none', [-7, 7])).toEqual([1, 1]);
    expect(slopes('relu', [-1, 0, 1])).toEqual([0, 0, 1]);
    expect(slopes('relu6', [-1, 0, 1, 6, 7])).toEqual([0, 0, 1, 0, 0]);
    expect(slopes('h-swish', [-4, -3, 0, 1.5, 3, 4])).toEqual([0, 0, 0.5, 1, 1, 1]);
  });

  it(`takes gradients back: what a small step changes (seed ${SEED})`, () => {
    fc.assert(
      fc.property(anyCase(), ({ spec, stage, floats }) => {
        const planned = plan(spec);
        const gradOutput = randomFloats(stage.output, mulberry32(4));
        const gradient = gradients(planned, floats, gradOutput);
        const linear = plan({ ...spec, activation: 'none' });
        const sums = reference(linear, floats).data;
        const outer = Float32Array.from(
          sums,
          (sum, cell) => gradOutput.data[cell] * slope(stage.activation, sum),
        );
        const expected = gradients(linear, floats, { shape: stage.output, data: outer });
        for (const name of ['input', 'weights', 'bias'] as const) {
          expected[name].data.forEach((value, place) => {
            expect(gradient[name].data[place]).toBeCloseTo(value, 2);
          });
        }
      }),
      { seed: SEED, numRuns: 40 },
    );
  });
});

/** The slope by a difference of the formula in double precision; from below, because padding makes many sums of 0. */
function slope(activation: Activation, x: number): number {
  const step = 1e-6;
  const value = (sum: number): number => {
    if (activation === 'relu') return Math.max(sum, 0);
    if (activation === 'relu6') return Math.min(Math.max(sum, 0), 6);
    return activation === 'none' ? sum : (sum * Math.min(Math.max(sum + 3, 0), 6)) / 6;
  };
  return (value(x) - value(x - step)) / step;
}
