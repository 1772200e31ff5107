/** Where the sheet and its headings lie, in CSS pixels, and what lies under a point. */
import type { Part, Place } from './sheet.js';

/** The room that a page gives. */
export interface Room {
  readonly width: number;
  /** Most that the map may take. */
  readonly height: number;
}

/** What a person chose to see: how many times larger than the whole, and what lies at the top-left corner. */
export interface Zoom {
  readonly factor: number;
  /** Columns and rows that are scrolled past, fractions included. */
  readonly column: number;
  readonly row: number;
}
export const unzoomed: Zoom = { factor: 1, column: 0, row: 0 };

export interface Size {
  readonly rows: number;
  readonly columns: number;
  /** Another vector stands beyond the one at the left. */
  readonly beyond: boolean;
}

export interface Geometry {
  readonly size: Size;
  /** Side of a square cell. */
  readonly cell: number;
  /** Thickness of the headings, and their distance from the sheet. */
  readonly head: number;
  readonly gap: number;
  /** Where the sheet begins: its top-left corner is the end of the axis about which it turns. */
  readonly left: number;
  readonly top: number;
  /** Pixels that are scrolled past. */
  readonly scrollX: number;
  readonly scrollY: number;
  readonly width: number;
  readonly height: number;
  /** On its way through the air: nothing of it is cut off by the edge of the map. */
  readonly loose?: boolean;
}

/** Cells of a sheet that has room are this large. */
const largestFitted = 34;
/** Zooming goes so far that every number is legible. */
export const largestZoomed = 44;
const thinnestHead = 12;
const thickestHead = 34;
const gap = 8;
const edge = 4;

export function geometryOf(size: Size, room: Room, zoom: Zoom = unzoomed): Geometry {
  const fitted = fittedCell(size, room);
  const cell = fitted * zoom.factor;
  const head = headOf(cell);
  const left = edge + (head + gap) * (size.beyond ? 2 : 1);
  const top = edge + head + gap;
  const height = Math.min(Math.max(room.height, 0), top + size.rows * cell + edge);
  const scroll = (wanted: number, cells: number, shown: number): number =>
    Math.min(Math.max(wanted * cell, 0), Math.max(cells * cell - shown, 0));
  return {
    size,
    cell,
    head,
    gap,
    left,
    top,
    scrollX: scroll(zoom.column, size.columns, room.width - left - edge),
    scrollY: scroll(zoom.row, size.rows, height - top - edge),
    width: room.width,
    height,
  };
}

function fittedCell({ rows, columns, beyond }: Size, { width, height }: Room): number {
  const headings = beyond ? 2 : 1;
  const fit = (head: number): number =>
    Math.min(
      largestFitted,
      (width - 2 * edge - (head + gap) * headings) / columns,
      (height - 2 * edge - head - gap) / rows,
    );
  const whole = Math.min(
    largestFitted,
    (width - 2 * edge - gap * headings) / (columns + headings),
    (height - 2 * edge - gap) / (rows + 1),
  );
  return Math.max(whole >= thinnestHead ? whole : fit(thinnestHead), 0.01);
}

/** The most that a sheet of so many columns takes while it is not zoomed, with its headings. */
export function widestSheet(columns: number): number {
  return 2 * edge + (thickestHead + gap) * 2 + columns * largestFitted;
}

function headOf(cell: number): number {
  return Math.min(Math.max(cell, thinnestHead), thickestHead);
}

/** The largest factor that a person can zoom to. */
export function mostZoom(size: Size, room: Room): number {
  return Math.max(largestZoomed / fittedCell(size, room), 1);
}

/** Zooms by a factor so that the place under a point of the map stays where it is. */
export function zoomAt(geometry: Geometry, room: Room, before: Zoom, by: number, x: number, y: number): Zoom {
  const { size, left, top, cell, scrollX, scrollY } = geometry;
  const factor = Math.min(Math.max(before.factor * by, 1), mostZoom(size, room));
  const after = geometryOf(size, room, { ...before, factor });
  const column = (Math.max(x - left, 0) + scrollX) / cell - Math.max(x - after.left, 0) / after.cell;
  const row = (Math.max(y - top, 0) + scrollY) / cell - Math.max(y - after.top, 0) / after.cell;
  return settled(geometryOf(size, room, { factor, column, row }), factor);
}

/** Moves a zoomed map by pixels. */
export function panned(geometry: Geometry, room: Room, { factor }: Zoom, dx: number, dy: number): Zoom {
  const { size, cell, scrollX, scrollY } = geometry;
  return settled(
    geometryOf(size, room, { factor, column: (scrollX - dx) / cell, row: (scrollY - dy) / cell }),
    factor,
  );
}

/** The nearest zoom at which a place is in sight. */
export function keptInSight(geometry: Geometry, room: Room, zoom: Zoom, { row, column }: Place): Zoom {
  const { size, cell, left, top, width, height, scrollX, scrollY } = geometry;
  const along = (place: number, scroll: number, shown: number): number =>
    place < 0 ? scroll / cell : Math.min(Math.max(scroll / cell, place + 1 - shown / cell), place);
  const wanted = {
    factor: zoom.factor,
    column: along(column, scrollX, width - left - edge),
    row: along(row, scrollY, height - top - edge),
  };
  return settled(geometryOf(size, room, wanted), zoom.factor);
}

/** A zoom without more scrolling than there is. */
function settled({ cell, scrollX, scrollY }: Geometry, factor: number): Zoom {
  return { factor, column: scrollX / cell, row: scrollY / cell };
}

/** The rows and columns in sight. */
export function partInSight(geometry: Geometry): Part {
  const { size, cell, left, top, width, height, scrollX, scrollY, loose = false } = geometry;
  if (loose) return { firstRow: 0, lastRow: size.rows - 1, firstColumn: 0, lastColumn: size.columns - 1 };
  return {
    firstColumn: Math.min(Math.floor(scrollX / cell), size.columns - 1),
    lastColumn: Math.min(Math.ceil((scrollX + width - left) / cell), size.columns) - 1,
    firstRow: Math.min(Math.floor(scrollY / cell), size.rows - 1),
    lastRow: Math.min(Math.ceil((scrollY + height - top) / cell), size.rows) - 1,
  };
}

/** Is all of the sheet in sight? */
export function isWhole(geometry: Geometry): boolean {
  const { firstRow, lastRow, firstColumn, lastColumn } = partInSight(geometry);
  const { rows, columns } = geometry.size;
  return lastRow - firstRow + 1 >= rows && lastColumn - firstColumn + 1 >= columns;
}

/**
 * What lies under a point: row −1 is the vector above the columns, column −1 the one left of the rows, −2 the one
 * beyond it; null where nothing is.
 */
export function placeAt(geometry: Geometry, x: number, y: number): Place | null {
  const { size, cell, head, left, top, scrollX, scrollY } = geometry;
  const row = along(y - top, scrollY, cell, size.rows, head);
  const column = along(x - left, scrollX, cell, size.columns, head);
  if (row === null || column === null || (row < 0 && column < 0)) return null;
  if (row < -1 || (column < -1 && !size.beyond)) return null;
  return { row, column };
}

function along(pixels: number, scroll: number, cell: number, cells: number, head: number): number | null {
  if (pixels >= 0) {
    const place = Math.floor((pixels + scroll) / cell);
    return place < cells ? place : null;
  }
  const beyond = -pixels / (head + gap);
  const isGap = -pixels % (head + gap) < gap;
  return isGap || beyond > 2 ? null : -Math.ceil(beyond);
}
