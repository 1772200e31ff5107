/**
 * One axis of a transposed convolution of ones with a kernel of ones, cropped by its padding and uncovered again by its output
 * padding: which uncovered cells hold a computed number, and which lie beyond all stamps.
 */

import { axisSettingOf, effectiveKernel, outputSizeFormula } from './geometry.js';
import { gatherForm } from './gather-form.js';
import { plan } from './plan.js';
import { reference } from './reference.js';
import { tensor } from './tensor.js';
import type { AxisLayer } from './padding-rules.js';
import type { ConvSpec, Problem, Stage } from './types.js';

export interface UncoveredAxis {
  /** Padding of each side: cells that are cropped there. */
  readonly crop: number;
  /** Output padding: cells uncovered at the end. */
  readonly extra: number;
  /** Output cells; 0 where the setting is refused. */
  readonly output: number;
  /** What the stamps reach without a crop, (n − 1) · s + reach cells, and how many of them land on each. */
  readonly canvas: readonly number[];
  /** The output's values; cell 0 is cell `crop` of the canvas. */
  readonly values: readonly number[];
  /** The last `extra` of `values`: 0 only where no stamp lands. */
  readonly uncovered: readonly number[];
  /** Zeros at each end of the stretched input of the gather view, d(k − 1) − p, output padding not counted; below 0: cells cut off. */
  readonly border: number;
  /** Cells that a convolution with these settings makes of the output again; null where it cannot run. */
  readonly returns: number | null;
  readonly formula: string;
  readonly problem: Problem | null;
}

/** What a crop and an output padding leave of an axis; what is refused is told in `problem`. */
export function uncoveredAxis(layer: AxisLayer, crop: number, extra: number): UncoveredAxis {
  const { kernel, dilation } = layer;
  const canvas = run(transposedSpec(layer, 0, 0)).values;
  const border = effectiveKernel(kernel, dilation) - 1 - crop;
  const { stages, problems } = plan(transposedSpec(layer, crop, extra));
  const common = { crop, extra, canvas };
  if (problems.length > 0) {
    const [problem] = problems;
    const refused = { output: 0, values: [], uncovered: [], returns: null, formula: problem.formula };
    return { ...common, ...refused, border, problem };
  }
  const { stage, values } = run(transposedSpec(layer, crop, extra));
  return {
    ...common,
    output: stage.output[2],
    values,
    uncovered: extra === 0 ? [] : values.slice(-extra),
    border: gatherForm(stages[0]).axes[1].before,
    returns: convolvedSize(layer, crop, stage.output[2]),
    formula: outputSizeFormula(axisSettingOf(stage, 1)),
    problem: null,
  };
}

function transposedSpec(
  { input, kernel, stride, dilation }: AxisLayer,
  crop: number,
  extra: number,
): ConvSpec {
  return {
    op: 'transposed',
    input: [1, input, 1],
    kernel: [1, kernel],
    stride: [1, stride],
    dilation: [1, dilation],
    padding: [0, 0, crop, crop],
    outputPadding: [0, extra],
  };
}

function run(spec: ConvSpec): { stage: Stage; values: number[] } {
  const planned = plan(spec);
  const [stage] = planned.stages;
  const tensors = { input: tensor(stage.input, 1), weights: tensor(stage.weightShape, 1) };
  return { stage, values: [...reference(planned, tensors).data] };
}

/** Cells that the convolution of the same settings makes of an axis. */
function convolvedSize(layer: AxisLayer, crop: number, size: number): number | null {
  const { kernel, stride, dilation } = layer;
  const { stages } = plan({
    input: [1, size, 1],
    kernel: [1, kernel],
    stride: [1, stride],
    dilation: [1, dilation],
    padding: [0, 0, crop, crop],
  });
  return stages.length > 0 ? stages[0].output[2] : null;
}
