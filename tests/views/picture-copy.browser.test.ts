import { afterEach, expect, it, vi } from 'vitest';
import { PictureCopy } from '../../src/views/scene/draw/picture-copy.js';

it('copies the same pixels by either way, row by row', () => {
  const canvas = Object.assign(document.createElement('canvas'), { width: 6, height: 5 });
  const gl = canvas.getContext('webgl2')!;
  gl.enable(gl.SCISSOR_TEST);
  const figure = Object.assign(document.createElement('canvas'), { width: 3, height: 3 });
  const context = figure.getContext('2d', { alpha: false, willReadFrequently: true })!;
  const copy = new PictureCopy();
  // More pictures than it takes to try both ways, one of them while the GPU has other work.
  for (let picture = 0; picture < 8; picture++) {
    const colours = [60, 120, 180].map((red) => red + picture);
    for (const [row, red] of colours.entries()) {
      gl.scissor(0, canvas.height - 1 - row, canvas.width, 1);
      gl.clearColor(red / 255, row / 255, 0, 1);
      gl.clear(gl.COLOR_BUFFER_BIT);
    }
    context.clearRect(0, 0, 3, 3);
    copy.copy({ gl, width: 3, height: 3 }, context, picture !== 1);
    const rows = colours.map((red, row) => [red, row, 0, 255]);
    const { data } = context.getImageData(0, 0, 3, 3);
    expect([0, 1, 2].map((row) => [...data.subarray(row * 12 + 8, row * 12 + 12)])).toEqual(rows);
  }
});

afterEach(() => vi.restoreAllMocks());

/** Does nothing for so long that no noise of the machine comes near. */
function idle(milliseconds: number): void {
  const end = performance.now() + milliseconds;
  while (performance.now() < end);
}

/** The way that is taken once both were tried: what fills the figure's own canvas. */
function wayTaken(): 'drawn' | 'read' {
  const canvas = Object.assign(document.createElement('canvas'), { width: 6, height: 5 });
  const gl = canvas.getContext('webgl2')!;
  const context = document.createElement('canvas').getContext('2d')!;
  const copy = new PictureCopy();
  for (let picture = 0; picture < 6; picture++) copy.copy({ gl, width: 3, height: 3 }, context, true);
  const put = vi.spyOn(context, 'putImageData');
  copy.copy({ gl, width: 3, height: 3 }, context, true);
  return put.mock.calls.length === 1 ? 'read' : 'drawn';
}

it('counts what drawing costs later, when the browser gets to it', () => {
  const drawnOn = new WeakSet<CanvasRenderingContext2D>();
  const { drawImage, getImageData } = CanvasRenderingContext2D.prototype;
  vi.spyOn(CanvasRenderingContext2D.prototype, 'drawImage').mockImplementation(function (
    this: CanvasRenderingContext2D,
    ...call: unknown[]
  ) {
    drawnOn.add(this);
    Reflect.apply(drawImage, this, call);
  });
  vi.spyOn(CanvasRenderingContext2D.prototype, 'getImageData').mockImplementation(function (
    this: CanvasRenderingContext2D,
    ...call
  ) {
    if (drawnOn.has(this)) idle(100);
    return Reflect.apply(getImageData, this, call) as ImageData;
  });
  expect(wayTaken()).toBe('read');
});

it('draws where reading pixels is slow, as it is on a GPU', () => {
  const { readPixels } = WebGL2RenderingContext.prototype;
  vi.spyOn(WebGL2RenderingContext.prototype, 'readPixels').mockImplementation(function (
    this: WebGL2RenderingContext,
    ...call: unknown[]
  ) {
    if (call[2] !== 1) idle(100);
    Reflect.apply(readPixels, this, call);
  });
  expect(wayTaken()).toBe('drawn');
});
