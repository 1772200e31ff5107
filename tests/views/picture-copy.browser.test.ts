import { expect, it } from 'vitest';
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
