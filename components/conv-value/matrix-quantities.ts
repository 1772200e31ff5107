/** What a sentence may ask about a stage as one sparse matrix, the one by which the layer multiplies: a row for every output cell. */
import { matrixEntries } from '../../src/math/counts.js';
import { unrolledMatrix } from '../../src/math/matrix.js';
import { rankOf } from '../../src/math/matrix-rank.js';
import type { Stage } from '../../src/math/types.js';
import type { StageView } from '../../src/timeline/types.js';
import { formatCount } from '../../src/words/numbers.js';

type MatrixQuantity = (view: StageView) => string | null;

export const matrixQuantities: Readonly<Record<string, MatrixQuantity>> = {
  'matrix-size': ({ stage }) => sidesOf(stage).map(formatCount).join('×'),
  'matrix-entries': ({ stage }) => formatCount(matrixEntries(stage)),
  'matrix-blanks': ({ stage }) => {
    const [rows, columns] = sidesOf(stage);
    return formatCount(rows * columns - matrixEntries(stage));
  },
  'matrix-rank': ({ stage, weights }) => {
    const rank = rankOf(unrolledMatrix(stage, weights));
    return rank === null ? null : formatCount(rank);
  },
};

/** Output cells and input cells of one image. */
function sidesOf({ input, output }: Stage): readonly [rows: number, columns: number] {
  const cells = ([, height, width, channels]: Stage['input']): number => height * width * channels;
  return [cells(output), cells(input)];
}
