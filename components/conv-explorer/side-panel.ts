import { html, nothing, type TemplateResult } from 'lit';
import type { SessionController } from '../shared/session-controller.js';
import { renderSheetHead, returnFocus, sheetIds } from './sheets.js';

interface SidePanel {
  readonly lab: SessionController;
  /** Is the panel a sheet? */
  readonly sheets: boolean;
  /** Do the counts stand here? */
  readonly counts: boolean;
  /** What concerns the whole page, where the header has no room for it. */
  readonly choices: TemplateResult | typeof nothing;
}

/** What a person sets, the layer and its input, and what the layer costs. */
export function renderSidePanel({ lab, sheets, counts, choices }: SidePanel): TemplateResult {
  return html`<aside
    class="side sheet"
    id=${sheetIds.settings}
    popover=${sheets ? 'auto' : nothing}
    @toggle=${returnFocus}
  >
    ${sheets ? renderSheetHead(lab, 'settings') : nothing}
    <div class="panels">
      <section aria-label=${lab.say('app.settings')}>
        <conv-controls></conv-controls>
      </section>
      <section aria-labelledby="input-title">
        <h2 id="input-title">${lab.say('app.input')}</h2>
        <p class="note">${lab.say('app.invitation')}</p>
        <conv-input></conv-input>
      </section>
      ${choices}
    </div>
    ${counts ? html`<conv-counts compact></conv-counts>` : nothing}
  </aside>`;
}
