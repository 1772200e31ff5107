/** Steps whose figure waits until a question is answered, `<conv-quiz predict>`. */
import type { ConvQuiz } from '../conv-quiz/conv-quiz.js';
import type { ConvStep } from '../conv-step/conv-step.js';
import type { FigureState } from '../conv-step/figure-state.js';
import { heldBack } from './stagehand.js';

/** Questions of a step that come before its figure. */
function predictions(step: ConvStep): ConvQuiz[] {
  return [...step.querySelectorAll<ConvQuiz>('conv-quiz[predict]')];
}

/** What the figure shows at a step: what the step declares; before its question is answered, what is shown to be predicted from. */
export function stateAt(steps: readonly ConvStep[], step: ConvStep): Promise<FigureState> {
  return predictions(step).some(({ answered }) => !answered) ? stateBefore(steps, step) : step.figureState();
}

/** On paper no question has been answered. */
export function stateOnPaper(steps: readonly ConvStep[], step: ConvStep): Promise<FigureState> {
  return predictions(step).length > 0 ? stateBefore(steps, step) : step.figureState();
}

/** Where the figure would begin to play; without a stretch to play, what the step before declares. */
async function stateBefore(steps: readonly ConvStep[], step: ConvStep): Promise<FigureState> {
  const before = steps[steps.indexOf(step) - 1];
  if (step.hasAttribute('play') || !before) return heldBack(await step.figureState());
  return { ...(await before.figureState()), playFrom: null };
}

/** Is this the answer that the figure of a step waited for? */
export function isAwaited({ target }: Event, step: ConvStep | null): boolean {
  const { predict, answered } = target as ConvQuiz;
  return predict && answered && (target as ConvQuiz).closest('conv-step') === step;
}
