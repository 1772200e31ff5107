/** Making tensors, refusing wrong ones, and the errors that carry the refusals. */

import { describe, expect, it } from 'vitest';
import {
  checkTensors,
  ConvError,
  gradients,
  indexAt,
  LARGEST_MATRIX,
  offsetOf,
  plan,
  reference,
  sizeOf,
  stageTensorsOf,
  tensor,
  unrolledMatrix,
  zeros,
} from '../../src/math/index.js';
import type { PlanTensors, ProblemKind } from '../../src/math/index.js';

describe('tensor', () => {
  it('fills, copies lists, and keeps a Float32Array', () => {
    expect([...tensor([2, 2], 7).data]).toEqual([7, 7, 7, 7]);
    expect([...tensor([3], [1, 2, 3]).data]).toEqual([1, 2, 3]);
    const data = new Float32Array(2);
    expect(tensor([1, 2], data).data).toBe(data);
    expect([...zeros([2]).data]).toEqual([0, 0]);
  });

  it('refuses a wrong number of values', () => {
    expect(() => tensor([2, 2], [1, 2, 3])).toThrow(RangeError);
  });

  it('finds offsets and indices from each other', () => {
    const shape = [2, 3, 4, 5];
    expect(offsetOf(shape, [1, 2, 3, 4])).toBe(sizeOf(shape) - 1);
    for (let offset = 0; offset < sizeOf(shape); offset++) {
      expect(offsetOf(shape, indexAt(shape, offset))).toBe(offset);
    }
    expect(indexAt(shape, 5)).toEqual([0, 0, 1, 0]);
  });
});

describe('checkTensors', () => {
  const planned = plan({ input: [4, 4, 2], filters: 3, bias: true });
  const input = zeros([1, 4, 4, 2]);
  const weights = zeros([3, 3, 2, 3]);
  const bias = zeros([3]);
  const good = { input, weights, bias };
  const short = { shape: [1, 4, 4, 2], data: new Float32Array(31) };

  it('accepts what fits, flat or by stage, with or without a batch of one', () => {
    expect(checkTensors(planned, good)).toEqual([]);
    expect(checkTensors(planned, { input, stages: [{ weights, bias }] })).toEqual([]);
    expect(checkTensors(planned, { ...good, input: zeros([4, 4, 2]) })).toEqual([]);
    expect(stageTensorsOf(planned, good)[0].weights).toBe(weights);
  });

  it('says what is missing or too short in whole sentences', () => {
    const messages = (tensors: unknown) =>
      checkTensors(planned, tensors as PlanTensors).map(({ message }) => message);
    expect(messages({ input, bias })[0]).toMatch(
      /^No tensor is given as weights of stage 0: undefined was given/,
    );
    expect(messages({ ...good, input: short })[0]).toMatch(
      /^The number of values in the input is not that of \[1, 4, 4, 2\]: 31 was given, 32 is allowed/,
    );
  });

  it.each<[string, unknown, ProblemKind, string]>([
    ['channels of the input', { ...good, input: zeros([1, 4, 4, 3]) }, 'channel-mismatch', 'input'],
    ['rows of the input', { ...good, input: zeros([1, 5, 4, 2]) }, 'shape-mismatch', 'input'],
    ['rank of the input', { ...good, input: zeros([32]) }, 'shape-mismatch', 'input'],
    ['amount of data', { ...good, input: short }, 'shape-mismatch', 'input'],
    ['a missing input', { weights, bias }, 'invalid-value', 'input'],
    ['a plain array', { ...good, input: { shape: [1, 4, 4, 2], data: [] } }, 'invalid-value', 'input'],
    ['channels of the weights', { ...good, weights: zeros([3, 3, 1, 3]) }, 'channel-mismatch', 'weights'],
    ['filters of the weights', { ...good, weights: zeros([3, 3, 2, 4]) }, 'channel-mismatch', 'weights'],
    ['size of the kernel', { ...good, weights: zeros([2, 3, 2, 3]) }, 'shape-mismatch', 'weights'],
    ['missing weights', { input, bias }, 'invalid-value', 'weights'],
    ['length of the bias', { ...good, bias: zeros([2]) }, 'bias-shape-mismatch', 'biasValues'],
    ['a missing bias', { input, weights }, 'bias-shape-mismatch', 'biasValues'],
    ['no tensors', null, 'invalid-value', 'input'],
    ['no list of stages', { input, stages: 3 }, 'invalid-value', 'weights'],
    ['too few stages', { input, stages: [] }, 'invalid-value', 'weights'],
    ['NaN', { ...good, bias: tensor([3], [0, NaN, 0]) }, 'non-finite-value', 'biasValues'],
    ['infinity', { ...good, weights: tensor([3, 3, 2, 3], -Infinity) }, 'non-finite-value', 'weights'],
  ])('refuses %s', (_, tensors, kind, field) => {
    const problems = checkTensors(planned, tensors as PlanTensors);
    expect(problems).toMatchObject([{ kind, field, stage: 0 }]);
    expect(problems[0].message).toContain(problems[0].given);
    expect(problems[0].message).toContain(problems[0].allowed);
  });

  it('refuses a bias where the stage has none', () => {
    const unbiased = plan({ input: [4, 4, 2], filters: 3 });
    expect(checkTensors(unbiased, good)).toMatchObject([{ kind: 'bias-shape-mismatch' }]);
    expect(checkTensors(unbiased, { input, weights, bias: undefined })).toEqual([]);
  });

  it('names the place of a value that is not finite', () => {
    const broken = zeros([1, 4, 4, 2]);
    broken.data[offsetOf(broken.shape, [0, 2, 3, 1])] = Infinity;
    expect(checkTensors(planned, { ...good, input: broken })[0].message).toContain('input[0, 2, 3, 1]');
  });

  it('checks every stage', () => {
    const two = plan([{ input: [4, 4, 2], filters: 3 }, { kernel: 1 }]);
    const problems = checkTensors(two, { input, stages: [{ weights }, { weights: zeros([1, 1, 2, 1]) }] });
    expect(problems).toMatchObject([{ kind: 'channel-mismatch', stage: 1 }]);
    expect(checkTensors(two, { input, weights })).toHaveLength(2);
  });
});

describe('errors', () => {
  const errorOf = (action: () => unknown): ConvError => {
    try {
      action();
    } catch (error) {
      expect(error).toBeInstanceOf(ConvError);
      return error as ConvError;
    }
    throw new Error('nothing was thrown');
  };
  const planned = plan({ input: [4, 4, 1] });
  const tensors = { input: zeros([1, 4, 4, 1]), weights: zeros([3, 3, 1, 1]) };

  it('carry the problems of an illegal plan', () => {
    const illegal = plan({ input: [4, 4, 1], kernel: 5 });
    for (const action of [
      () => reference(illegal, tensors),
      () => gradients(illegal, tensors, zeros([1])),
      () => unrolledMatrix(illegal, zeros([5, 5, 1, 1])),
    ]) {
      const error = errorOf(action);
      expect([error.code, error.kind]).toEqual(['illegal-plan', 'kernel-larger-than-input']);
      expect(error.message).toContain(illegal.problems[0].message);
    }
  });

  it('carry the problems of wrong tensors', () => {
    const wrong = { ...tensors, weights: zeros([2, 3, 1, 1]) };
    for (const action of [
      () => reference(planned, wrong),
      () => gradients(planned, tensors, zeros([1, 4, 4, 1])),
      () => unrolledMatrix(planned, wrong.weights),
    ]) {
      expect(errorOf(action)).toMatchObject({ code: 'bad-tensors', kind: 'shape-mismatch' });
    }
  });

  it('refuse a matrix or a gradient of several stages', () => {
    const two = plan([{ input: [4, 4, 1] }, { kernel: 1 }]);
    const stages = [{ weights: zeros([3, 3, 1, 1]) }, { weights: zeros([1, 1, 1, 1]) }];
    expect(errorOf(() => unrolledMatrix(two, stages[0].weights)).kind).toBe('not-applicable');
    const action = () => gradients(two, { input: tensors.input, stages }, zeros([1, 2, 2, 1]));
    expect(errorOf(action).kind).toBe('not-applicable');
    expect(unrolledMatrix(two.stages[1], stages[1].weights).rows).toBe(4);
  });

  it('refuse a matrix that is too large to write out', () => {
    const large = plan({ input: [512, 512, 1], kernel: 9 });
    const error = errorOf(() => unrolledMatrix(large, zeros([9, 9, 1, 1])));
    expect(error.code).toBe('matrix-too-large');
    expect(error.message).toContain(`${LARGEST_MATRIX}`);
  });
});
