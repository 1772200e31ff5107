/** The places of a stage's matrix by arithmetic alone, so that one of a size that nobody writes out can still be read. */

import { matrixEntries } from './counts.js';
import { axesOf, channelsPerGroup, groupOf, NOWHERE, tapAt, type Side } from './incidence.js';
import { indexAt, sizeOf } from './tensor.js';
import type { Shape4, Stage, WeightIndex } from './types.js';

/** The matrix of one image. */
export interface MatrixSize {
  /** Small cells. */
  readonly rows: number;
  /** Big cells. */
  readonly cols: number;
  /** Pairs of cells that meet; a weight of 0 is an entry too. */
  readonly entries: number;
  /** Places without an entry: the products that a dense matrix would waste on zeros. */
  readonly blanks: number;
  /** Entries / places, 0 … 1. */
  readonly density: number;
}

export function matrixSize(stage: Stage): MatrixSize {
  const [rows, cols] = [cellsOfImage(stage, 'small'), cellsOfImage(stage, 'big')];
  const entries = matrixEntries(stage);
  return { rows, cols, entries, blanks: rows * cols - entries, density: entries / (rows * cols) };
}

function cellsOfImage(stage: Stage, side: Side): number {
  return sizeOf(stage[side].slice(1));
}

/**
 * The weight that stands where a row (a small cell) and a column (a big cell) cross, both counted in the engine's order;
 * null where the place is blank, and outside the matrix.
 */
export function weightAtPlace(stage: Stage, row: number, column: number): WeightIndex | null {
  const small = cellOfImage(stage.small, row);
  const big = cellOfImage(stage.big, column);
  if (!small || !big) return null;
  const [rows, columns] = axesOf(stage);
  if (groupOf(stage, 'small', small[2]) !== groupOf(stage, 'big', big[2])) return null;
  const [tapRow, tapColumn] = [tapAt(rows, big[0], small[0]), tapAt(columns, big[1], small[1])];
  if (tapRow === NOWHERE || tapColumn === NOWHERE) return null;
  return [tapRow, tapColumn, big[2] % channelsPerGroup(stage, 'big'), small[2]];
}

/** [row, column, channel] */
function cellOfImage(shape: Shape4, offset: number): number[] | null {
  const image = shape.slice(1);
  return Number.isInteger(offset) && offset >= 0 && offset < sizeOf(image) ? indexAt(image, offset) : null;
}

/**
 * How the cells of a side are laid out for the eye: 'channel' after channel, each row by row, or 'pixel' after pixel,
 * each with all its channels, which is the engine's own order.
 */
export type CellOrder = 'channel' | 'pixel';

/** The engine's index of the cell at each place of a layout. */
export function displayOrder(stage: Stage, side: Side, by: CellOrder): Int32Array {
  const [, height, width, channels] = stage[side];
  const [area, cells] = [height * width, height * width * channels];
  return Int32Array.from({ length: cells }, (_, place) =>
    by === 'pixel' ? place : (place % area) * channels + Math.floor(place / area),
  );
}

/** The other way round: the place of each of the engine's cells in a layout. */
export function displayPlaces(stage: Stage, side: Side, by: CellOrder): Int32Array {
  const places = new Int32Array(cellsOfImage(stage, side));
  displayOrder(stage, side, by).forEach((cell, place) => (places[cell] = place));
  return places;
}
