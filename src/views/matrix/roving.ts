/** Where the keyboard goes on the map: from place to place, over the headings too. */
import type { MatrixModel } from './model.js';
import { metBy } from './line.js';
import type { Place } from './sheet.js';

/** Where the keyboard begins: at the first entry of the row in focus. */
export function firstPlace({ line }: MatrixModel): Place {
  const across = line.entries[0]?.place ?? 0;
  return line.axis === 'row' ? { row: line.index, column: across } : { row: across, column: line.index };
}

/** The place that a key leads to; null for other keys. Home and End: the first and the last entry of the row. */
export function placeAfterKey(model: MatrixModel, { row, column }: Place, key: string): Place | null {
  const { sheet, beyond, image } = model;
  const farthest = beyond ? -2 : -1;
  switch (key) {
    case 'ArrowLeft':
      return row < 0
        ? { row, column: Math.max(column - 1, 0) }
        : { row, column: Math.max(column - 1, farthest) };
    case 'ArrowRight':
      return { row, column: Math.min(column + 1, sheet.columns.cells - 1) };
    case 'ArrowUp':
      return { row: Math.max(row - 1, column < 0 ? 0 : -1), column };
    case 'ArrowDown':
      return { row: Math.min(row + 1, sheet.rows.cells - 1), column };
    case 'Home':
    case 'End': {
      if (row < 0) return { row, column: key === 'Home' ? 0 : sheet.columns.cells - 1 };
      const met = metBy(sheet, { axis: 'row', index: row }, image);
      const entry = key === 'Home' ? met[0] : met.at(-1);
      return { row, column: entry?.place ?? column };
    }
    default:
      return null;
  }
}
