/** Steps whose figure waits until a question is answered, `<conv-quiz predict>`. */
import type { ConvQuiz } from '../conv-quiz/conv-quiz.js';
import type { ConvStep } from '../conv-step/conv-step.js';
import type { FigureState } from '../conv-step/figure-state.js';
import { heldBack } from './stagehand.js';

/** Does a step have a question that comes before its figure? */
function waits(step: ConvStep): boolean {
  return [...step.querySelectorAll<ConvQuiz>('conv-quiz[predict]')].some(({ answered }) => !answered);
}

/**
 * What the figure shows at a step: what the step declares. Before its question is answered: where it would begin to play; without
 * a stretch to play, what the step before declares.
 */
export async function stateAt(steps: readonly ConvStep[], step: ConvStep): Promise<FigureState> {
  if (!waits(step)) return step.figureState();
  const before = steps[steps.indexOf(step) - 1];
  if (step.hasAttribute('play') || !before) return heldBack(await step.figureState());
  return { ...(await before.figureState()), playFrom: null };
}

/** Is this the answer that the figure of a step waited for? */
export function isAwaited({ target }: Event, step: ConvStep | null): boolean {
  const { predict, answered } = target as ConvQuiz;
  return predict && answered && (target as ConvQuiz).closest('conv-step') === step;
}
