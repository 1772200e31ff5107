/** The matrix as it lies before the reader: which cells stand along its rows and columns, and where its entries are. */
import { readSide, writtenSide, type Side } from '../../math/incidence.js';
import { matrixEntries } from '../../math/counts.js';
import { unrolledMatrix, type SparseMatrix } from '../../math/matrix.js';
import type { CellOrder } from '../../math/matrix-places.js';
import { indexAt, offsetOf } from '../../math/tensor.js';
import type { Index4, Stage, Tensor } from '../../math/types.js';
import type { StageView } from '../../timeline/types.js';
import { cellAxis, type CellAxis } from './order.js';

/** A place on the sheet as it lies, counted from 0. */
export interface Place {
  readonly row: number;
  readonly column: number;
}

/** A whole row or column of the sheet. */
export interface LineAt {
  readonly axis: 'row' | 'column';
  readonly index: number;
}

/** Rows and columns of the sheet, first and last included. */
export interface Part {
  readonly firstRow: number;
  readonly lastRow: number;
  readonly firstColumn: number;
  readonly lastColumn: number;
}

export interface Sheet {
  readonly stage: Stage;
  /** W: rows are small cells, columns are big cells, in the engine's order, whichever way the sheet lies. */
  readonly matrix: SparseMatrix;
  /** Turned over from the matrix that acts: its rows are the cells that the stage reads. */
  readonly turned: boolean;
  /** The side of the relation whose cells stand along the rows; those of the other one stand along the columns. */
  readonly rowSide: Side;
  readonly columnSide: Side;
  readonly rows: CellAxis;
  readonly columns: CellAxis;
}

/** Most entries that are drawn: 32 MiB of them. */
export const mostEntries = 2 ** 22;

/** Can the matrix of a stage be drawn? */
export function isDrawable(stage: Stage): boolean {
  return matrixEntries(stage) <= mostEntries;
}

/** A convolution multiplies by W, a transposed convolution by Wᵀ: outputs stand along the rows until it is turned. */
export function sheetOf(view: StageView, turned: boolean, order: CellOrder): Sheet {
  const { stage } = view;
  const [read, written] = [readSide(stage), writtenSide(stage)];
  const [rowSide, columnSide] = turned ? [read, written] : [written, read];
  return {
    stage,
    matrix: matrixOf(view),
    turned,
    rowSide,
    columnSide,
    rows: cellAxis(stage, rowSide, order),
    columns: cellAxis(stage, columnSide, order),
  };
}

/** 'W' or 'Wᵀ': what lies before the reader. */
export function matrixName({ op }: Stage, turned: boolean): 'W' | 'Wᵀ' {
  return (op === 'conv') === turned ? 'Wᵀ' : 'W';
}

/** The side of the relation on which a tensor of the stage stands. */
export function sideOf({ turned, rowSide, columnSide }: Sheet, tensor: 'input' | 'output'): Side {
  return (tensor === 'output') === turned ? columnSide : rowSide;
}

const matrices = new WeakMap<Tensor, { readonly stage: Stage; readonly matrix: SparseMatrix }>();

function matrixOf({ stage, weights }: StageView): SparseMatrix {
  const known = matrices.get(weights);
  if (known?.stage === stage) return known.matrix;
  const matrix = unrolledMatrix(stage, weights);
  matrices.set(weights, { stage, matrix });
  return matrix;
}

/** All of the sheet. */
export function wholeOf({ rows, columns }: Sheet): Part {
  return { firstRow: 0, lastRow: rows.cells - 1, firstColumn: 0, lastColumn: columns.cells - 1 };
}

/** Every entry of a part of the sheet, in no promised order. */
export function forEachEntry(
  { stage, matrix, rowSide, rows, columns }: Sheet,
  { firstRow, lastRow, firstColumn, lastColumn }: Part,
  visit: (row: number, column: number, value: number, channel: number) => void,
): void {
  const { rowStart, colIndex, value } = matrix;
  const upright = rowSide === 'small';
  const [small, big] = upright ? [rows, columns] : [columns, rows];
  const [first, last] = upright ? [firstRow, lastRow] : [firstColumn, lastColumn];
  const [from, to] = upright ? [firstColumn, lastColumn] : [firstRow, lastRow];
  for (let place = first; place <= last; place++) {
    const cell = small.offsets[place];
    const channel = cell % stage.small[3];
    for (let entry = rowStart[cell]; entry < rowStart[cell + 1]; entry++) {
      const across = big.places[colIndex[entry]];
      if (across < from || across > to) continue;
      if (upright) visit(place, across, value[entry], channel);
      else visit(across, place, value[entry], channel);
    }
  }
}

/** An entry: its weight, and the two cells that it joins as offsets into one image. */
export interface SheetEntry {
  readonly value: number;
  readonly small: number;
  readonly big: number;
}

/** The entry at a place, or null where the sheet is blank. */
export function entryAt(
  { matrix, rowSide, rows, columns }: Sheet,
  { row, column }: Place,
): SheetEntry | null {
  const [rowOffset, columnOffset] = [rows.offsets[row], columns.offsets[column]];
  const [small, big] = rowSide === 'small' ? [rowOffset, columnOffset] : [columnOffset, rowOffset];
  let [low, high] = [matrix.rowStart[small], matrix.rowStart[small + 1]];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (matrix.colIndex[middle] < big) low = middle + 1;
    else high = middle;
  }
  const found = low < matrix.rowStart[small + 1] && matrix.colIndex[low] === big;
  return found ? { value: matrix.value[low], small, big } : null;
}

/** A cell of a side in one image of the batch, by its offset in the image. */
export function cellOfOffset(stage: Stage, side: Side, image: number, offset: number): Index4 {
  const [row, column, channel] = indexAt(stage[side].slice(1), offset);
  return [image, row, column, channel];
}

/** The offset of a cell in its image. */
export function offsetOfCell(stage: Stage, side: Side, cell: readonly number[]): number {
  return offsetOf(stage[side].slice(1), cell.slice(1));
}
