import { html, nothing, type TemplateResult } from 'lit';
import { recipes, type Knob, type Recipe } from '../../src/networks/index.js';
import {
  readKnob,
  type KnobEffect,
  type KnobSettings,
  type KnobValue,
} from '../../src/views/networks/knobs.js';
import { formatNumber } from '../../src/words/numbers.js';
import { isWordKey, type WordKey } from '../../src/words/say.js';
import { renderSegments } from '../shared/segmented.js';
import type { Surroundings } from '../shared/surroundings.js';

/** The words of a recipe's name. */
export function nameOf(id: string): WordKey {
  const key = `network.${id}`;
  return isWordKey(key) ? key : 'network.own.name';
}

interface Settings {
  /** Null for a network of the reader's own. */
  readonly recipe: Recipe | null;
  readonly settings: KnobSettings;
  readonly around: Surroundings;
  /** '' for a network of the reader's own. */
  readonly choose: (id: string) => void;
  readonly turn: (name: string, value: KnobValue) => void;
  readonly reset: () => void;
}

/** The menu of networks, and the knobs of the chosen one. */
export function renderSettings({ recipe, settings, around, choose, turn, reset }: Settings): TemplateResult {
  const { say } = around;
  const chosen = (event: Event): void => choose((event.target as HTMLSelectElement).value);
  const isTurned = recipe?.knobs.some(({ name, default: usual }) => (settings[name] ?? usual) !== usual);
  return html`<div class="settings" part="settings">
    <label class="network">
      <span class="name">${say('network.choose')}</span>
      <select data-does="network" @change=${chosen}>
        ${recipes.map(({ id }) => html`<option value=${id} ?selected=${id === recipe?.id}>${say(nameOf(id))}</option>`)}
        <option value="" ?selected=${recipe === null}>${say('network.own')}</option>
      </select>
    </label>
    ${
      recipe && recipe.knobs.length > 0
        ? html`<div class="knobs" role="group" aria-label=${say('network.knobs')}>
            ${recipe.knobs.map((knob) => renderKnob(knob, settings[knob.name] ?? knob.default, around, turn))}
            <button data-does="reset" ?disabled=${!isTurned} @click=${reset}>
              ${say('network.knob.reset')}
            </button>
          </div>`
        : nothing
    }
  </div>`;
}

function renderKnob(
  knob: Knob,
  value: KnobValue,
  { say }: Surroundings,
  turn: Settings['turn'],
): TemplateResult {
  const label = say(`network.knob.${knob.name}` as WordKey);
  if (typeof knob.default === 'string') {
    return html`<div class="knob" data-knob=${knob.name}>
      <span class="name" aria-hidden="true">${label}</span>
      ${renderSegments({
        name: knob.name,
        label,
        options: knob.choices.map((choice) => ({
          value: `${choice}`,
          label: say(`network.knob.${knob.name}.${choice}` as WordKey),
        })),
        value: `${value}`,
        choose: (choice) => turn(knob.name, choice),
      })}
    </div>`;
  }
  return renderNumberKnob(knob, Number(value), label, turn);
}

/** A range over the values that papers tried, and a box for any other. */
function renderNumberKnob(knob: Knob, value: number, label: string, turn: Settings['turn']): TemplateResult {
  const { name, choices } = knob;
  const slide = (event: Event): void => {
    const chosen = choices[Number((event.target as HTMLInputElement).value)];
    if (chosen !== value) turn(name, chosen);
  };
  const type = (event: Event): void => {
    const box = event.target as HTMLInputElement;
    const typed = readKnob(knob, box.value);
    if (typed === null) box.value = `${value}`;
    else if (typed !== value) turn(name, typed);
  };
  return html`<div class="knob" data-knob=${name}>
    <span class="name" aria-hidden="true">${label}</span>
    <span class="dial">
      <input
        type="range"
        aria-label=${label}
        aria-valuetext=${value}
        min="0"
        max=${choices.length - 1}
        .value=${`${nearest(choices, value)}`}
        @input=${slide}
      />
      <input type="number" aria-label=${label} min="0" step="any" .value=${`${value}`} @change=${type} />
    </span>
  </div>`;
}

/** Index of the choice that is nearest to a value. */
function nearest(choices: Knob['choices'], value: number): number {
  const distances = choices.map((choice) => Math.abs(Number(choice) - value));
  return distances.indexOf(Math.min(...distances));
}

/** What a multiplier promises beside what it does. */
export function renderEffects(effects: readonly KnobEffect[], { say }: Surroundings): TemplateResult {
  const share = (value: number): string => formatNumber(value, { digits: 3 });
  return html`${effects.map(
    ({ knob, factor, square, params, macs }) =>
      html`<p class="effect" data-effect=${knob}>
        ${say(`network.effect.${knob}`, {
          factor: share(factor),
          square: share(square),
          params: share(params),
          macs: share(macs),
        })}
      </p>`,
  )}`;
}
