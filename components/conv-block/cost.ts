import { html, nothing, type TemplateResult } from 'lit';
import type { Cost, UnderstoodBlock } from '../../src/blocks/index.js';
import { formatCount } from '../../src/words/numbers.js';
import type { Surroundings } from '../shared/surroundings.js';
import { choiceName, knobName } from './settings.js';

/** What the block costs as large as in its network, at every choice of its knobs, and beside a plain layer. */
export function renderCost({ cost, plain, choices }: UnderstoodBlock, { say }: Surroundings): TemplateResult {
  const line = (name: string, { weights, params, macs }: Cost, id: string, isSet = false): TemplateResult =>
    html`<tr data-cost=${id} class=${isSet ? 'set' : ''}>
      <th scope="row">
        ${name}${isSet ? html` <span class="mark">(${say('block.cost.set')})</span>` : nothing}
      </th>
      <td>${formatCount(weights)}</td>
      <td>${formatCount(params)}</td>
      <td>${formatCount(macs)}</td>
    </tr>`;
  return html`<section class="cost" part="cost" aria-label=${say('block.cost')}>
    <h3>${say('block.cost')}</h3>
    <div class="scroll" tabindex="0" role="region" aria-label=${say('block.cost')}>
      <table>
        <thead>
          <tr>
            <th scope="col">${say('block.cost.setting')}</th>
            <th scope="col">${say('block.cost.weights')}</th>
            <th scope="col">${say('block.list.params')}</th>
            <th scope="col">${say('block.list.macs')}</th>
          </tr>
        </thead>
        <tbody>
          ${line(say('block.cost.this'), cost, 'block')}
          ${plain ? line(say('block.cost.plain'), plain, 'plain') : nothing}
          ${choices.map(({ knob, choice, isSet, cost: each }) =>
            line(
              `${knobName(knob, say)}: ${choiceName(knob, choice, say)}`,
              each,
              `${knob}=${choice}`,
              isSet,
            ),
          )}
        </tbody>
      </table>
    </div>
    <p class="note">${say('block.cost.note')}</p>
  </section>`;
}
