/** Where the keyboard goes in the tables: one tab stop a tensor, arrows from cell to cell. */
import type { CellPlace, GridGroup } from './types.js';

/** The remembered cell where it is still shown, else the window's first cell, else the first of all. */
export function tabStopOf(group: GridGroup, remembered: CellPlace | undefined): CellPlace {
  const cells = group.panels.flatMap((panel) => panel.cells.flat());
  const known = remembered && cells.find((cell) => isSamePlace(cell, remembered));
  return (
    known ?? cells.find((cell) => cell.marks.includes('current') || cell.marks.includes('window')) ?? cells[0]
  );
}

/**
 * The place that a key leads to, shown or not; null for other keys. Left and right lead on into the neighbouring
 * channel, Home and End to the ends of the row, with Ctrl to those of the table.
 */
export function placeAfterKey(
  group: GridGroup,
  place: CellPlace,
  key: string,
  toEnds = false,
): CellPlace | null {
  const [{ rows, columns }] = group.panels;
  const { row, column, channel } = place;
  switch (key) {
    case 'ArrowUp':
      return { ...place, row: Math.max(row - 1, rows.first) };
    case 'ArrowDown':
      return { ...place, row: Math.min(row + 1, rows.last) };
    case 'ArrowLeft':
      if (column > columns.first) return { ...place, column: column - 1 };
      return channel > 0 ? { ...place, channel: channel - 1, column: columns.last } : place;
    case 'ArrowRight':
      if (column < columns.last) return { ...place, column: column + 1 };
      return channel < group.channels - 1 ? { ...place, channel: channel + 1, column: columns.first } : place;
    case 'Home':
      return { ...place, column: columns.first, row: toEnds ? rows.first : row };
    case 'End':
      return { ...place, column: columns.last, row: toEnds ? rows.last : row };
    default:
      return null;
  }
}

export function isSamePlace(a: CellPlace, b: CellPlace): boolean {
  return a.tensor === b.tensor && a.channel === b.channel && a.row === b.row && a.column === b.column;
}
