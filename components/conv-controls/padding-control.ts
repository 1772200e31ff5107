import { html, nothing, type TemplateResult } from 'lit';
import type { Sides } from '../../src/math/types.js';
import { paddingArgument } from '../../src/words/dialect.js';
import { isWordKey } from '../../src/words/say.js';
import type { SessionController } from '../shared/session-controller.js';
import type { Setting } from './setting.js';
import { numberIn, resolvedSides, sidesOf } from './values.js';

const sides = ['top', 'bottom', 'left', 'right'] as const;

/** A word or four numbers; below a word the numbers that it means here, and the argument in the chosen framework. */
export function renderPadding(setting: Setting): TemplateResult {
  const { session, lab, field, name, help, describedBy, value, set } = setting;
  const mode = typeof value === 'string' ? value : 'explicit';
  const plan = session.problems.length > 0 ? session.moment?.plan : session.plan;
  const resolved: Sides = plan ? resolvedSides(plan) : [0, 0, 0, 0];
  const isTransposed = plan?.stages[0]?.op === 'transposed';
  return html`<fieldset aria-describedby=${describedBy ?? nothing}>
    <legend class="visually-hidden">${name}</legend>
    <label class="row words" title=${help}>
      ${name}
      <select
        @change=${(event: Event) => {
          const wanted = (event.target as HTMLSelectElement).value;
          set(wanted === 'explicit' ? [...resolved] : wanted);
        }}
      >
        ${[...field.choices, 'explicit'].map(
          (choice) =>
            html`<option value=${choice} ?selected=${choice === mode}>${modeName(lab, choice)}</option>`,
        )}
      </select>
    </label>
    ${
      mode === 'explicit'
        ? renderSides(setting, sidesOf(value))
        : html`<p class="help">
            ${lab.say('padding.sides', Object.fromEntries(sides.map((side, i) => [side, resolved[i]])))}
          </p>`
    }
    <p class="help"><code>${paddingArgument(lab.dialect, mode, resolved, isTransposed)}</code></p>
  </fieldset>`;
}

function renderSides({ lab, field, set }: Setting, numbers: readonly number[]): TemplateResult {
  return html`<div class="sides">
    ${sides.map(
      (side, i) =>
        html`<label>
          ${lab.say(`field.${side}`)}
          <input
            type="number"
            min=${field.minimum}
            max=${field.maximum}
            .value=${String(numbers[i])}
            @change=${(event: Event) => set(numbers.map((old, j) => (j === i ? numberIn(event, old) : old)))}
          />
        </label>`,
    )}
  </div>`;
}

function modeName(lab: SessionController, choice: string): string {
  const key = `padding.${choice}`;
  return isWordKey(key) ? lab.say(key) : choice;
}
