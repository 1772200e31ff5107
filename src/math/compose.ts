/** A depthwise and a pointwise convolution after each other are one standard convolution: its weights. */
import { offsetOf, zeros } from './tensor.js';
import type { Tensor } from './types.js';

/**
 * Weights [kh, kw, C, F] of the standard convolution that gives the same sums as a depthwise convolution followed by a
 * pointwise one: slice c of filter f is Σⱼ mixing[c·m + j][f] · depthwise slice c·m + j, for the multiplier m.
 *
 * @param depthwise [kh, kw, 1, C · m]
 * @param mixing [1, 1, C · m, F]
 * @throws RangeError when the shapes do not fit each other
 */
export function composeSeparable(depthwise: Tensor, mixing: Tensor, channels: number): Tensor {
  const [height, width, , middle] = depthwise.shape;
  const filters = mixing.shape[3];
  const multiplier = middle / channels;
  if (mixing.shape[2] !== middle || !Number.isInteger(multiplier)) {
    throw new RangeError(`[${depthwise.shape}] of ${channels} channels and [${mixing.shape}] do not fit.`);
  }
  const composed = zeros([height, width, channels, filters]);
  for (let row = 0; row < height; row++) {
    for (let column = 0; column < width; column++) {
      for (let inner = 0; inner < middle; inner++) {
        const tap = depthwise.data[offsetOf(depthwise.shape, [row, column, 0, inner])];
        for (let filter = 0; filter < filters; filter++) {
          const place = [row, column, Math.floor(inner / multiplier), filter];
          composed.data[offsetOf(composed.shape, place)] +=
            tap * mixing.data[offsetOf(mixing.shape, [0, 0, inner, filter])];
        }
      }
    }
  }
  return composed;
}
