/** The whole sheet, small, with a frame around the part in sight. */
import type { ViewTheme } from '../theme.js';
import type { Scaled, SheetBitmap } from './bitmap.js';
import { partInSight, type Geometry } from './geometry.js';
import { wholeOf, type Sheet } from './sheet.js';

/** Sheets with more rows or columns have one. */
export const longestWithout = 64;
/** Pixels of its longer side. */
const longestSide = 160;
const smallestFrame = 6;

export function hasMinimap({ rows, columns }: Sheet): boolean {
  return Math.max(rows.cells, columns.cells) > longestWithout;
}

export interface MinimapLook {
  readonly view: Scaled;
  readonly theme: ViewTheme;
  readonly ratio: number;
  readonly bitmap: SheetBitmap;
}

export function drawMinimap(
  canvas: HTMLCanvasElement,
  sheet: Sheet,
  geometry: Geometry,
  look: MinimapLook,
): void {
  const { theme, ratio, view, bitmap } = look;
  const cell = minimapCell(sheet);
  const [width, height] = [Math.max(sheet.columns.cells * cell, 3), Math.max(sheet.rows.cells * cell, 3)];
  canvas.width = Math.round(width * ratio);
  canvas.height = Math.round(height * ratio);
  canvas.style.inlineSize = `${width}px`;
  canvas.style.blockSize = `${height}px`;
  const context = canvas.getContext('2d');
  if (!context) return;
  const picture = bitmap.of(sheet, wholeOf(sheet), cell * ratio, view, theme);
  context.imageSmoothingEnabled = false;
  context.drawImage(picture, 0, 0, canvas.width, canvas.height);
  const { firstRow, lastRow, firstColumn, lastColumn } = partInSight(geometry);
  context.setTransform(ratio, 0, 0, ratio, 0, 0);
  context.strokeStyle = theme.accent;
  context.lineWidth = 2;
  const [wide, high] = [(lastColumn - firstColumn + 1) * cell, (lastRow - firstRow + 1) * cell];
  const [left, top] = [firstColumn * cell + wide / 2, firstRow * cell + high / 2];
  const [frameWidth, frameHeight] = [Math.max(wide - 2, smallestFrame), Math.max(high - 2, smallestFrame)];
  context.strokeRect(left - frameWidth / 2, top - frameHeight / 2, frameWidth, frameHeight);
}

/** Pixels of a cell. */
export function minimapCell({ rows, columns }: Sheet): number {
  return longestSide / Math.max(rows.cells, columns.cells);
}
