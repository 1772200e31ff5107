import { html, type TemplateResult } from 'lit';
import { renderName } from './field-words.js';
import type { Setting } from './setting.js';
import { renderSlider } from './slider.js';
import { pairOf } from './values.js';

const axes = ['rows', 'columns'] as const;

/** A number for rows and columns alike, or, set apart, one for each. */
export function renderPair(setting: Setting): TemplateResult {
  const { lab, field, label, split, setApart, set } = setting;
  const pair = pairOf(setting.value);
  const apart = split.has(field.name) || pair[0] !== pair[1];
  const join = (event: Event): void => {
    const joined = (event.target as HTMLInputElement).checked;
    setApart(field.name, !joined);
    if (joined) set([pair[0], pair[0]]);
  };
  return html`<fieldset class="pair">
    <legend class="visually-hidden">${label}</legend>
    ${
      apart
        ? axes.map((_, axis) => renderAxis(setting, pair, axis))
        : renderSlider(setting, { value: pair[0], set: (value) => set([value, value]) })
    }
    <label class="square">
      <input type="checkbox" .checked=${!apart} @change=${join} />
      ${lab.say('controls.square')}
    </label>
  </fieldset>`;
}

function renderAxis(setting: Setting, pair: readonly [number, number], axis: number): TemplateResult {
  const { lab, field, set } = setting;
  const label = `${setting.label}, ${lab.say(`field.${axes[axis]}`)}`;
  return renderSlider(
    { ...setting, label, name: renderName(lab, field, label) },
    { value: pair[axis], set: (value) => set(axis === 0 ? [value, pair[1]] : [pair[0], value]) },
  );
}
