/** The sheet from afar: entries smaller than a few pixels, put together into one picture. */
import { rangeOf } from '../../timeline/colour-range.js';
import type { StageView } from '../../timeline/types.js';
import { paletteStep, paletteTexels } from '../palette.js';
import type { ViewTheme } from '../theme.js';
import { forEachEntry, type Part, type Sheet } from './sheet.js';

/** The colour scale of a stage. */
export type Scaled = Pick<StageView, 'ranges' | 'scale'>;

/** Keeps the last picture, because making it goes over all entries. */
export class SheetBitmap {
  private readonly canvas: HTMLCanvasElement;
  private key: readonly unknown[] = [];

  constructor(document: Document) {
    this.canvas = document.createElement('canvas');
  }

  /** @param pixels of a cell's side on the screen; several cells may share a pixel, where the largest weight is seen */
  of(sheet: Sheet, part: Part, pixels: number, view: Scaled, theme: ViewTheme): HTMLCanvasElement {
    const { matrix, rowSide, rows } = sheet;
    const scale = view.scale ?? view.ranges;
    const key = [matrix, rowSide, rows.order, ...Object.values(part), pixels, scale, theme.dark];
    if (key.every((each, i) => each === this.key[i])) return this.canvas;
    this.key = key;
    const { canvas } = this;
    canvas.width = Math.max(Math.ceil((part.lastColumn - part.firstColumn + 1) * pixels), 1);
    canvas.height = Math.max(Math.ceil((part.lastRow - part.firstRow + 1) * pixels), 1);
    const context = canvas.getContext('2d');
    const image = context?.createImageData(canvas.width, canvas.height);
    if (!context || !image) return canvas;
    paint(image, sheet, part, pixels, view, theme);
    context.putImageData(image, 0, 0);
    return canvas;
  }
}

function paint(
  { data, width, height }: ImageData,
  sheet: Sheet,
  part: Part,
  pixels: number,
  view: Scaled,
  theme: ViewTheme,
): void {
  const texels = new Uint32Array(paletteTexels(theme).buffer);
  const picture = new Uint32Array(data.buffer);
  const sizes = new Float32Array(width * height).fill(-1);
  const gap = pixels >= 4 ? 1 : 0;
  forEachEntry(sheet, part, (row, column, value, channel) => {
    const left = Math.floor((column - part.firstColumn) * pixels);
    const right = Math.max(Math.floor((column - part.firstColumn + 1) * pixels) - gap, left + 1);
    const top = Math.floor((row - part.firstRow) * pixels);
    const bottom = Math.max(Math.floor((row - part.firstRow + 1) * pixels) - gap, top + 1);
    const size = Math.abs(value);
    const texel = texels[paletteStep(value, rangeOf(view, 'weights', channel))];
    for (let y = top; y < bottom; y++) {
      for (let x = left; x < right; x++) {
        const at = y * width + x;
        if (size <= sizes[at]) continue;
        sizes[at] = size;
        picture[at] = texel;
      }
    }
  });
}
