import type { Tensor } from '../types.js';

/** One number a channel each, [C]. */
export interface Moments {
  readonly mean: Float32Array;
  /** Of the whole population: divided by the count, not by one less. */
  readonly variance: Float32Array;
}

export interface BatchNormValues extends Moments {
  /** Scale. */
  readonly gamma: Float32Array;
  /** Offset. */
  readonly beta: Float32Array;
  /** Added to the variance, so that nothing is divided by 0. */
  readonly epsilon: number;
}

/**
 * (x − mean) · gamma / √(variance + ε) + beta, channel by channel, in float32; gamma is divided first, once a channel.
 *
 * @param input [N, H, W, C]
 * @returns the same shape
 */
export function batchNorm({ shape, data }: Tensor, values: BatchNormValues): Tensor {
  const { mean, variance, gamma, beta, epsilon } = values;
  const scales = gamma.map((scale, channel) => scale / Math.sqrt(variance[channel] + epsilon));
  const channels = shape[shape.length - 1];
  const normed = data.map((value, cell) => {
    const channel = cell % channels;
    const centred = Math.fround(value - mean[channel]);
    return Math.fround(centred * scales[channel]) + beta[channel];
  });
  return { shape, data: normed };
}

/** Mean and variance of each channel over all images and places, summed in double precision. */
export function momentsOf({ shape, data }: Tensor): Moments {
  const channels = shape[shape.length - 1];
  const count = data.length / channels;
  const [sums, squares] = [new Float64Array(channels), new Float64Array(channels)];
  data.forEach((value, cell) => (sums[cell % channels] += value));
  const means = sums.map((sum) => sum / count);
  data.forEach((value, cell) => (squares[cell % channels] += (value - means[cell % channels]) ** 2));
  return {
    mean: Float32Array.from(means),
    variance: Float32Array.from(squares, (sum) => sum / count),
  };
}
