/** Matrices of stages that follow each other, made into one. */

import { LARGEST_MATRIX, unrolledMatrix, type SparseMatrix } from './matrix.js';
import { ConvError, problemOf } from './problem.js';
import type { Plan, Tensor } from './types.js';

/** Wᵀ, its columns in ascending order. */
export function transpose({ rows, cols, rowStart, colIndex, value }: SparseMatrix): SparseMatrix {
  const starts = new Int32Array(cols + 1);
  for (const column of colIndex) starts[column + 1]++;
  for (let column = 0; column < cols; column++) starts[column + 1] += starts[column];
  const next = starts.slice();
  const turned = { colIndex: new Int32Array(colIndex.length), value: new Float32Array(value.length) };
  for (let row = 0; row < rows; row++) {
    for (let entry = rowStart[row]; entry < rowStart[row + 1]; entry++) {
      const place = next[colIndex[entry]]++;
      turned.colIndex[place] = row;
      turned.value[place] = value[entry];
    }
  }
  return { rows: cols, cols: rows, rowStart: starts, ...turned };
}

/**
 * left · right: what `right` and then `left` do. Two cells that are joined by a path have an entry even where the paths
 * add up to 0. Sums in double precision, rounded once.
 * @throws RangeError where the sizes do not fit, ConvError 'matrix-too-large'
 */
export function product(left: SparseMatrix, right: SparseMatrix): SparseMatrix {
  if (left.cols !== right.rows) {
    throw new RangeError(`${left.rows} × ${left.cols} by ${right.rows} × ${right.cols} has no product.`);
  }
  const rowStart = new Int32Array(left.rows + 1);
  const [colIndex, value]: number[][] = [[], []];
  for (let row = 0; row < left.rows; row++) {
    const sums = new Map<number, number>();
    for (let entry = left.rowStart[row]; entry < left.rowStart[row + 1]; entry++) {
      const between = left.colIndex[entry];
      for (let other = right.rowStart[between]; other < right.rowStart[between + 1]; other++) {
        const column = right.colIndex[other];
        sums.set(column, (sums.get(column) ?? 0) + left.value[entry] * right.value[other]);
      }
    }
    if (colIndex.length + sums.size > LARGEST_MATRIX) throw tooLarge(colIndex.length + sums.size);
    for (const column of [...sums.keys()].sort((a, b) => a - b)) {
      colIndex.push(column);
      value.push(sums.get(column)!);
    }
    rowStart[row + 1] = colIndex.length;
  }
  return {
    rows: left.rows,
    cols: right.cols,
    rowStart,
    colIndex: Int32Array.from(colIndex),
    value: Float32Array.from(value),
  };
}

function tooLarge(entries: number): ConvError {
  const claim = 'The product would hold too many entries';
  const parts = { claim, given: `${entries}`, allowed: `1 … ${LARGEST_MATRIX}`, stage: 0 };
  return new ConvError('matrix-too-large', [
    problemOf({ ...parts, field: 'input', kind: 'tensor-too-large' }),
  ]);
}

/**
 * What all stages of a plan together do to one image, as one matrix: rows are cells of the last output, columns are cells
 * of the plan's input. Biases and activations are left out: no matrix does what they do.
 * @param weights of each stage
 * @throws ConvError 'illegal-plan', 'bad-tensors' or 'matrix-too-large'
 */
export function chainedMatrix({ stages, problems }: Plan, weights: readonly Tensor[]): SparseMatrix {
  if (problems.length > 0) throw new ConvError('illegal-plan', problems);
  const reached: SparseMatrix[] = [];
  for (const stage of stages) {
    const matrix = unrolledMatrix(stage, weights[stage.index]);
    const acting = stage.op === 'conv' ? matrix : transpose(matrix);
    const from = stage.from[0];
    reached.push(from < 0 ? acting : product(acting, reached[from]));
  }
  return reached[reached.length - 1];
}
