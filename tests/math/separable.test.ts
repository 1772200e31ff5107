/** A separable layer as a standard one, and a standard one as nearly as a separable one can follow. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { composeSeparable } from '../../src/math/compose.js';
import { fitSeparable } from '../../src/math/separable-fit.js';
import { plan, reference, tensor } from '../../src/math/index.js';
import type { Tensor } from '../../src/math/index.js';
import { mulberry32, randomIntegers } from '../fixtures/random-spec.js';

const SEED = 20240612;

/** Length of the difference of two tensors. */
function distance(a: Tensor, b: Tensor): number {
  return Math.hypot(...a.data.map((value, place) => value - b.data[place]));
}

const shape = fc.record({
  height: fc.integer({ min: 1, max: 3 }),
  width: fc.integer({ min: 1, max: 3 }),
  channels: fc.integer({ min: 1, max: 4 }),
  multiplier: fc.integer({ min: 1, max: 3 }),
  filters: fc.integer({ min: 1, max: 5 }),
  seed: fc.nat(1_000_000),
});

describe('a depthwise and a pointwise convolution', () => {
  it('give, composed into one standard convolution, the same sums', () => {
    fc.assert(
      fc.property(shape, ({ height, width, channels, multiplier, filters, seed }) => {
        const random = mulberry32(seed);
        const middle = channels * multiplier;
        const input = randomIntegers([1, 5, 5, channels], random);
        const depthwise = randomIntegers([height, width, 1, middle], random);
        const mixing = randomIntegers([1, 1, middle, filters], random);
        const kernel = [height, width] as const;
        const separable = plan([
          { input: [5, 5, channels], kernel, filters: middle, groups: channels },
          { kernel: 1, filters },
        ]);
        const standard = plan({ input: [5, 5, channels], kernel, filters });
        const twoSteps = reference(separable, {
          input,
          stages: [{ weights: depthwise }, { weights: mixing }],
        });
        const oneStep = reference(standard, {
          input,
          weights: composeSeparable(depthwise, mixing, channels),
        });
        expect(Array.from(oneStep.data, (value) => value + 0)).toEqual(
          Array.from(twoSteps.data, (value) => value + 0),
        );
      }),
      { seed: SEED, numRuns: 40 },
    );
  });

  it('are refused where they do not fit each other', () => {
    expect(() => composeSeparable(tensor([3, 3, 1, 3], 1), tensor([1, 1, 4, 2], 1), 3)).toThrow(RangeError);
    expect(() => composeSeparable(tensor([3, 3, 1, 3], 1), tensor([1, 1, 3, 2], 1), 2)).toThrow(RangeError);
  });
});

describe('the nearest separable layer', () => {
  it('is the very one that the weights were composed of', () => {
    const random = mulberry32(SEED);
    const composed = composeSeparable(
      randomIntegers([3, 3, 1, 3], random),
      randomIntegers([1, 1, 3, 4], random),
      3,
    );
    const fit = fitSeparable(composed);
    expect(fit.error).toBeLessThan(1e-12);
    expect(fit.multiplierNeeded).toBe(1);
    expect(distance(composeSeparable(fit.depthwise, fit.mixing, 3), composed)).toBeLessThan(1e-5);
  });

  it('cannot follow one changed weight, but with two slices a channel it can', () => {
    const slices = tensor([2, 1, 1, 1], [1, 0]);
    const weights = composeSeparable(slices, tensor([1, 1, 1, 2], [2, 0]), 1);
    weights.data[3] = 1; // [[2, 0], [0, 1]]: singular values 2 and 1
    const fit = fitSeparable(weights);
    expect(fit.error).toBeCloseTo(1, 12);
    expect(fit.channels).toEqual([{ error: expect.closeTo(1, 12) as number, rank: 2 }]);
    expect(fit.multiplierNeeded).toBe(2);
    expect(fitSeparable(weights, 2).error).toBeLessThan(1e-12);
  });

  it('has the distance that it says, and no other one is nearer', () => {
    fc.assert(
      fc.property(shape, ({ height, width, channels, multiplier, filters, seed }) => {
        const random = mulberry32(seed);
        const weights = randomIntegers([height, width, channels, filters], random);
        const fit = fitSeparable(weights, multiplier);
        const nearest = composeSeparable(fit.depthwise, fit.mixing, channels);
        expect(distance(nearest, weights)).toBeCloseTo(fit.error, 4);
        const nudge = (values: Tensor): Tensor => ({
          shape: values.shape,
          data: values.data.map((value) => value + (random() - 0.5) / 4),
        });
        const other = composeSeparable(nudge(fit.depthwise), nudge(fit.mixing), channels);
        expect(distance(other, weights)).toBeGreaterThan(fit.error - 1e-4);
      }),
      { seed: SEED, numRuns: 60 },
    );
  });
});
