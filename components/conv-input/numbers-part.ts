import { html, nothing, type TemplateResult } from 'lit';
import type { Layout } from '../../src/media/layouts.js';
import type { SessionController } from '../shared/session-controller.js';
import type { Place } from './given.js';

export interface NumbersPart {
  /** What numbers can be given. */
  readonly places: readonly Place[];
  readonly place: Place;
  /** Asked for; null: to be found out. */
  readonly layout: Layout | null;
  readonly onPlace: (place: Place) => void;
  readonly onLayout: (layout: Layout | null) => void;
  readonly onText: (text: string) => void;
}

const layouts = { input: ['hwc', 'chw'], weights: ['hwio', 'oihw'], bias: [] } as const;

/** A text of numbers, what they are for, and what their axes mean. */
export function renderNumbers(lab: SessionController, part: NumbersPart): TemplateResult {
  const apply = (event: Event): void => {
    const text = (event.currentTarget as HTMLElement).closest('details')?.querySelector('textarea');
    part.onText(text?.value ?? '');
  };
  return html`<details>
      <summary>${lab.say('input.numbers')}</summary>
      <textarea
        rows="5"
        spellcheck="false"
        aria-label=${lab.say('input.numbers')}
        aria-describedby="numbers-help"
        placeholder="1 2 3&#10;4 5 6&#10;7 8 9"
      ></textarea>
      <p class="help" id="numbers-help">${lab.say('input.numbers.forms')}</p>
      <button @click=${apply}>${lab.say('input.numbers.apply')}</button>
    </details>
    <div class="choices reading">${renderPlaces(lab, part)} ${renderLayouts(lab, part)}</div>`;
}

function renderPlaces(lab: SessionController, { places, place, onPlace }: NumbersPart): TemplateResult {
  const hasStages = places.some(({ stage }) => stage > 0);
  return html`<label>
    ${lab.say('input.target')}
    <select @change=${(event: Event) => onPlace(places[(event.target as HTMLSelectElement).selectedIndex])}>
      ${places.map((each) => {
        const { kind, stage } = each;
        const name =
          kind === 'input' || !hasStages
            ? lab.say(`input.target.${kind}`)
            : lab.say(`input.target.${kind}-of`, { stage: stage + 1 });
        return html`<option ?selected=${each === place}>${name}</option>`;
      })}
    </select>
  </label>`;
}

function renderLayouts(
  lab: SessionController,
  { place, layout, onLayout }: NumbersPart,
): TemplateResult | typeof nothing {
  const offered: readonly Layout[] = layouts[place.kind];
  if (offered.length === 0) return nothing;
  return html`<label>
    ${lab.say('input.layout')}
    <select
      @change=${(event: Event) => {
        const { value } = event.target as HTMLSelectElement;
        onLayout(offered.find((each) => each === value) ?? null);
      }}
    >
      <option value="" ?selected=${layout === null}>${lab.say('input.layout.auto')}</option>
      ${offered.map(
        (each) =>
          html`<option value=${each} ?selected=${each === layout}>${lab.say(`layout.${each}`)}</option>`,
      )}
    </select>
  </label>`;
}
