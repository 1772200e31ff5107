import { html, nothing, type TemplateResult } from 'lit';
import type { AxisLayer } from '../../src/math/padding-rules.js';
import type { UncoveredAxis } from '../../src/math/uncovered.js';
import { cropNotes, sizesBack, uncoveredText } from '../../src/views/padding/sentences.js';
import { cropTable, placesOf, uncoveringOf, type CropRow } from '../../src/views/padding/uncover-table.js';
import type { Say } from '../../src/views/say.js';
import { problemSentence } from '../../src/words/problem-sentence.js';
import { renderCanvas, renderSwatch } from './drawings.js';
import type { TableLook } from './rule-table.js';

interface CropLook extends TableLook {
  /** The number of input cells. */
  readonly slider: TemplateResult;
}

/** Crops against output paddings of a transposed convolution. */
export function renderCropTable(layer: AxisLayer, look: CropLook): TemplateResult {
  const { say, slider } = look;
  const rows = cropTable(layer);
  const longest = Math.max(...rows.flatMap(({ cells }) => cells.map((cell) => placesOf(cell).length)));
  return html`<section part="crops">
    <h3>${say('pad.transposed')}</h3>
    <p class="text">${say('pad.transposed.text')}</p>
    <div class="crop-head">
      ${slider}
      <p class="legend">
        ${(['kept', 'cropped', 'uncovered', 'beyond'] as const).map(
          (kind) => html`<span>${renderSwatch(kind)} ${say(`pad.legend.${kind}`)}</span>`,
        )}
      </p>
    </div>
    <div class="scroll" tabindex="0" role="region" aria-label=${say('pad.transposed')}>
      <table>
        <thead>
          <tr>
            <th scope="col">${say('pad.crop.head')}</th>
            ${rows[0].cells.map(({ extra }) => html`<th scope="col">${say('pad.extra', { extra })}</th>`)}
          </tr>
        </thead>
        <tbody>
          ${rows.map((row) => renderRow(row, { layer, longest, look }))}
        </tbody>
      </table>
    </div>
  </section>`;
}

interface RowLook {
  readonly layer: AxisLayer;
  /** Places of the longest drawing, so that all begin at the same place. */
  readonly longest: number;
  readonly look: TableLook;
}

function renderRow(row: CropRow, { layer, longest, look }: RowLook): TemplateResult {
  const { say, open, toggle } = look;
  const { crop, cells } = row;
  const isOpen = crop === open;
  return html`<tr class=${isOpen ? 'row open' : 'row'} data-crop=${crop} @click=${() => toggle(crop)}>
      <th scope="row">
        <button
          aria-expanded=${isOpen}
          aria-label=${say('pad.explain.crop.open', { crop })}
          @click=${(event: Event) => {
            event.stopPropagation();
            toggle(crop);
          }}
        >
          ${say('pad.crop', { crop })}
        </button>
      </th>
      ${cells.map((cell) => renderCell(cell, longest, look))}
    </tr>
    ${isOpen ? renderExplanation(row, layer, look) : nothing}`;
}

function renderCell(cell: UncoveredAxis, longest: number, { say }: TableLook): TemplateResult {
  const { crop, extra, output, problem } = cell;
  const what = uncoveredText(cell, say);
  const kind = uncoveringOf(cell);
  if (problem) {
    return html`<td class="refused" data-extra=${extra} data-what=${kind}>
      <b>${what}</b>
      <p class="small">${reasonOf(cell, say)}</p>
    </td>`;
  }
  return html`<td data-extra=${extra} data-what=${kind}>
    <span class="visually-hidden">${say('pad.transposed.cell', { crop, extra, output, what })}</span>
    <div class="fact" aria-hidden="true">
      ${renderCanvas(cell, longest)}
      <p class="numbers"><b class="output">${say('pad.output', { output })}</b></p>
      <p class="small what">${what}</p>
    </div>
  </td>`;
}

/** The kind of refusal in words; the numbers come when the row is opened. */
function reasonOf({ problem }: UncoveredAxis, say: Say): string {
  return problem?.kind === 'output-padding-too-large'
    ? say('problem.output-padding-too-large')
    : say('problem.empty-output');
}

function renderExplanation({ crop, cells }: CropRow, layer: AxisLayer, look: TableLook): TemplateResult {
  const { say, language } = look;
  const sizes = sizesBack(cells, layer.input, say);
  return html`<tr class="explanation" part="explanation">
    <td colspan=${cells.length + 1}>
      <div class="panel">
        <h4>${say('pad.explain.crop', { crop })}</h4>
        <p>${cropNotes(cells[0], say)}</p>
        ${sizes === '' ? nothing : html`<p>${sizes}</p>`}
        <dl class="formulas">
          ${cells.map(
            (cell) =>
              html`<dt>${say('pad.extra', { extra: cell.extra })}</dt>
                <dd>
                  ${
                    cell.problem
                      ? problemSentence(language, cell.problem)
                      : html`<code>${cell.formula}</code>: ${uncoveredText(cell, say)}`
                  }
                </dd>`,
          )}
        </dl>
      </div>
    </td>
  </tr>`;
}
