import { rangeOf } from '../../timeline/colour-range.js';
import { cellText } from '../grid/cell-text.js';
import type { ViewTheme } from '../theme.js';
import type { SheetBitmap } from './bitmap.js';
import { Brush, type Box } from './brush.js';
import { partInSight, type Geometry } from './geometry.js';
import { drawHeadings } from './draw-headings.js';
import { drawBands, drawMarks } from './draw-marks.js';
import { drawUnroll } from './draw-unroll.js';
import type { MatrixModel } from './model.js';
import { forEachEntry, type Part, type Place, type Sheet } from './sheet.js';
import { turnAt } from './turn.js';

/** One picture of the map. */
export interface MatrixPicture {
  readonly model: MatrixModel;
  readonly geometry: Geometry;
  /** 0 … 1 on the way from this sheet to the turned one; null while it lies still. */
  readonly progress: number | null;
  /** 0 … 1 while it is shown how the sheet comes about; null else. */
  readonly unrolling: number | null;
  readonly theme: ViewTheme;
  /** Font of the numbers. */
  readonly font: string;
  /** Pixels of the screen in a CSS pixel. */
  readonly ratio: number;
  /** Where the keyboard stands. */
  readonly focus: Place | null;
  /** Entries that carry a number, to be found again on another sheet. */
  readonly pairs: readonly Place[];
  readonly bitmap: SheetBitmap;
  /** Side of a cell in that bitmap, in pixels of the screen: the same all through a turn. */
  readonly grain: number;
}

/** Entries smaller than this many pixels of the screen are drawn together. */
const smallestDrawn = 6;
/** Thin rules that stand closer than this are left out. */
const closestRules = 14;

export function drawMatrix(canvas: HTMLCanvasElement, picture: MatrixPicture): void {
  const { geometry, model, theme, ratio, progress } = picture;
  const { width, height, left, top } = geometry;
  const [deviceWidth, deviceHeight] = [Math.round(width * ratio), Math.round(height * ratio)];
  if (canvas.width !== deviceWidth) canvas.width = deviceWidth;
  if (canvas.height !== deviceHeight) canvas.height = deviceHeight;
  const context = canvas.getContext('2d');
  if (!context) return;
  context.setTransform(1, 0, 0, 1, 0, 0);
  context.globalAlpha = 1;
  context.clearRect(0, 0, deviceWidth, deviceHeight);
  const turning = progress !== null;
  const turn = turnAt(progress ?? 0);
  const brush = new Brush(context, { geometry, turn, theme, font: picture.font, ratio });
  if (picture.unrolling !== null) {
    drawRules(brush, geometry, model.sheet);
    drawUnroll(brush, geometry, model, picture.unrolling);
    return;
  }
  const inside: Box = turning
    ? {
        x: 0,
        y: 0,
        width: geometry.size.columns * geometry.cell,
        height: geometry.size.rows * geometry.cell,
      }
    : { x: 0, y: 0, width: width - left, height: height - top };
  brush.within(inside, () => {
    drawBands(brush, geometry, model);
    drawEntries(brush, picture);
    drawRules(brush, geometry, model.sheet);
  });
  drawHeadings(brush, geometry, model, progress);
  if (turning) drawAxis(brush, inside);
  else drawMarks(brush, geometry, model, picture);
}

function drawEntries(brush: Brush, { geometry, model, theme, grain, bitmap }: MatrixPicture): void {
  const { cell, scrollX, scrollY } = geometry;
  const { sheet, view } = model;
  const part = partInSight(geometry);
  if (grain < smallestDrawn) {
    const box = {
      x: part.firstColumn * cell - scrollX,
      y: part.firstRow * cell - scrollY,
      width: (part.lastColumn - part.firstColumn + 1) * cell,
      height: (part.lastRow - part.firstRow + 1) * cell,
    };
    brush.image(bitmap.of(sheet, part, grain, view, theme), box);
    return;
  }
  forEachEntry(sheet, part, (row, column, value, channel) => {
    const box = { x: column * cell - scrollX, y: row * cell - scrollY, width: cell, height: cell };
    brush.number(box, value, rangeOf(view, 'weights', channel), cellText(value, view));
  });
}

/** The edge of the sheet, thin rules after every image row, stronger ones after every channel. */
function drawRules(brush: Brush, geometry: Geometry, { rows, columns }: Sheet): void {
  const { cell, scrollX, scrollY, size } = geometry;
  const [width, height] = [size.columns * cell, size.rows * cell];
  const { line, muted } = brush.theme;
  const part: Part = partInSight(geometry);
  const across = (step: number, colour: string, thick: number): void => {
    if (step * cell < closestRules) return;
    for (let at = Math.ceil(part.firstColumn / step) * step; at <= part.lastColumn; at += step) {
      if (at > 0)
        brush.fill({ x: at * cell - scrollX - 0.5 - thick / 2, y: -scrollY, width: thick, height }, colour);
    }
  };
  const down = (step: number, colour: string, thick: number): void => {
    if (step * cell < closestRules) return;
    for (let at = Math.ceil(part.firstRow / step) * step; at <= part.lastRow; at += step) {
      if (at > 0)
        brush.fill({ x: -scrollX, y: at * cell - scrollY - 0.5 - thick / 2, width, height: thick }, colour);
    }
  };
  brush.faintly(0.4, () => {
    if (columns.rule > 1) across(columns.rule, muted, 1);
    if (rows.rule > 1) down(rows.rule, muted, 1);
  });
  across(columns.block, muted, 1.5);
  down(rows.block, muted, 1.5);
  brush.outline({ x: -scrollX, y: -scrollY, width, height }, { colour: line, width: 1 });
}

/** The line about which the sheet turns. */
function drawAxis({ context, theme }: Brush, { width, height }: Box): void {
  const end = Math.min(width, height) * 1.05;
  context.strokeStyle = theme.accent;
  context.lineWidth = 1.5;
  context.setLineDash([6, 5]);
  context.beginPath();
  context.moveTo(-24, -24);
  context.lineTo(end, end);
  context.stroke();
  context.setLineDash([]);
}
