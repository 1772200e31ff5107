import { html, nothing, type TemplateResult } from 'lit';
import type { LinkNotice } from '../../src/address/notices.js';
import type { SessionController } from './session-controller.js';

/** What was not understood of the link that led here. */
export function renderNotices(
  lab: SessionController,
  notices: readonly LinkNotice[],
  dismiss: () => void,
): TemplateResult | typeof nothing {
  if (notices.length === 0) return nothing;
  return html`<div class="status notices" role="alert">
    <p>${lab.say('link.notice')}</p>
    <ul>
      ${notices.map(({ key, parameters }) => html`<li>${lab.say(key, parameters)}</li>`)}
    </ul>
    <button @click=${dismiss}>${lab.say('link.dismiss')}</button>
  </div>`;
}
