import { html, nothing, type TemplateResult } from 'lit';
import { renderSegments } from '../shared/segmented.js';
import { choiceWords } from './field-words.js';
import type { Setting } from './setting.js';
import { valueOf } from './values.js';

/** More choices than this make a menu. */
const mostSegments = 3;

/** One word of a few: segments side by side, or a menu where there are many. */
export function renderChoice(setting: Setting): TemplateResult {
  const { lab, field, label, name, help, describedBy, set } = setting;
  const value = String(setting.value);
  const options = field.choices.map((choice) => ({
    value: choice,
    label: choiceWords(lab, field.name, choice),
  }));
  if (options.length <= mostSegments)
    return html`<div class="row" title=${help}>
      <span class="name" aria-hidden="true">${name}</span>
      ${renderSegments({
        ...{ name: field.name, label, options, value, describedBy },
        disabled: !matters(setting),
        choose: set,
      })}
    </div>`;
  return html`<label class="row" title=${help}>
    ${name}
    <select
      aria-describedby=${describedBy ?? nothing}
      @change=${(event: Event) => set((event.target as HTMLSelectElement).value)}
    >
      ${options.map(
        (option) =>
          html`<option value=${option.value} ?selected=${option.value === value}>${option.label}</option>`,
      )}
    </select>
  </label>`;
}

/** Where a bias or an activation stands is asked only when there is one. */
function matters({ session, field: { name } }: Setting): boolean {
  if (name === 'biases') return valueOf(session, 'bias') === true;
  if (name === 'activations') return valueOf(session, 'activation') !== 'none';
  return true;
}
