import { html, nothing, type TemplateResult } from 'lit';
import type { UnderstoodBlock } from '../../src/blocks/index.js';
import type { Tensor } from '../../src/math/types.js';
import { spreadOf } from '../../src/views/blocks/numbers.js';
import { doesSentence, longName } from '../../src/views/blocks/row-words.js';
import { noteFinder } from '../../src/views/networks/notes.js';
import { outputText } from '../../src/views/networks/row-text.js';
import { percentText } from '../../src/views/percent.js';
import { formatCount, formatNumber } from '../../src/words/numbers.js';
import type { Surroundings } from '../shared/surroundings.js';
import { renderCurve } from './curve.js';

interface RowDetails {
  readonly block: UnderstoodBlock;
  /** The row in hand. */
  readonly hand: number;
  /** Null until they are computed. */
  readonly outputs: readonly Tensor[] | null;
  readonly around: Surroundings;
  /** Opens the row's layer in the figure; nothing where it has none. */
  readonly open: TemplateResult | typeof nothing;
}

/** 'Row 3 of 10: Activation: ReLU6'. */
export function rowTitle({ rows }: UnderstoodBlock, hand: number, { say }: Surroundings): string {
  return say('block.row', { place: hand + 1, rows: rows.length, name: longName(rows[hand], say) });
}

/** What the row in hand does, with its numbers, its curve, and why it is so. */
export function renderRow({ block, hand, outputs, around, open }: RowDetails): TemplateResult {
  const { say } = around;
  const [row, paper] = [block.rows[hand], block.paper[hand]];
  const notes = noteFinder(block.paper)(hand);
  const spread = outputs ? spreadOf(outputs[hand]) : null;
  return html`<section class="row" part="row" aria-label=${rowTitle(block, hand, around)}>
    <div role="status">
      <h3>${rowTitle(block, hand, around)}</h3>
      <p class="does">
        ${say('block.row.together', {
          does: doesSentence(row, say),
          reads: readsSentence(block, hand, around),
        })}
      </p>
    </div>
    <p class="note">
      ${say('block.row.costs', {
        params: formatCount(paper.params),
        macs: formatCount(paper.macs),
        shape: outputText(paper.output),
      })}
      ${
        spread
          ? say('block.row.numbers', {
              least: formatNumber(spread.least, { digits: 3 }),
              most: formatNumber(spread.most, { digits: 3 }),
              zeros: percentText(spread.zeros),
            })
          : nothing
      }
    </p>
    ${renderCurve(row, outputs?.[row.from[0]] ?? null, around)}
    ${
      notes.length === 0
        ? nothing
        : html`<div class="notes">
            <h4>${say('network.notes')}</h4>
            ${notes.map(({ key, parameters }) => html`<p data-note=${key}>${say(key, parameters)}</p>`)}
          </div>`
    }
    ${open}
  </section>`;
}

function readsSentence({ rows }: UnderstoodBlock, hand: number, { say }: Surroundings): string {
  const { from, output } = rows[hand];
  const shape = outputText(output);
  if (from.length === 0) return say('block.row.reads.none', { shape });
  const names = from.map((source) => say('block.row.reads.one', { row: source + 1 }));
  const last = names[names.length - 1];
  const first = names.slice(0, -1);
  const read =
    first.length === 0
      ? last
      : say('block.row.reads.and', {
          rows: first.reduce((list, next) => say('block.row.reads.next', { rows: list, next })),
          last,
        });
  return say('block.row.reads', { rows: read, shape });
}
