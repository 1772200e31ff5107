import { html, nothing, type TemplateResult } from 'lit';
import type { NetworkRow, RowField } from '../../src/networks/index.js';
import { noteFinder } from '../../src/views/networks/notes.js';
import { outputText, windowText } from '../../src/views/networks/row-text.js';
import { kindText, rowBytes } from '../../src/views/networks/table.js';
import { percentText } from '../../src/views/percent.js';
import { formatBytes } from '../../src/words/amounts.js';
import { formatCount, formatNumber } from '../../src/words/numbers.js';
import type { Surroundings } from '../shared/surroundings.js';
import type { PictureOptions } from './picture-options.js';

interface RowDetails extends Pick<PictureOptions, 'network' | 'chosen' | 'around' | 'choose'> {
  /** The exchange of this layer, where it can be exchanged. */
  readonly swap: TemplateResult | typeof nothing;
  /** The button that opens the figure of this layer, where it has one. */
  readonly open: TemplateResult | typeof nothing;
  /** The way to a block like the row's own, where there is one. */
  readonly block: TemplateResult | typeof nothing;
}

/** Everything about the chosen row, and why it is so. */
export function renderRow({
  network,
  chosen,
  around,
  choose,
  swap,
  open,
  block,
}: RowDetails): TemplateResult {
  const { say } = around;
  const { rows } = network;
  const index = rows.findIndex(({ name }) => name === chosen);
  if (index < 0)
    return html`<section class="row" part="row"><p class="note">${say('network.row.none')}</p></section>`;
  const row = rows[index];
  const readBy = rows.filter(({ from }) => from.includes(index)).map(({ name }) => name);
  const reads = row.from.map((source) => rows[source].name);
  const notes = noteFinder(rows)(index);
  return html`<section class="row" part="row">
    <h3>${say('network.row', { place: index + 1, name: row.name })}</h3>
    <dl>
      ${factsOf(row, network, network.fields[index], around).map(
        ([term, value]) =>
          html`<div>
            <dt>${term}</dt>
            <dd>${value}</dd>
          </div>`,
      )}
      ${renderNames(say('network.row.reads'), reads, choose)}
      ${renderNames(say('network.row.read-by'), readBy, choose)}
    </dl>
    ${
      notes.length === 0
        ? nothing
        : html`<div class="notes">
            <h4>${say('network.notes')}</h4>
            ${notes.map(({ key, parameters }) => html`<p data-note=${key}>${say(key, parameters)}</p>`)}
          </div>`
    }
    ${swap} ${open} ${block}
  </section>`;
}

function factsOf(
  row: NetworkRow,
  { totals }: PictureOptions['network'],
  field: RowField | null,
  { say }: Surroundings,
): readonly (readonly [string, string])[] {
  const share = (part: number, whole: number): string =>
    whole === 0 || part === 0
      ? formatCount(part)
      : say('network.row.share', {
          count: formatCount(part),
          share: percentText(part / whole),
          whole: formatCount(whole),
        });
  const memory = (['float32', 'int8'] as const).map((precision): readonly [string, string] => {
    const { weights, activations } = rowBytes(row, precision);
    const bytes = { weights: formatBytes(weights), output: formatBytes(activations) };
    return [say('network.row.memory'), say('network.row.memory.text', { precision, ...bytes })];
  });
  const name = 'activation' in row.asked ? (row.asked.activation ?? '') : '';
  const facts: readonly (readonly [string, string])[] = [
    [say('network.column.kind'), kindText(row, say)],
    [say('network.row.module'), row.block ?? ''],
    [say('network.row.activation'), name],
    [say('network.column.window'), windowText(row)],
    [say('network.column.output'), outputText(row.output)],
    [say('network.column.params'), share(row.params, totals.params)],
    [say('network.column.macs'), share(row.macs, totals.macs)],
    [say('network.column.field'), fieldSentence(field, say)],
    ...memory,
  ];
  return facts.filter(([, value]) => value !== '');
}

function fieldSentence(field: RowField | null, say: Surroundings['say']): string {
  if (!field) return say('network.row.field.none');
  if (field.whole || !field.step) return say('network.row.field.whole');
  const { size, jump, start } = field.step;
  const pair = ([rows, columns]: readonly [number, number], between: string): string =>
    `${formatNumber(rows)}${between}${formatNumber(columns)}`;
  return say('network.row.field', {
    size: pair(size, ' × '),
    jump: pair(jump, ' × '),
    start: pair(start, ', '),
  });
}

/** Rows before and behind, to go there. */
function renderNames(
  term: string,
  names: readonly string[],
  choose: (name: string) => void,
): TemplateResult | typeof nothing {
  if (names.length === 0) return nothing;
  return html`<div>
    <dt>${term}</dt>
    <dd class="names">
      ${names.map((name) => html`<button data-row-button=${name} @click=${() => choose(name)}>${name}</button>`)}
    </dd>
  </div>`;
}
