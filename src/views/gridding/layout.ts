/** Where a map of paths lies on its canvas: a strip with the paths of each axis above and to the left, then the plane. */
export interface MapLayout {
  /** Side of a cell in CSS pixels. */
  readonly cell: number;
  /** Depth of the strips. */
  readonly strip: number;
  /** First pixel of the plane, down and across. */
  readonly origin: number;
  /** Cells from the plane's edge to the field's, where a smaller field stands in the room of a larger one. */
  readonly inset: number;
  /** Sides of the canvas. */
  readonly side: number;
  /** Is there room for numbers in the cells? */
  readonly numbered: boolean;
}

const numberedFrom = 19;
/** A cell is never larger, so that a small field is not a poster. */
const largestCell = 44;

/**
 * @param size cells of the field that is drawn
 * @param frame cells of the field that it grows to, in whose middle it stands
 * @param largest cells of the largest field that the same scale must hold
 * @param room CSS pixels for a canvas
 */
export function layOutMap(size: number, frame: number, largest: number, room: number): MapLayout {
  const fitting = Math.min((room - 3) / (largest + 1.4), (room - 14) / largest);
  const cell = fitting >= 4 ? Math.min(Math.floor(fitting), largestCell) : fitting;
  const strip = Math.max(Math.min(cell, 30), 8);
  const origin = Math.round(strip * 1.3);
  const inset = (frame - size) / 2;
  return {
    cell,
    strip,
    origin,
    inset,
    side: Math.ceil(origin + frame * cell) + 2,
    numbered: cell >= numberedFrom,
  };
}

/** The pixel at a place of the canvas, from 0; null outside the field. */
export function pixelAt(
  { cell, origin, inset }: MapLayout,
  size: number,
  x: number,
  y: number,
): { row: number; column: number } | null {
  const along = (place: number): number => Math.floor((place - origin) / cell - inset);
  const [row, column] = [along(y), along(x)];
  const isIn = (place: number): boolean => place >= 0 && place < size;
  return isIn(row) && isIn(column) ? { row, column } : null;
}
