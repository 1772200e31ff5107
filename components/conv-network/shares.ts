import { html, type TemplateResult } from 'lit';
import { measures, sharesOf, type Share } from '../../src/views/networks/groups.js';
import { percentText } from '../../src/views/percent.js';
import type { NetworkRow } from '../../src/networks/index.js';
import { formatCount } from '../../src/words/numbers.js';
import type { Surroundings } from '../shared/surroundings.js';

/** Two bars of one length, parted by kind, and their table. */
export function renderShares(rows: readonly NetworkRow[], { say }: Surroundings): TemplateResult {
  const shares = measures.map((measure) => ({ measure, parts: sharesOf(rows, measure) }));
  const groups = [...new Set(shares.flatMap(({ parts }) => parts.map(({ group }) => group)))];
  const cells = (part: Share | undefined): TemplateResult =>
    part
      ? html`<td>${formatCount(part.value)}</td>
          <td>${say('network.share', { share: percentText(part.share) })}</td>`
      : html`<td>0</td>
          <td></td>`;
  return html`<div class="shares">
    ${shares.map(
      ({ measure, parts }) =>
        html`<div class="bar" data-measure=${measure}>
          <span class="name">${say(`network.measure.${measure}`)}</span>
          <span class="track" aria-hidden="true"
            >${parts.map(
              ({ group, share }) =>
                html`<span class="piece" data-group=${group} .style=${`flex-grow: ${share}`}
                  >${share >= 0.08 ? html`<span>${say('network.share', { share: percentText(share) })}</span>` : ''}</span
                >`,
            )}</span
          >
        </div>`,
    )}
    <div class="scroll" tabindex="0" role="region" aria-label=${say('network.shares.caption')}>
      <table>
        <caption class="visually-hidden">
          ${say('network.shares.caption')}
        </caption>
        <thead>
          <tr>
            <th scope="col">${say('network.shares.kind')}</th>
            ${measures.map((measure) => html`<th scope="colgroup" colspan="2">${say(`network.measure.${measure}`)}</th>`)}
          </tr>
        </thead>
        <tbody>
          ${groups.map(
            (group) =>
              html`<tr data-group=${group}>
                <th scope="row">
                  <span class="swatch" data-group=${group}></span>${say(`network.group.${group}`)}
                </th>
                ${shares.map(({ parts }) => cells(parts.find((part) => part.group === group)))}
              </tr>`,
          )}
        </tbody>
      </table>
    </div>
  </div>`;
}
