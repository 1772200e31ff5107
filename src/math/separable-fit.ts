/**
 * The depthwise and pointwise weights that come closest to a standard convolution. The slices of one input channel
 * form a matrix, taps × filters; a depthwise separable layer with multiplier m gives it rank m at most, and the
 * closest matrix of rank m is the singular value decomposition cut after m values (Eckart and Young, 1936).
 */
import { offsetOf, zeros } from './tensor.js';
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

/** Singular values below this share of the largest are rounding. */
const negligible = 1e-6;

/**
 * @param weights [kh, kw, C, F] of a standard convolution
 * @param multiplier depthwise slices for each channel
 */
export function fitSeparable(weights: Tensor, multiplier = 1): SeparableFit {
  const [height, width, channels, filters] = weights.shape;
  const taps = height * width;
  const depthwise = zeros([height, width, 1, channels * multiplier]);
  const mixing = zeros([1, 1, channels * multiplier, filters]);
  const fits = Array.from({ length: channels }, (_, channel): ChannelFit => {
    const slices = Array.from({ length: filters }, (_slice, filter) =>
      Float64Array.from({ length: taps }, (_tap, tap) => {
        const place = [Math.floor(tap / width), tap % width, channel, filter];
        return weights.data[offsetOf(weights.shape, place)];
      }),
    );
    const parts = rankOneParts(slices);
    parts.slice(0, multiplier).forEach(({ slice, shares }, copy) => {
      const inner = channel * multiplier + copy;
      slice.forEach((value, tap) => (depthwise.data[tap * channels * multiplier + inner] = value));
      shares.forEach((value, filter) => (mixing.data[inner * filters + filter] = value));
    });
    const largest = parts[0].size;
    return {
      error: Math.hypot(...parts.slice(multiplier).map(({ size }) => size)),
      rank: parts.filter(({ size }) => size > largest * negligible).length,
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

/** One slice and how much of it each filter takes; all of them add up to the matrix. */
interface RankOnePart {
  readonly slice: Float64Array;
  /** Of length 1. */
  readonly shares: readonly number[];
  /** The singular value: the length of the slice. */
  readonly size: number;
}

const mostSweeps = 60;
const orthogonal = 1e-13;

/** One-sided Jacobi: columns are turned against each other until all are orthogonal. Largest part first. */
function rankOneParts(columns: readonly Float64Array[]): RankOnePart[] {
  const turned = columns.map((column) => Float64Array.from(column));
  const shares = columns.map((_, i) => Float64Array.from(columns, (_column, j) => Number(i === j)));
  for (let sweep = 0; sweep < mostSweeps; sweep++) {
    let turns = 0;
    for (let first = 0; first < turned.length; first++) {
      for (let second = first + 1; second < turned.length; second++) {
        const angle = angleBetween(turned[first], turned[second]);
        if (angle === null) continue;
        turns++;
        turn(turned[first], turned[second], angle);
        turn(shares[first], shares[second], angle);
      }
    }
    if (turns === 0) break;
  }
  return turned
    .map((slice, part) => ({ slice, shares: [...shares[part]], size: Math.hypot(...slice) }))
    .sort((a, b) => b.size - a.size);
}

/** Cosine and sine of the turn that makes two columns orthogonal; null when they are. */
function angleBetween(a: Float64Array, b: Float64Array): readonly [cosine: number, sine: number] | null {
  const [aa, bb, ab] = [dot(a, a), dot(b, b), dot(a, b)];
  if (Math.abs(ab) <= orthogonal * Math.sqrt(aa * bb)) return null;
  const half = (bb - aa) / (2 * ab);
  const tangent = (half < 0 ? -1 : 1) / (Math.abs(half) + Math.hypot(1, half));
  const cosine = 1 / Math.hypot(1, tangent);
  return [cosine, cosine * tangent];
}

function turn(a: Float64Array, b: Float64Array, [cosine, sine]: readonly [number, number]): void {
  for (let i = 0; i < a.length; i++) {
    const [x, y] = [a[i], b[i]];
    a[i] = cosine * x - sine * y;
    b[i] = sine * x + cosine * y;
  }
}

function dot(a: Float64Array, b: Float64Array): number {
  return a.reduce((sum, value, i) => sum + value * b[i], 0);
}
