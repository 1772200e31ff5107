/** States of the lessons' steps as the pages declare them, run in Node. */
import { figureStateOf, type FigureState } from '../../components/conv-step/figure-state.js';
import { taggedStates } from '../lesson-states.mjs';
import type { Session } from '../../src/session/session.js';
import type { Moment } from '../../src/timeline/types.js';
import { presetOf } from '../../src/variants/presets.js';

type Attributes = Readonly<Record<string, string>>;

const from = (attributes: Attributes) => (name: string) => attributes[name] ?? null;

export function lessonAttributes(html: string): Attributes {
  return taggedStates(html).find(({ tag }) => tag === 'conv-lesson')?.attributes ?? {};
}

export function stateOf(html: string, attributes: Attributes): FigureState {
  return figureStateOf(from(attributes), from(lessonAttributes(html)), presetOf);
}

/** The session shows a state with its numbers; only for a state without faults, because another one never has any. */
export async function momentIn(session: Session, { preset, step }: FigureState): Promise<Moment> {
  session.load({ ...preset, step });
  await new Promise<void>((resolve) => {
    const look = (): void => {
      const { moment } = session;
      if (session.status !== 'ready' || !moment?.values || moment.plan !== session.plan) return;
      session.removeEventListener('change', look);
      resolve();
    };
    session.addEventListener('change', look);
    look();
  });
  return session.moment!;
}
