import { html, nothing, svg, type TemplateResult } from 'lit';
import { legendStops, mostOf, pathColour } from '../../src/views/gridding/scale.js';
import type { Touched } from '../../src/views/gridding/types.js';
import { formatCount } from '../../src/words/numbers.js';
import type { Surroundings } from '../shared/surroundings.js';

/** The one scale of both maps: a swatch with its number of paths, and the hatching of what no path reaches. */
export function renderLegend(
  maps: readonly Touched[],
  { say, theme }: Surroundings,
): TemplateResult | typeof nothing {
  if (!theme) return nothing;
  const most = mostOf(maps);
  return html`<p class="legend" part="legend">
    <span>${say('gridding.legend')}</span>
    ${legendStops(maps).map(
      (paths) =>
        html`<span class="key"
          ><svg class="swatch" viewBox="0 0 16 16" aria-hidden="true">
            <rect width="16" height="16" fill=${pathColour(paths, most, theme).fill}></rect></svg
          >${formatCount(paths)}</span
        >`,
    )}
    <span class="key"
      ><svg class="swatch hole" viewBox="0 0 16 16" aria-hidden="true">
        ${[5, 10, 15, 20, 25, 30].map((x) => svg`<path d="M${x} 0L${x - 16} 16"></path>`)}</svg
      >${say('gridding.legend.hole')}</span
    >
  </p>`;
}
