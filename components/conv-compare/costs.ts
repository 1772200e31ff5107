import { html, nothing, type TemplateResult } from 'lit';
import { costCharts, costedUnderSame } from '../../src/views/charts/costs.js';
import { drawBars } from '../../src/views/charts/draw-bars.js';
import type { Tick } from '../../src/views/compare/clock.js';
import { ruleSentence } from '../../src/views/compare/rule.js';
import type { Say } from '../../src/views/say.js';
import type { Layer } from './layer.js';

/** What the layers cost; `drawCosts` fills in the bars. When all stand, the rule that they obey. */
export function renderCosts(layers: readonly Layer[], clock: Tick, say: Say): TemplateResult {
  const repeats = costCharts(layers, clock, say).filter((chart) => chart.repeats);
  return html`<section class="costs" part="costs">
    <h3>${say('compare.costs')}</h3>
    ${costedUnderSame(layers) ? html`<p class="note">${say('compare.under-same')}</p>` : nothing}
    <div class="charts"></div>
    ${repeats.map(({ title }) => html`<p class="note">${say('compare.cost.repeats', { title })}</p>`)}
    <p class="rule">${clock.at >= clock.of ? ruleSentence(layers, say) : nothing}</p>
  </section>`;
}

/** Draws the bars into what {@link renderCosts} has made. */
export function drawCosts(root: ParentNode, layers: readonly Layer[], clock: Tick, say: Say): void {
  const charts = root.querySelector<HTMLElement>('.costs .charts');
  if (charts) drawBars(charts, costCharts(layers, clock, say), layers[0].name, say);
}
