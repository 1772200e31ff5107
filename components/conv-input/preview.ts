import type { Tensor } from '../../src/math/types.js';

/**
 * Draws the first image of a tensor as a picture, a pixel a cell: three or more channels as red, green and blue, fewer
 * as grey. The largest value is full light; negative values are dark.
 */
export function drawPreview(canvas: HTMLCanvasElement, { shape, data }: Tensor): void {
  const [, height, width, channels] = shape;
  const context = canvas.getContext('2d');
  if (!context || width * height === 0) return;
  const largest = data.reduce((most, value) => Math.max(most, value), 0) || 1;
  const light = (cell: number, channel: number): number => (255 * data[cell * channels + channel]) / largest;
  canvas.width = width;
  canvas.height = height;
  const picture = context.createImageData(width, height);
  for (let cell = 0; cell < width * height; cell += 1) {
    const colour = channels >= 3 ? [0, 1, 2] : [0, 0, 0];
    picture.data.set([...colour.map((channel) => light(cell, channel)), 255], cell * 4);
  }
  context.putImageData(picture, 0, 0);
}
