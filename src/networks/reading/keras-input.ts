/** What a network must have read, where its summary begins behind it. */
import type { Shape } from '../types.js';

/** Heights of pictures that networks are usually made for. */
const usualSizes = [
  28, 32, 64, 96, 128, 150, 160, 180, 192, 200, 224, 227, 240, 256, 299, 300, 320, 331, 384, 512,
];

/** Channels of colour, of grey, and of both with transparency or depth. */
const usualChannels = [3, 1, 4];

/** The input of a first layer of a class: one that lets its parameters and its output be what they are. */
export function assumedInput(type: string, output: Shape, params: number): Shape {
  const last = output[output.length - 1];
  if (output.length === 1) {
    const features = (params - last) / last;
    return type === 'Dense' && Number.isInteger(features) && features > 0 ? [features] : output;
  }
  if (output.length !== 3 || type !== 'Conv2D') return output;
  for (const channels of usualChannels) {
    const side = [params - last, params]
      .map((weights) => Math.sqrt(weights / last / channels))
      .find(Number.isInteger);
    if (side !== undefined) return [...planeOf(output, side), channels];
  }
  return [output[0], output[1], 3];
}

/** The output's plane, unless only an unpadded kernel makes it a usual picture. */
function planeOf([height, width]: Shape, kernel: number): readonly [number, number] {
  const padded = [height + kernel - 1, width + kernel - 1] as const;
  return usualSizes.includes(padded[0]) && !usualSizes.includes(height) ? padded : [height, width];
}
