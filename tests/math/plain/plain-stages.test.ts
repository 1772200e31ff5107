/** The plain stages against PyTorch's numbers; tests/math/plain/record.py recorded them. */
import { describe, expect, it } from 'vitest';
import golden from '../../golden/plain-stages.json';
import { plan, tensor } from '../../../src/math/index.js';
import type { ConvSpec, Pair, Stage, Tensor } from '../../../src/math/index.js';
import { batchNorm, momentsOf } from '../../../src/math/plain/batch-norm.js';
import { concatChannels } from '../../../src/math/plain/concat.js';
import { addTensors, applyEach, multiplyTensors } from '../../../src/math/plain/elementwise.js';
import { nonlinear, nonlinearities, type Nonlinearity } from '../../../src/math/plain/nonlinearity.js';
import { pool } from '../../../src/math/plain/pool.js';
import { softmax } from '../../../src/math/plain/softmax.js';

interface GoldenTensor {
  readonly shape: readonly number[];
  readonly data: readonly number[];
}

interface GoldenCase {
  readonly op: string;
  readonly inputs: readonly GoldenTensor[];
  readonly output: GoldenTensor;
  readonly activation?: Nonlinearity;
  readonly kernel?: number | Pair;
  readonly stride?: number | Pair;
  readonly padding?: number | Pair;
  readonly epsilon?: number;
  readonly gamma?: readonly number[];
  readonly beta?: readonly number[];
  readonly mean?: readonly number[];
  readonly variance?: readonly number[];
}

const cases = golden.cases as unknown as readonly GoldenCase[];

function windowOf([images, height, width, channels]: readonly number[], window: ConvSpec): Stage {
  const input = [images, height, width, channels];
  return plan({ ...window, input, filters: channels, groups: channels }).stages[0];
}

function computed(asked: GoldenCase): Tensor {
  const inputs = asked.inputs.map(({ shape, data }) => tensor(shape, data));
  const [input] = inputs;
  const [, height, width] = input.shape;
  switch (asked.op) {
    case 'activation':
      return applyEach(input, asked.activation!);
    case 'batch-norm': {
      const moments = asked.mean
        ? { mean: Float32Array.from(asked.mean), variance: Float32Array.from(asked.variance!) }
        : momentsOf(input);
      const [gamma, beta] = [Float32Array.from(asked.gamma!), Float32Array.from(asked.beta!)];
      return batchNorm(input, { ...moments, gamma, beta, epsilon: asked.epsilon! });
    }
    case 'max-pool':
    case 'average-pool': {
      const { kernel = 1, stride = 1, padding = 0 } = asked;
      const stage = windowOf(input.shape, { kernel, stride, padding });
      return pool(stage, input, asked.op === 'max-pool' ? 'max' : 'average');
    }
    case 'global-average-pool':
    case 'global-max-pool': {
      const stage = windowOf(input.shape, { kernel: [height, width] });
      return pool(stage, input, asked.op === 'global-max-pool' ? 'max' : 'average');
    }
    case 'add':
      return addTensors(inputs);
    case 'multiply':
      return multiplyTensors(inputs);
    case 'concat':
      return concatChannels(inputs);
    case 'softmax':
      return softmax(input);
    default:
      throw new Error(asked.op);
  }
}

/** Rows that only move numbers, or that round once, give the very same bits. */
const exact = ['max-pool', 'global-max-pool', 'concat', 'multiply', 'add'];

describe('a plain stage', () => {
  it.each(cases.map((each, index) => [`${each.op} ${each.activation ?? ''} (${index + 1})`, each] as const))(
    '%s is as PyTorch has it',
    (_, asked) => {
      const { shape, data } = computed(asked);
      expect(shape).toEqual(asked.output.shape);
      const tolerance = exact.includes(asked.op) ? 0 : 4 * 2 ** -23;
      asked.output.data.forEach((expected, cell) => {
        const wanted = Math.fround(expected);
        const scale = Math.max(Math.abs(wanted), exact.includes(asked.op) ? 0 : 1);
        expect(Math.abs(data[cell] - wanted), `cell ${cell}`).toBeLessThanOrEqual(tolerance * scale);
      });
    },
  );

  it('is recorded for every nonlinearity', () => {
    const recorded = cases.flatMap(({ activation }) => activation ?? []);
    expect([...recorded].sort()).toEqual([...nonlinearities].sort());
  });
});

describe('a nonlinearity', () => {
  it.each(nonlinearities)('%s leaves what is not a number visible', (name) => {
    expect(nonlinear(name, NaN)).toBeNaN();
  });

  it.each(nonlinearities)('%s has a finite value far below zero', (name) => {
    expect(Math.abs(nonlinear(name, -1e30))).toBe(0);
    expect(Math.abs(nonlinear(name, -Infinity))).toBe(0);
  });
});

it('batch norm takes off whatever a bias adds', () => {
  const values = Array.from({ length: 24 }, (_, index) => ((index * 7) % 11) - 4);
  const [plain, biased] = [
    tensor([1, 3, 4, 2], values),
    tensor(
      [1, 3, 4, 2],
      values.map((value) => value + 8),
    ),
  ];
  const [gamma, beta] = [Float32Array.of(2, 0.5), Float32Array.of(1, -1)];
  const normed = [plain, biased].map((each) =>
    batchNorm(each, { ...momentsOf(each), gamma, beta, epsilon: 1e-3 }),
  );
  normed[0].data.forEach((value, cell) => expect(normed[1].data[cell]).toBeCloseTo(value, 5));
});
