/** How the matrix comes about: the image is unrolled into a vector, the kernel drops into row 1, the rows step on from there. */
import { rangeOf } from '../../timeline/colour-range.js';
import type { Stage } from '../../math/types.js';
import { cellText } from '../grid/cell-text.js';
import type { Brush } from './brush.js';
import type { Geometry } from './geometry.js';
import { metBy } from './line.js';
import type { MatrixModel } from './model.js';
import { cellOfOffset, entryAt } from './sheet.js';

/** Shares of the time in which the image, the kernel and the further rows move. */
const acts = { image: [0, 0.42], kernel: [0.45, 0.68], rows: [0.7, 1] } as const;
/** Longest sides of a sheet that is small enough to be followed. */
const mostCells = 128;

/** Can it be shown how this sheet comes about? */
export function canUnroll({ sheet }: MatrixModel): boolean {
  const { rows, columns, stage, turned } = sheet;
  return stage.op === 'conv' && !turned && Math.max(rows.cells, columns.cells) <= mostCells;
}

/** Rows that the image takes before it is unrolled, below the corner of the sheet. */
export function unrolledRows({ input }: Stage): number {
  return input[1];
}

export function drawUnroll(brush: Brush, geometry: Geometry, model: MatrixModel, progress: number): void {
  drawImage(brush, geometry, model, share(progress, acts.image));
  const kernel = share(progress, acts.kernel);
  if (kernel > 0) drawRow(brush, geometry, model, 0, kernel);
  const { rows } = model.sheet;
  const further = share(progress, acts.rows) * (rows.cells - 1);
  for (let row = 1; row <= Math.min(Math.ceil(further), rows.cells - 1); row++) {
    drawRow(brush, geometry, model, row, eased(Math.min(further - row + 1, 1)));
  }
}

/** The rows of the image slide end to end, the first one first. */
function drawImage(
  brush: Brush,
  { cell, head, gap }: Geometry,
  { sheet, image, top }: MatrixModel,
  moved: number,
): void {
  const { columns, stage } = sheet;
  const [, height, width] = stage.input;
  for (let place = 0; place < columns.cells; place++) {
    const [, row, column, channel] = cellOfOffset(stage, 'big', image, columns.offsets[place]);
    const own = eased(Math.min(Math.max(moved * (1 + height * 0.5) - row * 0.5, 0), 1));
    const from = { x: (column + channel * (width + 1)) * cell, y: row * cell };
    const to = { x: place * cell, y: -gap - head };
    const box = {
      x: mix(from.x, to.x, own),
      y: mix(from.y, to.y, own),
      width: cell,
      height: mix(cell, head, own),
    };
    const value = top.valueAt(place);
    if (value !== null) brush.number(box, value, top.rangeAt(place), cellText(value, top));
  }
}

/** The entries of a row come from the kernel, those of a further row from the row above. */
function drawRow(
  brush: Brush,
  { cell }: Geometry,
  { sheet, image, view }: MatrixModel,
  row: number,
  moved: number,
): void {
  const above = new Map(
    row === 0
      ? []
      : metBy(sheet, { axis: 'row', index: row - 1 }, image).map(({ weight, place }) => [
          String(weight),
          place,
        ]),
  );
  for (const { place, weight } of metBy(sheet, { axis: 'row', index: row }, image)) {
    const [tapRow, tapColumn, channel] = weight;
    const from =
      row === 0
        ? { x: (tapColumn + channel * (sheet.stage.kernel[1] + 1)) * cell, y: (tapRow + 1) * cell }
        : { x: (above.get(String(weight)) ?? place) * cell, y: (row - 1) * cell };
    const box = {
      x: mix(from.x, place * cell, moved),
      y: mix(from.y, row * cell, moved),
      width: cell,
      height: cell,
    };
    const value = entryAt(sheet, { row, column: place })?.value ?? 0;
    brush.number(box, value, rangeOf(view, 'weights', weight[3]), cellText(value, view));
  }
}

/** How far an act has come, 0 … 1. */
function share(progress: number, [from, to]: readonly [number, number]): number {
  return Math.min(Math.max((progress - from) / (to - from), 0), 1);
}

function eased(share: number): number {
  return share < 0.5 ? 2 * share * share : 1 - 2 * (1 - share) * (1 - share);
}

function mix(from: number, to: number, share: number): number {
  return from + (to - from) * share;
}
