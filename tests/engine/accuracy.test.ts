import { describe, expect, it } from 'vitest';
import { accuracy } from '../../src/engine/accuracy.js';
import { plan, reference, type ConvSpec, type Plan, type Tensor } from '../../src/math/index.js';
import { mulberry32, randomFloats } from '../fixtures/random-spec.js';

function tensorsOf(planned: Plan, seed: number) {
  const random = mulberry32(seed);
  const stages = planned.stages.map((stage) => ({
    weights: randomFloats(stage.weightShape, random),
    bias: stage.bias ? randomFloats([stage.filters], random) : undefined,
  }));
  return { input: randomFloats(planned.stages[0].input, random), stages };
}

/** Adds to one value of a copy. */
function changed({ shape, data }: Tensor, offset: number, by: number): Tensor {
  const copy = data.slice();
  copy[offset] += by;
  return { shape, data: copy };
}

const small = plan({ input: [6, 6, 2], filters: 3, bias: true });
/** 3.2 M multiply-adds in two stages. */
const large = plan([
  { input: [40, 40, 24], filters: 24, groups: 24, padding: 'same', bias: true },
  { filters: 80, kernel: 1 },
] satisfies ConvSpec[]);

describe('the accuracy of shown numbers', () => {
  it('is 0 for the reference itself, over every value of a small plan', () => {
    const tensors = tensorsOf(small, 1);
    const report = accuracy(small, tensors, reference(small, tensors));
    expect(report).toEqual({ largestDifference: 0, compared: 48, of: 48, complete: true });
  });

  it('finds the one value that is off, wherever it is', () => {
    const tensors = tensorsOf(small, 2);
    const output = reference(small, tensors);
    for (const offset of [0, 17, 47]) {
      expect(accuracy(small, tensors, changed(output, offset, 0.5)).largestDifference).toBeCloseTo(0.5, 5);
    }
  });

  it('is NaN where a number is missing', () => {
    const tensors = tensorsOf(small, 3);
    const report = accuracy(small, tensors, changed(reference(small, tensors), 5, NaN));
    expect(report.largestDifference).toBeNaN();
  });

  it('takes 256 values of a large plan, computed through all its stages', () => {
    const tensors = tensorsOf(large, 4);
    const output = reference(large, tensors);
    const report = accuracy(large, tensors, output);
    expect(report).toEqual({ largestDifference: 0, compared: 256, of: 128_000, complete: false });
    const shifted = { shape: output.shape, data: output.data.map((value) => value + 1) };
    expect(accuracy(large, tensors, shifted).largestDifference).toBeCloseTo(1, 4);
  });

  it('refuses an output of another size', () => {
    const tensors = tensorsOf(small, 5);
    expect(() => accuracy(small, tensors, { shape: [1], data: new Float32Array(1) })).toThrow(RangeError);
  });
});
