/** What is said about a matrix: its size, its rank, its places and orders, its product with others. */

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  adjoint,
  chainedMatrix,
  displayOrder,
  displayPlaces,
  indexAt,
  matrixSize,
  multiply,
  offsetOf,
  plan,
  product,
  rankOf,
  reference,
  sizeOf,
  tensor,
  transpose,
  unrolledMatrix,
  weightAtPlace,
} from '../../src/math/index.js';
import type { ConvSpec, SparseMatrix, Stage } from '../../src/math/index.js';
import { firstDifference } from '../fixtures/golden.js';
import { anyCase, mulberry32, randomFloats, randomIntegers } from '../fixtures/random-spec.js';

const SEED = 20240615;
const stageOf = (spec: ConvSpec): Stage => plan(spec).stages[0];
/** Weights −2 … 2, different in each filter, none a multiple of another. */
const patterned = (stage: Stage) =>
  tensor(
    stage.weightShape,
    Array.from({ length: sizeOf(stage.weightShape) }, (_, offset) => {
      const [ky, kx, c, f] = indexAt(stage.weightShape, offset);
      return ((3 * ky + 5 * kx + 7 * c + 4 * f + ky * kx) % 5) - 2;
    }),
  );
const standard: ConvSpec = { input: [5, 5, 3], filters: 4 };
const depthwise: ConvSpec = { input: [5, 5, 3], filters: 3, groups: 3 };
const pointwise: ConvSpec = { input: [3, 3, 3], filters: 4, kernel: 1 };
const plain = stageOf({ input: [4, 4, 1] });
const plainWeights = tensor(plain.weightShape, [-1, 2, -3, 4, -5, 6, -7, 8, -9]);

/** A sparse matrix from rows of numbers; zeros are blanks. */
function sparse(rows: readonly number[][]): SparseMatrix {
  const entries = rows.map((row) => row.flatMap((value, column) => (value === 0 ? [] : [{ value, column }])));
  const rowStart = entries.reduce((starts, row) => [...starts, starts[starts.length - 1] + row.length], [0]);
  return {
    rows: rows.length,
    cols: rows[0].length,
    rowStart: Int32Array.from(rowStart),
    colIndex: Int32Array.from(entries.flat(), ({ column }) => column),
    value: Float32Array.from(entries.flat(), ({ value }) => value),
  };
}

function dense({ rows, cols, rowStart, colIndex, value }: SparseMatrix): number[][] {
  return Array.from({ length: rows }, (_, row) => {
    const places = Array.from({ length: cols }, () => 0);
    for (let entry = rowStart[row]; entry < rowStart[row + 1]; entry++)
      places[colIndex[entry]] = value[entry];
    return places;
  });
}

describe('the size of a matrix', () => {
  it.each([
    ['4×4', { input: [4, 4, 1] }, 4, 16, 36, 28, 0.5625],
    ['standard', standard, 36, 75, 972, 1728, 0.36],
    ['depthwise', depthwise, 27, 75, 243, 1782, 0.12],
    ['pointwise', pointwise, 36, 27, 108, 864, 1 / 9],
    ['transposed', { op: 'transposed', input: [2, 2, 1], stride: 2 }, 4, 25, 36, 64, 0.36],
  ] as const)(
    '%s: rows, columns, entries, blanks, density',
    (_, spec, rows, cols, entries, blanks, density) => {
      expect(matrixSize(stageOf(spec))).toEqual({ rows, cols, entries, blanks, density });
    },
  );
});

describe('the rank', () => {
  const rank = (spec: ConvSpec) => {
    const stage = stageOf(spec);
    return rankOf(unrolledMatrix(stage, patterned(stage)));
  };

  it('of the worked examples', () => {
    expect(rankOf(unrolledMatrix(plain, plainWeights))).toBe(4);
    expect([rank(standard), rank(depthwise), rank(pointwise)]).toEqual([36, 27, 27]);
  });

  it('counts independent rows, whatever is blank, repeated or a sum of others', () => {
    expect(rankOf(sparse([[0, 0, 0]]))).toBe(0);
    expect(
      rankOf(
        sparse([
          [2, 4],
          [1, 2],
          [3, 6],
        ]),
      ),
    ).toBe(1);
    expect(
      rankOf(
        sparse([
          [1, 2, 3],
          [4, 5, 6],
          [5, 7, 9],
        ]),
      ),
    ).toBe(2);
    expect(
      rankOf(
        sparse([
          [0, 0, 1],
          [0, 2, 0],
          [3, 0, 0],
        ]),
      ),
    ).toBe(3);
  });

  it('is exact where double precision rounds', () => {
    const large = 2 ** 24 - 1;
    const rows = [
      [large, large - 1, 1],
      [large - 1, large - 2, 1],
      [1, 1, 0],
    ];
    expect(rankOf(sparse(rows))).toBe(2);
    expect(rankOf(sparse([...rows.slice(0, 2), [1, 1, 1]]))).toBe(3);
  });

  it('takes rounding for nothing', () => {
    const row = [0.1, 0.7, -0.3].map(Math.fround);
    expect(rankOf(sparse([row, row.map((value) => Math.fround(value / 3))]))).toBe(1);
    expect(rankOf(sparse([row, [0.1, 0.7, -0.2]]))).toBe(2);
  });

  it('is not told of a matrix whose shorter side is over 64', () => {
    expect(rank({ input: [10, 10, 1] })).toBe(64);
    expect(rank({ input: [11, 11, 1] })).toBeNull();
  });

  it('of pointwise · depthwise is at most 27, where a standard convolution has 36', () => {
    const planned = plan([depthwise, { kernel: 1, filters: 4 }]);
    const weights = planned.stages.map((stage) => randomIntegers(stage.weightShape, mulberry32(SEED)));
    const chained = chainedMatrix(planned, weights);
    expect([chained.rows, chained.cols, rankOf(chained)]).toEqual([36, 75, 27]);
    const floats = planned.stages.map((stage) => randomFloats(stage.weightShape, mulberry32(SEED)));
    expect(rankOf(chainedMatrix(planned, floats))).toBe(27);
  });
});

describe('the places', () => {
  it(`hold the weights that the written matrix holds, and are blank elsewhere (seed ${SEED})`, () => {
    fc.assert(
      fc.property(anyCase(), ({ stage, integers }) => {
        const { weights } = integers.stages[0];
        const numbered = { shape: weights.shape, data: weights.data.map((_, offset) => offset + 1) };
        const matrix = unrolledMatrix(stage, numbered);
        const places = dense(matrix);
        const { entries, blanks } = matrixSize(stage);
        expect([entries, entries + blanks]).toEqual([matrix.value.length, matrix.rows * matrix.cols]);
        const step = Math.max(1, Math.floor((matrix.rows * matrix.cols) / 500));
        for (let place = 0; place < matrix.rows * matrix.cols; place += step) {
          const [row, column] = [Math.floor(place / matrix.cols), place % matrix.cols];
          const weight = weightAtPlace(stage, row, column);
          expect(weight === null ? 0 : offsetOf(stage.weightShape, weight) + 1).toBe(places[row][column]);
        }
      }),
      { seed: SEED, numRuns: 60 },
    );
  });

  it('are found in a matrix that nobody writes out', () => {
    const stage = stageOf({ input: [16, 16, 16], filters: 16, padding: 'same' });
    expect(weightAtPlace(stage, 0, 0)).toEqual([1, 1, 0, 0]);
    expect(weightAtPlace(stage, 4095, 4094)).toEqual([1, 1, 14, 15]);
    expect(weightAtPlace(stage, 0, 4095)).toBeNull();
  });

  it('outside the matrix are blank', () => {
    const outside = [
      [-1, 0],
      [0, -1],
      [4, 0],
      [0, 16],
      [0.5, 0],
    ];
    expect(outside.map(([row, column]) => weightAtPlace(plain, row, column))).toEqual(
      outside.map(() => null),
    );
  });
});

describe('the order for the eye', () => {
  const stage = stageOf({ input: [1, 2, 3], kernel: 1, filters: 2 });

  it('is channel after channel, or pixel after pixel as the engine has it', () => {
    expect([...displayOrder(stage, 'big', 'channel')]).toEqual([0, 3, 1, 4, 2, 5]);
    expect([...displayOrder(stage, 'big', 'pixel')]).toEqual([0, 1, 2, 3, 4, 5]);
    expect([...displayOrder(stage, 'small', 'channel')]).toEqual([0, 2, 1, 3]);
    expect([...displayPlaces(stage, 'big', 'channel')]).toEqual([0, 2, 4, 1, 3, 5]);
  });

  it('by channel makes a depthwise matrix block-diagonal; by pixel a pointwise one', () => {
    const blocks = (spec: ConvSpec, by: 'channel' | 'pixel') => {
      const sorted = stageOf(spec);
      const { rows, cols } = matrixSize(sorted);
      const [small, big] = [displayOrder(sorted, 'small', by), displayOrder(sorted, 'big', by)];
      const count = by === 'channel' ? sorted.groups : sorted.big[1] * sorted.big[2];
      let outside = 0;
      for (let row = 0; row < rows; row++)
        for (let column = 0; column < cols; column++) {
          const isBlock = Math.floor((row * count) / rows) === Math.floor((column * count) / cols);
          if (!isBlock && weightAtPlace(sorted, small[row], big[column])) outside++;
        }
      return outside;
    };
    expect([blocks(depthwise, 'channel'), blocks(pointwise, 'pixel')]).toEqual([0, 0]);
  });
});

describe('the transposed matrix', () => {
  it('has rows for columns, and turned twice is the matrix itself', () => {
    const matrix = unrolledMatrix(plain, plainWeights);
    const turned = transpose(matrix);
    expect(dense(turned)).toEqual(
      dense(matrix)[0].map((_, column) => dense(matrix).map((row) => row[column])),
    );
    expect(transpose(turned)).toEqual(matrix);
  });

  it('is the adjoint: −730 both ways in the worked example', () => {
    const matrix = unrolledMatrix(plain, plainWeights);
    const x = Array.from({ length: 16 }, (_, place) => place + 1);
    expect([...multiply(matrix, x)]).toEqual([-56, -61, -76, -81]);
    expect(adjoint(matrix, x, [1, 2, 3, 4])).toEqual({ forward: -730, backward: -730 });
  });

  it(`is the adjoint of every stage (seed ${SEED})`, () => {
    fc.assert(
      fc.property(anyCase(), ({ stage, integers }) => {
        const matrix = unrolledMatrix(stage, integers.stages[0].weights);
        const random = mulberry32(5);
        const [x, y] = [matrix.cols, matrix.rows].map((size) => randomIntegers([size], random).data);
        const { forward, backward } = adjoint(matrix, x, y);
        expect(forward).toBe(backward);
      }),
      { seed: SEED, numRuns: 60 },
    );
  });
});

describe('the product of matrices', () => {
  it('by hand', () => {
    const left = sparse([
      [1, 2],
      [0, 3],
      [4, 0],
    ]);
    const right = sparse([
      [1, 0, -1],
      [0, 5, 2],
    ]);
    expect(dense(product(left, right))).toEqual([
      [1, 10, 3],
      [0, 15, 6],
      [4, 0, -4],
    ]);
    expect(() => product(right, right)).toThrow(RangeError);
  });

  it('of chained stages does what they do, transposed ones by Wᵀ', () => {
    const planned = plan([
      { input: [5, 4, 2], filters: 3, stride: 2, padding: 'same' },
      { op: 'transposed', filters: 2, stride: 2, padding: 1 },
      { filters: 4, kernel: 1 },
    ]);
    const random = mulberry32(SEED);
    const stages = planned.stages.map((stage) => ({ weights: randomIntegers(stage.weightShape, random) }));
    const input = randomIntegers(planned.stages[0].input, random);
    const matrix = chainedMatrix(
      planned,
      stages.map(({ weights }) => weights),
    );
    expect(firstDifference(multiply(matrix, input.data), reference(planned, { input, stages }).data)).toBe(
      -1,
    );
    for (let row = 0; row < matrix.rows; row++) {
      const columns = [...matrix.colIndex.slice(matrix.rowStart[row], matrix.rowStart[row + 1])];
      expect(columns).toEqual([...columns].sort((a, b) => a - b));
    }
  });
});
