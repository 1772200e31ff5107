import { html, type TemplateResult } from 'lit';
import type { SessionController } from '../shared/session-controller.js';
import { renderSheetHead, returnFocus, sheetIds } from './sheets.js';

/** What the header of a phone has no room for: ways to laboratories and links, and what holds for the whole page. */
export function renderMoreSheet(lab: SessionController, ways: TemplateResult): TemplateResult {
  return html`<div
    id=${sheetIds.more}
    class="more sheet"
    popover
    role="group"
    aria-label=${lab.say('sheets.more')}
    @toggle=${returnFocus}
  >
    ${renderSheetHead(lab, 'more')}
    <div class="entries">${ways}</div>
  </div>`;
}
