/** The row or column in focus: its sentence, its formula, and the table that is the equal of its picture. */
import { html, nothing, type TemplateResult } from 'lit';
import type { Say } from '../../src/views/say.js';
import { lineFormula } from '../../src/views/matrix/formula.js';
import type { MatrixModel } from '../../src/views/matrix/model.js';
import { mostListed } from '../../src/views/matrix/products.js';
import { matrixName } from '../../src/views/matrix/sheet.js';
import { cellName, lineSentence } from '../../src/views/matrix/words.js';
import { formatCount, formatNumber } from '../../src/words/numbers.js';

export function renderLine(model: MatrixModel, say: Say): TemplateResult {
  const formula = lineFormula(model);
  return html`<p class="sentence" part="sentence">${lineSentence(model, say)}</p>
    ${
      formula === ''
        ? nothing
        : html`<p class="formula" part="formula" role="group" aria-label=${say('matrix.formula')}>
            ${formula}
          </p>`
    }`;
}

/** @param products the engine's; null while they are on their way */
export function renderTable(model: MatrixModel, products: Float32Array | null, say: Say): TemplateResult {
  const { line, sheet, top, view } = model;
  const { axis, entries, index } = line;
  const listed = entries.slice(0, mostListed);
  const name = matrixName(sheet.stage, sheet.turned);
  const caption = say(`matrix.table.${axis}`, { name, [axis]: index + 1 });
  const tensor = (axis === 'row') === sheet.turned ? 'output' : 'input';
  const waiting = '…';
  const rows: readonly [string, readonly string[], string][] = [
    [say(`matrix.table.places.${axis}`), listed.map(({ place }) => formatCount(place + 1)), 'places'],
    [say('matrix.table.weight'), listed.map(({ value }) => formatNumber(value, view)), 'weights'],
    [
      say(top.letter === 'y' ? 'matrix.table.value.y' : 'matrix.table.value.x'),
      listed.map(({ factor }) => (factor === null ? '' : formatNumber(factor, view))),
      'values',
    ],
    [
      say('matrix.table.product'),
      listed.map(({ factor }, i) =>
        factor === null ? '' : products ? formatNumber(products[i], view) : waiting,
      ),
      'products',
    ],
  ];
  const rest = entries.length - listed.length;
  return html`<div class="scroller" role="region" aria-label=${caption} tabindex="0">
    <table part="table">
      <caption>
        ${caption}
      </caption>
      <tbody>
        ${rows.map(
          ([label, cells, kind]) =>
            html`<tr class=${kind}>
              <th scope="row">${label}</th>
              ${cells.map(
                (text, i) =>
                  html`<td title=${kind === 'places' ? cellName(tensor, listed[i].cell, say) : nothing}>
                    ${text}
                  </td>`,
              )}
              ${kind === 'products' ? renderEnd(model, rest, say) : nothing}
            </tr>`,
        )}
      </tbody>
    </table>
  </div>`;
}

/** What a row's products add up to. */
function renderEnd({ line, view, sheet }: MatrixModel, rest: number, say: Say): TemplateResult {
  const { axis, bias, result } = line;
  const isPlain = bias === null && (view.stage.activation === 'none' || sheet.turned);
  const more =
    rest > 0
      ? html`<td class="end">+ ${say('matrix.table.more', { count: formatCount(rest) })}</td>`
      : nothing;
  if (axis === 'column') return html`${more}`;
  return html`${more}
    ${bias === null ? nothing : html`<td class="end">${say('matrix.table.bias')} ${formatNumber(bias, view)}</td>`}
    <td class="end result">
      ${say(isPlain ? 'matrix.table.sum' : 'matrix.table.result')}
      <b>${result === null ? '…' : formatNumber(result, view)}</b>
    </td>`;
}
