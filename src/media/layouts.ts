/** What the axes of given numbers mean: asked for, known from where they come, or guessed with the reason told. */
import type { Shape4 } from '../math/types.js';
import { numberLimits, NumberRefusal } from './number-problems.js';
import type { Origin } from './read-text.js';

/** Of an input: rows, columns, channels; or channels first. A batch axis of one image before them is taken off. */
export type InputLayout = 'hwc' | 'chw';
/**
 * Of weights: kernel rows, kernel columns, channels, filters as in Keras; or filters, channels, rows, columns as in
 * PyTorch. Of a transposed convolution, whose big side is its output, both frameworks swap the last and the first two.
 */
export type WeightLayout = 'hwio' | 'oihw';
export type Layout = InputLayout | WeightLayout;

/** How the layout was found. */
export type LayoutReason =
  /** No other reading is possible. */
  | 'only'
  | 'asked'
  /** Prints of PyTorch and Paddle have the channels first. */
  | 'print'
  /** Only so there are as many channels as the layer has. */
  | 'layer'
  /** A long axis is an edge, a short one the channels. */
  | 'short-axis'
  /** Only so it is small enough. */
  | 'limits'
  /** Both are possible; channels last is taken. */
  | 'default';

export interface LayoutChoice {
  readonly layout: Layout;
  readonly reason: LayoutReason;
  /** What else it can be read as. */
  readonly other?: Layout;
}

/** What the numbers are for. Shapes are the stage's own: [kh, kw, Cbig / groups, Csmall]. */
export type NumberTarget =
  | { readonly kind: 'input'; readonly channels?: number }
  | { readonly kind: 'weights'; readonly shape: Shape4 }
  | { readonly kind: 'bias'; readonly filters: number };

/** @throws NumberRefusal when no layout makes the shape an input */
export function chooseInputLayout(
  shape: readonly number[],
  origin: Origin,
  { channels, asked }: { readonly channels?: number | undefined; readonly asked?: Layout | undefined },
): LayoutChoice {
  if (shape.length === 4 && shape[0] > 1) {
    throw new NumberRefusal('more-than-one-image', { given: `${shape[0]}`, allowed: '1' });
  }
  if (shape.length > 4)
    throw new NumberRefusal('nesting-too-deep', { given: `${shape.length}`, allowed: '4' });
  if (origin === 'table') return { layout: 'chw', reason: 'only' };
  if (shape.length < 3) return { layout: 'hwc', reason: 'only' };
  const [first, , last] = shape.slice(-3);
  const possible = (['hwc', 'chw'] as const).filter((layout) => isSmallEnough(shape, layout));
  const choose = (layout: InputLayout, reason: LayoutReason): LayoutChoice => {
    const other = layout === 'hwc' ? 'chw' : 'hwc';
    return { layout, reason, ...(possible.includes(other) ? { other } : {}) };
  };
  if (asked === 'hwc' || asked === 'chw') return choose(asked, 'asked');
  if (origin === 'channels-first') return choose('chw', 'print');
  if (possible.length === 1) return choose(possible[0], 'limits');
  if (channels !== undefined && (first === channels) !== (last === channels)) {
    return choose(last === channels ? 'hwc' : 'chw', 'layer');
  }
  if (Math.min(first, last) <= 4 && Math.max(first, last) >= 8) {
    return choose(last < first ? 'hwc' : 'chw', 'short-axis');
  }
  return choose('hwc', 'default');
}

function isSmallEnough(shape: readonly number[], layout: InputLayout): boolean {
  const [rows, columns, channels] = inputSizes(shape, layout);
  return rows <= numberLimits.rows && columns <= numberLimits.columns && channels <= numberLimits.channels;
}

/** [H, W, C] of numbers of a shape read in a layout. */
export function inputSizes(shape: readonly number[], layout: Layout): [number, number, number] {
  if (shape.length === 1) return [1, shape[0], 1];
  if (shape.length === 2) return [shape[0], shape[1], 1];
  const [a, b, c] = shape.slice(-3);
  return layout === 'chw' ? [b, c, a] : [a, b, c];
}

/** @throws NumberRefusal when the shape is none that these weights have */
export function chooseWeightLayout(
  shape: readonly number[],
  origin: Origin,
  wanted: Shape4,
  asked?: Layout,
): LayoutChoice {
  const given = origin === 'table' && shape[0] === 1 ? shape.slice(1) : shape;
  const fitting = (['hwio', 'oihw'] as const).filter((layout) => fitsWeights(given, origin, wanted, layout));
  if (fitting.length === 0) throw misfit(given, wanted);
  const [first, second] = fitting;
  if (second === undefined) return { layout: first, reason: given.length === 4 ? 'layer' : 'only' };
  if (given.every((size) => size === 1) || isSlice(given, wanted)) return { layout: 'hwio', reason: 'only' };
  const layout = asked === 'oihw' || (asked !== 'hwio' && origin === 'channels-first') ? 'oihw' : 'hwio';
  const reason = layout === asked ? 'asked' : origin === 'channels-first' ? 'print' : 'default';
  return { layout, reason, other: layout === 'hwio' ? 'oihw' : 'hwio' };
}

/** One slice of a kernel, to be used for every channel and filter. */
export function isSlice(given: readonly number[], [rows, columns]: Shape4): boolean {
  return String(given.filter((size, axis) => axis >= given.length - 2 || size > 1)) === `${rows},${columns}`;
}

function fitsWeights(
  given: readonly number[],
  origin: Origin,
  [rows, columns, channels, filters]: Shape4,
  layout: WeightLayout,
): boolean {
  if (given.length === 2) return isSlice(given, [rows, columns, channels, filters]);
  if (origin === 'table') {
    const [blocks, ...slice] = given;
    return layout === 'oihw' && String(slice) === `${rows},${columns}` && blocks === channels * filters;
  }
  const ones = (sizes: readonly number[]): number[][] => [
    [...sizes],
    ...sizes.flatMap((size, axis) => (size === 1 ? [sizes.filter((_, i) => i !== axis)] : [])),
  ];
  const candidates =
    layout === 'hwio'
      ? ones([channels, filters]).map((rest) => [rows, columns, ...rest])
      : ones([filters, channels]).map((rest) => [...rest, rows, columns]);
  if (candidates.some((sizes) => String(sizes) === String(given))) return true;
  // Keras keeps a depthwise kernel as [kh, kw, channels, multiplier], in the same order as one filter after the other.
  const isDepthwise = layout === 'hwio' && channels === 1 && given.length === 4;
  return isDepthwise && String(given.slice(0, 2)) === `${rows},${columns}` && given[2] * given[3] === filters;
}

function misfit(given: readonly number[], [rows, columns, channels, filters]: Shape4): NumberRefusal {
  const print = (sizes: readonly number[]): string => sizes.join(' × ');
  return new NumberRefusal('weights-misfit', {
    given: print(given),
    allowed: `${print([rows, columns, channels, filters])} (HWIO), ${print([filters, channels, rows, columns])} (OIHW)`,
  });
}
