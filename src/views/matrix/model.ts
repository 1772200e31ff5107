/** Everything that the matrix shows of a moment. */
import type { Moment, StageView } from '../../timeline/types.js';
import { lineInFocus, litOf, type Lit } from './lit.js';
import { lineOf, type Line } from './line.js';
import type { CellOrder } from '../../math/matrix-places.js';
import { sheetOf, type Sheet } from './sheet.js';
import { vectorsOf, type Fed, type Vectors } from './vectors.js';

export interface MatrixOptions {
  /** The stage of the plan whose matrix is shown. */
  readonly stage: number;
  readonly turned: boolean;
  readonly order: CellOrder;
  /** What was put into the turned sheet; null while its slot is empty. */
  readonly fed: Fed | null;
}

export interface MatrixModel extends Vectors {
  readonly view: StageView;
  readonly sheet: Sheet;
  /** The one image of the batch that is shown. */
  readonly image: number;
  readonly lit: Lit;
  /** The row or column that is explained in words and numbers. */
  readonly line: Line;
}

/** @param options of a stage whose matrix {@link isDrawable} */
export function matrixModel(moment: Moment, { stage, turned, order, fed }: MatrixOptions): MatrixModel {
  const view = moment.stages[stage];
  const image = moment.frame.cell[0];
  const sheet = sheetOf(view, turned, order);
  const vectors = vectorsOf(moment, sheet, image, fed);
  const line = lineOf(sheet, lineInFocus(moment, sheet), image, view.weights, vectors);
  return { view, sheet, image, ...vectors, lit: litOf(moment, sheet, image), line };
}
