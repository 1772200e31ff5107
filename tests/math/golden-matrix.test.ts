/** Golden matrices: every entry, the products with W and its transpose, the counts, and im2row. */

import { describe, expect, it } from 'vitest';
import matrixFile from '../golden/matrix-cases.json';
import {
  counts,
  multiply,
  multiplyTransposed,
  plan,
  tensor,
  termsOf,
  unrolledMatrix,
} from '../../src/math/index.js';
import type { SparseMatrix } from '../../src/math/index.js';
import { firstDifference, specOf, weightShapeOf } from '../fixtures/golden.js';
import type { RawSetting, RawTensor, RawWeights } from '../fixtures/golden.js';

interface MatrixCase extends RawSetting {
  readonly name: string;
  readonly inputShape: number[];
  readonly outputShape: number[];
  readonly weights: RawWeights;
  readonly matrix: RawTensor;
  readonly nnz: number;
  readonly density: number;
  readonly params: number;
  readonly denseMacs: number;
  readonly matrixMacs: number;
  readonly x: number[];
  readonly Wx: number[];
  readonly o: number[];
  readonly WTo: number[];
  readonly im2row?: RawTensor;
}

const cases = matrixFile.cases as unknown as MatrixCase[];

function prepare(raw: MatrixCase) {
  const planned = plan(specOf(raw, raw.inputShape, raw.weights.shape, false));
  const weights = tensor(weightShapeOf(raw.op, raw.weights.shape), raw.weights.data);
  return { planned, stage: planned.stages[0], matrix: unrolledMatrix(planned, weights) };
}

function dense({ rows, cols, rowStart, colIndex, value }: SparseMatrix, transposed: boolean): number[] {
  const cells = Array.from({ length: rows * cols }, () => 0);
  for (let row = 0; row < rows; row++) {
    for (let entry = rowStart[row]; entry < rowStart[row + 1]; entry++) {
      const column = colIndex[entry];
      cells[transposed ? column * rows + row : row * cols + column] += value[entry];
    }
  }
  return cells;
}

describe('golden matrices', () => {
  it('reads all cases', () => expect(cases.length).toBe(22));

  it.each(cases)('$name: entries and counts', (raw) => {
    const { planned, stage, matrix } = prepare(raw);
    const transposed = stage.op === 'transposed';
    expect(stage.output.slice(1)).toEqual(raw.outputShape);
    expect(transposed ? [matrix.cols, matrix.rows] : [matrix.rows, matrix.cols]).toEqual(raw.matrix.shape);
    expect(firstDifference(dense(matrix, transposed), raw.matrix.data)).toBe(-1);
    expect(matrix.value.length).toBe(raw.nnz);
    expect(matrix.value.length / (matrix.rows * matrix.cols)).toBeCloseTo(raw.density, 6);
    expect(matrix.rows * matrix.cols).toBe(raw.matrixMacs);
    const { params, gatherMacs, usefulMacs } = counts(planned);
    expect([params, gatherMacs, usefulMacs]).toEqual([raw.params, raw.denseMacs, raw.nnz]);
  });

  it.each(cases)('$name: products', (raw) => {
    const { stage, matrix } = prepare(raw);
    const [forward, backward] =
      stage.op === 'conv' ? [multiply, multiplyTransposed] : [multiplyTransposed, multiply];
    expect(firstDifference(forward(matrix, raw.x), raw.Wx)).toBe(-1);
    expect(firstDifference(backward(matrix, raw.o), raw.WTo)).toBe(-1);
  });

  const withPatches = cases.filter((raw) => raw.im2row);
  it.each(withPatches)('$name: patches', (raw) => {
    const { stage } = prepare(raw);
    const [, rows, columns] = stage.output;
    const [, , width, channels] = stage.input;
    const [, kernelWidth] = stage.kernel;
    const patches = raw.im2row!.data.map(() => 0);
    for (let place = 0; place < rows * columns; place++) {
      for (const { input, weight } of termsOf(stage, [0, Math.floor(place / columns), place % columns, 0])) {
        if (!input) continue;
        const column = (weight[0] * kernelWidth + weight[1]) * channels + weight[2];
        const value = raw.x[(input[1] * width + input[2]) * channels + input[3]];
        patches[place * raw.im2row!.shape[1] + column] = value;
      }
    }
    expect(firstDifference(patches, raw.im2row!.data)).toBe(-1);
  });
});
