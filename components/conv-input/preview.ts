import type { Tensor } from '../../src/math/types.js';

/**
 * Draws the first image of a tensor as a picture, a pixel a cell: three or more channels as red, green and blue, fewer
 * as grey; or one channel alone. The largest value of the image is full light; negative values are dark.
 *
 * @param channel from 0; null: all of them
 */
export function drawPreview(
  canvas: HTMLCanvasElement,
  { shape, data }: Tensor,
  channel: number | null = null,
): void {
  const [, height, width, channels] = shape;
  const context = canvas.getContext('2d');
  if (!context || width * height === 0) return;
  const largest = data.reduce((most, value) => Math.max(most, value), 0) || 1;
  const light = (cell: number, from: number): number => (255 * data[cell * channels + from]) / largest;
  canvas.width = width;
  canvas.height = height;
  const picture = context.createImageData(width, height);
  const colours = channel !== null ? [channel, channel, channel] : channels >= 3 ? [0, 1, 2] : [0, 0, 0];
  for (let cell = 0; cell < width * height; cell += 1) {
    picture.data.set([...colours.map((from) => light(cell, from)), 255], cell * 4);
  }
  context.putImageData(picture, 0, 0);
}
