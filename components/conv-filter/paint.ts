/** Draws the picture and the result, each when it has changed. */
import { pixelsOfPicture, pixelsOfSigned, rangeOf } from '../../src/views/filter/pixels.js';
import { ResultPainter, type ResultLook } from '../../src/views/filter/result-painter.js';
import { sampleCells } from '../../src/views/filter/sample-cells.js';
import type { Picture } from '../../src/views/filter/task.js';
import type { Answer } from './work.js';

/** The end of the signed colours for an answer, looked for once. */
export class Ranges {
  private known: { readonly answer: Answer; readonly channel: number; readonly range: number } | null = null;

  of(answer: Answer, channel: number): number {
    const { known } = this;
    if (known?.answer === answer && known.channel === channel) return known.range;
    const range = rangeOf(sampleCells(answer.task, channel), 0);
    this.known = { answer, channel, range };
    return range;
  }
}

export class Painter {
  private picture: Picture | null = null;
  private answer: Answer | null = null;
  private look = '';
  private canvases: readonly (HTMLCanvasElement | null)[] = [];
  private readonly results = new ResultPainter();

  paint(
    [original, result]: readonly [HTMLCanvasElement | null, HTMLCanvasElement | null],
    picture: Picture | null,
    answer: Answer | null,
    resultLook: ResultLook,
  ): void {
    const { scale, channel, range, theme } = resultLook;
    const areNew = this.canvases[0] !== original || this.canvases[1] !== result;
    if (original && picture && (areNew || picture !== this.picture)) {
      draw(original, picture.tensor.shape, pixelsOfPicture(picture.tensor, picture.white));
    }
    const look = [scale, channel, range, theme.dark].join();
    if (result && answer && (areNew || answer !== this.answer || look !== this.look)) {
      this.paintResult(result, answer.output, resultLook);
    }
    [this.picture, this.answer, this.look, this.canvases] = [picture, answer, look, [original, result]];
  }

  /** Gives back what it draws with; it may paint again. */
  rest(): void {
    this.results.dispose();
  }

  private paintResult(canvas: HTMLCanvasElement, output: Answer['output'], look: ResultLook): void {
    if ('texture' in output) this.results.paint(canvas, output, look);
    else {
      const { scale, channel, range, theme } = look;
      const asPicture = scale === 'picture';
      const pixels = asPicture
        ? pixelsOfPicture(output, range)
        : pixelsOfSigned(output, channel, range, theme);
      draw(canvas, output.shape.slice(1), pixels);
    }
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
