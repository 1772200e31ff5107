import { html, svg, type TemplateResult } from 'lit';
import type { Pair } from '../../src/math/types.js';
import {
  pairAfterKey,
  pairTiles,
  ratioText,
  tileLabel,
  type PairTile,
} from '../../src/views/checkerboard/pairs.js';
import { colourOf } from '../../src/views/palette.js';
import type { Say } from '../../src/views/say.js';
import type { ViewTheme } from '../../src/views/theme.js';
import { rem } from '../shared/rem.js';

export interface PairsLook {
  /** Rows and columns; where these differ two tiles are chosen. */
  readonly kernel: Pair;
  readonly stride: Pair;
  readonly theme: ViewTheme;
  readonly say: Say;
  readonly choose: (kernel: number, stride: number) => void;
}

/** Cells a side of a tile's picture, and their size; they overlap a little, so that no line shows between them. */
const cells = 6;
const side = 4;

/** A table of small pictures, one for each kernel and stride; one tab stop, arrow keys go on from there. */
export function renderPairs(look: PairsLook): TemplateResult {
  const { say } = look;
  return html`<section class="pairs" part="pairs">
    <h3>${say('checker.pairs')}</h3>
    <table @keydown=${(event: KeyboardEvent) => press(event, look)}>
      <thead>
        <tr>
          <td></td>
          <th class="axis-name" scope="colgroup" colspan=${pairTiles[0].length}>${say('checker.kernel')}</th>
        </tr>
        <tr>
          <th class="axis-name" scope="col">${say('checker.stride')}</th>
          ${pairTiles[0].map(({ kernel }) => html`<th scope="col">${kernel}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${pairTiles.map(
          (row) =>
            html`<tr>
              <th scope="row">${row[0].stride}</th>
              ${row.map((tile) => renderTile(tile, look))}
            </tr>`,
        )}
      </tbody>
    </table>
    <p class="caption">${say('checker.pairs.help')}</p>
  </section>`;
}

function renderTile(tile: PairTile, look: PairsLook): TemplateResult {
  const { kernel, stride, uniform, spread } = tile;
  const isChosen = [0, 1].some((axis) => kernel === look.kernel[axis] && stride === look.stride[axis]);
  const isTabStop = kernel === look.kernel[1] && stride === look.stride[1];
  const label = tileLabel(tile, look.say);
  return html`<td>
    <button
      class=${uniform ? 'tile even' : 'tile uneven'}
      data-pair="${kernel}:${stride}"
      aria-pressed=${isChosen}
      title=${label}
      tabindex=${isTabStop ? 0 : -1}
      @click=${() => look.choose(kernel, stride)}
    >
      ${renderPicture(tile, look.theme)} <span class="visually-hidden">${label}</span>
      <span aria-hidden="true">${ratioText(spread)}</span>
    </button>
  </td>`;
}

function renderPicture({ pattern, spread }: PairTile, theme: ViewTheme): TemplateResult {
  const at = (place: number): number => pattern[place % pattern.length];
  const places = Array.from({ length: cells }, (_, place) => place);
  const size = cells * side;
  return html`<svg
    width=${rem(size)}
    height=${rem(size)}
    viewBox="0 0 ${size} ${size}"
    aria-hidden="true"
    focusable="false"
  >
    ${places.map((row) =>
      places.map(
        (column) =>
          svg`<rect x=${column * side} y=${row * side} width=${side + 0.2} height=${side + 0.2} fill=${colourOf(at(row) * at(column), spread.most, theme).fill}></rect>`,
      ),
    )}
  </svg>`;
}

function press(event: KeyboardEvent, { kernel: kernels, stride: strides, choose }: PairsLook): void {
  if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
  const [kernel, stride] = [kernels[1], strides[1]];
  const next = pairAfterKey(kernel, stride, event.key);
  if (!next) return;
  event.preventDefault();
  event.stopPropagation();
  const table = event.currentTarget as Element;
  table.querySelector<HTMLElement>(`[data-pair="${next[0]}:${next[1]}"]`)?.focus();
  if (next[0] !== kernel || next[1] !== stride) choose(next[0], next[1]);
}
