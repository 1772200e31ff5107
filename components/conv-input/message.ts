import { html, nothing, type TemplateResult } from 'lit';
import type { Layout } from '../../src/media/layouts.js';
import type { Session } from '../../src/session/session.js';
import type { SessionController } from '../shared/session-controller.js';

/** What was said last; it goes when what it is about goes, e.g. by a reset or another size. */
export interface Message {
  readonly text: string;
  readonly refused: boolean;
  /** How else the numbers can be read. */
  readonly other: Layout | null;
  stands(session: Session): boolean;
}

/** What is said of what a refused file or text would have replaced. */
export const kept = {
  input: 'media.kept',
  weights: 'input.kept.weights',
  bias: 'input.kept.all',
  all: 'input.kept.all',
} as const;

/** The message while it stands, with a button for the other reading of the numbers. */
export function renderMessage(
  lab: SessionController,
  session: Session,
  message: Message | null,
  read: (layout: Layout) => void,
): TemplateResult | typeof nothing {
  if (!message?.stands(session)) return nothing;
  const { text, refused, other } = message;
  return html`<div class=${refused ? 'refusal' : 'told'}>
    ${text}
    ${
      other
        ? html`<button @click=${() => read(other)}>
            ${lab.say('layout.instead', { layout: lab.say(`layout.${other}`) })}
          </button>`
        : nothing
    }
  </div>`;
}
