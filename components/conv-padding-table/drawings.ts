import { html, nothing, svg, type SVGTemplateResult, type TemplateResult } from 'lit';
import type { RuledAxis } from '../../src/math/padding-rules.js';
import type { UncoveredAxis } from '../../src/math/uncovered.js';
import { windowLanes, type Ruler } from '../../src/views/padding/table.js';
import { placesOf, type CanvasPlace } from '../../src/views/padding/uncover-table.js';
import { rem } from '../shared/rem.js';

/** Pixels of a cell in a table and in an explanation, where cells have their numbers. */
export const small = 15;
export const large = 26;

interface AxisLook {
  readonly input: number;
  readonly ruler: Ruler;
  /** Pixels of a cell. */
  readonly unit: number;
}

/** An axis with its padding, its windows below it, a mark for every tap, and hatching where nothing is read. */
export function renderAxisDrawing(ruled: RuledAxis, { input, ruler, unit }: AxisLook): TemplateResult {
  const lanes = windowLanes(ruled);
  const lane = Math.max(Math.round(unit * 0.42), 6);
  const width = (ruler.before + ruler.cells) * unit + 2;
  const height = unit + 3 + lanes.length * lane + 1;
  const x = (place: number): number => (place + ruler.before) * unit + 1;
  const places = Array.from({ length: ruled.before + input + ruled.after }, (_, i) => i - ruled.before);
  return html`<svg
    class="axis"
    width=${rem(width)}
    height=${rem(height)}
    viewBox="0 0 ${width} ${height}"
    aria-hidden="true"
    focusable="false"
  >
    ${places.map((place) => {
      const isPadding = place < 0 || place >= input;
      const kind = isPadding ? 'padding' : ruled.unread.includes(place) ? 'unread' : 'cell';
      return svg`${renderPlace(kind, x(place), unit)}${
        unit === large && !isPadding
          ? svg`<text x=${x(place) + unit / 2} y=${unit / 2 + 1}>${place + 1}</text>`
          : nothing
      }`;
    })}
    ${lanes.flatMap((lane_, line) =>
      lane_.map((window) =>
        renderWindow(ruled, window, { x, unit, y: unit + 3 + line * lane, height: lane - 2 }),
      ),
    )}
  </svg>`;
}

function renderPlace(kind: 'cell' | 'padding' | 'unread', x: number, unit: number): SVGTemplateResult {
  const side = unit - 2;
  return svg`<rect class=${kind} data-kind=${kind} x=${x + 1} y="1.5" width=${side} height=${side} rx="1.5"></rect>${
    kind === 'unread' ? renderHatch(x + 1, 1.5, side) : nothing
  }`;
}

/** Three strokes across a square. */
function renderHatch(x: number, y: number, side: number): SVGTemplateResult {
  const half = side / 2;
  return svg`<path class="hatch" d="M${x} ${y + half}l${half} ${-half}M${x} ${y + side}l${side} ${-side}M${x + half} ${y + side}l${half} ${-half}"></path>`;
}

function renderWindow(
  { starts, reach, taps }: RuledAxis,
  window: number,
  { x, y, unit, height }: { x: (place: number) => number; y: number; unit: number; height: number },
): SVGTemplateResult {
  const start = starts[window];
  return svg`<rect class="window" data-start=${start} x=${x(start) + 1.5} y=${y} width=${reach * unit - 3} height=${height} rx="2"></rect>
    ${taps.map(
      (tap) =>
        svg`<circle class="tap" cx=${x(start + tap) + unit / 2} cy=${y + height / 2} r=${Math.min(height * 0.28, 2.5)}></circle>`,
    )}`;
}

/** The canvas of all stamps with the counts on it; what is cropped is struck out, what is uncovered again stands out. */
export function renderCanvas(cell: UncoveredAxis, longest: number, unit = 20): TemplateResult {
  const width = longest * unit + 2;
  const height = unit + 2;
  return html`<svg
    class="canvas"
    width=${rem(width)}
    height=${rem(height)}
    viewBox="0 0 ${width} ${height}"
    aria-hidden="true"
    focusable="false"
  >
    ${placesOf(cell).map((place, i) => renderCanvasPlace(place, i * unit + 1, unit))}
  </svg>`;
}

function renderCanvasPlace(place: CanvasPlace, x: number, unit: number): SVGTemplateResult {
  const side = unit - 2;
  const kind = place.beyond ? 'beyond' : place.uncovered ? 'uncovered' : place.kept ? 'kept' : 'cropped';
  return svg`<rect class=${kind} data-kind=${kind} x=${x + 1} y="2" width=${side} height=${side} rx="2"></rect>
    <text class=${kind} x=${x + unit / 2} y=${unit / 2 + 1.5}>${place.value}</text>
    ${kind === 'cropped' ? svg`<path class="strike" d="M${x + 2} ${unit - 1}L${x + unit - 2} 3"></path>` : nothing}`;
}

/** A square of a legend. */
export function renderSwatch(
  kind: 'cell' | 'padding' | 'unread' | 'window' | 'kept' | 'cropped' | 'uncovered' | 'beyond',
): TemplateResult {
  const [width, side] = [kind === 'window' ? 36 : 16, 14];
  return html`<svg
    class="swatch"
    width=${rem(width)}
    height=${rem(16)}
    viewBox="0 0 ${width} 16"
    aria-hidden="true"
    focusable="false"
  >
    ${
      kind === 'window'
        ? svg`<rect class="window" x="1" y="5" width="34" height="6" rx="2"></rect>
            ${[7, 18, 29].map((x) => svg`<circle class="tap" cx=${x} cy="8" r="2"></circle>`)}`
        : svg`<rect class=${kind} x="1" y="1" width=${side} height=${side} rx="2"></rect>`
    }
    ${kind === 'unread' ? renderHatch(1, 1, side) : nothing}
    ${kind === 'cropped' ? svg`<path class="strike" d="M2 14L14 2"></path>` : nothing}
  </svg>`;
}
