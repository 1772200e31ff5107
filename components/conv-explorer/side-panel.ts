import { html, type TemplateResult } from 'lit';
import type { SessionController } from '../shared/session-controller.js';

/** What a person sets: the layer, and its input. */
export function renderSidePanel(lab: SessionController): TemplateResult {
  return html`<aside class="panels">
    <section aria-labelledby="settings-title">
      <h2 id="settings-title">${lab.say('app.settings')}</h2>
      <conv-controls></conv-controls>
    </section>
    <section aria-labelledby="input-title">
      <h2 id="input-title">${lab.say('app.input')}</h2>
      <p class="note">${lab.say('app.invitation')}</p>
      <conv-input></conv-input>
    </section>
  </aside>`;
}
