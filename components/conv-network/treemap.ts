import { html, nothing, svg, type SVGTemplateResult, type TemplateResult } from 'lit';
import type { Measure } from '../../src/views/networks/groups.js';
import { windowText } from '../../src/views/networks/row-text.js';
import { kindText } from '../../src/views/networks/table.js';
import { treemapTiles, type Tile } from '../../src/views/networks/treemap.js';
import { percentText } from '../../src/views/percent.js';
import { formatCount } from '../../src/words/numbers.js';
import type { Surroundings } from '../shared/surroundings.js';
import { renderLegend } from './legend.js';
import type { PictureOptions } from './picture-options.js';

/** Tiles of a network, as large as what their rows hold or spend; the table says the same. */
export function renderTreemap(options: PictureOptions, measure: Measure): TemplateResult {
  const { network, name, room, line, around, chosen, choose } = options;
  const { say } = around;
  const measured = say(`network.measure.${measure}`);
  const height = Math.min(Math.max(0.66 * room, 13 * line), 30 * line);
  const tiles = treemapTiles(network.rows, measure, [room, height]);
  const pick = (event: Event): void => {
    const tile = (event.target as Element).closest('[data-tile]');
    if (tile) choose(tile.getAttribute('data-tile')!);
  };
  return html`<p class="note">${say('network.treemap.caption', { measure: measured, network: name })}</p>
    ${
      tiles.length === 0
        ? html`<p class="note">${say('network.treemap.empty')}</p>`
        : html`<svg
            class="treemap"
            width=${room}
            height=${height}
            aria-hidden="true"
            focusable="false"
            @click=${pick}
          >
            ${tiles.map((tile) => renderTile(tile, tile.row.name === chosen, { line, measured, around }))}
          </svg>`
    }
    ${renderLegend(network.rows, around)}`;
}

interface TileWords {
  readonly line: number;
  readonly measured: string;
  readonly around: Surroundings;
}

function renderTile(
  { row, group, value, share, x, y, width, height }: Tile,
  isChosen: boolean,
  { line, measured, around: { say } }: TileWords,
): SVGTemplateResult {
  const percent = percentText(share);
  const title = say('network.tile', {
    name: row.name,
    kind: kindText(row, say),
    value: formatCount(value),
    measure: measured,
    share: percent,
  });
  const [pad, size] = [0.35 * line, 0.52 * line];
  const lines = [row.name, windowText(row), say('network.share', { share: percent })].filter(Boolean);
  const shown =
    width > 2.2 * line ? lines.slice(0, Math.max(0, Math.floor((height - pad) / (0.8 * line)))) : [];
  const fits = (text: string): boolean => text.length * size * 0.62 < width - 2 * pad;
  return svg`<g data-tile=${row.name} data-group=${group} class=${isChosen ? 'tile chosen' : 'tile'} transform="translate(${x} ${y})">
    <title>${title}</title>
    <rect width=${Math.max(width, 0)} height=${Math.max(height, 0)} rx="2"></rect>
    ${shown
      .filter(fits)
      .map(
        (text, place) =>
          svg`<text x=${pad} y=${pad + size + place * 0.8 * line} font-size=${size}>${text}</text>`,
      )}
    ${isChosen ? svg`<rect class="frame" x="1.5" y="1.5" width=${Math.max(width - 3, 0)} height=${Math.max(height - 3, 0)}></rect>` : nothing}
  </g>`;
}
