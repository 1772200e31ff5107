/** What a convolution must obey, exactly on small integers: identities between different specs. */

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { gradients, plan, reference } from '../../src/math/index.js';
import type { ConvSpec, Stage, StageTensors, Tensor } from '../../src/math/index.js';
import { anyCase, mulberry32, randomIntegers } from '../fixtures/random-spec.js';
import type { RandomCase } from '../fixtures/random-spec.js';
import { at, build } from './oracle.js';

const SEED = 20240612;

/** The spec with its padding resolved, without a bias. */
function bare(stage: Stage): ConvSpec {
  const { op, input, filters, kernel, stride, dilation, groups, padding, outputPadding } = stage;
  return { op, input, filters, kernel, stride, dilation, groups, padding, outputPadding };
}

function run(spec: ConvSpec, input: Tensor, weights: Tensor, bias?: Tensor): Tensor {
  return reference(plan(spec), { input, weights, bias });
}

function dot(a: Tensor, b: Tensor): number {
  return a.data.reduce((sum, value, offset) => sum + value * b.data[offset], 0);
}

/** a · x + b · y */
function combine(a: number, x: Tensor, b: number, y: Tensor): Tensor {
  return { shape: x.shape, data: x.data.map((value, offset) => a * value + b * y.data[offset]) };
}

/** A tensor as plain lists, with one zero only. */
function plain({ shape, data }: Tensor) {
  return { shape: [...shape], data: Array.from(data, (value) => value + 0) };
}

/** Channels first … first + count − 1 of an NHWC tensor. */
function channels(x: Tensor, first: number, count: number): Tensor {
  const [n, h, w] = x.shape;
  return build([n, h, w, count], (b, r, c, channel) => at(x, b, r, c, first + channel));
}

describe(`identities (seed ${SEED})`, () => {
  const holds = (
    op: 'conv' | 'transposed' | undefined,
    identity: (stage: Stage, input: Tensor, tensors: StageTensors, all: RandomCase) => void,
  ): void => {
    const property = fc.property(anyCase(op), (all) => {
      identity(all.stage, all.integers.input, all.integers.stages[0], all);
    });
    fc.assert(property, { seed: SEED, numRuns: 60 });
  };

  it('adjoint: ⟨conv x, y⟩ = ⟨x, transposed y⟩ with the same weights', () => {
    holds('conv', (stage, input, { weights }) => {
      const [, height, width, bigChannels] = stage.big;
      const back = (axis: 0 | 1, size: number): number => {
        const [before, after] = [stage.padding[2 * axis], stage.padding[2 * axis + 1]];
        const full = (stage.small[axis + 1] - 1) * stage.stride[axis] + stage.effectiveKernel[axis];
        return size - (full - before - after);
      };
      const transposed: ConvSpec = {
        ...bare(stage),
        op: 'transposed',
        input: stage.output,
        filters: bigChannels,
        outputPadding: [back(0, height), back(1, width)],
      };
      const y = randomIntegers(stage.output, mulberry32(1));
      const returned = run(transposed, y, weights);
      expect(returned.shape).toEqual(stage.input);
      expect(dot(run(bare(stage), input, weights), y)).toBe(dot(input, returned));
    });
  });

  it('linear in the input and in the weights', () => {
    holds(undefined, (stage, input, { weights }) => {
      const random = mulberry32(2);
      const otherInput = randomIntegers(stage.input, random);
      const otherWeights = randomIntegers(stage.weightShape, random);
      const spec = bare(stage);
      const output = run(spec, input, weights);
      expect(plain(run(spec, combine(2, input, -3, otherInput), weights))).toEqual(
        plain(combine(2, output, -3, run(spec, otherInput, weights))),
      );
      expect(plain(run(spec, input, combine(2, weights, -3, otherWeights)))).toEqual(
        plain(combine(2, output, -3, run(spec, input, otherWeights))),
      );
    });
  });

  it('grouped = the groups one by one, side by side', () => {
    holds(undefined, (stage, input, { weights, bias }) => {
      const { groups, filters } = stage;
      const [inputCount, filterCount] = [stage.input[3] / groups, filters / groups];
      const smallCount = stage.small[3] / groups;
      const whole = run({ ...bare(stage), bias: stage.bias }, input, weights, bias);
      for (let group = 0; group < groups; group++) {
        const alone: ConvSpec = {
          ...bare(stage),
          input: [...stage.input.slice(0, 3), inputCount],
          filters: filterCount,
          groups: 1,
          bias: stage.bias,
        };
        const first = group * filterCount;
        const part = bias && { shape: [filterCount], data: bias.data.slice(first, first + filterCount) };
        const taken = channels(weights, group * smallCount, smallCount);
        const output = run(alone, channels(input, group * inputCount, inputCount), taken, part);
        expect(plain(channels(whole, first, filterCount))).toEqual(plain(output));
      }
    });
  });

  it('dilated = the kernel with zeros between its taps', () => {
    holds(undefined, (stage, input, { weights }) => {
      const [height, width] = stage.effectiveKernel;
      const [, , bigChannels, smallChannels] = stage.weightShape;
      const stuffed = build([height, width, bigChannels, smallChannels], (r, c, big, small) => {
        return at(weights, r / stage.dilation[0], c / stage.dilation[1], big, small);
      });
      const outputPadding = stage.outputPadding.map((extra, axis) => Math.min(extra, stage.stride[axis] - 1));
      const spec = { ...bare(stage), outputPadding: outputPadding as [number, number] };
      const undilated: ConvSpec = { ...spec, kernel: stage.effectiveKernel, dilation: 1 };
      if (plan(spec).problems.length > 0) return;
      expect(plain(run(undilated, input, stuffed))).toEqual(plain(run(spec, input, weights)));
    });
  });

  it('transposed = zeros between the inputs, a border, and a convolution with the kernel turned and the axes swapped', () => {
    holds('transposed', (stage, input, { weights }) => {
      const { stride, effectiveKernel: reach, outputPadding, padding, groups } = stage;
      const [batch, height, width, inputChannels] = stage.input;
      const [kernelHeight, kernelWidth, filterCount] = stage.weightShape;
      const stuffed = build(
        [batch, (height - 1) * stride[0] + 1, (width - 1) * stride[1] + 1, inputChannels],
        (n, r, c, channel) => at(input, n, r / stride[0], c / stride[1], channel),
      );
      const inputCount = inputChannels / groups;
      const turned = build(
        [kernelHeight, kernelWidth, inputCount, stage.filters],
        (r, c, channel, filter) => {
          const group = Math.floor(filter / filterCount);
          const tap = [kernelHeight - 1 - r, kernelWidth - 1 - c];
          return at(weights, ...tap, filter % filterCount, group * inputCount + channel);
        },
      );
      const full = run(
        {
          input: stuffed.shape,
          filters: stage.filters,
          kernel: stage.kernel,
          dilation: stage.dilation,
          groups,
          padding: [
            reach[0] - 1,
            reach[0] - 1 + outputPadding[0],
            reach[1] - 1,
            reach[1] - 1 + outputPadding[1],
          ],
        },
        stuffed,
        turned,
      );
      const cropped = build(stage.output, (n, r, c, f) => at(full, n, r + padding[0], c + padding[2], f));
      expect(full.shape[1] - padding[0] - padding[1]).toBe(stage.output[1]);
      expect(full.shape[2] - padding[2] - padding[3]).toBe(stage.output[2]);
      expect(plain(run(bare(stage), input, weights))).toEqual(plain(cropped));
    });
  });

  it('padded = zeros put around the input, then valid', () => {
    holds('conv', (stage, input, { weights }) => {
      const [top, bottom, left, right] = stage.padding;
      const [batch, height, width, count] = stage.input;
      const padded = build(
        [batch, height + top + bottom, width + left + right, count],
        (n, r, c, channel) => {
          return at(input, n, r - top, c - left, channel);
        },
      );
      const valid: ConvSpec = { ...bare(stage), input: padded.shape, padding: 'valid' };
      expect(plain(run(valid, padded, weights))).toEqual(plain(run(bare(stage), input, weights)));
    });
  });

  it('1×1 = one matrix product per pixel', () => {
    const sizes = fc.record({
      height: fc.integer({ min: 1, max: 4 }),
      inputs: fc.integer({ min: 1, max: 6 }),
      filters: fc.integer({ min: 1, max: 6 }),
      seed: fc.nat(),
    });
    const property = fc.property(sizes, ({ height, inputs, filters, seed }) => {
      const random = mulberry32(seed);
      const input = randomIntegers([2, height, 3, inputs], random);
      const weights = randomIntegers([1, 1, inputs, filters], random);
      const expected = build([2, height, 3, filters], (n, r, c, filter) => {
        const products = Array.from({ length: inputs }, (_, channel) => {
          return at(input, n, r, c, channel) * at(weights, 0, 0, channel, filter);
        });
        return products.reduce((sum, product) => sum + product, 0);
      });
      expect(plain(run({ input: input.shape, filters, kernel: 1 }, input, weights))).toEqual(plain(expected));
    });
    fc.assert(property, { seed: SEED });
  });

  it('gradients are what a step of one changes: the loss is linear in each argument', () => {
    holds(undefined, (stage, input, { weights, bias }, { spec, integers }) => {
      const gradOutput = randomIntegers(stage.output, mulberry32(3));
      const planned = plan({ ...spec, activation: 'none' });
      const gradient = gradients(planned, integers, gradOutput);
      const loss = (x: Tensor, w: Tensor, b: Tensor | undefined) => {
        return dot(reference(planned, { input: x, weights: w, bias: b }), gradOutput);
      };
      const step = (x: Tensor, offset: number): Tensor => {
        return { shape: x.shape, data: x.data.map((value, place) => value + Number(place === offset)) };
      };
      const before = loss(input, weights, bias);
      for (const offset of [0, input.data.length >> 1, input.data.length - 1]) {
        expect(loss(step(input, offset), weights, bias) - before).toBe(gradient.input.data[offset]);
      }
      for (const offset of [0, weights.data.length >> 1, weights.data.length - 1]) {
        expect(loss(input, step(weights, offset), bias) - before).toBe(gradient.weights.data[offset]);
      }
      if (!bias) return;
      expect(loss(input, weights, step(bias, 0)) - before).toBe(gradient.bias.data[0]);
    });
  });
});
