/** Whether tensors are those that a plan needs. */

import { print, problemOf } from './problem.js';
import { indexAt, sizeOf } from './tensor.js';
import type { Plan, PlanTensors, Problem, ProblemKind, Stage, StageTensors, Tensor } from './types.js';

export { ConvError } from './problem.js';

/** What a tensor of a stage must be like, and how to name it in a refusal. */
interface Expectation {
  readonly name: 'input' | 'weights' | 'biasValues';
  readonly stage: number;
  readonly shape: readonly number[];
  /** Kind of the problem when the first axis that differs is this one. */
  readonly kindOfAxis: (axis: number) => ProblemKind;
}

/** Weights and bias of each stage, in the order of the stages, whichever way the caller wrote them. */
export function stageTensorsOf(plan: Plan, tensors: PlanTensors): StageTensors[] {
  if ('stages' in tensors) return [...tensors.stages];
  return plan.stages.length === 1 ? [tensors] : [];
}

/**
 * Everything that is wrong with the tensors of a legal plan; empty when nothing is. Never throws.
 * An input without its batch axis is accepted where the batch is 1.
 */
export function checkTensors(plan: Plan, tensors: PlanTensors): Problem[] {
  const first = plan.stages[0];
  if (!first) return [];
  if (typeof tensors !== 'object' || tensors === null) return [wrongTensors(tensors, 'input', 0)];
  const problems = checkTensor(withBatch(tensors.input, first), {
    name: 'input',
    stage: 0,
    shape: first.input,
    kindOfAxis: (axis) => (axis === 3 ? 'channel-mismatch' : 'shape-mismatch'),
  });
  if ('stages' in tensors && !Array.isArray(tensors.stages)) {
    return [...problems, wrongTensors(tensors.stages, 'weights', 0)];
  }
  const given = stageTensorsOf(plan, tensors);
  return [...problems, ...plan.stages.flatMap((stage) => checkStage(stage, given[stage.index]))];
}

function withBatch(input: Tensor | undefined, stage: Stage): unknown {
  const shape: unknown = input?.shape;
  const batchIsImplied = Array.isArray(shape) && shape.length === 3 && stage.input[0] === 1;
  return batchIsImplied ? { shape: [1, ...shape], data: input?.data } : input;
}

function wrongTensors(given: unknown, field: string, stage: number): Problem {
  const claim = `No tensor is given as ${field} of stage ${stage}`;
  const allowed = '{ shape, data: Float32Array }';
  return problemOf({ claim, field, kind: 'invalid-value', given: print(given), allowed, stage });
}

function checkStage(stage: Stage, given: StageTensors | undefined): Problem[] {
  if (typeof given !== 'object' || given === null) return [wrongTensors(given, 'weights', stage.index)];
  const problems = checkTensor(given.weights, {
    name: 'weights',
    stage: stage.index,
    shape: stage.weightShape,
    kindOfAxis: (axis) => (axis >= 2 ? 'channel-mismatch' : 'shape-mismatch'),
  });
  const bias = given.bias ?? undefined;
  if (stage.bias !== (bias !== undefined)) {
    const claim = stage.bias ? 'The bias values are missing' : 'This stage has no bias';
    const shape: unknown = bias?.shape;
    const allowed = stage.bias ? print([stage.filters]) : 'undefined';
    problems.push(
      problemOf({
        claim,
        field: 'biasValues',
        kind: 'bias-shape-mismatch',
        given: print(shape),
        allowed,
        stage: stage.index,
      }),
    );
  } else if (stage.bias) {
    const shape = [stage.filters];
    const kindOfAxis = (): ProblemKind => 'bias-shape-mismatch';
    problems.push(...checkTensor(bias, { name: 'biasValues', stage: stage.index, shape, kindOfAxis }));
  }
  return problems;
}

/** At most one problem: the shape, else the amount of data, else the first value that is not finite. */
function checkTensor(given: unknown, { name, stage, shape, kindOfAxis }: Expectation): Problem[] {
  const { shape: givenShape, data } = (given ?? {}) as { shape?: unknown; data?: unknown };
  if (!Array.isArray(givenShape) || !(data instanceof Float32Array)) {
    return [wrongTensors(given, name, stage)];
  }
  const refuse = (kind: ProblemKind, claim: string, value: string, allowed: string): Problem[] => [
    problemOf({ claim, field: name, kind, given: value, allowed, stage }),
  ];
  const differs = shape.findIndex((size, axis) => size !== givenShape[axis]);
  if (givenShape.length !== shape.length || differs >= 0) {
    const kind = kindOfAxis(givenShape.length === shape.length ? differs : 0);
    return refuse(kind, `The shape of the ${name} is not the plan's`, print(givenShape), print(shape));
  }
  if (data.length !== sizeOf(shape)) {
    const claim = `The number of values in the ${name} is not that of [${shape.join(', ')}]`;
    return refuse('shape-mismatch', claim, `${data.length}`, `${sizeOf(shape)}`);
  }
  const offset = data.findIndex((value) => !Number.isFinite(value));
  if (offset < 0) return [];
  const place = `${name}[${indexAt(shape, offset).join(', ')}]`;
  return refuse(
    'non-finite-value',
    `${place} is not a finite number`,
    print(data[offset]),
    '−3.4e38 … 3.4e38',
  );
}
