/** Gradients by the relation: each pair of cells that meets sends the output's gradient back through its weight. */

import { ConvError, print, problemOf } from './problem.js';
import { axesOf, channelsOf, groupOf, meetings, NOWHERE, readSide, writtenSide } from './incidence.js';
import { loneStage } from './lone-stage.js';
import { activationSlope } from './activation.js';
import { assertRunnable, reference } from './reference.js';
import { stageTensorsOf } from './check-tensors.js';
import { sizeOf } from './tensor.js';
import type { Plan, PlanTensors, Problem, Stage, Tensor } from './types.js';

export interface Gradients {
  /** Like the input, [N, H, W, C]. */
  readonly input: Tensor;
  /** Like the weights, [kh, kw, Cbig / groups, Csmall]. */
  readonly weights: Tensor;
  /** Like the bias, [filters]; also where the stage has none. */
  readonly bias: Tensor;
}

/**
 * Gradients of Σ gradOutput · output for a plan of one stage, back through its activation. Sums in double precision,
 * rounded once.
 * @throws ConvError 'illegal-plan' or 'bad-tensors'.
 */
export function gradients(plan: Plan, tensors: PlanTensors, gradOutput: Tensor): Gradients {
  assertRunnable(plan, tensors);
  if (plan.stages.length !== 1) {
    const given = `${plan.stages.length}`;
    const claim = 'Gradients belong to one stage';
    throw refusal('illegal-plan', { claim, field: 'spec', kind: 'not-applicable', given, allowed: '1' });
  }
  const [stage] = plan.stages;
  if (print(gradOutput.shape) !== print(stage.output) || gradOutput.data.length !== sizeOf(stage.output)) {
    const claim = "The shape of the output's gradient is not the output's";
    const [given, allowed] = [print(gradOutput.shape), print(stage.output)];
    throw refusal('bad-tensors', { claim, field: 'gradOutput', kind: 'shape-mismatch', given, allowed });
  }
  const { weights } = stageTensorsOf(plan, tensors)[0];
  const gradSum = throughActivation(stage, tensors, gradOutput.data);
  return backward(stage, tensors.input.data, weights.data, gradSum);
}

/** The gradient of the sums before the activation. */
function throughActivation(stage: Stage, tensors: PlanTensors, gradOutput: Float32Array): ArrayLike<number> {
  if (stage.activation === 'none') return gradOutput;
  const sums = reference(loneStage(stage, { activation: 'none' }), tensors).data;
  return Float64Array.from(
    gradOutput,
    (gradient, cell) => gradient * activationSlope(stage.activation, sums[cell]),
  );
}

function refusal(
  code: 'illegal-plan' | 'bad-tensors',
  parts: Pick<Problem, 'field' | 'kind' | 'given' | 'allowed'> & { claim: string },
): ConvError {
  return new ConvError(code, [problemOf({ ...parts, stage: 0 })]);
}

function backward(
  stage: Stage,
  input: Float32Array,
  weights: Float32Array,
  gradSum: ArrayLike<number>,
): Gradients {
  const gradInput = new Float64Array(input.length);
  const gradWeights = new Float64Array(weights.length);
  const gradBias = new Float64Array(stage.filters);
  const [rowAxis, columnAxis] = axesOf(stage);
  const [read, written] = [readSide(stage), writtenSide(stage)];
  const [batches, rows, columns, filters] = stage.output;
  const [, height, width, channels] = stage.input;
  const [, kernelWidth, bigChannels, smallChannels] = stage.weightShape;
  for (let row = 0; row < rows; row++) {
    const vertical = meetings(rowAxis, written, row).filter(({ other }) => other !== NOWHERE);
    for (let column = 0; column < columns; column++) {
      const horizontal = meetings(columnAxis, written, column).filter(({ other }) => other !== NOWHERE);
      for (let filter = 0; filter < filters; filter++) {
        const { first, count } = channelsOf(stage, read, groupOf(stage, written, filter));
        for (let batch = 0; batch < batches; batch++) {
          const gradient = gradSum[((batch * rows + row) * columns + column) * filters + filter];
          gradBias[filter] += gradient;
          for (const y of vertical) {
            for (const x of horizontal) {
              const cell = ((batch * height + y.other) * width + x.other) * channels;
              const tap = (y.tap * kernelWidth + x.tap) * bigChannels * smallChannels;
              for (let channel = first; channel < first + count; channel++) {
                const [big, small] = read === 'big' ? [channel, filter] : [filter, channel];
                const weight = tap + (big % bigChannels) * smallChannels + small;
                gradInput[cell + channel] += gradient * weights[weight];
                gradWeights[weight] += gradient * input[cell + channel];
              }
            }
          }
        }
      }
    }
  }
  return {
    input: { shape: stage.input, data: Float32Array.from(gradInput) },
    weights: { shape: stage.weightShape, data: Float32Array.from(gradWeights) },
    bias: { shape: [filters], data: Float32Array.from(gradBias) },
  };
}
