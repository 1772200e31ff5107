/**
 * The depthwise and pointwise weights that come closest to a standard convolution. The slices of one input channel
 * form a matrix, taps × filters; a depthwise separable layer with multiplier m gives it rank m at most, and the
 * closest matrix of rank m is the singular value decomposition cut after m values (Eckart and Young, 1936).
 */
import { rankOfParts, rankOneParts } from './singular-values.js';
import { offsetOf, sizeOf, zeros } from './tensor.js';
import type { Tensor } from './types.js';

/** How well one input channel's slices are followed. */
export interface ChannelFit {
  /** √ of the sum of the squared differences of its weights. */
  readonly error: number;
  /** Slices that are not combinations of the others: the multiplier that would follow them exactly. */
  readonly rank: number;
}

export interface SeparableFit {
  /** [kh, kw, 1, C · m] */
  readonly depthwise: Tensor;
  /** [1, 1, C · m, F] */
  readonly mixing: Tensor;
  readonly channels: readonly ChannelFit[];
  /** √ of the sum of the squared differences of all weights. */
  readonly error: number;
  /** The smallest multiplier with which every channel is followed. */
  readonly multiplierNeeded: number;
}

/**
 * @param weights [kh, kw, C, F] of a standard convolution
 * @param multiplier depthwise slices for each channel
 */
export function fitSeparable(weights: Tensor, multiplier = 1): SeparableFit {
  const [height, width, channels, filters] = weights.shape;
  const depthwise = zeros([height, width, 1, channels * multiplier]);
  const mixing = zeros([1, 1, channels * multiplier, filters]);
  const fits = Array.from({ length: channels }, (_, channel): ChannelFit => {
    const parts = rankOneParts(slicesOf(weights, channel));
    parts.slice(0, multiplier).forEach(({ direction, shares }, copy) => {
      const inner = channel * multiplier + copy;
      direction.forEach((value, tap) => (depthwise.data[tap * channels * multiplier + inner] = value));
      shares.forEach((value, filter) => (mixing.data[inner * filters + filter] = value));
    });
    return {
      error: Math.hypot(...parts.slice(multiplier).map(({ size }) => size)),
      rank: rankOfParts(parts),
    };
  });
  return {
    depthwise,
    mixing,
    channels: fits,
    error: Math.hypot(...fits.map(({ error }) => error)),
    multiplierNeeded: Math.max(...fits.map(({ rank }) => rank), 1),
  };
}

/** How far one input channel's slices are from being followed by ever more depthwise slices. */
export interface ChannelSpectrum {
  /** Singular values, the largest first: at most as many as there are taps, or filters. */
  readonly sizes: readonly number[];
  /** √ of the sum of the squared differences that 0, 1, 2, … depthwise slices leave; the last is rounding. */
  readonly errors: readonly number[];
  readonly rank: number;
}

/** What one multiplier costs and leaves. */
export interface MultiplierStep {
  readonly multiplier: number;
  /** Depthwise weights and mixing weights. */
  readonly depthwise: number;
  readonly mixing: number;
  readonly weights: number;
  /** √ of the sum of the squared differences of all weights. */
  readonly error: number;
  /** The error as a share of the length of all weights; 0 where these are all 0. */
  readonly share: number;
}

export interface LayerSpectrum {
  readonly channels: readonly ChannelSpectrum[];
  /** Multipliers from 1 to the one that follows every channel. */
  readonly steps: readonly MultiplierStep[];
  /** Weights of the standard convolution. */
  readonly weights: number;
  /** √ of the sum of their squares. */
  readonly length: number;
  readonly multiplierNeeded: number;
}

/**
 * Every multiplier at once: what separable layers with 1, 2, … depthwise slices a channel cost, and how far they stay from a
 * standard convolution.
 *
 * @param weights [kh, kw, C, F] of a standard convolution
 */
export function layerSpectrum(weights: Tensor): LayerSpectrum {
  const [height, width, channelCount, filters] = weights.shape;
  const most = Math.min(height * width, filters);
  const channels = Array.from({ length: channelCount }, (_, channel): ChannelSpectrum => {
    const parts = rankOneParts(slicesOf(weights, channel)).slice(0, most);
    const sizes = parts.map(({ size }) => size);
    const errors = [...sizes, 0].map((_size, kept) => Math.hypot(...sizes.slice(kept)));
    return { sizes, errors, rank: rankOfParts(parts) };
  });
  const length = Math.hypot(...channels.map(({ errors }) => errors[0]));
  const multiplierNeeded = Math.max(...channels.map(({ rank }) => rank), 1);
  const steps = Array.from({ length: multiplierNeeded }, (_, index): MultiplierStep => {
    const multiplier = index + 1;
    const depthwise = height * width * channelCount * multiplier;
    const mixing = channelCount * multiplier * filters;
    const error = Math.hypot(...channels.map(({ errors }) => errors[multiplier]));
    const share = length === 0 ? 0 : error / length;
    return { multiplier, depthwise, mixing, weights: depthwise + mixing, error, share };
  });
  return { channels, steps, weights: sizeOf(weights.shape), length, multiplierNeeded };
}

/** The slices of one input channel, a filter each. */
function slicesOf(weights: Tensor, channel: number): Float64Array[] {
  const [height, width, , filters] = weights.shape;
  return Array.from({ length: filters }, (_, filter) =>
    Float64Array.from({ length: height * width }, (_tap, tap) => {
      const place = [Math.floor(tap / width), tap % width, channel, filter];
      return weights.data[offsetOf(weights.shape, place)];
    }),
  );
}
