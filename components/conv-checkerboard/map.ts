import { html, nothing, svg, type SVGTemplateResult, type TemplateResult } from 'lit';
import type { CountMap } from '../../src/views/checkerboard/model.js';
import { ratioText } from '../../src/views/checkerboard/pairs.js';
import { colourOf, paletteRamp } from '../../src/views/palette.js';
import type { Say } from '../../src/views/say.js';
import type { ViewTheme } from '../../src/views/theme.js';
import { formatCount } from '../../src/words/numbers.js';
import { rem } from '../shared/rem.js';

export interface MapLook {
  /** Tells the maps apart in the page. */
  readonly name: string;
  readonly title: string;
  /** The map in words. */
  readonly label: string;
  /** What is said under the title; '' for nothing. */
  readonly text: string;
  readonly legend: string;
  readonly say: Say;
  readonly theme: ViewTheme;
}

/** User units of a cell, and how much larger it is drawn where there is room. */
const cell = 20;
const enlarged = 1.6;
/** A map of more cells a side has no numbers; with more than the second the numbers go where the map is narrow. */
const mostNumbered = 32;
const mostNumberedNarrow = 17;
/** Up to this many different counts the legend shows each, else a ramp. */
const mostSwatches = 9;

/** Counts of a plane as colours and numbers, with the factor between most and least and a legend. */
export function renderMap(map: CountMap, look: MapLook): TemplateResult {
  const { say, name, title, text } = look;
  const { least, most } = map.spread;
  return html`<figure part="map" data-map=${name}>
    <figcaption>
      <h3>${title}</h3>
      <p class="ratio">
        ${say('checker.ratio')}
        <b>${formatCount(most)} : ${formatCount(least)}</b>
        <span class="factor">${map.uniform ? '= 1' : `= ${ratioText(map.spread)}`}</span>
      </p>
    </figcaption>
    ${renderCells(map, look)} ${renderLegend(map, look)}
    ${text === '' ? nothing : html`<p class="text">${text}</p>`}
  </figure>`;
}

function renderCells(map: CountMap, { theme, label }: MapLook): TemplateResult {
  const { counts, most, axes } = map;
  const [rows, columns] = [counts.length, counts[0].length];
  const side = Math.max(rows, columns);
  const isNumbered = side <= mostNumbered;
  return html`<svg
    class=${side > mostNumberedNarrow ? 'cells dense' : 'cells'}
    width=${rem(columns * cell * enlarged)}
    height=${rem(rows * cell * enlarged)}
    viewBox="-1 -1 ${columns * cell + 2} ${rows * cell + 2}"
    role="img"
    aria-label=${label}
  >
    ${valuesOf(map).map((value) => {
      const { fill } = colourOf(value, most, theme);
      return svg`<path class=${value === 0 ? 'hole' : 'field'} data-count=${value} fill=${fill} d=${squares(counts, value)}></path>`;
    })}
    ${
      isNumbered
        ? counts.map((line, row) =>
            line.map((value, column) => {
              const { ink } = colourOf(value, most, theme);
              const text = String(value);
              const size = Math.min(11, 26 / text.length);
              return svg`<text x=${(column + 0.5) * cell} y=${(row + 0.5) * cell} fill=${ink} font-size=${size}>${text}</text>`;
            }),
          )
        : nothing
    }
    ${renderInterior(axes)}
  </svg>`;
}

/** All cells of one count as one path. */
function squares(counts: readonly (readonly number[])[], wanted: number): string {
  const side = cell - 1;
  return counts
    .flatMap((line, row) =>
      line.flatMap((value, column) =>
        value === wanted ? [`M${column * cell + 0.5} ${row * cell + 0.5}h${side}v${side}h${-side}z`] : [],
      ),
    )
    .join('');
}

/** The line round what is far from the borders. */
function renderInterior([rows, columns]: CountMap['axes']): SVGTemplateResult | typeof nothing {
  if (!rows.interior || !columns.interior) return nothing;
  const [top, left] = [rows.interior.first - rows.shown.first, columns.interior.first - columns.shown.first];
  const height = rows.interior.last - rows.interior.first + 1;
  const width = columns.interior.last - columns.interior.first + 1;
  const outline = `M${left * cell} ${top * cell}h${width * cell}v${height * cell}h${-width * cell}z`;
  return svg`<path class="interior under" d=${outline}></path><path class="interior" d=${outline}></path>`;
}

function valuesOf({ counts }: CountMap): number[] {
  return [...new Set(counts.flat())].sort((a, b) => a - b);
}

function renderLegend(map: CountMap, { theme, say, legend }: MapLook): TemplateResult {
  const values = valuesOf(map);
  const each = values.length <= mostSwatches;
  const ramp = paletteRamp(theme, 17).slice(8);
  const fills = each ? values.map((value) => colourOf(value, map.most, theme).fill) : ramp;
  const [rows, columns] = map.axes;
  const isWhole = [rows, columns].every(({ size, counts }) => counts.length === size);
  return html`<div class="legend">
    <span>${legend}</span>
    <span class="scale">
      ${each ? nothing : html`<span>0</span>`}
      ${fills.map(
        (fill, i) =>
          html`<span class="swatch"
            ><svg width="18" height="14" aria-hidden="true" focusable="false">
              <rect
                class=${each && values[i] === 0 ? 'hole' : ''}
                width="18"
                height="14"
                fill=${fill}
              ></rect></svg
            >${each ? values[i] : nothing}</span
          >`,
      )}
      ${each ? nothing : html`<span>${formatCount(map.most)}</span>`}
    </span>
    <span>${say('checker.interior')}</span>
    ${
      isWhole
        ? nothing
        : html`<span>${say('checker.middle', { shown: columns.counts.length, size: columns.size })}</span>`
    }
  </div>`;
}
