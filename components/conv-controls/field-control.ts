/** The control of a setting, chosen by the type of its field, with its explanation and why it is refused. */
import { html, nothing, type TemplateResult } from 'lit';
import { formatCount } from '../../src/words/numbers.js';
import { groupStops } from '../shared/group-stops.js';
import { renderChoice } from './choice-control.js';
import { renderOutputRulers } from './output-ruler.js';
import { renderPadding } from './padding-control.js';
import { renderPair } from './pair-control.js';
import { renderReasons } from './reasons.js';
import type { Setting } from './setting.js';
import { renderSlider } from './slider.js';
import { askedFields } from './values.js';

/** @param explained is the explanation to be seen, and not only read out? */
export function renderField(setting: Setting, explained: boolean): TemplateResult {
  const { lab, field, help, problems, describedBy } = setting;
  const helpId = `help-${field.name}`;
  return html`<div class="field" data-field=${field.name} role="group" aria-describedby=${helpId}>
    ${renderControl(setting)}
    <p id=${helpId} class=${explained ? 'help' : 'visually-hidden'}>${help}</p>
    ${describedBy === undefined ? nothing : renderReasons(lab, describedBy, problems)}
  </div>`;
}

function renderControl(setting: Setting): TemplateResult {
  const { field, name, value, set } = setting;
  if (field.name === 'groups') return renderGroups(setting);
  if (field.name === 'outputSize') return html`${name}${renderOutputRulers(setting)}`;
  if (field.type === 'flag') return renderFlag(setting);
  if (field.type === 'choice') return renderChoice(setting);
  if (field.type === 'pair') return renderPair(setting);
  if (field.type === 'sides-or-mode') return renderPadding(setting);
  return renderSlider(setting, { value: value as number, set });
}

function renderFlag({ name, help, value, set }: Setting): TemplateResult {
  return html`<label class="flag" title=${help}>
    <input
      type="checkbox"
      .checked=${value === true}
      @change=${(event: Event) => set((event.target as HTMLInputElement).checked)}
    />
    ${name}
  </label>`;
}

/** Only numbers of groups that divide both channels and filters are stops. */
function renderGroups(setting: Setting): TemplateResult {
  const { session, lab, value, set } = setting;
  const fields = askedFields(session);
  const { input, filters = 1 } = fields;
  const stops = groupStops(fields);
  const told = { channels: formatCount(input?.at(-1) ?? 1), filters: formatCount(filters) };
  const marks = html`<div class="stops" aria-hidden="true">
      ${stops.map((stop) => html`<span>${stop}</span>`)}
    </div>
    <p class="help">${lab.say('groups.stops', told)}</p>`;
  return html`${renderSlider(setting, { value: value as number, stops, set })}
  ${stops.length > 0 ? marks : nothing}`;
}
