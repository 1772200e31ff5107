import { html, nothing, type TemplateResult } from 'lit';
import type { Session } from '../../src/session/session.js';
import { isWordKey } from '../../src/words/say.js';
import { seedIn } from '../shared/seed.js';
import type { SessionController } from '../shared/session-controller.js';

/** Samples that the menu offers; the one that is shown is always among them. */
const samples: readonly string[] = [
  'three-textures',
  'four-textures',
  'one-to-sixteen',
  'one-to-thirty-six',
  'one-to-forty-nine',
  'one-two-three-five',
  'powers-of-ten',
  'digit-3',
  'digit-8',
  'disc',
  'triangle',
  'cross',
  'square',
  'gradient-horizontal',
  'gradient-diagonal',
  'gradient-radial',
  'checkerboard',
  'stripes',
  'impulse',
  'random',
];
const axes = ['rows', 'columns', 'channels'] as const;
const largestSide = 64;
const mostChannels = 16;

/** Built-in samples of any size, and random whole numbers. */
export function renderSamples(
  lab: SessionController,
  session: Session,
  used: () => void,
): readonly TemplateResult[] {
  return [renderMenu(lab, session, used), renderSizes(lab, session, used), renderRandom(lab, session, used)];
}

function renderMenu(lab: SessionController, session: Session, used: () => void): TemplateResult {
  const { source } = session;
  const name = source.kind === 'sample' ? source.name : '';
  const menu = name === '' || samples.includes(name) ? samples : [...samples, name];
  const choose = (event: Event): void => {
    session.setSource({ kind: 'sample', name: (event.target as HTMLSelectElement).value });
    used();
  };
  return html`<label class="row">
    <span>${lab.say('input.sample')}</span>
    <select @change=${choose}>
      ${name === '' ? html`<option value="" selected>–</option>` : nothing}
      ${menu.map((each) => {
        const key = `sample.${each}`;
        const label = isWordKey(key) ? lab.say(key) : each;
        return html`<option value=${each} ?selected=${each === name}>${label}</option>`;
      })}
    </select>
  </label>`;
}

function renderSizes(lab: SessionController, session: Session, used: () => void): TemplateResult {
  const input = session.plan.stages[0]?.input ?? session.moment?.stages[0]?.stage.input;
  const sizes = (input ?? [1, 1, 1, 1]).slice(1);
  const resize = (axis: number, event: Event): void => {
    const { value, valueAsNumber } = event.target as HTMLInputElement;
    if (value === '' || Number.isNaN(valueAsNumber) || !input) return;
    session.setLayer({ input: sizes.map((size, i) => (i === axis ? valueAsNumber : size)) });
    used();
  };
  return html`<div class="sizes" role="group" aria-label=${lab.say('field.input.label')}>
    ${axes.map(
      (axis, i) =>
        html`<label>
          ${lab.say(`field.${axis}`)}
          <input
            type="number"
            min="1"
            max=${axis === 'channels' ? mostChannels : largestSide}
            .value=${String(sizes[i])}
            @change=${(event: Event) => resize(i, event)}
          />
        </label>`,
    )}
  </div>`;
}

/** Random whole numbers of the same size; the seed makes them again. */
function renderRandom(lab: SessionController, session: Session, used: () => void): TemplateResult {
  const { source } = session;
  const seed = source.kind === 'sample' && source.name === 'random' ? (source.seed ?? 1) : 0;
  const randomise = (wanted: number): void => {
    session.randomise('input', wanted);
    used();
  };
  return html`<div class="random">
    <button @click=${() => randomise(seed + 1)}>${lab.say('edit.random.input')}</button>
    <label
      >${lab.say('edit.seed')}
      <input
        type="number"
        min="0"
        .value=${String(seed)}
        @change=${(event: Event) => randomise(seedIn(event, seed))}
      />
    </label>
  </div>`;
}
