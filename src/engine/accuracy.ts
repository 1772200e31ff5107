import { stageTensorsOf } from '../math/check-tensors.js';
import { counts } from '../math/counts.js';
import { termsOf } from '../math/incidence.js';
import { assertRunnable, finish, reference } from '../math/reference.js';
import { indexAt, offsetOf, sizeOf } from '../math/tensor.js';
import type { Index4, Plan, PlanTensors, Tensor } from '../math/types.js';

/** How far shown numbers are from the reference's, and how many of them were looked at. */
export interface Accuracy {
  /** Largest |shown − reference| among the compared values; NaN where one of the two is no number. */
  readonly largestDifference: number;
  readonly compared: number;
  readonly of: number;
  /** Every value was compared. */
  readonly complete: boolean;
}

/** Up to so many multiply-adds the whole plan is computed again, which takes a few milliseconds. */
const completeMacs = 2_000_000;
const sampledOutputs = 256;

/**
 * Compares the last stage's output, wherever it was computed, with the reference: every value up to 2 M
 * multiply-adds, else 256 of them, the same ones each time.
 * @throws ConvError for a plan or tensors that are wrong, RangeError for an output of another size
 */
export function accuracy(plan: Plan, tensors: PlanTensors, output: Tensor): Accuracy {
  assertRunnable(plan, tensors);
  const { length } = output.data;
  const size = sizeOf(plan.stages[plan.stages.length - 1].output);
  if (length !== size) throw new RangeError(`The output has ${length} values; the plan's has ${size}.`);
  const complete = counts(plan).macs <= completeMacs || length <= sampledOutputs;
  const offsets = complete ? [...output.data.keys()] : sample(length);
  const valueAt = complete ? lookUp(reference(plan, tensors)) : cellByCell(plan, tensors);
  const differences = offsets.map((offset) => differenceOf(output.data[offset], valueAt(offset)));
  const largestDifference = differences.reduce((largest, difference) => Math.max(largest, difference), 0);
  return { largestDifference, compared: offsets.length, of: length, complete };
}

/** 0 for equal values, two infinities of one sign included. */
function differenceOf(shown: number, expected: number): number {
  return Object.is(shown, expected) ? 0 : Math.abs(shown - expected);
}

function lookUp({ data }: Tensor): (offset: number) => number {
  return (offset) => data[offset];
}

/** Places spread over the output by a fixed multiplicative sequence, so that no row or channel is favoured. */
function sample(length: number): number[] {
  const goldenRatio = 0.6180339887498949;
  const places = Array.from({ length: sampledOutputs }, (_, turn) =>
    Math.floor((((turn + 1) * goldenRatio) % 1) * length),
  );
  return [...new Set(places)];
}

/** The reference's value of single cells of the last stage; cells of earlier stages are computed as they are needed, once. */
function cellByCell({ stages }: Plan, tensors: PlanTensors): (offset: number) => number {
  const given = stageTensorsOf({ stages, problems: [], warnings: [] }, tensors);
  const known = stages.map(() => new Map<number, number>());
  const valueAt = (stageIndex: number, offset: number): number => {
    if (stageIndex < 0) return tensors.input.data[offset];
    const before = known[stageIndex].get(offset);
    if (before !== undefined) return before;
    const stage = stages[stageIndex];
    const { weights, bias } = given[stageIndex];
    const index = indexAt(stage.output, offset) as unknown as Index4;
    let sum = 0;
    for (const { input, weight } of termsOf(stage, index)) {
      if (!input) continue;
      const value = valueAt(stage.from[0], offsetOf(stage.input, input));
      sum = Math.fround(sum + Math.fround(value * weights.data[offsetOf(stage.weightShape, weight)]));
    }
    const finished = finish(stage, sum, bias, index[3]);
    known[stageIndex].set(offset, finished);
    return finished;
  };
  return (offset) => valueAt(stages.length - 1, offset);
}
