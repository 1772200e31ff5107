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

/** That the engine failed; nothing when it did not. */
export function renderFailure(lab: SessionController): TemplateResult | typeof nothing {
  const message = lab.session?.error?.message;
  if (message === undefined) return nothing;
  return html`<p class="status" role="alert">${lab.say('figure.failed', { message })}</p>`;
}

/** Something that a page or a link asked for and that is not there. */
export function renderNotice(text: string): TemplateResult {
  return html`<p class="status" role="alert">${text}</p>`;
}

/** Why the layer cannot run, for a figure without the controls that would explain it in place. */
export function renderProblems(lab: SessionController): TemplateResult | typeof nothing {
  const { session } = lab;
  if (!session || session.problems.length === 0) return nothing;
  const reasons = session.problems.map((problem) => problemSentence(lab.language, problem)).join(' ');
  const stays = session.moment ? lab.say('figure.stays') : '';
  return html`<p class="status" role="alert">${reasons} ${stays}</p>`;
}
