import { unrolledMatrix } from '../../src/math/matrix.js';
import type { Moment } from '../../src/timeline/types.js';
import { cellsText } from '../../src/quiz/cells.js';
import type { Ask } from '../../src/quiz/distractors.js';
import { formatNumber } from '../../src/words/numbers.js';
import { quantityText } from '../conv-value/quantity.js';

export const quizKinds = ['choice', 'number', 'cells', 'size', 'matrix', 'written'] as const;

/** How a question is answered. */
export type QuizKind = (typeof quizKinds)[number];

/** Most rows and columns of a matrix that is small enough to be told from another one by eye. */
const mostMatrixSide = 40;

/** How a kind reads its answer off a layer. */
export function askOf(kind: QuizKind, stage?: number): Ask {
  if (kind === 'cells') return (of, { plan }) => cellsText(of, plan);
  if (kind === 'matrix') return matrixText;
  return (of, moment) => quantityText(of, moment, stage);
}

/** What a kind asks for where its author names nothing. */
export function usualQuantity(kind: QuizKind): string {
  return kind === 'size' ? 'output-size' : kind === 'matrix' ? 'matrix' : '';
}

/** The matrix by which a layer of one stage multiplies, row by row; `transposed matrix` is the other one. */
function matrixText(of: string, { plan, stages }: Moment): string | null {
  const [view] = stages;
  if (!/^(transposed )?matrix$/.test(of) || stages.length !== 1 || plan.stages.length !== 1) return null;
  const { stage, weights } = view;
  const { rows, cols, rowStart, colIndex, value } = unrolledMatrix(stage, weights);
  if (Math.max(rows, cols) > mostMatrixSide) return null;
  const dense = Array.from({ length: rows }, () => new Array<number>(cols).fill(0));
  for (const [row, cells] of dense.entries()) {
    for (let entry = rowStart[row]; entry < rowStart[row + 1]; entry++)
      cells[colIndex[entry]] += value[entry];
  }
  // A transposed convolution multiplies by the transpose of the matrix of the relation.
  const isTurnedOver = (stage.op === 'transposed') !== of.startsWith('transposed');
  const shown = isTurnedOver ? dense[0].map((_, column) => dense.map((row) => row[column])) : dense;
  return shown.map((row) => row.map((each) => formatNumber(each)).join(' ')).join(' / ');
}
