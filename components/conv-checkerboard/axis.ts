import { html, nothing, svg, type SVGTemplateResult, type TemplateResult } from 'lit';
import type { OverlapSpread } from '../../src/math/overlap.js';
import type { Checkerboard, CountedAxis, CountMap, Stamp } from '../../src/views/checkerboard/model.js';
import type { Say } from '../../src/views/say.js';
import { formatCount } from '../../src/words/numbers.js';
import { rem } from '../shared/rem.js';

export interface AxisLook {
  readonly title: string;
  readonly kernel: number;
  readonly stride: number;
  readonly layers: number;
  readonly say: Say;
}

/** User units of the drawing. */
const cell = 32;
const lane = 11;
const bars = 56;
const digits = 16;
/** From this many cells on there is no room for a number under each. */
const mostNumbered = 32;

/** Stamps of one layer, and the counts that they add up to; of several layers the counts after each. */
export function renderAxis(board: Checkerboard, axis: 0 | 1, look: AxisLook): TemplateResult {
  const { title, kernel, stride, layers, say } = look;
  const stamps = board.stamps[axis];
  const count = stamps.length;
  return html`<section class="axis" part="axis" data-axis=${axis}>
    <h3>${title}</h3>
    ${layers === 1 ? html`<p class="caption">${say('checker.stamps', { count, kernel, stride })}</p>` : nothing}
    ${board.steps.map((step, index) => {
      const counted = step.axes[axis];
      return html`<div class="step" data-layer=${index + 1}>
        ${layers === 1 ? nothing : html`<p class="caption">${captionOf(step, axis, index + 1, say)}</p>`}
        ${renderCounts(counted, layers === 1 ? stamps : [], say)}
      </div>`;
    })}
  </section>`;
}

function captionOf({ axes, spread }: CountMap, axis: 0 | 1, layer: number, say: Say): string {
  const { size, spread: along, shown } = axes[axis];
  const range = ({ least, most }: OverlapSpread): string =>
    least === most
      ? say('checker.everywhere', { most: formatCount(most) })
      : say('checker.range', { least: formatCount(least), most: formatCount(most) });
  const caption = say('checker.after', { layer, size, axis: range(along), plane: range(spread) });
  const drawn = shown.last - shown.first + 1;
  return drawn < size ? `${caption} (${say('checker.middle', { shown: drawn, size })})` : caption;
}

function renderCounts(axis: CountedAxis, stamps: readonly Stamp[], say: Say): TemplateResult {
  const { counts, interior, shown } = axis;
  const lanes = lanesOf(stamps);
  const top = lanes.length * lane + (lanes.length > 0 ? 6 : 0);
  const [width, height] = [counts.length * cell, top + bars + digits + 4];
  const most = Math.max(...counts, 1);
  const isNumbered = counts.length <= mostNumbered;
  return html`<svg
    class="counts"
    width=${rem(width + 2)}
    height=${rem(height)}
    viewBox="-1 0 ${width + 2} ${height}"
    role="img"
    aria-label=${counts.map((count, i) => say('checker.cells', { cell: shown.first + i + 1, count })).join('; ')}
  >
    ${lanes.flatMap((line, index) => line.map((stamp) => renderStamp(stamp, index * lane)))}
    ${counts.map((count, i) => {
      const size = (count / most) * bars;
      const isInside =
        interior !== null && i + shown.first >= interior.first && i + shown.first <= interior.last;
      return svg`<rect
          class=${isInside ? 'bar inside' : 'bar'}
          x=${i * cell + 1.5}
          y=${top + bars - size}
          width=${cell - 3}
          height=${size}
          rx="2"
        ></rect>
        <path class="floor" d="M ${i * cell + 1.5} ${top + bars + 0.5} h ${cell - 3}"></path>
        ${
          isNumbered
            ? svg`<text class=${count === 0 ? 'none' : ''} x=${(i + 0.5) * cell} y=${top + bars + digits - 2}>${count}</text>`
            : nothing
        }`;
    })}
  </svg>`;
}

/** A stamp: a bar over its output cells with a mark for every tap. */
function renderStamp({ first, last }: Stamp, y: number): SVGTemplateResult {
  const taps = Array.from({ length: last - first + 1 }, (_, tap) => (first + tap + 0.5) * cell);
  return svg`<rect class="stamp" x=${first * cell + 2} y=${y + 1} width=${(last - first + 1) * cell - 4} height=${lane - 3} rx="3"></rect>
    ${taps.map((x) => svg`<circle class="tap" cx=${x} cy=${y + 1 + (lane - 3) / 2} r="2"></circle>`)}`;
}

/** Stamps in as few lines as keep them apart. */
function lanesOf(stamps: readonly Stamp[]): Stamp[][] {
  const lanes: Stamp[][] = [];
  for (const stamp of stamps) {
    const free = lanes.find((line) => line[line.length - 1].last < stamp.first);
    if (free) free.push(stamp);
    else lanes.push([stamp]);
  }
  return lanes;
}
