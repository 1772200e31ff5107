import { html, nothing, type TemplateResult } from 'lit';
import { ref } from 'lit/directives/ref.js';
import type { Session } from '../../src/session/session.js';
import { LAYER_FIELDS } from '../../src/variants/fields.js';
import type { LayerSpec } from '../../src/variants/types.js';
import { LabRequestEvent } from '../shared/lab-request.js';
import type { ConvLab } from '../conv-lab/conv-lab.js';
import type { SessionController } from '../shared/session-controller.js';
import type { ThemeName } from '../shared/theme.js';
import type { ComparisonChoice } from './comparison-choice.js';
import type { ComparisonId } from './comparisons.js';

interface ComparisonPanel {
  readonly lab: SessionController;
  readonly session: Session;
  readonly theme: ThemeName;
  /** How the page shows numbers. */
  readonly display: Pick<ConvLab, 'colourRange' | 'decimals'>;
  readonly choice: ComparisonChoice;
}

/** Layers beside the one that is set, over the same data, and a menu of what is worth comparing. */
export function renderComparison(panel: ComparisonPanel): TemplateResult {
  const { lab, session, theme, display, choice } = panel;
  const { offered } = choice;
  const current = choice.currentOf(offered);
  if (!current) return html`<p class="note">${lab.say('compare.none')}</p>`;
  return html`<label class="pick">
      ${lab.say('compare.with')}
      <select
        @change=${(event: Event) => choice.choose((event.target as HTMLSelectElement).value as ComparisonId)}
      >
        ${offered.map(
          ({ id }) =>
            html`<option value=${id} ?selected=${id === current.id}>
              ${lab.say(`compare.with.${id}`)}
            </option>`,
        )}
      </select>
    </label>
    <div @play=${stop} @pause=${stop} @ended=${stop} @conv-step=${stop}>
      <conv-compare theme=${theme} ?same-function=${current.sameFunction ?? false}>
        ${current.layers.map(
          (layer, index) =>
            html`<conv-lab
              hidden
              label=${current.names ? lab.say(current.names[index]) : nothing}
              theme=${theme}
              colour-range=${display.colourRange}
              decimals=${display.decimals}
              ${ref((element) => {
                if (element) prepare(element, layer, index === 0 ? session : null);
              })}
            ></conv-lab>`,
        )}
      </conv-compare>
    </div>`;
}

/** The comparison runs on a clock of its own: its events are not the explorer's. */
function stop(event: Event): void {
  event.stopPropagation();
}

/** Gives a lab its layer, and the first of them the data that the others take over. */
function prepare(element: Element, layer: LayerSpec, data: Session | null): void {
  const fields = Object.fromEntries(LAYER_FIELDS.map(({ name }) => [name, layer[name]]));
  Object.assign(element, fields, { variant: layer.variant });
  if (!data) return;
  void customElements.whenDefined(element.localName).then(() => {
    const lab = element.isConnected ? LabRequestEvent.ask(element) : null;
    if (lab && lab.session.source !== data.source) lab.session.setSource(data.source);
  });
}
