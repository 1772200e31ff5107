/** Counters, legend, and the two inner products. */
import { html, nothing, type TemplateResult } from 'lit';
import type { AdjointIdentity } from '../../src/session/adjoint.js';
import type { Selection, StageView } from '../../src/timeline/types.js';
import { matrixCounters } from '../../src/views/matrix/counters.js';
import type { MatrixModel } from '../../src/views/matrix/model.js';
import { matrixName } from '../../src/views/matrix/sheet.js';
import type { Vector } from '../../src/views/matrix/vectors.js';
import { scaleLegend, type ScaleLegend } from '../../src/views/scale-legend.js';
import { paletteRamp } from '../../src/views/palette.js';
import type { Say } from '../../src/views/say.js';
import { equalsSign, formatNumber } from '../../src/words/numbers.js';

export function renderCounters({ sheet }: MatrixModel, say: Say): TemplateResult {
  return html`<dl class="counters" part="counters">
    ${matrixCounters(sheet, say).map(
      ({ key, label, value, unit }) =>
        html`<div data-counter=${key}>
          <dt>${label}</dt>
          <dd><span class="value">${value}</span> <span class="unit">${unit}</span></dd>
        </div>`,
    )}
  </dl>`;
}

const swatches = 9;

/** One scale for each tensor; {@link paintLegend} colours it, because a style attribute would be blocked on strict pages. */
export function renderLegend(
  { sheet, view, top, left, beyond }: MatrixModel,
  selection: Selection | null,
  say: Say,
): TemplateResult {
  const name = matrixName(sheet.stage, sheet.turned);
  const vectors = [top, left, ...(beyond?.letter === 'x' ? [beyond] : [])].filter(({ range }) => range > 0);
  const legendOf = ({ letter, range }: Vector): ScaleLegend =>
    letter === 'x' || letter === 'y'
      ? scaleLegend(view, letter === 'x' ? 'input' : 'output', selection, say)
      : { range, note: '' };
  return html`<div class="legend" part="legend">
    ${renderScale(say('matrix.legend.weights', { name }), view, scaleLegend(view, 'weights', selection, say))}
    ${vectors.map((vector) => renderScale(say(legendKeys[vector.letter]), view, legendOf(vector)))}
    <span>${say('matrix.legend.zero')}</span>
  </div>`;
}

const legendKeys = {
  x: 'matrix.legend.input',
  y: 'matrix.legend.output',
  z: 'matrix.legend.result',
  b: 'matrix.legend.bias',
} as const satisfies Record<Vector['letter'], string>;

function renderScale(label: string, { decimals }: StageView, { range, note }: ScaleLegend): TemplateResult {
  const [low, high] = [-range, range].map((end) => formatNumber(end, { digits: 3, decimals }));
  return html`<span class="scale">
    <span>${label}</span>
    <span class="end">${low}</span>
    <span class="ramp" aria-hidden="true">${Array.from({ length: swatches }, () => html`<i></i>`)}</span>
    <span class="end">${high}</span>
    ${note}
  </span>`;
}

export function paintLegend(root: ParentNode, theme: { readonly dark: boolean }): void {
  const colours = paletteRamp(theme, swatches);
  for (const ramp of root.querySelectorAll('.legend .ramp')) {
    ramp
      .querySelectorAll('i')
      .forEach((swatch, i) => swatch.style.setProperty('background-color', colours[i]));
  }
}

/** @param identity null while it is on its way */
export function renderIdentity(
  { sheet, view }: MatrixModel,
  identity: AdjointIdentity | null,
  say: Say,
): TemplateResult {
  if (!identity) return html`<p class="note">${say('matrix.waiting')}</p>`;
  const acting = matrixName(sheet.stage, false);
  const other = matrixName(sheet.stage, true);
  const { mappedForward, mappedBack, y } = identity;
  const [one, another] = [formatNumber(mappedForward, view), formatNumber(mappedBack, view)];
  const shown = Array.from(y.data.subarray(0, 4), (value) => formatNumber(value, view)).join(', ');
  const numbers = y.data.length > 4 ? `${shown}, …, ${formatNumber(y.data.length)}` : shown;
  return html`<p class="identity">
      <span>⟨${acting}x, y⟩ ${equalsSign(mappedForward, one)} <b class="forward">${one}</b></span>
      <span>⟨x, ${other}y⟩ ${equalsSign(mappedBack, another)} <b class="back">${another}</b></span>
      <span class="note">${say('matrix.adjoint.with', { numbers })}</span>
    </p>
    <p class="note">${say('matrix.adjoint.why')}</p>`;
}

/** What is said under the turned sheet: what is in its slot, and how the result compares. */
export function renderFed(
  { sheet, top, left, view }: MatrixModel,
  feeding: boolean,
  say: Say,
): TemplateResult {
  const name = matrixName(sheet.stage, true);
  if (!feeding) return html`<span>${say('matrix.slot.empty', { name, count: top.cells })}</span>`;
  const start = 0;
  if (left.valueAt(start) === null) return html`<span>${say('matrix.waiting')}</span>`;
  const places = Array.from({ length: Math.min(left.cells, 4096) }, (_, place) => place);
  const offset = (place: number): number => sheet.rows.offsets[place];
  const isSame = places.every((place) => left.valueAt(place) === view.input.data[offset(place)]);
  const lost = left.cells > top.cells && !isSame;
  return html`<span>${say('matrix.slot.full', { name })}</span>
    <strong>${say(isSame ? 'matrix.fed.same' : 'matrix.fed.other')}</strong>
    ${lost ? html`<span>${say('matrix.fed.lost', { unknowns: left.cells, count: top.cells })}</span>` : nothing}`;
}
