import { html, nothing, type TemplateResult } from 'lit';
import type { CellEnding, CellSums, ChannelSum } from '../../src/views/channels/sums.js';
import type { Say } from '../../src/views/say.js';
import { activationNames } from '../../src/words/activation-names.js';
import { formatNumber, sumSign, type NumberFormat } from '../../src/words/numbers.js';

/**
 * What each channel gives to the cell in hand, as one sum; a dropped channel's number is struck out. Bias and activation
 * follow: −4 + 33 + (−7) = 22, + 3 (bias), ReLU → 25. Its place stays, so that nothing moves while a person points about.
 */
export function renderSums(sums: CellSums | null, format: NumberFormat, say: Say): TemplateResult {
  if (!sums) return html`<p class="sums" part="sums"></p>`;
  const { filter, row, column, parts, total, ending } = sums;
  const result = formatNumber(total, format);
  const counted = parts.filter(({ dropped }) => !dropped).map(({ value }) => [formatNumber(value, format)]);
  const where = say('channels.sums', { filter: filter + 1, row: row + 1, column: column + 1 });
  return html`<p class="sums" part="sums">
    <span class="where">${where}:</span>
    ${parts.map((part, i) => renderPart(part, i > 0, format, say))}
    <span>${sumSign(counted, result)} <b>${result}</b>${ending ? ',' : ''}</span>
    ${ending ? renderEnding(ending, result, format, say) : nothing}
  </p>`;
}

/** + 3 (bias), ReLU → 25 */
function renderEnding(
  { bias, activation, output }: CellEnding,
  sum: string,
  format: NumberFormat,
  say: Say,
): TemplateResult {
  const result = formatNumber(output, format);
  const added = formatNumber(bias ?? 0, format);
  const printed = bias !== null && bias < 0 ? `(${added})` : added;
  const name = activationNames[activation];
  const sign = name === '' ? sumSign([[sum], [added]], result) : `${name} →`;
  return html`${
      bias === null
        ? nothing
        : html`<span>+ ${say('channels.bias', { value: printed })}${name === '' ? '' : ','}</span>`
    } <span>${sign} <b>${result}</b></span>`;
}

function renderPart(
  { value, dropped }: ChannelSum,
  follows: boolean,
  format: NumberFormat,
  say: Say,
): TemplateResult {
  const text = formatNumber(value, format);
  const printed = value < 0 && follows ? `(${text})` : text;
  const plus = follows ? '+ ' : '';
  if (!dropped) return html`<span>${plus}${printed}</span> `;
  return html`<s aria-hidden="true">${plus}${printed}</s>
    <span class="visually-hidden">${say('channels.dropped', { value: text })}</span> `;
}
