/** What is lit: by the run in the colours of the roles, by the pointer in ink, by the keyboard in the accent. */
import type { Box, Brush } from './brush.js';
import { partInSight, type Geometry } from './geometry.js';
import { headingOffsets } from './draw-headings.js';
import type { MatrixModel } from './model.js';
import type { LineAt, Place } from './sheet.js';
import type { Vector } from './vectors.js';

/** Lit cells are drawn at least this large, so that they are found from afar. */
const smallestLit = 4;
const bandAlpha = 0.18;

/** Behind the entries: the row or column that the run has in hand. */
export function drawBands(brush: Brush, geometry: Geometry, { lit, top, left }: MatrixModel): void {
  for (const line of lit.run) {
    brush.faintly(bandAlpha, () => brush.fill(bandBox(geometry, line), roleColour(brush, line, top, left)));
  }
  if (lit.line) {
    const line = lit.line;
    brush.faintly(bandAlpha / 2, () => brush.fill(bandBox(geometry, line), brush.theme.ink));
  }
}

/** Over the entries and the headings. */
export function drawMarks(
  brush: Brush,
  geometry: Geometry,
  model: MatrixModel,
  { focus, pairs }: { readonly focus: Place | null; readonly pairs: readonly Place[] },
): void {
  const { lit, top, left } = model;
  const { width, height } = geometry;
  const inSight: Box = { x: 0, y: 0, width: width - geometry.left, height: height - geometry.top };
  const strong = brush.theme.highContrast ? 3 : 2;
  brush.within(inSight, () => {
    for (const line of lit.run) {
      brush.outline(bandBox(geometry, line), { colour: roleColour(brush, line, top, left), width: strong });
    }
    if (lit.inHand) markEntry(brush, geometry, lit.inHand, brush.theme.kernel, strong + 1);
    for (const entry of withinSight(geometry, lit.entries)) {
      brush.outline(grown(entryBox(geometry, entry)), pointerLine(brush, lit.pinned));
    }
    pairs.forEach((pair, i) => drawPair(brush, entryBox(geometry, pair), i + 1));
    if (focus && focus.row >= 0 && focus.column >= 0) {
      brush.outline(grown(entryBox(geometry, focus), 2), { colour: brush.theme.accent, width: 3 });
    }
  });
  drawHeadingMarks(brush, geometry, model, focus);
}

function drawHeadingMarks(
  brush: Brush,
  geometry: Geometry,
  { lit, top, left }: MatrixModel,
  focus: Place | null,
): void {
  const { head, gap, width, height } = geometry;
  const across: Box = { x: 0, y: -gap - head - 2, width: width - geometry.left, height: head + 4 };
  const down: Box = {
    x: -2 * (gap + head) - 2,
    y: 0,
    width: 2 * (gap + head),
    height: height - geometry.top,
  };
  const isRow = lit.run[0]?.axis !== 'column';
  const runs = lit.run.map(({ index }) => index);
  const strong = brush.theme.highContrast ? 3 : 2;
  const outline = (vector: Vector): { colour: string; width: number } => ({
    colour: vector.tensor === 'input' ? brush.theme.input : brush.theme.output,
    width: strong,
  });
  const dotted = pointerLine(brush, lit.pinned);
  brush.within(across, () => {
    for (const place of isRow ? lit.met : runs) brush.outline(topBox(geometry, place), outline(top));
    for (const place of lit.top) brush.outline(grown(topBox(geometry, place), 1), dotted);
    if (focus?.row === -1) brush.outline(grown(topBox(geometry, focus.column), 1), accent(brush));
  });
  brush.within(down, () => {
    for (const place of isRow ? runs : lit.met) brush.outline(leftBox(geometry, place, -1), outline(left));
    for (const place of lit.left) brush.outline(grown(leftBox(geometry, place, -1), 1), dotted);
    if (focus && focus.column < 0) {
      brush.outline(grown(leftBox(geometry, focus.row, focus.column), 1), accent(brush));
    }
  });
}

function accent({ theme }: Brush): { colour: string; width: number } {
  return { colour: theme.accent, width: 3 };
}

/** Dotted while pointed at, solid once pinned. */
function pointerLine({ theme }: Brush, pinned: boolean): { colour: string; width: number; dash: number[] } {
  return { colour: theme.ink, width: 2, dash: pinned ? [] : [2, 2] };
}

function markEntry(brush: Brush, geometry: Geometry, entry: Place, colour: string, width: number): void {
  const box = grown(entryBox(geometry, entry));
  brush.outline(box, { colour, width });
}

/** A small number at the corner of an entry, the same on both sheets. */
function drawPair(brush: Brush, { x, y, width }: Box, number: number): void {
  const size = Math.max(Math.min(width * 0.4, 11), 8);
  // Half outside its cell, so that the digits beside it stay legible.
  const badge = { x: x + width - size * 0.6, y: y - size * 0.4, width: size, height: size };
  brush.fill(badge, brush.theme.ink);
  brush.write(
    String(number),
    badge.x + size / 2,
    badge.y + size / 2,
    size * 0.8,
    brush.theme.background,
    '700',
  );
}

function roleColour({ theme }: Brush, { axis }: LineAt, top: Vector, left: Vector): string {
  const { tensor } = axis === 'row' ? left : top;
  return tensor === 'input' ? theme.input : theme.output;
}

function withinSight(geometry: Geometry, entries: readonly Place[]): readonly Place[] {
  const { firstRow, lastRow, firstColumn, lastColumn } = partInSight(geometry);
  return entries.filter(
    ({ row, column }) => row >= firstRow && row <= lastRow && column >= firstColumn && column <= lastColumn,
  );
}

function bandBox({ cell, size, scrollX, scrollY }: Geometry, { axis, index }: LineAt): Box {
  return axis === 'row'
    ? grown({ x: -scrollX, y: index * cell - scrollY, width: size.columns * cell, height: cell })
    : grown({ x: index * cell - scrollX, y: -scrollY, width: cell, height: size.rows * cell });
}

function entryBox({ cell, scrollX, scrollY }: Geometry, { row, column }: Place): Box {
  return { x: column * cell - scrollX, y: row * cell - scrollY, width: cell, height: cell };
}

function topBox(geometry: Geometry, place: number): Box {
  const { cell, scrollX, head } = geometry;
  const [offset] = headingOffsets(geometry);
  return widened({ x: place * cell - scrollX, y: offset, width: cell, height: head });
}

function leftBox(geometry: Geometry, place: number, column: number): Box {
  const { cell, scrollY, head } = geometry;
  const offset = headingOffsets(geometry)[column === -2 ? 1 : 0];
  return widened({ x: offset, y: place * cell - scrollY, width: head, height: cell });
}

/** Not smaller than can be seen. */
function widened({ x, y, width, height }: Box): Box {
  const [wide, high] = [Math.max(width, 3), Math.max(height, 3)];
  return { x: x - (wide - width) / 2, y: y - (high - height) / 2, width: wide, height: high };
}

/** Not smaller than can be found, and larger by some pixels on every side. */
function grown({ x, y, width, height }: Box, by = 0): Box {
  const [wide, high] = [Math.max(width, smallestLit) + 2 * by, Math.max(height, smallestLit) + 2 * by];
  return { x: x - (wide - width) / 2, y: y - (high - height) / 2, width: wide, height: high };
}
