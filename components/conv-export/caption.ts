import type { Session } from '../../src/session/session.js';
import type { Moment } from '../../src/timeline/types.js';
import { isWordKey } from '../../src/words/say.js';
import type { Lab } from '../shared/lab.js';

/** The layer and the step in a line. A run between two steps has made the one before. */
export function captionOf(
  { layer }: Session,
  { stages, frame }: Moment,
  say: Lab['say'],
  step: number = Math.floor(frame.step),
): string {
  const key = `variant.${layer.variant ?? 'standard'}`;
  return say('export.caption', {
    title: isWordKey(key) ? say(key) : 'Convscope',
    input: stages[0].stage.input.slice(1).join('×'),
    output: stages[stages.length - 1].stage.output.slice(1).join('×'),
    step,
    steps: frame.steps,
  });
}
