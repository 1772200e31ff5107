/**
 * The slow, obvious answer that every engine is held to: float32, each product and each sum rounded on its own,
 * one accumulator from 0, the terms in the order of the sum, the bias last, then the activation. Taps on padding and
 * on inserted zeros are skipped: adding their 0 changes no bit.
 */

import { activate } from './activation.js';
import { checkTensors, ConvError, stageTensorsOf } from './check-tensors.js';
import {
  addendsPerOutput,
  axesOf,
  channelsOf,
  groupOf,
  meetings,
  NOWHERE,
  readSide,
  termsOf,
  writtenSide,
} from './incidence.js';
import { offsetOf, zeros } from './tensor.js';
import type { Index4, Plan, PlanTensors, Stage, StageTensors, Tensor } from './types.js';

export interface ReferenceOptions {
  /**
   * Each output of the last stage after its first `upTo` terms; the bias counts as one more term. The activation belongs
   * to a finished output alone: it is done when no term and no bias is left out. Default: all.
   */
  readonly upTo?: number | undefined;
  /** Every stage's output, in the order of the stages, instead of the last one's. */
  readonly all?: boolean | undefined;
}

/**
 * The output of a plan, [N, H, W, filters].
 * @throws ConvError 'illegal-plan' or 'bad-tensors'.
 */
export function reference(
  plan: Plan,
  tensors: PlanTensors,
  options: ReferenceOptions & { all: true },
): Tensor[];
export function reference(
  plan: Plan,
  tensors: PlanTensors,
  options?: ReferenceOptions & { all?: false },
): Tensor;
export function reference(
  plan: Plan,
  tensors: PlanTensors,
  { upTo = Infinity, all = false }: ReferenceOptions = {},
): Tensor | Tensor[] {
  assertRunnable(plan, tensors);
  const given = stageTensorsOf(plan, tensors);
  const outputs: Tensor[] = [];
  for (const stage of plan.stages) {
    const input = stage.from[0] < 0 ? tensors.input : outputs[stage.from[0]];
    const isLast = stage.index === plan.stages.length - 1;
    outputs.push(runStage(stage, input, given[stage.index], isLast ? upTo : Infinity));
  }
  return all ? outputs : outputs[outputs.length - 1];
}

/** @throws ConvError 'illegal-plan' for a plan with problems, 'bad-tensors' for tensors that do not fit it. */
export function assertRunnable(plan: Plan, tensors: PlanTensors): void {
  if (plan.problems.length > 0) throw new ConvError('illegal-plan', plan.problems);
  const problems = checkTensors(plan, tensors);
  if (problems.length > 0) throw new ConvError('bad-tensors', problems);
}

/** The taps of one output position that meet a real cell, as offsets into the data of one image and channel 0. */
interface Taps {
  readonly input: Int32Array;
  readonly weight: Int32Array;
  /** Place among all kh · kw taps of one channel. */
  readonly order: Int32Array;
}

function tapsAt(stage: Stage, row: number, column: number): Taps {
  const [rowAxis, columnAxis] = axesOf(stage);
  const side = writtenSide(stage);
  const columns = meetings(columnAxis, side, column);
  const [, , width, channels] = stage.input;
  const [, kernelWidth, bigChannels, smallChannels] = stage.weightShape;
  const [input, weight, order]: number[][] = [[], [], []];
  meetings(rowAxis, side, row).forEach((vertical, rowOrder) => {
    columns.forEach((horizontal, columnOrder) => {
      if (vertical.other === NOWHERE || horizontal.other === NOWHERE) return;
      input.push((vertical.other * width + horizontal.other) * channels);
      weight.push((vertical.tap * kernelWidth + horizontal.tap) * bigChannels * smallChannels);
      order.push(rowOrder * kernelWidth + columnOrder);
    });
  });
  return { input: Int32Array.from(input), weight: Int32Array.from(weight), order: Int32Array.from(order) };
}

/** One stage, [N, H, W, filters]. The tensors must fit the stage. */
function runStage(stage: Stage, input: Tensor, { weights, bias }: StageTensors, upTo: number): Tensor {
  const output = zeros(stage.output);
  const [batches, rows, columns, filters] = stage.output;
  const imageSize = input.data.length / batches;
  const read = readSide(stage);
  const [, , bigChannels, smallChannels] = stage.weightShape;
  const weightStep = read === 'big' ? smallChannels : 1;
  const tapsPerChannel = stage.kernel[0] * stage.kernel[1];
  const isFinished = upTo >= addendsPerOutput(stage);
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      const taps = tapsAt(stage, row, column);
      for (let filter = 0; filter < filters; filter++) {
        const { first, count } = channelsOf(stage, read, groupOf(stage, writtenSide(stage), filter));
        const weightBase = read === 'big' ? filter : (filter % bigChannels) * smallChannels + first;
        for (let batch = 0; batch < batches; batch++) {
          let sum = 0;
          for (let channel = 0; channel < count; channel++) {
            const inputBase = batch * imageSize + first + channel;
            const weightOffset = weightBase + channel * weightStep;
            const remaining = upTo - channel * tapsPerChannel;
            sum = addTaps(sum, taps, remaining, input.data, inputBase, weights.data, weightOffset);
          }
          if (isFinished) sum = finish(stage, sum, bias, filter);
          output.data[((batch * rows + row) * columns + column) * filters + filter] = sum;
        }
      }
    }
  }
  return output;
}

/** A finished output from the sum of all its terms. */
export function finish(stage: Stage, sum: number, bias: Tensor | undefined, filter: number): number {
  return activate(stage.activation, bias ? Math.fround(sum + bias.data[filter]) : sum);
}

/** The sum after the taps of one channel that are among its first `remaining`. */
function addTaps(
  sum: number,
  taps: Taps,
  remaining: number,
  input: Float32Array,
  inputBase: number,
  weights: Float32Array,
  weightBase: number,
): number {
  const { length } = taps.order;
  for (let tap = 0; tap < length && taps.order[tap] < remaining; tap++) {
    const value = input[inputBase + taps.input[tap]];
    const weight = weights[weightBase + taps.weight[tap]];
    sum = Math.fround(sum + Math.fround(value * weight));
  }
  return sum;
}

/** The numbers of one term. */
export interface TermValue {
  /** 0 on padding and on inserted zeros. */
  readonly input: number;
  readonly weight: number;
  readonly product: number;
  /** The accumulator after this term. */
  readonly runningSum: number;
  /** The terms of this channel alone, so far: it starts again at 0 with each channel that is read. */
  readonly channelSum: number;
}

/** The numbers of every term of one output cell, in the order of `termsOf`; bias and activation come after them. */
export function termValues(stage: Stage, input: Tensor, tensors: StageTensors, output: Index4): TermValue[] {
  let runningSum = 0;
  let channelSum = 0;
  let channel = 0;
  return termsOf(stage, output).map((term) => {
    if (term.channel !== channel) channelSum = 0;
    channel = term.channel;
    const value = term.input ? input.data[offsetOf(stage.input, term.input)] : 0;
    const weight = tensors.weights.data[offsetOf(stage.weightShape, term.weight)];
    const product = term.input ? Math.fround(value * weight) : 0;
    runningSum = Math.fround(runningSum + product);
    channelSum = Math.fround(channelSum + product);
    return { input: value, weight, product, runningSum, channelSum };
  });
}

/** One output cell, bias and activation included. */
export function referenceAt(stage: Stage, input: Tensor, tensors: StageTensors, output: Index4): number {
  const sum = termValues(stage, input, tensors, output).at(-1)?.runningSum ?? 0;
  return finish(stage, sum, tensors.bias, output[3]);
}
