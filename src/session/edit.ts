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
import type { Session } from './session.js';
import { givenTensors, inputOf, turns } from './source.js';
import { turnedIndex } from '../math/turned.js';

/** One number of the plan's input, of the weights or of the bias. */
export interface Edit {
  readonly stage: number;
  readonly tensor: 'input' | 'weights' | 'bias';
  /** Of the tensor as it is shown and used: the weights of a true convolution are addressed after their turn. */
  readonly index: readonly number[];
  readonly value: number;
}

/**
 * Changes single numbers, several at once where they belong together: all of them, or none. Nudging one cell is one entry of
 * the history.
 * @returns why nothing was changed, or null
 */
export function edit(session: Session, changes: Edit | readonly Edit[]): Problem | null {
  const { plan, document } = session;
  const edits = 'index' in changes ? [changes] : changes;
  const [problem = null] = [...plan.problems, ...edits.flatMap((each) => problemWith(plan, each) ?? [])];
  if (problem || edits.length === 0) return problem;
  const places = edits.map(({ stage, tensor, index }) => [stage, tensor, ...index].join(' '));
  session.change(withEdits(document, plan, edits), { gesture: `edit ${places}` });
  return null;
}

/** Why a number cannot be changed in this way, or null. */
function problemWith(plan: Plan, { stage: stageIndex, tensor, index, value }: Edit): Problem | null {
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
export function isOpen(stage: Stage, tensor: TensorRole): boolean {
  if (tensor === 'input') return stage.from[0] < 0;
  return tensor === 'weights' || (tensor === 'bias' && stage.bias);
}

/** The document with the changed numbers, all of them legal in this plan. */
function withEdits(document: Document, plan: Plan, edits: readonly Edit[]): Document {
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
