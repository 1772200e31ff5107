import { html, nothing, svg, type TemplateResult } from 'lit';
import { comparisonOf, excessOf, timeParts, type Comparison } from '../../src/speed/comparison.js';
import type { Report, Way } from '../../src/speed/types.js';
import type { Say } from '../../src/views/say.js';
import { sideName } from '../../src/views/speed/names.js';
import {
  explanation,
  headline,
  inOneText,
  isKept,
  partSentences,
  type PartOfTime,
} from '../../src/views/speed/sentence.js';
import { ratioText, shareText, signedTimeText, timeText } from '../../src/views/speed/units.js';
import { deviceName, type Figures } from './figures.js';

/** The two ratios in large, the question that they ask, and where the time went. */
export function renderVerdict({ report, there, way, say }: Figures): TemplateResult | typeof nothing {
  const comparison = comparisonOf(report, way);
  if (!comparison) return nothing;
  const { fewer, bought } = comparison;
  /** @param less what there was before, for one of what there is now */
  const number = (less: number): string =>
    less >= 1
      ? say('speed.times.less', { ratio: ratioText(less) })
      : say('speed.times.more', { ratio: ratioText(1 / less) });
  return html`<section class="verdict" part="verdict">
    <p class="numbers" aria-hidden="true">
      <span class="counted"
        ><b>${number(fewer)}</b> <span>${say(fewer >= 1 ? 'speed.fewer' : 'speed.more')}</span></span
      >
      <span class="arrow">→</span>
      <span class="measured"
        ><b>${number(bought)}</b> <span>${say(bought >= 1 ? 'speed.bought' : 'speed.cost')}</span></span
      >
    </p>
    <h3>${headline(comparison, say)}</h3>
    <p class="why">
      ${inOneText([explanation(report, way, say), there ? thereText(there, report.ways[way], say) : ''], say)}
    </p>
    ${renderParts(report, comparison, say)}
  </section>`;
}

/** What the same way bought on another device; '' where it was not measured there. */
function thereText(there: Report, way: Way, say: Say): string {
  const comparison = comparisonOf(there, there.ways.indexOf(way));
  return comparison
    ? say('speed.there', { device: deviceName(there, say), bought: ratioText(comparison.bought) })
    : '';
}

/** One bar a side, each in its parts, on one scale of time. */
function renderParts({ set }: Report, comparison: Comparison, say: Say): TemplateResult | typeof nothing {
  const sides = (['base', 'other'] as const).map((side) => ({
    ...{ side, total: comparison[side] },
    parts: partSentences(comparison[side], say),
  }));
  if (sides.some(({ parts }) => parts.length === 0)) return nothing;
  const longest = Math.max(...sides.map(({ total }) => total.time));
  // Only of a promise that was not kept there is something to look for.
  const excess = comparison.fewer < 1 || isKept(comparison) ? null : excessOf(comparison);
  return html`<div class="parts" role="group" aria-label=${say('speed.parts')}>
    <h4>${say('speed.parts')}</h4>
    ${sides.map(
      ({ side, total, parts }) =>
        html`<div class="part-row">
          <span class="name">${sideName(set, side, say)}</span>
          ${renderStack(parts, total.time / longest)}
          <span class="value">${timeText(total.time)}</span>
        </div>`,
    )}
    <table class="legend">
      <tr>
        <td></td>
        ${sides.map(({ side }) => html`<th scope="col">${sideName(set, side, say)}</th>`)}
        ${excess ? html`<th scope="col">${say('speed.beyond')}</th>` : nothing}
      </tr>
      ${timeParts.map(
        (part, place) =>
          html`<tr>
            <th scope="row" class="key"><i class="piece ${part}"></i>${say(`speed.part.${part}`)}</th>
            ${sides.map(
              ({ parts, total }) =>
                html`<td>
                  <span>${timeText(parts[place].share * total.time)}</span>
                  <span>${shareText(parts[place].share)} %</span>
                </td>`,
            )}
            ${excess ? html`<td>${signedTimeText(excess[part])}</td>` : nothing}
          </tr>`,
      )}
    </table>
  </div>`;
}

const stackWidth = 1000;

/** @param share of the width, 0 … 1 */
function renderStack(parts: readonly PartOfTime[], share: number): TemplateResult {
  let start = 0;
  return html`<svg class="stack" viewBox="0 0 ${stackWidth} 10" preserveAspectRatio="none" aria-hidden="true">
    ${parts.map(({ part, share: own, text }) => {
      const [x, width] = [start, own * share * stackWidth];
      start += width;
      return svg`<rect class="piece ${part}" x=${x} width=${width} height="10"><title>${text}</title></rect>`;
    })}
  </svg>`;
}
