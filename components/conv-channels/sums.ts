import { html, nothing, type TemplateResult } from 'lit';
import type { CellSums, ChannelSum } from '../../src/views/channels/sums.js';
import type { Say } from '../../src/views/say.js';
import { formatNumber, sumSign } from '../../src/words/numbers.js';

/** What each channel gives to the cell in hand, as one sum; a dropped channel's number is struck out. */
export function renderSums(sums: CellSums | null, say: Say): TemplateResult | typeof nothing {
  if (!sums) return nothing;
  const { filter, row, column, parts, total } = sums;
  const result = formatNumber(total);
  const counted = parts.filter(({ dropped }) => !dropped).map(({ value }) => [formatNumber(value)]);
  const where = say('channels.sums', { filter: filter + 1, row: row + 1, column: column + 1 });
  return html`<p class="sums" part="sums">
    <span class="where">${where}:</span>
    ${parts.map((part, i) => renderPart(part, i > 0, say))}
    <span>${sumSign(counted, result)} <b>${result}</b></span>
  </p>`;
}

function renderPart({ value, dropped }: ChannelSum, follows: boolean, say: Say): TemplateResult {
  const text = formatNumber(value);
  const printed = value < 0 && follows ? `(${text})` : text;
  const plus = follows ? '+ ' : '';
  if (!dropped) return html`<span>${plus}${printed}</span> `;
  return html`<s aria-hidden="true">${plus}${printed}</s>
    <span class="visually-hidden">${say('channels.dropped', { value: text })}</span> `;
}
