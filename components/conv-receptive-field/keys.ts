import type { Pair } from '../../src/math/types.js';

/** The output that a key leads to; null for other keys. */
export function cellAfterKey(key: string, [row, column]: Pair, [rows, columns]: Pair): Pair | null {
  const near = (place: number, cells: number): number => Math.min(Math.max(place, 0), cells - 1);
  switch (key) {
    case 'ArrowUp':
      return [near(row - 1, rows), column];
    case 'ArrowDown':
      return [near(row + 1, rows), column];
    case 'ArrowLeft':
      return [row, near(column - 1, columns)];
    case 'ArrowRight':
      return [row, near(column + 1, columns)];
    case 'Home':
      return [row, 0];
    case 'End':
      return [row, columns - 1];
    default:
      return null;
  }
}

/** Layers shown after Page Up (one more) or Page Down (one less); null for other keys. */
export function depthAfterKey(key: string, shown: number, layers: number): number | null {
  if (key === 'PageUp') return Math.min(shown + 1, layers);
  if (key === 'PageDown') return Math.max(shown - 1, 0);
  return null;
}
