import { html, nothing, type TemplateResult } from 'lit';
import type { Report } from '../../src/speed/types.js';
import type { Say } from '../../src/views/say.js';
import { warnings } from '../../src/views/speed/sentence.js';
import { speedTable, type SpeedColumn } from '../../src/views/speed/table.js';

const wordColumns: readonly SpeedColumn[] = ['kind', 'shape', 'way', 'bound'];

/** Everything that the figures show, as numbers. */
export function renderTable(report: Report, there: Report | null, say: Say): TemplateResult {
  const { columns, rows } = speedTable(report, there, say);
  return html`<section class="table" part="table">
    <h3>${say('speed.table')}</h3>
    <p class="note" id="numbers-note">
      ${say('speed.table.caption', { rounds: report.rounds })}
      ${columns.some(({ id }) => id === 'gpu') ? say('speed.table.gpu') : nothing}
    </p>
    <div class="scroll" tabindex="0" role="region" aria-label=${say('speed.table')}>
      <table aria-label=${say('speed.table')} aria-describedby="numbers-note">
        <thead>
          <tr>
            ${columns.map(({ id, title }) => html`<th scope="col" class=${alignment(id)}>${title}</th>`)}
          </tr>
        </thead>
        <tbody>
          ${rows.map(
            ({ layer, cells }) =>
              html`<tr class="layer ${report.set.layers[layer].side}" data-layer=${layer}>
                ${columns.map(({ id }) =>
                  id === 'layer'
                    ? html`<th scope="row">${cells[id].text}</th>`
                    : html`<td class=${alignment(id)}>${cells[id].text}</td>`,
                )}
              </tr>`,
          )}
        </tbody>
      </table>
    </div>
  </section>`;
}

function alignment(column: SpeedColumn): string {
  return wordColumns.includes(column) || column === 'layer' ? 'word' : 'number';
}

/** What disturbed the measurement, and what a page cannot know. */
export function renderConditions(report: Report, say: Say): TemplateResult {
  const found = warnings(report, say);
  return html`<section class="honest" part="conditions">
    <h3>${say('speed.honest')}</h3>
    <ul>
      ${
        found.length === 0
          ? html`<li>${say('speed.honest.none')}</li>`
          : found.map((text) => html`<li class="warning">${text}</li>`)
      }
      <li>${say('speed.honest.unknowable')}</li>
    </ul>
  </section>`;
}
