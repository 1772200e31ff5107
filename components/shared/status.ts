import { css, html, nothing, type TemplateResult } from 'lit';
import { problemSentence } from '../../src/words/problem-sentence.js';
import type { SessionController } from './session-controller.js';

export const statusStyles = css`
  .status {
    margin: 0;
    padding: 0.45rem 0.7rem;
    border-inline-start: 4px solid var(--_warning);
    background: var(--_surface);
    overflow-wrap: anywhere;
  }
`;

/** Why the figure does not show what was asked for; nothing when it does. */
export function renderStatus(lab: SessionController): TemplateResult | typeof nothing {
  const { session } = lab;
  if (!session) return nothing;
  if (session.error) {
    return html`<p class="status" role="alert">
      ${lab.say('figure.failed', { message: session.error.message })}
    </p>`;
  }
  if (session.problems.length === 0) return nothing;
  const reasons = session.problems.map((problem) => problemSentence(lab.language, problem)).join(' ');
  const stays = session.moment ? lab.say('figure.stays') : '';
  return html`<p class="status" role="alert">${reasons} ${stays}</p>`;
}
