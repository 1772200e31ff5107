/** Numbers for all the weights or all the biases of a stage: what a person pastes or opens from a file. */
import { print, problemOf } from '../math/problem.js';
import type { Plan, Problem, Tensor } from '../math/types.js';
import { withStageWeights, weightsOfStage } from './document.js';
import { isOpen } from './edit.js';
import { shapeOf } from './pointing.js';
import type { Session } from './session.js';

/** All weights or all biases of a stage, as they are given: those of a true convolution before their turn. */
export interface GivenWeights {
  /** [kh, kw, Cbig / groups, Csmall] */
  readonly weights?: Tensor;
  /** [filters] */
  readonly bias?: Tensor;
}

/**
 * Fills the weights or the biases of a stage with given numbers.
 * @returns why nothing was changed, or null
 */
export function giveWeights(session: Session, stage: number, given: GivenWeights): Problem | null {
  const [problem = problemWithWeights(session.plan, stage, given)] = session.plan.problems;
  const { document } = session;
  const filled = { ...weightsOfStage(document, stage), ...given };
  if (!problem) session.change(withStageWeights(document, new Map([[stage, filled]])));
  return problem;
}

/** Why these numbers cannot be a stage's, or null. */
function problemWithWeights(plan: Plan, stageIndex: number, given: GivenWeights): Problem | null {
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
