import { html, nothing, type TemplateResult } from 'lit';
import { fieldOf } from '../../src/math/fields.js';
import { fieldOfKnob, knobNames, type KnobName, type Knobs } from '../../src/speed/knobs.js';
import { isTooLarge, type Refusal } from '../../src/speed/limits.js';
import { layerSetIds, ways, type LayerSet, type LayerSetId, type Way } from '../../src/speed/types.js';
import type { Say } from '../../src/views/say.js';
import { nameOf } from '../../src/views/speed/names.js';
import { amountText, memoryText } from '../../src/views/speed/units.js';
import { formatCount } from '../../src/words/numbers.js';
import { problemSentence } from '../../src/words/problem-sentence.js';
import type { Language } from '../../src/words/say.js';
import { renderSegments } from '../shared/segmented.js';

/** Samples of each layer that a person can choose. */
export const roundChoices = [5, 9, 21] as const;

export interface Controls {
  readonly say: Say;
  readonly language: Language;
  readonly set: LayerSet;
  readonly ways: readonly Way[];
  readonly rounds: number;
  readonly busy: boolean;
  readonly refusal: Refusal | null;
  /** The nearest size that fits, where a layer is too large to be planned at all. */
  readonly nearest: Refusal['nearest'];
  /** What was typed into a box and is no size. */
  readonly bad: { readonly knob: KnobName; readonly given: string } | null;
  readonly choose: (change: {
    readonly preset?: LayerSetId;
    readonly ways?: readonly Way[];
    readonly rounds?: number;
    readonly knobs?: Partial<Knobs>;
  }) => void;
  readonly refuse: (knob: KnobName, given: string) => void;
}

export function renderControls(controls: Controls): TemplateResult {
  const { say, set, rounds, busy, choose } = controls;
  return html`<div class="controls" part="controls">
    <label class="set"
      ><span>${say('speed.set')}</span>
      <select
        ?disabled=${busy}
        @change=${(event: Event) => choose({ preset: (event.target as HTMLSelectElement).value as LayerSetId })}
      >
        ${layerSetIds.map((id) => html`<option value=${id} .selected=${id === set.id}>${say(`speed.set.${id}`)}</option>`)}
      </select></label
    >
    ${renderWays(controls)}
    <div class="dial">
      <span aria-hidden="true">${say('speed.rounds')}</span>
      ${renderSegments({
        name: 'rounds',
        label: say('speed.rounds'),
        options: roundChoices.map((count) => ({ value: String(count), label: String(count) })),
        value: String(rounds),
        disabled: busy,
        choose: (count) => choose({ rounds: Number(count) }),
      })}
    </div>
    ${set.id === 'own' ? renderKnobs(controls) : nothing}
  </div>`;
}

function renderWays({ say, ways: chosen, busy, choose }: Controls): TemplateResult {
  const toggle = (way: Way, isOn: boolean): void =>
    choose({ ways: ways.filter((each) => (each === way ? isOn : chosen.includes(each))) });
  return html`<fieldset class="ways">
    <legend>${say('speed.ways')}</legend>
    ${ways.map(
      (way) =>
        html`<label
          ><input
            type="checkbox"
            name=${way}
            ?disabled=${busy}
            .checked=${chosen.includes(way)}
            @change=${(event: Event) => toggle(way, (event.target as HTMLInputElement).checked)}
          />${say(`speed.way.${way}`)}</label
        >`,
    )}
  </fieldset>`;
}

function renderKnobs(controls: Controls): TemplateResult {
  const { say, set, busy, bad, choose, refuse } = controls;
  const take = (knob: KnobName, event: Event): void => {
    const { value, valueAsNumber } = event.target as HTMLInputElement;
    if (Number.isSafeInteger(valueAsNumber) && valueAsNumber >= leastOf(knob))
      choose({ knobs: { [knob]: valueAsNumber } });
    else refuse(knob, value);
  };
  return html`<fieldset class="knobs" aria-describedby="knob-problem">
      <legend>${say('speed.knobs')}</legend>
      ${knobNames.map(
        (knob) =>
          html`<label
            ><span>${say(`speed.knob.${knob}`)}</span>
            <input
              type="number"
              name=${knob}
              min=${leastOf(knob)}
              ?disabled=${busy}
              aria-invalid=${bad?.knob === knob}
              .value=${bad?.knob === knob ? bad.given : String(set.knobs[knob])}
              @change=${(event: Event) => take(knob, event)}
          /></label>`,
      )}
    </fieldset>
    <div id="knob-problem" class="problems">${renderProblem(controls)}</div>`;
}

function leastOf(knob: KnobName): number {
  return fieldOf(fieldOfKnob(knob)).minimum;
}

/** Why layers of this size cannot be: a box that holds no size, a setting that does not fit, or a device that is too small. */
function renderProblem({
  say,
  language,
  set,
  bad,
  refusal,
  nearest,
  choose,
}: Controls): TemplateResult | typeof nothing {
  if (bad) {
    const name = say(`speed.knob.${bad.knob}`);
    const given = bad.given.trim() || say('speed.knob.nothing');
    const facts = { name, given, least: leastOf(bad.knob) };
    return html`<p class="status" role="alert">${say('speed.knob.bad', facts)}</p>`;
  }
  const layer = set.layers.find(({ plan }) => plan.problems.length > 0);
  if (layer) {
    const reason = problemSentence(language, layer.plan.problems[0]);
    return html`<p class="status" role="alert">
      ${say('speed.refused', { layer: nameOf(set, layer, say), reason })}
      ${isTooLarge(layer.plan) ? renderNearest(nearest, say, choose) : nothing}
    </p>`;
  }
  if (!refusal) return nothing;
  return html`<p class="status" role="alert">
    ${refusalText(set, refusal, say)} ${renderNearest(refusal.nearest, say, choose)}
  </p>`;
}

function renderNearest(
  nearest: Refusal['nearest'],
  say: Say,
  choose: Controls['choose'],
): TemplateResult | typeof nothing {
  if (!nearest) return nothing;
  const { knob, value } = nearest;
  return html`${say('speed.nearest', { name: say(`speed.knob.${knob}`), value })}
    <button @click=${() => choose({ knobs: { [knob]: value } })}>
      ${say('speed.nearest.use', { value })}
    </button>`;
}

function refusalText(set: LayerSet, { layer, limit, given, allowed }: Refusal, say: Say): string {
  const print = { bytes: memoryText, texture: formatCount, work: amountText }[limit];
  const reason = say(`speed.refused.${limit}`, { given: print(given), allowed: print(allowed) });
  return say('speed.refused', { layer: nameOf(set, set.layers[layer], say), reason });
}
