/** One layer, or two that belong together, as a variant and its fields. */
import type { Activation, Pair, Sides } from '../math/types.js';
import type { LayerSpec } from '../variants/types.js';
import type { Draft, DraftPadding } from './draft.js';
import type { Report } from './report.js';

/** What the calls do not say: the layer that is set at present. */
export interface Surroundings {
  /** [height, width, channels] */
  readonly input: readonly [number, number, number];
  readonly filters: number;
  readonly bias: boolean;
}

/** The layer of the first drafts; two that make a separable layer are taken together. */
export function assemble(drafts: readonly Draft[], around: Surroundings, report: Report): LayerSpec {
  const [first, second] = drafts;
  const pair = second && pairOf(first, second, around, report);
  const rest = drafts.length - (pair ? 2 : 1);
  if (rest > 0) report.note('code.note.first-of', { count: drafts.length, name: first.name });
  if (pair) report.note('code.note.pair', { first: first.name, second: second.name });
  return { input: around.input, ...(pair ?? single(first, around)) };
}

function single(draft: Draft, { input, filters: present, bias: hadBias }: Surroundings): LayerSpec {
  const channels = input[2];
  const { filters = present, groups, multiplier, kernel, bias = hadBias } = draft;
  const fields: LayerSpec = { ...spacing(draft), bias, activation: draft.activation };
  if (draft.op === 'transposed') {
    const size = draft.outputSize ? { outputSize: draft.outputSize } : {};
    const outputPadding = draft.padding === 'same' ? ([0, 0] as const) : (draft.outputPadding ?? [0, 0]);
    return { ...fields, variant: 'transposed', filters, groups, outputPadding, ...size };
  }
  if (draft.kind === 'separable') {
    const once = { order: 'depthwise-first', biases: 'once', activations: 'once' } as const;
    return { ...fields, variant: 'separable', filters, multiplier, ...once };
  }
  if (draft.kind === 'depthwise') return { ...fields, variant: 'depthwise', multiplier };
  if (isDepthwise(draft, channels)) {
    return { ...fields, variant: 'depthwise', multiplier: filters / channels };
  }
  const rest = { ...fields, filters, groups };
  if (groups !== 1) return { ...rest, variant: 'grouped' };
  if (isOne(kernel)) return { ...rest, variant: 'pointwise' };
  if (!isOne(draft.dilation)) return { ...rest, variant: 'dilated' };
  return { ...rest, variant: isOne(draft.stride) ? 'standard' : 'strided' };
}

function spacing({ kernel, stride, dilation, padding }: Draft): LayerSpec {
  // The words that only some frameworks have were counted out when their rules were applied.
  return { kernel, stride, dilation, padding: padding as Exclude<DraftPadding, 'same-lower' | 'causal'> };
}

const isOne = (pair: Pair): boolean => pair[0] === 1 && pair[1] === 1;

function isDepthwise({ kind, op, groups, filters = 0 }: Draft, channels: number): boolean {
  if (op === 'transposed') return false;
  return (
    kind === 'depthwise' || (channels > 1 && groups === channels && filters % channels === 0 && filters > 0)
  );
}

/** Channels that a draft makes of those that it reads. */
function outputOf({ kind, filters = 0, multiplier }: Draft, channels: number): number {
  return kind === 'depthwise' ? channels * multiplier : filters;
}

function pairOf(one: Draft, other: Draft, around: Surroundings, report: Report): LayerSpec | undefined {
  if (one.framework !== other.framework || one.axes !== other.axes) return undefined;
  const channels = around.input[2];
  const between = outputOf(one, channels);
  if (other.inChannels !== undefined && other.inChannels !== between) return undefined;
  const endings = (): LayerSpec => endingsOf(one, other, around, report);
  if (isMixing(other) && isDepthwise(one, channels)) {
    const multiplier = between / channels;
    const shape = { order: 'depthwise-first', filters: other.filters, multiplier } as const;
    return { variant: 'separable', ...spacing(one), ...shape, ...endings() };
  }
  if (isMixing(one) && isDepthwise(other, between)) {
    const multiplier = outputOf(other, between) / between;
    const shape = { order: 'pointwise-first', filters: between, multiplier } as const;
    return { variant: 'separable', ...spacing(other), ...shape, ...endings() };
  }
  return columnAndRow(one, other, channels, endings);
}

/** A 1×1 convolution that changes nothing but channels. */
function isMixing({ op, kind, groups, kernel, stride, padding, filters }: Draft): boolean {
  const isUnpadded = typeof padding === 'string' || padding.every((side) => side === 0);
  const isPlain = op === 'conv' && kind === 'plain' && groups === 1;
  return isPlain && isOne(kernel) && isOne(stride) && isUnpadded && filters !== undefined;
}

/** A column of taps and then a row of them, each channel read alone. */
function columnAndRow(
  one: Draft,
  other: Draft,
  channels: number,
  endings: () => LayerSpec,
): LayerSpec | undefined {
  const alone = [one, other].every(
    (draft) =>
      draft.op === 'conv' &&
      outputOf(draft, channels) === channels &&
      (isDepthwise(draft, channels) || (channels === 1 && draft.kind === 'plain' && draft.groups === 1)),
  );
  const [column, row] = [axisOf(one, 0), axisOf(other, 1)];
  if (!alone || !column || !row || (one.kernel[0] === 1 && other.kernel[1] === 1)) return undefined;
  if (typeof column.padding !== typeof row.padding) return undefined;
  if (typeof column.padding === 'string' && column.padding !== row.padding) return undefined;
  const padding =
    typeof column.padding === 'string'
      ? column.padding
      : ([...column.padding.slice(0, 2), ...(row.padding as Sides).slice(2)] as unknown as Sides);
  return {
    variant: 'spatially-separable',
    kernel: [column.kernel, row.kernel],
    stride: [column.stride, row.stride],
    dilation: [column.dilation, row.dilation],
    padding: padding as LayerSpec['padding'],
    ...endings(),
  };
}

/** What a draft does along one axis; undefined where it does something along the other. */
function axisOf({ kernel, stride, dilation, padding }: Draft, axis: 0 | 1) {
  const other = axis === 0 ? 1 : 0;
  const isPadded = typeof padding !== 'string' && (padding[2 * other] !== 0 || padding[2 * other + 1] !== 0);
  if (kernel[other] !== 1 || stride[other] !== 1 || isPadded) return undefined;
  return { kernel: kernel[axis], stride: stride[axis], dilation: dilation[axis], padding };
}

/** Biases and activations of two layers: at the end alone, or in both. */
function endingsOf(one: Draft, other: Draft, { bias: hadBias }: Surroundings, report: Report): LayerSpec {
  const [first, last] = [one.bias ?? hadBias, other.bias ?? hadBias];
  const told = (argument: string): void =>
    report.problem('code.problem.uneven-pair', one.place, { argument, first: one.name });
  if (first && !last) told('bias');
  const activations: readonly Activation[] = [one.activation, other.activation];
  const isEvery = activations[0] !== 'none';
  if (isEvery && activations[0] !== activations[1]) told('activation');
  return {
    bias: first || last,
    biases: first ? 'every' : 'once',
    activation: activations[1],
    activations: isEvery && activations[0] === activations[1] ? 'every' : 'once',
  };
}
