/** The output-size rules, one axis at a time: golden/README's table, which is PyTorch's and TensorFlow's. */

import { numeral } from './problem.js';
import type { Operation, PaddingMode, Stage } from './types.js';

/** What decides the size of one axis. `before`, `after` and `outputPadding` count only as far as the mode leaves them open. */
export interface AxisSetting {
  readonly op: Operation;
  readonly mode: PaddingMode;
  /** Cells of the input along this axis. */
  readonly input: number;
  readonly kernel: number;
  readonly stride: number;
  readonly dilation: number;
  /** Zeros added by a convolution, cells cropped by a transposed one. */
  readonly before: number;
  readonly after: number;
  readonly outputPadding: number;
}

/** Cells from the kernel's first tap to its last: (k − 1)·d + 1. */
export function effectiveKernel(kernel: number, dilation: number): number {
  return (kernel - 1) * dilation + 1;
}

/** The output padding that TensorFlow's SAME implies for a transposed convolution, so that out = n·s. */
export function sameOutputPadding(kernel: number, stride: number, dilation: number): number {
  return Math.max(stride - effectiveKernel(kernel, dilation), 0);
}

/** The setting with the numbers that its mode stands for; the odd cell of SAME goes to the end. */
export function resolvePadding(axis: AxisSetting): AxisSetting {
  if (axis.mode === 'explicit') return axis;
  if (axis.mode === 'valid') return { ...axis, before: 0, after: 0 };
  const reach = effectiveKernel(axis.kernel, axis.dilation);
  const transposed = axis.op === 'transposed';
  const wanted = transposed
    ? reach - axis.stride
    : (Math.ceil(axis.input / axis.stride) - 1) * axis.stride + reach - axis.input;
  const total = Math.max(wanted, 0);
  const before = Math.floor(total / 2);
  const outputPadding = transposed ? sameOutputPadding(axis.kernel, axis.stride, axis.dilation) : 0;
  return { ...axis, before, after: total - before, outputPadding };
}

/** Cells of the axis that the kernel slides over: the padded input, or the uncropped output. */
export function fullSize(axis: AxisSetting): number {
  if (axis.op === 'conv') return axis.input + axis.before + axis.after;
  return (axis.input - 1) * axis.stride + effectiveKernel(axis.kernel, axis.dilation) + axis.outputPadding;
}

/** Output cells of a resolved axis; below 1 where nothing comes out. */
export function outputSize(axis: AxisSetting): number {
  if (axis.op === 'transposed') return fullSize(axis) - axis.before - axis.after;
  return Math.floor((fullSize(axis) - effectiveKernel(axis.kernel, axis.dilation)) / axis.stride) + 1;
}

/** The output-size rule of a resolved axis with its numbers, e.g. '⌊(4 + 0 + 0 − 3) / 1⌋ + 1 = 2'. */
export function outputSizeFormula(axis: AxisSetting): string {
  const { input, kernel, stride, dilation, before, after } = axis;
  const reach = dilation === 1 ? `${kernel}` : `((${kernel} − 1) · ${dilation} + 1)`;
  const output = numeral(outputSize(axis));
  return axis.op === 'conv'
    ? `⌊(${input} + ${before} + ${after} − ${reach}) / ${stride}⌋ + 1 = ${output}`
    : `(${input} − 1) · ${stride} + ${reach} − ${before} − ${after} + ${axis.outputPadding} = ${output}`;
}

/** How many cells SAME adds to an axis of a convolution, with the numbers, e.g. 'max((⌈6 / 2⌉ − 1) · 2 + 3 − 6, 0) = 1'. */
export function samePaddingFormula(
  axis: Pick<AxisSetting, 'input' | 'kernel' | 'stride' | 'dilation'>,
): string {
  const { input, kernel, stride, dilation } = axis;
  const open = { before: 0, after: 0, outputPadding: 0 } as const;
  const { before, after } = resolvePadding({ ...axis, ...open, op: 'conv', mode: 'same' });
  const reach = effectiveKernel(kernel, dilation);
  return `max((⌈${input} / ${stride}⌉ − 1) · ${stride} + ${reach} − ${input}, 0) = ${before + after}`;
}

/** The resolved setting of a stage's rows (0) or columns (1). */
export function axisSettingOf(stage: Omit<Stage, 'output'>, axis: 0 | 1): AxisSetting {
  return {
    op: stage.op,
    mode: stage.paddingMode,
    input: stage.input[axis + 1],
    kernel: stage.kernel[axis],
    stride: stage.stride[axis],
    dilation: stage.dilation[axis],
    before: stage.padding[2 * axis],
    after: stage.padding[2 * axis + 1],
    outputPadding: stage.outputPadding[axis],
  };
}
