/** A picture in the top left corner of a drawing buffer. */
export interface Picture {
  readonly gl: WebGL2RenderingContext;
  readonly width: number;
  readonly height: number;
}

type Way = 'drawn' | 'read';
const ways: readonly Way[] = ['drawn', 'read'];
/** Pictures on which both ways are tried; the first one warms up. */
const trials = 3;

/**
 * Copies pictures out of a drawing buffer into 2-D canvases. There are two ways: drawing one canvas on the other, which
 * stays on a GPU where there is one, and reading the pixels, which is many times as quick where the "GPU" is the
 * processor itself. No name tells which machine this is, so both are timed on the first pictures, on the same ones.
 */
export class PictureCopy {
  private readonly times: Record<Way, number[]> = { drawn: [], read: [] };
  private chosen: Way | null = null;
  private bytes = new Uint8ClampedArray();

  /**
   * Fills the context's canvas, which has the picture's size. Only in the task that drew it, with its framebuffer bound.
   * @param mayWait for the GPU, which is at work for this picture alone; else it is drawn in any case, for what is read
   * has to be waited for
   */
  copy(picture: Picture, context: CanvasRenderingContext2D, mayWait: boolean): void {
    if (!mayWait) this.drawn(picture, context);
    else if (this.chosen) this[this.chosen](picture, context);
    else this.try(picture, context);
  }

  private try(picture: Picture, context: CanvasRenderingContext2D): void {
    const { times } = this;
    for (const way of ways) times[way].push(this.timeOf(way, picture));
    const best = (way: Way) => Math.min(...times[way].slice(-(trials - 1)));
    const quickest = ways.reduce((one, other) => (best(other) < best(one) ? other : one));
    if (times[quickest].length >= trials) this.chosen = quickest;
    this[quickest](picture, context);
  }

  /** Milliseconds until every pixel is in a canvas; in one of its own, for reading from a canvas makes browsers treat it differently. */
  private timeOf(way: Way, picture: Picture): number {
    const { width, height } = picture;
    const canvas = Object.assign(document.createElement('canvas'), { width, height });
    const context = canvas.getContext('2d', { alpha: false })!;
    finish(picture.gl);
    const begun = performance.now();
    this[way](picture, context);
    // What is drawn comes later, and would hold up what comes after it.
    context.getImageData(0, 0, 1, 1);
    return performance.now() - begun;
  }

  private drawn({ gl, width, height }: Picture, context: CanvasRenderingContext2D): void {
    context.drawImage(gl.canvas, 0, 0, width, height, 0, 0, width, height);
  }

  private read({ gl, width, height }: Picture, context: CanvasRenderingContext2D): void {
    const rowBytes = width * 4;
    const length = rowBytes * height;
    if (this.bytes.length < length) this.bytes = new Uint8ClampedArray(length);
    const bytes = this.bytes.subarray(0, length);
    gl.readPixels(0, gl.drawingBufferHeight - height, width, height, gl.RGBA, gl.UNSIGNED_BYTE, bytes);
    turnOver(bytes, rowBytes);
    context.putImageData(new ImageData(bytes, width, height), 0, 0);
  }
}

/** Waits until all is drawn. */
export function finish(gl: WebGL2RenderingContext): void {
  gl.readPixels(0, 0, 1, 1, gl.RGBA, gl.UNSIGNED_BYTE, onePixel);
}

const onePixel = new Uint8Array(4);

/** WebGL's rows go up, a canvas's go down. */
function turnOver(bytes: Uint8ClampedArray, rowBytes: number): void {
  const kept = new Uint8ClampedArray(rowBytes);
  for (let upper = 0, lower = bytes.length - rowBytes; upper < lower; upper += rowBytes, lower -= rowBytes) {
    kept.set(bytes.subarray(upper, upper + rowBytes));
    bytes.copyWithin(upper, lower, lower + rowBytes);
    bytes.set(kept, lower);
  }
}
