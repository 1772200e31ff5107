/** Draws the picture and the result, each when it has changed. */
import type { FilterScale } from '../../src/views/filter/pixels.js';
import { pixelsOfPicture, pixelsOfSigned, rangeOf } from '../../src/views/filter/pixels.js';
import type { Picture } from '../../src/views/filter/task.js';
import type { PaletteTheme } from '../../src/views/palette.js';
import type { Answer } from './work.js';

export interface ResultLook {
  readonly scale: FilterScale;
  /** With sign: the channel that is shown, from 0. */
  readonly channel: number;
  /** With sign: largest absolute value of the colours. As a picture: what is white. */
  readonly range: number;
  readonly theme: PaletteTheme;
}

/** The end of the signed colours for an answer, looked for once. */
export class Ranges {
  private known: { readonly answer: Answer; readonly channel: number; readonly range: number } | null = null;

  of(answer: Answer, channel: number): number {
    const { known } = this;
    if (known?.answer === answer && known.channel === channel) return known.range;
    const range = rangeOf(answer.output, channel);
    this.known = { answer, channel, range };
    return range;
  }
}

export class Painter {
  private picture: Picture | null = null;
  private answer: Answer | null = null;
  private look = '';
  private canvases: readonly (HTMLCanvasElement | null)[] = [];

  paint(
    [original, result]: readonly [HTMLCanvasElement | null, HTMLCanvasElement | null],
    picture: Picture | null,
    answer: Answer | null,
    { scale, channel, range, theme }: ResultLook,
  ): void {
    const areNew = this.canvases[0] !== original || this.canvases[1] !== result;
    if (original && picture && (areNew || picture !== this.picture)) {
      draw(original, picture.tensor.shape, pixelsOfPicture(picture.tensor, picture.white));
    }
    const look = [scale, channel, range, theme.dark].join();
    if (result && answer && (areNew || answer !== this.answer || look !== this.look)) {
      const { output } = answer;
      const pixels =
        scale === 'picture' ? pixelsOfPicture(output, range) : pixelsOfSigned(output, channel, range, theme);
      draw(result, output.shape.slice(1), pixels);
    }
    [this.picture, this.answer, this.look, this.canvases] = [picture, answer, look, [original, result]];
  }
}

function draw(
  canvas: HTMLCanvasElement,
  [height, width]: readonly number[],
  pixels: Uint8ClampedArray<ArrayBuffer>,
): void {
  if (canvas.width !== width || canvas.height !== height) Object.assign(canvas, { width, height });
  canvas.getContext('2d')?.putImageData(new ImageData(pixels, width, height), 0, 0);
}
