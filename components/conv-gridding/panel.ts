import { html, nothing, type TemplateResult } from 'lit';
import { pathsAt } from '../../src/views/gridding/model.js';
import type { Touched } from '../../src/views/gridding/types.js';
import { percentText } from '../../src/views/percent.js';
import { formatCount } from '../../src/words/numbers.js';
import type { Say } from '../../src/views/say.js';

/** The stack's four numbers. */
export function renderFacts(touched: Touched, say: Say): TemplateResult {
  const { size, touched2d, coverage, weights } = touched;
  const facts = [
    { key: 'field', value: say('gridding.size', { size }), note: '' },
    { key: 'per-axis', value: say('gridding.of', { part: touched.touched, all: size }), note: '' },
    {
      key: 'plane',
      value: say('gridding.share', { share: percentText(coverage) }),
      note: say('gridding.of', { part: formatCount(touched2d), all: formatCount(size * size) }),
    },
    { key: 'weights', value: formatCount(weights), note: '' },
  ] as const;
  return html`<dl part="facts">
    ${facts.map(
      ({ key, value, note }) =>
        html`<div data-fact=${key}>
          <dt>${say(`gridding.${key}`)}</dt>
          <dd><b>${value}</b>${note === '' ? nothing : html` <span class="note">${note}</span>`}</dd>
        </div>`,
    )}
  </dl>`;
}

/** The chosen row in words. */
export function rowSentence({ size, paths, touched }: Touched, row: number, say: Say): string {
  if (!(row >= 0 && row < size)) return say('gridding.no-row');
  return say('gridding.row', { row: row + 1, size, touched: paths[row] > 0 ? touched : 0 });
}

/** The chosen row pixel by pixel: what the map shows, as a table. */
export function renderRow(touched: Touched, row: number, say: Say): TemplateResult {
  const { size } = touched;
  const caption = rowSentence(touched, row, say);
  if (!(row >= 0 && row < size)) return html`<p class="note">${caption}</p>`;
  const columns = Array.from({ length: size }, (_, column) => column);
  return html`<div class="scroll" tabindex="0" role="region" aria-label=${caption}>
    <table part="row">
      <caption>
        ${caption}
      </caption>
      <tr>
        <th scope="row">${say('gridding.column')}</th>
        ${columns.map((column) => html`<th scope="col">${column + 1}</th>`)}
      </tr>
      <tr>
        <th scope="row">${say('gridding.paths')}</th>
        ${columns.map((column) => {
          const paths = pathsAt(touched, row, column);
          return html`<td class=${paths === 0 ? 'hole' : nothing}>${formatCount(paths)}</td>`;
        })}
      </tr>
    </table>
  </div>`;
}
