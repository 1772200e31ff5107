/** Weights of the worked examples, for any shape [kh, kw, Cbig / groups, Csmall]: small whole numbers. */
import type { Shape4, Tensor } from '../math/types.js';
import { tensorFrom, weightsFrom } from './fill.js';
import { seededRandom } from './random.js';

/** Value of one weight: kernel row, kernel column, big channel of the whole tensor, small channel; all from 0. */
type WeightRule = (row: number, column: number, channel: number, filter: number) => number;

/** One slice per channel of "three textures"; the first filter of the standard example. */
const firstFilter: readonly WeightRule[] = [
  (row, column) => [-1, 0, 1, -2, 0, 2, -1, 0, 1][3 * row + column],
  (row, column) => [0, 1, 0, 1, 1, 1, 0, 1, 0][3 * row + column],
  (row, column) => [1, 0, 0, 0, -1, 0, 0, 0, 1][3 * row + column],
];

/** [filter][channel] of the pointwise example. */
const mixingTable = [
  [1, 1, 1],
  [2, -2, 1],
  [-1, 1, 2],
  [1, 2, -1],
];

/** Deterministic weights −2…2 without a pattern that the eye could mistake for a meaning. */
const scattered: WeightRule = (row, column, channel, filter) =>
  ((3 * row + 5 * column + 7 * channel + 4 * filter + row * column) % 5) - 2;

/**
 * Weights of the standard and the grouped example: filter 1 is the hand-made one where it fits (3 × 3 × 3), all others are
 * scattered. A weight keeps its value when `groups` changes, since channels count through the whole tensor.
 * @param shape [kh, kw, channels / groups, filters]
 */
export function standardWeights(shape: Shape4, groups = 1): Tensor {
  const [height, width, depth, filters] = shape;
  const fits = height === 3 && width === 3 && depth * groups === firstFilter.length;
  const filtersPerGroup = filters / groups;
  return weightsFrom(shape, (row, column, depthIndex, filter) => {
    const channel = Math.floor(filter / filtersPerGroup) * depth + depthIndex;
    return fits && filter === 0
      ? firstFilter[channel](row, column, channel, 0)
      : scattered(row, column, channel, filter);
  });
}

/**
 * Weights of the depthwise example: the slices of that same filter, one a channel; with a multiplier the further ones of each
 * channel are scattered.
 * @param shape [kh, kw, 1, channels · multiplier]; output channel c · multiplier + j reads channel c
 */
export function depthwiseWeights(shape: Shape4, multiplier = 1): Tensor {
  const fits = shape[0] === 3 && shape[1] === 3;
  return weightsFrom(shape, (row, column, _, filter) => {
    const channel = Math.floor(filter / multiplier);
    const copy = filter % multiplier;
    const slice = fits && copy === 0 ? firstFilter[channel] : undefined;
    return (slice ?? scattered)(row, column, channel, copy);
  });
}

/** Weights of the pointwise example. @param shape [1, 1, channels, filters] */
export function mixingWeights(shape: Shape4): Tensor {
  return weightsFrom(shape, (row, column, channel, filter) => {
    const isInTable = row === 0 && column === 0;
    return (
      (isInTable ? mixingTable[filter]?.[channel] : undefined) ?? scattered(row, column, channel, filter)
    );
  });
}

/** 1, −2, 0, 3, then −3…3 without end. */
export function standardBias(filters: number): Tensor {
  const first = [1, -2, 0, 3];
  return tensorFrom([filters], ([filter]) => first[filter] ?? ((3 * filter) % 7) - 3);
}

/** 1…9 in the first slice, digits that name the taps; further slices are scattered. The transposed example. */
export function countingWeights(shape: Shape4): Tensor {
  return firstSliceWeights(shape, (address) => address);
}

/** −1 2 −3 / 4 −5 6 / −7 8 −9 in the first slice; further slices are scattered. The stride and dilation examples. */
export function alternatingWeights(shape: Shape4): Tensor {
  return firstSliceWeights(shape, (address) => (address % 2 === 0 ? address : -address));
}

/** `valueAt` takes the tap's address in its slice, counted from 1. */
function firstSliceWeights(shape: Shape4, valueAt: (address: number) => number): Tensor {
  return weightsFrom(shape, (row, column, channel, filter) =>
    channel === 0 && filter === 0
      ? valueAt(1 + column + shape[1] * row)
      : scattered(row, column, channel, filter),
  );
}

/** Largest of the random weights. */
const largestRandom = 3;

/** Whole numbers −3…3, the same for the same seed and shape. */
export function randomWeights(shape: Shape4, seed: number): Tensor {
  const random = seededRandom(seed);
  return weightsFrom(shape, () => Math.floor(random() * (2 * largestRandom + 1)) - largestRandom);
}
