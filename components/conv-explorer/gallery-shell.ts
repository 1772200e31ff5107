import { html, nothing, type TemplateResult } from 'lit';
import type { SessionController } from '../shared/session-controller.js';
import { renderSheetHead, returnFocus, sheetIds } from './sheets.js';

interface Shell {
  readonly lab: SessionController;
  readonly sheets: boolean;
  readonly query: string;
  readonly search: (query: string) => void;
  /** The gallery opens or has closed. */
  readonly turn: (open: boolean) => void;
  /** The examples, while they are to be seen. */
  readonly content: TemplateResult | typeof nothing;
}

/** A button that opens the worked examples, and the frame with the search field in which they come when they are asked for. */
export function renderGalleryShell({ lab, sheets, query, search, turn, content }: Shell): TemplateResult {
  const label = lab.say('examples.label');
  return html`<button class="examples" popovertarget=${sheetIds.examples} aria-haspopup="dialog">
      ${label} <span aria-hidden="true">▾</span>
    </button>
    <div
      id=${sheetIds.examples}
      class="gallery sheet"
      popover
      role="dialog"
      aria-label=${label}
      @beforetoggle=${(event: ToggleEvent) => turn(event.newState === 'open')}
      @toggle=${returnFocus}
      @keydown=${takeKey}
      @focusout=${closeBehindFocus}
    >
      ${sheets ? renderSheetHead(lab, 'examples') : nothing}
      <label class="search">
        <span class="visually-hidden">${lab.say('examples.search')}</span>
        <input
          type="search"
          ?data-focus=${!sheets}
          autocomplete="off"
          placeholder=${lab.say('examples.search')}
          .value=${query}
          @input=${(event: Event) => search((event.target as HTMLInputElement).value)}
        />
      </label>
      ${content}
    </div>`;
}

/** What lies over the page must not hide where the focus went. The button that opened it closes it by itself. */
function closeBehindFocus({ currentTarget, relatedTarget: to }: FocusEvent): void {
  const gallery = currentTarget as HTMLElement;
  const isOutside = to instanceof Element && !gallery.contains(to);
  if (isOutside && !to.matches(`[popovertarget=${gallery.id}]`)) gallery.hidePopover();
}

/** Escape closes, where the browser would only empty the search field. Arrow keys go from the search field to the first example and from one to the next. */
function takeKey(event: KeyboardEvent): void {
  const gallery = event.currentTarget as HTMLElement;
  const stops = [...gallery.querySelectorAll<HTMLElement>('.search input, a')];
  const place = stops.indexOf(event.target as HTMLElement);
  const isText = place === 0;
  if (event.key === 'Escape') gallery.hidePopover();
  const next = { ArrowDown: place + 1, ArrowUp: place - 1, Home: 1, End: stops.length - 1 }[event.key];
  if (next === undefined || place < 0 || (isText && event.key !== 'ArrowDown') || !stops[next]) return;
  event.preventDefault();
  stops[next].focus();
}
