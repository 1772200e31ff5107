/** Golden gradients of convolutions and transposed convolutions. */

import { describe, expect, it } from 'vitest';
import gradFile from '../golden/grad-cases.json';
import { gradients, plan, reference, tensor } from '../../src/math/index.js';
import { firstDifference, specOf, weightShapeOf } from '../fixtures/golden.js';
import type { RawSetting, RawTensor, RawWeights } from '../fixtures/golden.js';

interface GradientCase extends RawSetting {
  readonly name: string;
  readonly numbers: 'int' | 'float';
  readonly input: RawTensor;
  readonly weights: RawWeights;
  readonly bias: number[] | null;
  readonly output: RawTensor;
  readonly gradOutput: RawTensor;
  readonly gradInput: RawTensor;
  readonly gradWeights: RawTensor;
  readonly gradBias?: RawTensor | null;
  readonly tol?: { gradInput: number; gradWeights: number; gradBias?: number };
}

const cases = gradFile.cases as unknown as GradientCase[];

describe('golden gradients', () => {
  it('reads all cases', () => expect(cases.length).toBe(27));

  it.each(cases)('$name', (raw) => {
    const planned = plan(specOf(raw, raw.input.shape, raw.weights.shape, raw.bias !== null));
    const tensors = {
      input: tensor(raw.input.shape, raw.input.data),
      weights: tensor(weightShapeOf(raw.op, raw.weights.shape), raw.weights.data),
      bias: raw.bias ? tensor([raw.bias.length], raw.bias) : undefined,
    };
    const output = reference(planned, tensors);
    expect(output.shape).toEqual(raw.output.shape);
    expect(firstDifference(output.data, raw.output.data, raw.tol ? 1e-4 : 0)).toBe(-1);
    const gradient = gradients(planned, tensors, tensor(raw.gradOutput.shape, raw.gradOutput.data));
    expect(gradient.input.shape).toEqual(raw.gradInput.shape);
    expect(firstDifference(gradient.input.data, raw.gradInput.data, raw.tol?.gradInput)).toBe(-1);
    expect(gradient.weights.shape).toEqual(weightShapeOf(raw.op, raw.gradWeights.shape));
    expect(firstDifference(gradient.weights.data, raw.gradWeights.data, raw.tol?.gradWeights)).toBe(-1);
    if (!raw.gradBias) return;
    expect(gradient.bias.shape).toEqual(raw.gradBias.shape);
    expect(firstDifference(gradient.bias.data, raw.gradBias.data, raw.tol?.gradBias)).toBe(-1);
  });
});
