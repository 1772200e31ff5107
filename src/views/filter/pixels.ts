/** Numbers as pixels. RGBA bytes, row after row. */
import type { Tensor } from '../../math/types.js';
import { paletteStep, paletteTexels, type PaletteTheme } from '../palette.js';

/** 'signed': the colours of every other view, 0 in the middle. 'picture': black is 0, white a number. */
export type FilterScale = 'signed' | 'picture';

/** Black for 0, full light for `white`, and the nearest end beyond them. Three channels as red, green and blue, one as grey. */
export function pixelsOfPicture({ shape, data }: Tensor, white: number): Uint8ClampedArray<ArrayBuffer> {
  const channels = shape[shape.length - 1];
  const factor = 255 / white;
  const pixels = new Uint8ClampedArray((data.length / channels) * 4);
  const [green, blue] = channels >= 3 ? [1, 2] : [0, 0];
  for (let from = 0, to = 0; from < data.length; from += channels, to += 4) {
    pixels[to] = data[from] * factor;
    pixels[to + 1] = data[from + green] * factor;
    pixels[to + 2] = data[from + blue] * factor;
    pixels[to + 3] = 255;
  }
  return pixels;
}

/** One channel in the diverging colours of all views; `range` is what the end colours stand for. */
export function pixelsOfSigned(
  { shape, data }: Tensor,
  channel: number,
  range: number,
  theme: PaletteTheme,
): Uint8ClampedArray<ArrayBuffer> {
  const channels = shape[shape.length - 1];
  const colours = new Uint32Array(paletteTexels(theme).buffer);
  const pixels = new Uint32Array(data.length / channels);
  for (let from = channel, to = 0; from < data.length; from += channels, to++) {
    pixels[to] = colours[paletteStep(data[from], range)];
  }
  return new Uint8ClampedArray(pixels.buffer);
}

/** Part of a channel's numbers that may lie beyond the ends of the colours, so that a few at an edge do not make the rest faint. */
const shareBeyond = 1 / 200;
const bins = 4096;

/** The absolute value that all but one number in 200 of a channel stay within, at most 1/4096 of the largest too much. */
export function rangeOf(tensor: Tensor, channel: number): number {
  const { shape, data } = tensor;
  const channels = shape[shape.length - 1];
  const largest = largestOf(tensor, channel);
  if (largest === 0) return 0;
  const counted = new Uint32Array(bins);
  for (let from = channel; from < data.length; from += channels) {
    const size = Math.abs(data[from]);
    if (size <= largest) counted[Math.min(Math.floor((size / largest) * bins), bins - 1)]++;
  }
  let left = Math.floor((data.length / channels) * shareBeyond);
  let bin = bins - 1;
  while (bin > 0 && counted[bin] <= left) left -= counted[bin--];
  return (largest * (bin + 1)) / bins;
}

/** Largest absolute value of a channel; what is no finite number does not count. */
function largestOf({ shape, data }: Tensor, channel: number): number {
  const channels = shape[shape.length - 1];
  let largest = 0;
  for (let from = channel; from < data.length; from += channels) {
    const size = Math.abs(data[from]);
    if (size > largest && size < Infinity) largest = size;
  }
  return largest;
}

/** Sum of the weights; what rounding alone leaves of a difference is 0. */
export function weightSum({ data }: Tensor): number {
  const sum = data.reduce((total, weight) => total + weight, 0);
  const size = data.reduce((total, weight) => total + Math.abs(weight), 0);
  return Math.abs(sum) < size * 1e-6 ? 0 : sum;
}

/** A kernel whose weights add up to more than 0 makes pictures of pictures; the others take differences, which have a sign. */
export function scaleOf(kernel: Tensor): FilterScale {
  return weightSum(kernel) > 0 ? 'picture' : 'signed';
}

/** What a uniformly white picture comes out as, so that smoothing keeps the light; the picture's white where that is not above 0. */
export function whiteOf(kernel: Tensor, white: number): number {
  const sum = weightSum(kernel);
  return sum > 0 ? white * sum : white;
}
