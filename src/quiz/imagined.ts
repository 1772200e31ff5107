/** A layer as somebody who is mistaken imagines it: planned and run like a real one, so that wrong answers are computed too. */
import { termsOf } from '../math/incidence.js';
import { plan } from '../math/plan.js';
import { finish, reference, termValues } from '../math/reference.js';
import { sizeOf } from '../math/tensor.js';
import type { ConvSpec, Plan, Stage, Tensor } from '../math/types.js';
import type { CellValues, Frame, Moment, StageView } from '../timeline/types.js';

/** What is different in the imagination; what is left out is as it is. */
export interface Idea {
  readonly spec?: (stage: Stage) => Partial<ConvSpec>;
  /** [N, H, W, C] to another input, of any size. */
  readonly input?: (input: Tensor, stage: Stage) => Tensor;
  /** [kh, kw, Cbig / groups, Csmall] to weights of the same shape. */
  readonly weights?: (weights: Tensor, stage: Stage) => Tensor;
}

/** Stands for numbers that nobody can know, such as weights that a layer does not have. */
function unknown(shape: readonly number[]): Tensor {
  return { shape, data: new Float32Array(sizeOf(shape)).fill(NaN) };
}

/** The layer with an idea put in; null where it could not run. Its numbers are computed when they are asked for. */
export function imagine(moment: Moment, idea: Idea): Moment | null {
  const views = moment.stages;
  const [{ input: given, stage: first }] = views;
  const input = idea.input ? idea.input(given, first) : given;
  const specs = views.map(({ stage }, index) => ({
    ...specOf(stage),
    ...(index === 0 ? { input: input.shape } : {}),
    ...idea.spec?.(stage),
  }));
  const imagined = plan(specs);
  if (imagined.problems.length > 0) return null;
  const weights = views.map(({ weights: real, stage }) => idea.weights?.(real, stage) ?? real);
  return momentWith(moment, imagined, input, weights);
}

/** The layer with stages that are described otherwise; no numbers come with the description. */
export function redescribe(moment: Moment, describe: (stage: Stage) => Partial<Stage>): Moment {
  const stages = moment.plan.stages.map((stage) => ({ ...stage, ...describe(stage) }));
  const views = moment.stages.map((view, index): StageView => {
    const stage = stages[index];
    return { ...view, stage, output: unknown(stage.output), weights: unknown(stage.weightShape) };
  });
  return { ...moment, plan: { ...moment.plan, stages }, stages: views, values: null };
}

/** The layer with another output of its last stage. */
export function withOutput(moment: Moment, output: Tensor): Moment {
  const views = moment.stages.slice(0, -1);
  const last = moment.stages[moment.stages.length - 1];
  const shape = output.shape as unknown as Stage['output'];
  const stage: Stage = { ...last.stage, output: shape };
  return {
    ...moment,
    plan: { ...moment.plan, stages: [...moment.plan.stages.slice(0, -1), stage] },
    stages: [...views, { ...last, stage, output }],
    values: null,
  };
}

function specOf(stage: Stage): ConvSpec {
  const { op, filters, kernel, stride, dilation, padding, paddingMode, groups, bias, activation } = stage;
  const isSame = op === 'conv' && paddingMode === 'same';
  return {
    op,
    filters,
    kernel,
    stride,
    dilation,
    padding: isSame ? 'same' : padding,
    ...(op === 'transposed' ? { outputPadding: stage.outputPadding } : {}),
    groups,
    bias,
    activation,
  };
}

function momentWith(moment: Moment, imagined: Plan, input: Tensor, weights: readonly Tensor[]): Moment {
  const tensors = imagined.stages.map((stage, index) => {
    const fits = String(weights[index].shape) === String(stage.weightShape);
    const bias = moment.stages[index].bias ?? unknown([stage.filters]);
    return { weights: fits ? weights[index] : unknown(stage.weightShape), ...(stage.bias ? { bias } : {}) };
  });
  const isKnown = tensors.every(({ weights: used, bias }) =>
    Number.isFinite(used.data[0] + (bias?.data[0] ?? 0)),
  );
  let run: readonly Tensor[] | null = isKnown ? null : imagined.stages.map(({ output }) => unknown(output));
  const outputs = (): readonly Tensor[] => {
    run ??= reference(imagined, { input, stages: tensors }, { all: true });
    return run;
  };
  const views = imagined.stages.map((stage, index): StageView => {
    const { turned, ranges, decimals } = moment.stages[index];
    const { weights: used, bias = null } = tensors[index];
    return {
      stage,
      weights: used,
      bias,
      turned,
      ranges,
      decimals,
      canvas: null,
      get input() {
        return index === 0 ? input : outputs()[index - 1];
      },
      get output() {
        return outputs()[index];
      },
    };
  });
  const frame = frameIn(imagined, moment.frame);
  return {
    ...moment,
    plan: imagined,
    stages: views,
    frame: frame ?? moment.frame,
    get values() {
      return frame && valuesOf(views[frame.stage], frame);
    },
  };
}

/** The cell in the making; null where the imagined layer has none there. */
function frameIn(imagined: Plan, frame: Frame): Frame | null {
  const stage: Stage | undefined = imagined.stages[frame.stage];
  if (!stage || frame.cell.some((place, axis) => place >= stage.output[axis])) return null;
  return { ...frame, terms: termsOf(stage, frame.cell), taps: stage.kernel[0] * stage.kernel[1] };
}

function valuesOf({ stage, input, weights, bias }: StageView, { cell }: Frame): CellValues {
  const terms = termValues(stage, input, { weights, ...(bias ? { bias } : {}) }, cell);
  const list = (of: (term: (typeof terms)[number]) => number): Float32Array => Float32Array.from(terms, of);
  const last = terms.at(-1)?.runningSum ?? 0;
  const own = bias ? bias.data[cell[3]] : null;
  return {
    stage: stage.index,
    cell,
    input: list((term) => term.input),
    weight: list((term) => term.weight),
    product: list((term) => term.product),
    runningSum: list((term) => term.runningSum),
    channelSum: list((term) => term.channelSum),
    bias: own,
    sum: Math.fround(last + (own ?? 0)),
    output: finish(stage, last, bias ?? undefined, cell[3]),
  };
}
