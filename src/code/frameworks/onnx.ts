import { effectiveKernel } from '../../math/geometry.js';
import type { Pair, Sides } from '../../math/types.js';
import type { Draft, DraftPadding } from '../draft.js';
import type { Value } from '../expressions.js';
import {
  count,
  inert,
  padding,
  printed,
  sizes,
  wholeNumbers,
  type Reader,
  type Reading,
} from '../readers.js';
import type { Report } from '../report.js';
import type { Settle, Signature } from '../signature.js';

/** All begins first, then all ends: [top, left, bottom, right]. */
function pads(value: Value, { draft, report, argument }: Reading): void {
  const numbers = wholeNumbers(value);
  if (numbers?.length === 4) {
    const [top, left, bottom, right] = numbers;
    draft.padding = [top, bottom, left, right];
  } else if (numbers?.length === 2) draft.padding = [0, 0, numbers[0], numbers[1]];
  else {
    const parameters = { argument, given: printed(value), allowed: '[1, 1, 1, 1]' };
    report.refuse('code.problem.bad-value', value.place, parameters);
  }
}

const words: Readonly<Record<string, DraftPadding>> = {
  same_upper: 'same',
  same_lower: 'same-lower',
  valid: 'valid',
};

const paddingWord = padding(words, null, 'NOTSET | SAME_UPPER | SAME_LOWER | VALID');

/** A word beside which pads must not stand; NOTSET leaves the padding to them. */
const autoPad: Reader = (value, reading) => {
  if (value.kind === 'string' && value.value.toUpperCase() === 'NOTSET') return;
  const { draft, report } = reading;
  if (draft.padding !== 'valid') report.refuse('code.problem.pads-twice', value.place);
  paddingWord(value, reading);
};

/** Input, weights and, if there are three, a bias. */
const inputs: Reader = (value, { draft }) => {
  if (value.kind === 'list') draft.bias = value.items.length > 2;
};

/** An attribute holds one number for every axis: a kernel of one number is 1-D. */
const readers: Readonly<Record<string, Reader>> = {
  kernel_shape: sizes('kernel'),
  strides: sizes('stride'),
  dilations: sizes('dilation'),
  group: count('groups'),
  pads,
  auto_pad: autoPad,
  inputs,
  ...Object.fromEntries(
    'outputs name domain doc_string overload opset_import input output'
      .split(' ')
      .map((name) => [name, inert]),
  ),
};

const settle: Settle = (draft, size, report) => {
  if (draft.op === 'transposed') settleTransposed(draft, size, report);
  else if (draft.padding === 'same-lower') useSides(draft, sameLower(draft, size), report);
};

/** The odd cell of SAME_LOWER stands first. */
function sameLower({ stride, kernel, dilation }: Draft, size: Pair): Sides {
  const [rows, columns] = ([0, 1] as const).map((axis) => {
    const cells = Math.ceil(size[axis] / stride[axis]);
    const reach = effectiveKernel(kernel[axis], dilation[axis]);
    return split((cells - 1) * stride[axis] + reach - size[axis], true);
  });
  return [...rows, ...columns] as unknown as Sides;
}

/**
 * ONNX derives the pads of a transposed convolution from an output size: the one that is given, or n·s for SAME. Half of
 * the total goes to either end; an odd cell to the end for SAME_UPPER, else to the beginning.
 */
function settleTransposed(draft: Draft, size: Pair, report: Report): void {
  const { stride, kernel, dilation, padding: given, outputSize } = draft;
  const isSame = given === 'same' || given === 'same-lower';
  if (!isSame && !outputSize) return;
  const extra = draft.outputPadding ?? [0, 0];
  if (given === 'same' && !outputSize && extra.every((cells) => cells === 0)) return;
  const more: number[] = [];
  const [rows, columns] = ([0, 1] as const).map((axis) => {
    const full = (size[axis] - 1) * stride[axis] + effectiveKernel(kernel[axis], dilation[axis]);
    const wanted = outputSize ? outputSize[axis] : size[axis] * stride[axis];
    const total = full + extra[axis] - wanted;
    more.push(extra[axis] + Math.max(-total, 0));
    return split(total, given !== 'same');
  });
  delete draft.outputSize;
  draft.outputPadding = [more[0], more[1]];
  useSides(draft, [...rows, ...columns] as unknown as Sides, report);
}

function split(total: number, isOddFirst: boolean): readonly [before: number, after: number] {
  const whole = Math.max(total, 0);
  const half = Math.floor(whole / 2);
  return isOddFirst ? [whole - half, half] : [half, whole - half];
}

function useSides(draft: Draft, sides: Sides, report: Report): void {
  draft.padding = sides;
  report.note('code.note.same-sides', { sides: sides.join(', ') });
}

function operator(name: string, axes: 1 | 2, more: Readonly<Record<string, Reader>>): Signature {
  return {
    ...{ framework: 'onnx', name, axes, settle, kind: 'plain', positional: [] },
    op: name === 'ConvTranspose' ? 'transposed' : 'conv',
    required: ['kernel_shape'],
    readers: { ...readers, ...more },
    defaults: { outputPadding: [0, 0], channelsFirst: true },
  };
}

const sized = { output_padding: sizes('outputPadding'), output_shape: sizes('outputSize') };

/** Conv and ConvTranspose; how many axes they have is seen by the length of their attributes. */
export const onnx: readonly Signature[] = ([2, 1] as const).flatMap((axes) => [
  operator('Conv', axes, {}),
  operator('ConvTranspose', axes, sized),
]);

/** Attributes that nothing else has: where they stand alone, an operator is meant. */
export const onnxAttributes: ReadonlySet<string> = new Set(
  'kernel_shape strides dilations group pads auto_pad output_padding output_shape'.split(' '),
);
