/** The vectors beside the sheet: one cell against every column, one against every row. */
import { cellText } from '../grid/cell-text.js';
import { colourOf } from '../palette.js';
import type { Box, Brush } from './brush.js';
import { partInSight, type Geometry } from './geometry.js';
import type { MatrixModel } from './model.js';
import type { Vector } from './vectors.js';

/** Share of the turn after which the headings have lost their numbers. */
const emptiedFrom = 0.7;
const letterSize = 13;

export function drawHeadings(
  brush: Brush,
  geometry: Geometry,
  model: MatrixModel,
  progress: number | null,
): void {
  const { head, cell, size, left, top, width, height, scrollX, scrollY, loose = false } = geometry;
  const [leftOffset, beyondOffset] = headingOffsets(geometry);
  const part = partInSight(geometry);
  const filled = Math.min(Math.max((1 - (progress ?? 0)) / (1 - emptiedFrom), 0), 1);
  const above: Box = { x: 0, y: leftOffset, width: loose ? size.columns * cell : width - left, height: head };
  brush.within(above, () =>
    drawVector(brush, cell, model.top, [part.firstColumn, part.lastColumn], filled, (along, length) => ({
      ...above,
      x: along - scrollX,
      width: length,
    })),
  );
  const drawColumn = (vector: Vector, offset: number): void => {
    const beside: Box = { x: offset, y: 0, width: head, height: loose ? size.rows * cell : height - top };
    brush.within(beside, () =>
      drawVector(brush, cell, vector, [part.firstRow, part.lastRow], filled, (along, length) => ({
        ...beside,
        y: along - scrollY,
        height: length,
      })),
    );
  };
  drawColumn(model.left, leftOffset);
  const { beyond } = model;
  if (beyond) brush.faintly(Math.max(1 - 3 * (progress ?? 0), 0), () => drawColumn(beyond, beyondOffset));
  if (progress === null) drawLetters(brush, geometry, model);
}

/** Where the headings left of the rows begin, in pixels from the sheet. */
export function headingOffsets({ head, gap }: Geometry): readonly [left: number, beyond: number] {
  return [-gap - head, -2 * (gap + head)];
}

function drawVector(
  brush: Brush,
  cell: number,
  vector: Vector,
  [first, last]: readonly [number, number],
  filled: number,
  boxAt: (along: number, length: number) => Box,
): void {
  const { theme } = brush;
  // Of cells thinner than a pixel one for each pixel is drawn.
  const step = Math.max(Math.floor(1 / cell), 1);
  for (let place = first; place <= last; place += step) {
    const box = boxAt(place * cell, cell * step);
    const value = vector.valueAt(place);
    if (value === null || filled < 1) drawEmpty(brush, box, vector);
    if (value === null) continue;
    brush.faintly(filled, () => {
      const range = vector.rangeAt(place);
      if (cell >= 6) brush.number(box, value, range, cellText(value, vector));
      else brush.fill(box, colourOf(value, range, theme).fill);
    });
  }
}

/** A cell without a number yet: a thin edge, dashed where anything may be put in. */
function drawEmpty(brush: Brush, box: Box, { free }: Vector): void {
  if (Math.min(box.width, box.height) < 6) {
    brush.faintly(0.5, () => brush.fill(box, brush.theme.line));
    return;
  }
  const face = { ...box, width: box.width - 1, height: box.height - 1 };
  brush.outline(face, {
    colour: free ? brush.theme.muted : brush.theme.line,
    width: 1,
    dash: free ? [3, 2] : [],
  });
}

/** x, y, z and b at the corner. */
function drawLetters(brush: Brush, { head, gap }: Geometry, { top, left, beyond }: MatrixModel): void {
  const colourOfRole = { input: brush.theme.input, output: brush.theme.output, bias: brush.theme.bias };
  const write = ({ letter, tensor }: Vector, x: number, y: number): void =>
    brush.write(letter, x, y, Math.min(letterSize, head), colourOfRole[tensor], 'italic 600');
  write(top, -gap * 0.7, -gap - head / 2);
  write(left, -gap - head / 2, -gap * 0.6);
  if (beyond) write(beyond, -2 * gap - 1.5 * head, -gap * 0.6);
}
