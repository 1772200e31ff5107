/** Single numbers changed by hand. */
import { print, problemOf } from '../math/problem.js';
import { offsetOf } from '../math/tensor.js';
import type { Plan, Problem, Stage, Tensor } from '../math/types.js';
import type { TensorRole } from '../timeline/types.js';
import {
  weightsOfStage,
  withInput,
  withStageWeights,
  type Document,
  type SampleSource,
  type StageWeights,
} from './document.js';
import { isWithin, shapeOf } from './pointing.js';
import { givenTensors, inputOf, turns } from './source.js';
import { turnedIndex } from './turned.js';

/** One number of the plan's input, of the weights or of the bias. */
export interface Edit {
  readonly stage: number;
  readonly tensor: 'input' | 'weights' | 'bias';
  /** Of the tensor as it is shown and used: the weights of a true convolution are addressed after their turn. */
  readonly index: readonly number[];
  readonly value: number;
}

/** Why a number cannot be changed in this way, or null. */
export function problemWith(plan: Plan, { stage: stageIndex, tensor, index, value }: Edit): Problem | null {
  const field = tensor === 'bias' ? 'biasValues' : tensor;
  const refuse = (kind: Problem['kind'], claim: string, given: unknown, allowed: string): Problem =>
    problemOf({ claim, field, kind, given: print(given), allowed, stage: stageIndex });
  const stage = plan.stages[stageIndex];
  if (!stage || !isOpen(stage, tensor)) {
    return refuse('not-applicable', `The ${tensor} of stage ${stageIndex} cannot be changed`, index, '–');
  }
  const shape = shapeOf(stage, tensor);
  if (!isWithin(index, shape)) {
    const allowed = `[${shape.map((size) => `0 … ${size - 1}`).join(', ')}]`;
    return refuse('shape-mismatch', `The ${tensor} have no such place`, index, allowed);
  }
  if (typeof value === 'number' && Number.isFinite(Math.fround(value))) return null;
  return refuse('non-finite-value', 'The value is not a finite number', value, '−3.4e38 … 3.4e38');
}

/** Are these numbers given, not computed? */
function isOpen(stage: Stage, tensor: TensorRole): boolean {
  if (tensor === 'input') return stage.from[0] < 0;
  return tensor === 'weights' || (tensor === 'bias' && stage.bias);
}

/** All weights or all biases of a stage, as they are given: those of a true convolution before their turn. */
export interface GivenWeights {
  /** [kh, kw, Cbig / groups, Csmall] */
  readonly weights?: Tensor;
  /** [filters] */
  readonly bias?: Tensor;
}

/** Why these numbers cannot be a stage's, or null. */
export function problemWithWeights(plan: Plan, stageIndex: number, given: GivenWeights): Problem | null {
  const stage = plan.stages[stageIndex];
  for (const tensor of ['weights', 'bias'] as const) {
    const numbers = given[tensor];
    if (!numbers) continue;
    const refuse = (kind: Problem['kind'], claim: string, found: unknown, allowed: string): Problem => {
      const field = tensor === 'bias' ? 'biasValues' : tensor;
      return problemOf({ claim, field, kind, given: print(found), allowed, stage: stageIndex });
    };
    if (!stage || !isOpen(stage, tensor)) {
      return refuse(
        'not-applicable',
        `The ${tensor} of stage ${stageIndex} cannot be changed`,
        numbers.shape,
        '–',
      );
    }
    const wanted = print(shapeOf(stage, tensor));
    if (print(numbers.shape) !== wanted) {
      return refuse('shape-mismatch', `The ${tensor} have another shape`, numbers.shape, wanted);
    }
    const value = numbers.data.find((each) => !Number.isFinite(each));
    if (value === undefined) continue;
    return refuse('non-finite-value', 'A value is not a finite number', value, '−3.4e38 … 3.4e38');
  }
  return null;
}

/** The document with these numbers in a stage, in which they are legal. */
export function withGivenWeights(document: Document, stage: number, given: GivenWeights): Document {
  return withStageWeights(document, new Map([[stage, { ...weightsOfStage(document, stage), ...given }]]));
}

/** The document with the changed numbers, all of them legal in this plan. */
export function withEdits(document: Document, plan: Plan, edits: readonly Edit[]): Document {
  const inputs = edits.filter(({ tensor }) => tensor === 'input');
  const withNumbers = inputs.length > 0 ? withInputEdits(document, plan, inputs) : document;
  const stages = [...new Set(edits.filter(({ tensor }) => tensor !== 'input').map(({ stage }) => stage))];
  if (stages.length === 0) return withNumbers;
  const changes = stages.map((index): [number, StageWeights] => {
    const own = edits.filter(({ tensor, stage }) => tensor !== 'input' && stage === index);
    return [index, editedStage(document, plan, plan.stages[index], own)];
  });
  return withStageWeights(withNumbers, new Map(changes));
}

/** All images of a batch hold the same data. */
function withInputEdits(document: Document, plan: Plan, edits: readonly Edit[]): Document {
  const whole = inputOf(plan, document.input);
  const shape = whole.shape.slice(1);
  const image: Tensor = { shape, data: whole.data.slice(0, whole.data.length / whole.shape[0]) };
  const tensor = changed(
    image,
    edits.map(({ index, value }) => [index.slice(1), value]),
  );
  const { input } = document;
  const basis: SampleSource | undefined = input.kind === 'sample' ? input : input.basis;
  const label = input.kind === 'data' ? input.label : '';
  return withInput(document, { kind: 'data', tensor, label, ...(basis ? { basis } : {}) });
}

function editedStage(document: Document, plan: Plan, stage: Stage, edits: readonly Edit[]): StageWeights {
  const before = givenTensors(plan, stage, document);
  const given = weightsOfStage(document, stage.index);
  const ofWeights = edits.filter(({ tensor }) => tensor === 'weights');
  const ofBias = edits.filter(({ tensor }) => tensor === 'bias');
  const place = (index: readonly number[]): readonly number[] =>
    turns(document.layer) ? turnedIndex(stage.weightShape, index) : index;
  return {
    ...given,
    ...(ofWeights.length > 0
      ? {
          weights: changed(
            before.weights,
            ofWeights.map(({ index, value }) => [place(index), value]),
          ),
        }
      : {}),
    ...(before.bias && ofBias.length > 0
      ? {
          bias: changed(
            before.bias,
            ofBias.map(({ index, value }) => [index, value]),
          ),
        }
      : {}),
  };
}

/** A copy with other values at some places; −0 becomes 0. */
function changed(
  { shape, data }: Tensor,
  values: readonly (readonly [index: readonly number[], value: number])[],
): Tensor {
  const copy = Float32Array.from(data);
  for (const [index, value] of values) copy[offsetOf(shape, index)] = value + 0;
  return { shape, data: copy };
}
