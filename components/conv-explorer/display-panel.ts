import { html, type TemplateResult } from 'lit';
import {
  colourRanges,
  decimalChoices,
  readColourRange,
  readDecimals,
  type ColourRange,
  type Decimals,
} from '../../src/session/display-setting.js';
import type { SessionController } from '../shared/session-controller.js';

interface DisplayChoice {
  readonly colourRange: ColourRange;
  readonly decimals: Decimals;
}

/** How numbers are shown on the whole page, and what changes it. */
export interface DisplayChoices extends DisplayChoice {
  readonly choose: (chosen: Partial<DisplayChoice>) => void;
}

/** Two menus: what colours span, and how many decimals are printed. */
export function renderDisplay(lab: SessionController, display: DisplayChoices): TemplateResult {
  return html`${renderMenu(lab, 'range', {
    options: colourRanges.map((id) => ({ id, name: lab.say(`display.range.${id}`) })),
    value: display.colourRange,
    choose: (id) => display.choose({ colourRange: readColourRange(id) }),
  })}
  ${renderMenu(lab, 'decimals', {
    options: decimalChoices.map((id) => ({
      id: String(id),
      name: id === 'auto' ? lab.say('display.decimals.auto') : String(id),
    })),
    value: String(display.decimals),
    choose: (id) => display.choose({ decimals: readDecimals(id) }),
  })}`;
}

interface Menu {
  readonly options: readonly { readonly id: string; readonly name: string }[];
  readonly value: string;
  readonly choose: (id: string) => void;
}

function renderMenu(
  lab: SessionController,
  name: 'range' | 'decimals',
  { options, value, choose }: Menu,
): TemplateResult {
  const help = `display-${name}-help`;
  return html`<label class="choice">
      <span>${lab.say(`display.${name}`)}</span>
      <select
        name=${name}
        aria-describedby=${help}
        @change=${(event: Event) => choose((event.target as HTMLSelectElement).value)}
      >
        ${options.map(
          (option) =>
            html`<option value=${option.id} ?selected=${option.id === value}>${option.name}</option>`,
        )}
      </select>
    </label>
    <p class="note" id=${help}>${lab.say(`display.${name}.help`)}</p>`;
}
