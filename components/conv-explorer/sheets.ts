import { html, type ReactiveController, type ReactiveControllerHost, type TemplateResult } from 'lit';
import type { WordKey } from '../../src/words/say.js';
import type { SessionController } from '../shared/session-controller.js';

/** What lies in a bottom sheet where there is no room beside the stage, in the order of the tabs. */
export const sheetNames = ['settings', 'views', 'examples', 'more'] as const;
export type SheetName = (typeof sheetNames)[number];

/** Ids of the sheets' elements. */
export const sheetIds: Readonly<Record<SheetName, string>> = {
  settings: 'settings',
  views: 'views',
  examples: 'examples',
  more: 'more',
};

export const sheetWords: Readonly<Record<SheetName, WordKey>> = {
  settings: 'app.settings',
  views: 'views.label',
  examples: 'examples.label',
  more: 'sheets.more',
};

/**
 * Are there sheets now? The style sheet decides, by the room that the page has, and says so in `--_sheets` on the element
 * of the class `areas`: 'tall' or 'low'.
 */
export class SheetMode implements ReactiveController {
  on = false;
  /** Is the page so low that stage and reading stand side by side? */
  low = false;
  private readonly host: ReactiveControllerHost & HTMLElement;
  private readonly sizes = new ResizeObserver(() => this.look());

  constructor(host: ReactiveControllerHost & HTMLElement) {
    this.host = host;
    host.addController(this);
  }

  hostConnected(): void {
    this.sizes.observe(this.host);
    this.sizes.observe(document.documentElement);
    window.addEventListener('resize', this.look);
  }

  hostDisconnected(): void {
    this.sizes.disconnect();
    window.removeEventListener('resize', this.look);
  }

  hostUpdated(): void {
    this.look();
  }

  private readonly look = (): void => {
    const areas = this.host.shadowRoot?.querySelector('.areas');
    if (!areas) return;
    const told = getComputedStyle(areas).getPropertyValue('--_sheets').trim();
    const [on, low] = [told !== '', told === 'low'];
    if (on === this.on && low === this.low) return;
    this.on = on;
    this.low = low;
    this.host.requestUpdate();
  };
}

/** The tabs that open the sheets. The browser closes one by Escape or a tap beside it, and gives the focus back. */
export function renderTabs(lab: SessionController): TemplateResult {
  return html`<div class="tabs" role="group" aria-label=${lab.say('sheets.label')}>
    ${sheetNames.map(
      (name) =>
        html`<button popovertarget=${sheetIds[name]} aria-haspopup="true">
          ${lab.say(sheetWords[name])}
        </button>`,
    )}
  </div>`;
}

/**
 * Where the focus goes when a sheet opens, and when it is closed: back to its tab, unless it went elsewhere by itself. The attribute
 * `autofocus` would do the first, but asks for the focus while the page loads as well, which a frame refuses with an error.
 */
export function returnFocus(event: ToggleEvent): void {
  const sheet = event.currentTarget as HTMLElement;
  const root = sheet.getRootNode() as ShadowRoot;
  if (event.newState === 'open' && !sheet.contains(root.activeElement))
    sheet.querySelector<HTMLElement>('[data-focus]')?.focus();
  const isLost = root.activeElement === null || sheet.contains(root.activeElement);
  if (event.newState !== 'closed' || !isLost) return;
  root.querySelector<HTMLElement>(`.tabs [popovertarget=${sheet.id}]`)?.focus();
}

/** Name and close button of a sheet; the handle above them is drawn by the style sheet. */
export function renderSheetHead(lab: SessionController, name: SheetName): TemplateResult {
  return html`<div class="sheet-head">
    <h2>${lab.say(sheetWords[name])}</h2>
    <button data-focus popovertarget=${sheetIds[name]} popovertargetaction="hide">
      ${lab.say('keys.close')}
    </button>
  </div>`;
}
