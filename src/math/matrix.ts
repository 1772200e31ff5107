/** A convolution as one sparse matrix: rows are small cells, columns are big cells, entries are weights. */

import { matrixEntries } from './counts.js';
import { axesOf, channelsOf, groupOf, meetings, NOWHERE } from './incidence.js';
import { ConvError, print, problemOf } from './problem.js';
import { sizeOf } from './tensor.js';
import type { Plan, Stage, Tensor } from './types.js';

/** Compressed sparse rows; the columns of a row are in ascending order. */
export interface SparseMatrix {
  readonly rows: number;
  readonly cols: number;
  /** [rows + 1]: the entries of row r are rowStart[r] … rowStart[r + 1] − 1. */
  readonly rowStart: Int32Array;
  readonly colIndex: Int32Array;
  readonly value: Float32Array;
}

/** Most entries that a matrix is written out for: 128 MiB of them. */
export const LARGEST_MATRIX = 2 ** 24;

/**
 * W of one image of a stage (or of a plan of one stage), cells in HWC order. A convolution multiplies by W, a
 * transposed convolution by Wᵀ. A pair of cells that meets has an entry even where the weight is 0.
 * @throws ConvError 'illegal-plan', 'bad-tensors' or 'matrix-too-large'.
 */
export function unrolledMatrix(subject: Plan | Stage, weights: Tensor): SparseMatrix {
  const stage = stageOf(subject);
  check(stage, weights);
  const [rowAxis, columnAxis] = axesOf(stage);
  const [, smallRows, smallColumns, smallChannels] = stage.small;
  const [, , bigColumns, bigChannels] = stage.big;
  const [, kernelWidth, channelsPerGroup] = stage.weightShape;
  const entries = matrixEntries(stage);
  const rowStart = new Int32Array(smallRows * smallColumns * smallChannels + 1);
  const colIndex = new Int32Array(entries);
  const value = new Float32Array(entries);
  let entry = 0;
  let matrixRow = 0;
  for (let row = 0; row < smallRows; row++) {
    const vertical = meetings(rowAxis, 'small', row).filter(({ other }) => other !== NOWHERE);
    for (let column = 0; column < smallColumns; column++) {
      const horizontal = meetings(columnAxis, 'small', column).filter(({ other }) => other !== NOWHERE);
      for (let small = 0; small < smallChannels; small++) {
        const { first } = channelsOf(stage, 'big', groupOf(stage, 'small', small));
        for (const y of vertical) {
          for (const x of horizontal) {
            const cell = (y.other * bigColumns + x.other) * bigChannels + first;
            const tap = (y.tap * kernelWidth + x.tap) * channelsPerGroup;
            for (let channel = 0; channel < channelsPerGroup; channel++) {
              colIndex[entry] = cell + channel;
              value[entry++] = weights.data[(tap + channel) * smallChannels + small];
            }
          }
        }
        rowStart[++matrixRow] = entry;
      }
    }
  }
  return { rows: matrixRow, cols: stage.big[1] * bigColumns * bigChannels, rowStart, colIndex, value };
}

function stageOf(subject: Plan | Stage): Stage {
  if (!('stages' in subject)) return subject;
  if (subject.problems.length > 0) throw new ConvError('illegal-plan', subject.problems);
  if (subject.stages.length === 1) return subject.stages[0];
  const given = `${subject.stages.length}`;
  const claim = 'A matrix belongs to one stage';
  const problem = problemOf({ claim, field: 'spec', kind: 'not-applicable', given, allowed: '1', stage: 1 });
  throw new ConvError('illegal-plan', [problem]);
}

function check(stage: Stage, weights: Tensor): void {
  const { index, weightShape } = stage;
  const size = sizeOf(weightShape);
  if (weights.data.length !== size || weights.shape.some((length, axis) => length !== weightShape[axis])) {
    const claim = "The shape of the weights is not the stage's";
    const parts = { claim, given: print(weights.shape), allowed: print(weightShape), stage: index };
    throw new ConvError('bad-tensors', [problemOf({ ...parts, field: 'weights', kind: 'shape-mismatch' })]);
  }
  const entries = matrixEntries(stage);
  if (entries > LARGEST_MATRIX) {
    const claim = 'The matrix would hold too many entries';
    const parts = { claim, given: `${entries}`, allowed: `1 … ${LARGEST_MATRIX}`, stage: index };
    throw new ConvError('matrix-too-large', [
      problemOf({ ...parts, field: 'input', kind: 'tensor-too-large' }),
    ]);
  }
}

/** W · x: what a convolution does to an image. Sums in double precision, rounded once. */
export function multiply(matrix: SparseMatrix, x: ArrayLike<number>): Float32Array {
  const product = new Float32Array(matrix.rows);
  for (let row = 0; row < matrix.rows; row++) {
    let sum = 0;
    for (let entry = matrix.rowStart[row]; entry < matrix.rowStart[row + 1]; entry++) {
      sum += matrix.value[entry] * x[matrix.colIndex[entry]];
    }
    product[row] = sum;
  }
  return product;
}

/** Wᵀ · y: what a transposed convolution does to an image. Sums in double precision, rounded once. */
export function multiplyTransposed(matrix: SparseMatrix, y: ArrayLike<number>): Float32Array {
  const sums = new Float64Array(matrix.cols);
  for (let row = 0; row < matrix.rows; row++) {
    for (let entry = matrix.rowStart[row]; entry < matrix.rowStart[row + 1]; entry++) {
      sums[matrix.colIndex[entry]] += matrix.value[entry] * y[row];
    }
  }
  return Float32Array.from(sums);
}

/**
 * ⟨W x, y⟩ and ⟨x, Wᵀ y⟩: the same number, which is what makes the transposed matrix the adjoint. Each in its own order,
 * the inner matrix product rounded to float32; equal to the last bit for whole numbers whose matrix products stay below
 * 2^24, else up to rounding.
 */
export function adjoint(
  matrix: SparseMatrix,
  x: ArrayLike<number>,
  y: ArrayLike<number>,
): { forward: number; backward: number } {
  return {
    forward: innerProduct(multiply(matrix, x), y),
    backward: innerProduct(multiplyTransposed(matrix, y), x),
  };
}

function innerProduct(a: Float32Array, b: ArrayLike<number>): number {
  return a.reduce((sum, value, place) => sum + value * b[place], 0);
}
