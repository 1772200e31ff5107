import { describe, expect, test } from 'vitest';
import { plan, reference, type ConvSpec, type Tensor } from '../../src/math/index.js';
import {
  alternatingWeights,
  countingWeights,
  depthwiseWeights,
  isKernelId,
  kernel,
  kernelIds,
  mixingWeights,
  randomWeights,
  sample,
  standardBias,
  standardWeights,
} from '../../src/media/index.js';
import { picture } from './picture.js';

const textures = sample('three-textures').tensor;

/** The maps of one layer, one 'row / row / row' per output channel. */
function maps(spec: ConvSpec, input: Tensor, weights: Tensor, bias?: Tensor): string[] {
  const output = reference(plan({ ...spec, input: input.shape, bias: bias !== undefined }), {
    input,
    weights,
    bias,
  });
  return Array.from({ length: output.shape[3] }, (_, channel) => picture(output, channel).join(' / '));
}

describe('the worked examples’ numbers', () => {
  test('§1 standard', () => {
    const weights = standardWeights([3, 3, 3, 4]);
    const expected = [
      '18 8 4 / 14 3 5 / 8 5 14',
      '30 16 3 / 32 21 11 / 23 17 9',
      '-12 -21 -30 / -7 -16 -27 / -4 -13 -22',
      '-9 -3 12 / -6 2 15 / 4 12 22',
    ];
    expect(maps({ filters: 4 }, textures, weights)).toEqual(expected);
    expect([...standardBias(4).data]).toEqual([1, -2, 0, 3]);
    expect(maps({ filters: 4 }, textures, weights, standardBias(4))[0]).toBe('19 9 5 / 15 4 6 / 9 6 15');
  });

  test('§2 stride and padding', () => {
    const input = sample('one-to-thirty-six').tensor;
    const weights = alternatingWeights([3, 3, 1, 1]);
    expect(maps({ stride: 2 }, input, weights)).toEqual(['-78 -88 / -138 -148']);
    expect(maps({ stride: 2, padding: 'same' }, input, weights)).toEqual([
      '-78 -88 16 / -138 -148 28 / 108 114 -9',
    ]);
    expect(maps({ stride: 2, padding: 1 }, input, weights)).toEqual([
      '-9 -57 -63 / -19 -113 -123 / -31 -173 -183',
    ]);
  });

  test('§3 dilated', () => {
    const input = sample('one-to-forty-nine').tensor;
    const weights = alternatingWeights([3, 3, 1, 1]);
    expect(maps({ dilation: 2 }, input, weights)).toEqual([
      '-173 -178 -183 / -208 -213 -218 / -243 -248 -253',
    ]);
  });

  test('§4 grouped: a weight keeps its value when the dial turns', () => {
    const input = sample('four-textures').tensor;
    const first = (groups: number) =>
      maps({ filters: 4, groups }, input, standardWeights([3, 3, 4 / groups, 4], groups)).map((map) =>
        Number(map.split(' ')[0]),
      );
    expect([1, 2, 4].map((groups) => first(groups)[0])).toEqual([11, -16, -13]);
    expect([1, 2, 4].map((groups) => first(groups)[3])).toEqual([-2, -6, 7]);
  });

  test('§5 depthwise', () => {
    expect(maps({ filters: 3, groups: 3 }, textures, depthwiseWeights([3, 3, 1, 3]))).toEqual([
      '10 -5 -14 / 7 -9 -12 / 2 -6 -2',
      '5 10 15 / 5 10 15 / 5 10 15',
      '3 3 3 / 2 2 2 / 1 1 1',
    ]);
  });

  test('§5 multiplier 2 keeps the first map of each channel', () => {
    const doubled = maps({ filters: 6, groups: 3 }, textures, depthwiseWeights([3, 3, 1, 6], 2));
    const single = maps({ filters: 3, groups: 3 }, textures, depthwiseWeights([3, 3, 1, 3]));
    expect([doubled[0], doubled[2], doubled[4]]).toEqual(single);
    expect(new Set(doubled).size).toBe(6);
  });

  test('§6 pointwise', () => {
    const output = maps({ kernel: 1, filters: 4 }, textures, mixingWeights([1, 1, 3, 4]));
    const row3column2 = output.map((map) => Number(map.split(' / ')[2].split(' ')[1]));
    expect(row3column2).toEqual([7, 8, 1, 4]);
  });

  test('§7 separable', () => {
    const stages = [
      { input: textures.shape, filters: 3, groups: 3 },
      { kernel: 1, filters: 4 },
    ];
    const weights = [depthwiseWeights([3, 3, 1, 3]), mixingWeights([1, 1, 3, 4])];
    const output = reference(plan(stages), {
      input: textures,
      stages: weights.map((tensor) => ({ weights: tensor })),
    });
    expect([0, 1, 2, 3].map((channel) => picture(output, channel).join(' / '))).toEqual([
      '18 8 4 / 14 3 5 / 8 5 14',
      '13 -27 -55 / 6 -36 -52 / -5 -31 -33',
      '1 21 35 / 2 23 31 / 5 18 19',
      '17 12 13 / 15 9 16 / 11 13 27',
    ]);
  });

  test('§7 the two factors of the Sobel kernel', () => {
    const red: Tensor = { shape: [5, 5, 1], data: textures.data.filter((_, cell) => cell % 3 === 0) };
    const columns = kernel('sobel-x', [3, 1, 1, 1]);
    const rows = kernel('sobel-x', [1, 3, 1, 1]);
    expect([[...columns.data], [...rows.data]]).toEqual([
      [1, 2, 1],
      [-1, 0, 1],
    ]);
    expect(maps({ kernel: [3, 1] }, red, columns)).toEqual(['4 11 14 6 0 / 6 13 13 4 1 / 4 8 6 2 4']);
    expect(maps({}, red, kernel('sobel-x', [3, 3, 1, 1]))).toEqual(['10 -5 -14 / 7 -9 -12 / 2 -6 -2']);
  });

  test('§8 transposed', () => {
    const spec: ConvSpec = { op: 'transposed', stride: 2 };
    const weights = countingWeights([3, 3, 1, 1]);
    expect(maps(spec, sample('one-two-three-five').tensor, weights)).toEqual([
      '1 2 5 4 6 / 4 5 14 10 12 / 10 14 37 26 33 / 12 15 38 25 30 / 21 24 62 40 45',
    ]);
    expect(maps(spec, sample('powers-of-ten').tensor, weights)[0].split(' / ')[2].split(' ')[2]).toBe('1379');
  });

  test('§9 matrix', () => {
    expect(maps({}, sample('one-to-sixteen').tensor, alternatingWeights([3, 3, 1, 1]))).toEqual([
      '-56 -61 / -76 -81',
    ]);
  });
});

describe('named kernels', () => {
  test.each([
    ['identity', [0, 0, 0, 0, 1, 0, 0, 0, 0]],
    ['box', [1, 1, 1, 1, 1, 1, 1, 1, 1]],
    ['gaussian', [1, 2, 1, 2, 4, 2, 1, 2, 1]],
    ['checker', [1, -1, 1, -1, 1, -1, 1, -1, 1]],
    ['sobel-x', [-1, 0, 1, -2, 0, 2, -1, 0, 1]],
    ['sobel-y', [-1, -2, -1, 0, 0, 0, 1, 2, 1]],
    ['laplacian', [0, 1, 0, 1, -4, 1, 0, 1, 0]],
    ['sharpen', [0, -1, 0, -1, 5, -1, 0, -1, 0]],
    ['emboss', [-2, -1, 0, -1, 1, 1, 0, 1, 2]],
  ] as const)('%s at 3 × 3', (id, values) => {
    expect([...kernel(id, [3, 3, 1, 1]).data]).toEqual(values);
  });

  test('what a filter does to an even picture holds at every size', () => {
    const sums = { identity: 1, 'sobel-x': 0, 'sobel-y': 0, laplacian: 0, sharpen: 1 } as const;
    for (const [id, expected] of Object.entries(sums)) {
      for (const side of [2, 3, 5, 7]) {
        const { data } = kernel(id as keyof typeof sums, [side, side, 1, 1]);
        expect(
          data.reduce((sum, weight) => sum + weight, 0),
          `${id} ${side}`,
        ).toBe(expected);
      }
    }
  });

  test('gaussian is the binomial coefficients of each axis: the sum is 2 to the power of both', () => {
    const { data } = kernel('gaussian', [5, 2, 1, 1]);
    expect([...data]).toEqual([1, 1, 4, 4, 6, 6, 4, 4, 1, 1]);
    expect(data.reduce((sum, weight) => sum + weight, 0)).toBe(2 ** 4 * 2);
  });

  test('checker answers to a checkerboard and not to an even picture', () => {
    const board = sample('checkerboard', [4, 4, 1]).tensor;
    const even: Tensor = { shape: [4, 4, 1], data: new Float32Array(16).fill(7) };
    const checker = kernel('checker', [2, 2, 1, 1]);
    expect(maps({ kernel: 2 }, board, checker)).toEqual(['-2 2 -2 / 2 -2 2 / -2 2 -2']);
    expect(maps({ kernel: 2 }, even, checker)).toEqual(['0 0 0 / 0 0 0 / 0 0 0']);
  });

  test('identity passes each channel through its filter', () => {
    const output = maps({ filters: 3, padding: 1 }, textures, kernel('identity', [3, 3, 3, 3]));
    expect(output).toEqual([0, 1, 2].map((channel) => picture(textures, channel).join(' / ')));
  });

  test('every set of weights is whole numbers without −0 at any size, the same each time', () => {
    const makers = [
      ...kernelIds.map((id) => (shape: readonly [number, number, number, number]) => kernel(id, shape)),
      standardWeights,
      depthwiseWeights,
      mixingWeights,
      countingWeights,
      alternatingWeights,
      (shape: readonly [number, number, number, number]) => randomWeights(shape, 3),
    ];
    for (const make of makers) {
      for (const shape of [
        [1, 1, 1, 1],
        [3, 3, 3, 4],
        [2, 5, 4, 6],
      ] as const) {
        const { data, shape: made } = make(shape);
        expect(made).toEqual(shape);
        expect([...data].every((weight) => Number.isInteger(weight) && !Object.is(weight, -0))).toBe(true);
        expect(make(shape).data).toEqual(data);
      }
    }
  });

  test('ids and sizes are checked', () => {
    expect(kernelIds.every(isKernelId)).toBe(true);
    expect(isKernelId('constructor')).toBe(false);
    expect(() => kernel('box', [0, 3, 1, 1])).toThrow(RangeError);
  });

  test('random weights use all of −3…3 and depend on the seed', () => {
    const [first, other] = [1, 2].map((seed) => [...randomWeights([5, 5, 4, 4], seed).data]);
    expect([...new Set(first)].sort((a, b) => a - b)).toEqual([-3, -2, -1, 0, 1, 2, 3]);
    expect(other).not.toEqual(first);
  });

  test('the bias goes on without end', () => {
    const { shape, data } = standardBias(40);
    expect(shape).toEqual([40]);
    expect([...data].every((value) => Number.isInteger(value) && Math.abs(value) <= 3)).toBe(true);
  });
});
