import { html, nothing, svg, type TemplateResult } from 'lit';
import { nonlinearityOf } from '../../src/blocks/index.js';
import type { Tensor } from '../../src/math/types.js';
import type { NetworkRow } from '../../src/networks/index.js';
import { curveOf, type Curve } from '../../src/views/blocks/curve.js';
import { shortName } from '../../src/views/blocks/row-words.js';
import { formatNumber } from '../../src/words/numbers.js';
import type { WordKey } from '../../src/words/say.js';
import type { Surroundings } from '../shared/surroundings.js';

const size = [280, 150] as const;

/** The function of a row as a curve; nothing where it has none. */
export function renderCurve(
  row: NetworkRow,
  input: Tensor | null,
  { say }: Surroundings,
): TemplateResult | typeof nothing {
  if (row.asked.op !== 'activation') return nothing;
  const curve = curveOf(nonlinearityOf(row), input, size);
  const name = shortName(row, say);
  const other = curve.beside ? say(`block.short.${curve.beside.name}` as WordKey) : '';
  const caption = curve.beside ? say('block.curve.beside', { name, other }) : say('block.curve', { name });
  return html`<figure class="curve" part="curve">
    ${renderPicture(curve, caption)}
    <figcaption>${caption}. ${input ? say('block.curve.marks') : nothing}</figcaption>
  </figure>`;
}

function renderPicture(
  { width, height, axes, line, beside, marks, ticks }: Curve,
  caption: string,
): TemplateResult {
  return html`<svg
    viewBox="0 0 ${width} ${height}"
    width=${width}
    height=${height}
    role="img"
    aria-label=${caption}
  >
    <path class="axes" d=${axes}></path>
    ${ticks.map(
      ({ axis, value, x, y }) =>
        svg`<text x=${x} y=${y} text-anchor=${axis === 'x' ? 'middle' : 'start'}>${formatNumber(value)}</text>`,
    )}
    <path class="marks" d=${marks}></path>
    ${beside ? svg`<path class="beside" d=${beside.line}></path>` : nothing}
    <path class="line" d=${line}></path>
  </svg>`;
}
