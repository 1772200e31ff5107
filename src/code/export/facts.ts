/** What every language needs to know of a layer, computed once. */
import { sizeOf } from '../../math/tensor.js';
import { stageTensorsOf } from '../../math/check-tensors.js';
import type { Pair, Plan, PlanTensors, Sides, Stage, StageTensors, Tensor } from '../../math/types.js';
import type { LayerSpec } from '../../variants/types.js';
import type { codeCommentsEn } from '../../words/parts/code-comments.js';

export type CommentKey = keyof typeof codeCommentsEn;
/** The sentences of comments by their keys, in some language, with {places}. */
export type CodeComments = Readonly<Record<CommentKey, string>>;

/** One stage, and what languages say of it with words of their own. */
export interface StageFacts extends Stage {
  /** Variable names hang on it: 0, 1. */
  readonly index: number;
  /** Every channel is read alone. */
  readonly isDepthwise: boolean;
  /** Output channels of each input channel of a depthwise stage. */
  readonly multiplier: number;
  readonly isTransposed: boolean;
  readonly isPadded: boolean;
  readonly isSymmetric: boolean;
  readonly isStrided: boolean;
  readonly isDilated: boolean;
  /** Undefined where the numbers are too many to be copied. */
  readonly tensors: StageTensors | undefined;
}

export interface LayerFacts {
  readonly stages: readonly StageFacts[];
  /** Undefined where the numbers are too many to be copied. */
  readonly input: Tensor | undefined;
  /** [N, H, W, C] */
  readonly inputShape: readonly number[];
  readonly layer: LayerSpec;
  /** The sentence of a comment. */
  readonly comment: (key: CommentKey, parameters?: Readonly<Record<string, string | number>>) => string;
}

/** Numbers of a layer that are copied at most: input, weights and biases together. */
export const mostNumbers = 1000;

/** The facts of a plan without problems. */
export function factsOf(
  layer: LayerSpec,
  plan: Plan,
  tensors: PlanTensors | undefined,
  comments: CodeComments,
): LayerFacts {
  const given = tensors && fitsCode(plan) ? tensors : undefined;
  const ofStages = given && stageTensorsOf(plan, given);
  return {
    layer,
    input: given?.input,
    inputShape: plan.stages[0].input,
    stages: plan.stages.map((stage) => stageFacts(stage, ofStages?.[stage.index])),
    comment: (key, parameters = {}) => filled(comments[key], parameters),
  };
}

/** A sentence with its {places} filled. */
export function filled(text: string, parameters: Readonly<Record<string, string | number>>): string {
  return text.replace(/\{(\w+)\}/g, (place, name: string) => String(parameters[name] ?? place));
}

function fitsCode({ stages }: Plan): boolean {
  const shapes = stages.flatMap(({ weightShape, bias, filters }) => [
    weightShape,
    ...(bias ? [[filters]] : []),
  ]);
  return [stages[0].input, ...shapes].reduce((total, shape) => total + sizeOf(shape), 0) <= mostNumbers;
}

function stageFacts(stage: Stage, tensors: StageTensors | undefined): StageFacts {
  const { op, input, groups, filters, padding, stride, dilation } = stage;
  const [top, bottom, left, right] = padding;
  const isTransposed = op === 'transposed';
  return {
    ...stage,
    isTransposed,
    isDepthwise: !isTransposed && groups > 1 && groups === input[3],
    multiplier: filters / groups,
    isPadded: padding.some((side) => side > 0),
    isSymmetric: top === bottom && left === right,
    isStrided: stride.some((step) => step > 1),
    isDilated: dilation.some((rate) => rate > 1),
    tensors,
  };
}

/** Both axes as one number where they agree: 3, else (3, 5). */
export function pairText([rows, columns]: Pair, open = '(', close = ')'): string {
  return rows === columns ? `${rows}` : `${open}${rows}, ${columns}${close}`;
}

/** The same size before any crop: (n − 1)·s + reach + output padding. */
export function fullSizeOf({ input, stride, effectiveKernel, outputPadding }: Stage): Pair {
  const [rows, columns] = ([0, 1] as const).map(
    (axis) => (input[axis + 1] - 1) * stride[axis] + effectiveKernel[axis] + outputPadding[axis],
  );
  return [rows, columns];
}

export const noSides: Sides = [0, 0, 0, 0];
