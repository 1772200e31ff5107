import { html, nothing, type TemplateResult } from 'lit';
import { hideNames } from '../../src/address/hiding.js';
import type { AddressController } from '../shared/address-controller.js';
import { loadPanel } from '../shared/load-panel.js';
import type { SessionController } from '../shared/session-controller.js';

/**
 * A button that opens the panel with link, tag, frame and QR code.
 *
 * @param address of the page while the panel is open, else null: a closed panel need not follow the run
 */
export function renderShareMenu(
  lab: SessionController,
  address: AddressController | null,
  turn: (open: boolean) => void,
): TemplateResult {
  const label = lab.say('link.share');
  const toggle = ({ newState }: ToggleEvent): void => {
    if (newState === 'open') void loadPanel('share');
    turn(newState === 'open');
  };
  return html`<button class="sharing" popovertarget="share" aria-haspopup="dialog">
      ${label} <span aria-hidden="true">▾</span>
    </button>
    <div id="share" class="overlay" popover role="dialog" aria-label=${label} @beforetoggle=${toggle}>
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
