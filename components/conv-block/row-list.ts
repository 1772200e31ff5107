import { html, type TemplateResult } from 'lit';
import type { UnderstoodBlock } from '../../src/blocks/index.js';
import { longName } from '../../src/views/blocks/row-words.js';
import { outputText, windowText } from '../../src/views/networks/row-text.js';
import { formatCount } from '../../src/words/numbers.js';
import type { Surroundings } from '../shared/surroundings.js';

/** All rows with their shapes and costs: the block in words, and a way to each row. */
export function renderRowList(
  { rows, paper }: UnderstoodBlock,
  hand: number,
  { say }: Surroundings,
  take: (row: number) => void,
): TemplateResult {
  return html`<section class="list" part="list" aria-label=${say('block.list')}>
    <h3>${say('block.list')}</h3>
    <div class="scroll" tabindex="0" role="region" aria-label=${say('block.list')}>
      <table>
        <thead>
          <tr>
            <th scope="col">${say('block.list.row')}</th>
            <th scope="col">${say('block.list.here')}</th>
            <th scope="col">${say('block.list.paper')}</th>
            <th scope="col">${say('block.list.params')}</th>
            <th scope="col">${say('block.list.macs')}</th>
          </tr>
        </thead>
        <tbody>
          ${rows.map((row, index) => {
            const { output, params, macs } = paper[index];
            return html`<tr class=${index === hand ? 'set' : ''}>
              <th scope="row">
                <button
                  data-row=${row.name}
                  aria-current=${index === hand ? 'true' : 'false'}
                  @click=${() => take(index)}
                >
                  <span class="place">${index + 1}</span>
                  <span>${longName(row, say)} <small>${row.layer ? windowText(row) : ''}</small></span>
                </button>
              </th>
              <td>${outputText(row.output)}</td>
              <td>${outputText(output)}</td>
              <td>${formatCount(params)}</td>
              <td>${formatCount(macs)}</td>
            </tr>`;
          })}
        </tbody>
      </table>
    </div>
  </section>`;
}
