import { html, nothing, type TemplateResult } from 'lit';
import type { SessionController } from '../shared/session-controller.js';
import type { DisplayChoices } from './display-panel.js';
import { panels, renderPanel, type Folds } from './site-parts.js';
import { renderSheetHead, returnFocus, sheetIds } from './sheets.js';

interface SidePanel {
  readonly lab: SessionController;
  /** Is the panel a sheet? */
  readonly sheets: boolean;
  /** Do the counts stand here? */
  readonly counts: boolean;
  readonly folds: Folds;
  readonly display: DisplayChoices;
  readonly fold: (id: string, open: boolean) => void;
}

/** What a person sets, further panels on request, and what the layer costs. */
export function renderSidePanel({ lab, sheets, counts, folds, display, fold }: SidePanel): TemplateResult {
  return html`<aside
    class="side sheet"
    id=${sheetIds.settings}
    popover=${sheets ? 'auto' : nothing}
    @toggle=${returnFocus}
  >
    ${sheets ? renderSheetHead(lab, 'settings') : nothing}
    <div class="panels">
      <section aria-label=${lab.say('app.settings')}>
        <conv-controls few></conv-controls>
      </section>
      ${panels.map((panel) => renderPanel({ lab, display }, panel, folds, fold))}
    </div>
    ${counts ? html`<conv-counts compact></conv-counts>` : nothing}
  </aside>`;
}
