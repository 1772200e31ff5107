import { effectiveKernel } from '../../math/geometry.js';
import type { Pair, Sides } from '../../math/types.js';
import type { Draft } from '../draft.js';
import {
  activation,
  bias,
  count,
  inert,
  inputShape,
  layout,
  optional,
  padding,
  sizes,
  type Reader,
} from '../readers.js';
import type { Report } from '../report.js';
import type { Settle, Signature } from '../signature.js';

const regularisation = 'kernel bias activity depthwise pointwise'
  .split(' ')
  .flatMap((what) => ['initializer', 'regularizer', 'constraint'].map((rule) => `${what}_${rule}`));
/** Keywords of every Keras layer. */
const housekeeping = 'name dtype trainable weights dynamic autocast batch_size input_dtype kwargs'.split(' ');

const shared: Readonly<Record<string, Reader>> = {
  kernel_size: sizes('kernel'),
  strides: sizes('stride'),
  padding: padding({ valid: 'valid', same: 'same' }, null, '"valid" | "same"'),
  data_format: layout,
  dilation_rate: sizes('dilation'),
  activation,
  use_bias: bias,
  input_shape: inputShape(false),
  batch_input_shape: inputShape(true),
  batch_shape: inputShape(true),
  ...Object.fromEntries([...regularisation, ...housekeeping].map((name) => [name, inert])),
};

const filters = count('filters');
const groups = count('groups');
const multiplier = count('multiplier');

interface Layer {
  readonly kind: Draft['kind'];
  readonly isTransposed: boolean;
  /** Arguments without a name in their order; what follows them is without effect. */
  readonly positional: string;
  readonly readers: Readonly<Record<string, Reader>>;
}

const layers: Readonly<Record<string, Layer>> = {
  Conv: {
    kind: 'plain',
    isTransposed: false,
    positional:
      'filters kernel_size strides padding data_format dilation_rate groups activation use_bias kernel_initializer bias_initializer kernel_regularizer bias_regularizer activity_regularizer kernel_constraint bias_constraint',
    readers: { filters, groups },
  },
  DepthwiseConv: {
    kind: 'depthwise',
    isTransposed: false,
    positional:
      'kernel_size strides padding depth_multiplier data_format dilation_rate activation use_bias depthwise_initializer bias_initializer depthwise_regularizer bias_regularizer activity_regularizer depthwise_constraint bias_constraint',
    readers: { depth_multiplier: multiplier },
  },
  SeparableConv: {
    kind: 'separable',
    isTransposed: false,
    positional:
      'filters kernel_size strides padding data_format dilation_rate depth_multiplier activation use_bias depthwise_initializer pointwise_initializer bias_initializer depthwise_regularizer pointwise_regularizer bias_regularizer activity_regularizer depthwise_constraint pointwise_constraint bias_constraint',
    readers: { filters, depth_multiplier: multiplier },
  },
  ConvTranspose: {
    kind: 'plain',
    isTransposed: true,
    positional:
      'filters kernel_size strides padding output_padding data_format dilation_rate activation use_bias kernel_initializer bias_initializer kernel_regularizer bias_regularizer activity_regularizer kernel_constraint bias_constraint',
    readers: { filters, output_padding: optional(sizes('outputPadding')) },
  },
};

/** Keras' own rules, which TensorFlow.js shares. */
export const settleKeras: Settle = (draft, size, report) => {
  const { stride, dilation, place, kind } = draft;
  const isBoth = stride.some((step) => step > 1) && dilation.some((rate) => rate > 1);
  const isUneven = draft.axes === 2 && stride[0] !== stride[1];
  if (kind === 'plain' && isBoth) report.refuse('code.problem.stride-dilation', place);
  else if (kind !== 'plain' && (isBoth || isUneven)) report.note('code.note.decomposed');
  if (draft.op === 'transposed') settleTransposed(draft, size, report);
  else if (draft.padding === 'causal') {
    const before = (draft.kernel[1] - 1) * dilation[1];
    draft.padding = [0, 0, before, 0];
    report.note('code.note.causal', { before });
  }
};

/**
 * Without an output padding, VALID gives n·s + max(reach − s, 0) cells. With one, SAME takes ⌊reach / 2⌋ off both ends
 * of the size, and what TensorFlow then crops is split like any SAME: the odd cell at the end.
 */
function settleTransposed(draft: Draft, [rows, columns]: Pair, report: Report): void {
  const { stride, kernel, dilation, outputPadding, padding: given } = draft;
  const reach: Pair = [effectiveKernel(kernel[0], dilation[0]), effectiveKernel(kernel[1], dilation[1])];
  if (outputPadding === null) {
    if (given !== 'valid') return;
    const derived: Pair = [Math.max(stride[0] - reach[0], 0), Math.max(stride[1] - reach[1], 0)];
    draft.outputPadding = derived;
    if (derived.some((extra) => extra > 0)) {
      report.note('code.note.short-kernel', { rows: rows * stride[0], columns: columns * stride[1] });
    }
    return;
  }
  if (outputPadding.some((extra, axis) => extra >= stride[axis])) {
    report.refuse('code.problem.output-padding-stride', draft.place, { strides: stride.join(', ') });
  }
  if (given === 'same') {
    refuseShortSame(draft, [rows, columns], reach, outputPadding, report);
    const [top, bottom, moreRows] = sameCrop(reach[0], outputPadding[0]);
    const [left, right, moreColumns] = sameCrop(reach[1], outputPadding[1]);
    const sides: Sides = [top, bottom, left, right];
    draft.padding = sides;
    draft.outputPadding = [moreRows, moreColumns];
    report.note('code.note.same-sides', { sides: sides.join(', ') });
  }
}

/** SAME gives back n cells only for a size of (n − 1)·s + 1 to n·s. */
function refuseShortSame(draft: Draft, size: Pair, reach: Pair, extra: Pair, report: Report): void {
  for (const axis of [0, 1] as const) {
    const step = draft.stride[axis];
    const cells = size[axis];
    const wanted = (cells - 1) * step + reach[axis] - 2 * Math.floor(reach[axis] / 2) + extra[axis];
    if (wanted > (cells - 1) * step) continue;
    const allowed = `${(cells - 1) * step + 1} … ${cells * step}`;
    report.refuse('code.problem.empty-same', draft.place, { cells, size: wanted, allowed });
    return;
  }
}

function sameCrop(reach: number, extra: number): readonly [before: number, after: number, extra: number] {
  const total = 2 * Math.floor(reach / 2) - extra;
  const cropped = Math.max(total, 0);
  const before = Math.floor(cropped / 2);
  return [before, cropped - before, Math.max(-total, 0)];
}

function signature(name: string, axes: 1 | 2, layer: Layer): Signature {
  const positional = layer.positional.split(' ');
  const readers = { ...shared, ...layer.readers };
  return {
    ...{ framework: 'keras', name, axes, positional, kind: layer.kind, settle: settleKeras },
    op: layer.isTransposed ? 'transposed' : 'conv',
    required: ['filters', 'kernel_size'].filter((argument) => positional.includes(argument)),
    readers: axes === 1 && name === 'Conv1D' ? { ...readers, padding: withCausal } : readers,
    defaults: { bias: true, outputPadding: layer.isTransposed ? null : [0, 0], channelsFirst: false },
  };
}

const withCausal = padding(
  { valid: 'valid', same: 'same', causal: 'causal' },
  null,
  '"valid" | "same" | "causal"',
);

/** layers.Conv2D and its family, with the long names of Keras 1. */
export const keras: readonly Signature[] = ([1, 2] as const).flatMap((axes) => {
  const named = (kind: string): string =>
    kind === 'ConvTranspose' ? `Conv${axes}DTranspose` : `${kind}${axes}D`;
  return Object.entries(layers).flatMap(([kind, layer]) =>
    [named(kind), named(kind).replace('Conv', 'Convolution')].map((name) => signature(name, axes, layer)),
  );
});
