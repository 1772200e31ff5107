import { html, nothing, type TemplateResult } from 'lit';
import { hideNames } from '../../src/address/hiding.js';
import type { AddressController } from '../shared/address-controller.js';
import { loadPanel } from '../shared/load-panel.js';
import type { SessionController } from '../shared/session-controller.js';

interface ShareMenu {
  readonly lab: SessionController;
  /** Of the page while the panel is open, else null: a closed panel need not follow the run. */
  readonly address: AddressController | null;
  readonly turn: (open: boolean) => void;
  /** Shows the panel that saves files; null where a laboratory has none. */
  readonly save: (() => void) | null;
}

/** A button that opens the panel with link, tag, frame and QR code, and with the way to what is saved as a file. */
export function renderShareMenu({ lab, address, turn, save }: ShareMenu): TemplateResult {
  const label = lab.say('link.share');
  const toggle = ({ newState }: ToggleEvent): void => {
    if (newState === 'open') void loadPanel('share');
    turn(newState === 'open');
  };
  return html`<button class="sharing" popovertarget="share" aria-haspopup="dialog">
      ${label} <span aria-hidden="true">▾</span>
    </button>
    <div id="share" class="overlay" popover role="dialog" aria-label=${label} @beforetoggle=${toggle}>
      <div class="sheet-head">
        <h2>${label}</h2>
        <button popovertarget="share" popovertargetaction="hide">${lab.say('keys.close')}</button>
      </div>
      ${save ? html`<button class="saving" @click=${save}>${lab.say('link.save')}</button>` : nothing}
      ${
        address
          ? html`<conv-share
              .state=${address.state}
              hide=${hideNames.filter((name) => address.isHidden(name)).join(' ')}
            ></conv-share>`
          : nothing
      }
    </div>`;
}
