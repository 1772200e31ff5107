/** One row or column of the sheet with its numbers. */
import { outputsFedBy, readSide, termsOf, writtenSide } from '../../math/incidence.js';
import { offsetOf } from '../../math/tensor.js';
import type { Index4, Tensor, WeightIndex } from '../../math/types.js';
import { cellOfOffset, offsetOfCell, type LineAt, type Sheet } from './sheet.js';
import type { Vectors } from './vectors.js';

/** A cell across that a line has an entry with. */
export interface Met {
  /** Where it stands along the line. */
  readonly place: number;
  readonly cell: Index4;
  readonly weight: WeightIndex;
}

/** The entries of a line in the order in which they stand. */
export function metBy(sheet: Sheet, { axis, index }: LineAt, image: number): Met[] {
  const { stage } = sheet;
  const [side, along, across] =
    axis === 'row'
      ? ([sheet.rowSide, sheet.rows, sheet.columns] as const)
      : ([sheet.columnSide, sheet.columns, sheet.rows] as const);
  const cell = cellOfOffset(stage, side, image, along.offsets[index]);
  const writes = side === writtenSide(stage);
  const pairs = writes
    ? termsOf(stage, cell).flatMap(({ input, weight }) => (input ? [{ cell: input, weight }] : []))
    : outputsFedBy(stage, cell).map(({ output, weight }) => ({ cell: output, weight }));
  const other = writes ? readSide(stage) : writtenSide(stage);
  return pairs
    .map((pair) => ({ ...pair, place: across.places[offsetOfCell(stage, other, pair.cell)] }))
    .sort((one, another) => one.place - another.place);
}

export interface LineEntry extends Met {
  readonly value: number;
  /** What it is multiplied by; null where the heading is empty. */
  readonly factor: number | null;
}

/** A row with the vector above it and its result, or a column with the one value above it. */
export interface Line extends LineAt {
  readonly cell: Index4;
  readonly entries: readonly LineEntry[];
  /** Left of a row; null while it is not made. A column has none: its products go to many results. */
  readonly result: number | null;
  /** What a scatter walk has added up so far for a row's result. */
  readonly soFar: number | null;
  /** Added after the products of a row; null where nothing is. */
  readonly bias: number | null;
}

export function lineOf(sheet: Sheet, at: LineAt, image: number, weights: Tensor, vectors: Vectors): Line {
  const { stage, rowSide, columnSide, rows, columns } = sheet;
  const [side, along] = at.axis === 'row' ? [rowSide, rows] : [columnSide, columns];
  const { top, left, beyond } = vectors;
  const isRow = at.axis === 'row';
  return {
    ...at,
    cell: cellOfOffset(stage, side, image, along.offsets[at.index]),
    entries: metBy(sheet, at, image).map((met) => ({
      ...met,
      value: weights.data[offsetOf(stage.weightShape, met.weight)],
      factor: top.valueAt(isRow ? met.place : at.index),
    })),
    result: isRow && !left.growing ? left.valueAt(at.index) : null,
    soFar: isRow && left.growing ? left.valueAt(at.index) : null,
    bias: isRow && beyond?.letter === 'b' ? beyond.valueAt(at.index) : null,
  };
}
