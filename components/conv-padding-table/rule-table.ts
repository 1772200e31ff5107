import { html, nothing, type TemplateResult } from 'lit';
import {
  cellLabel,
  differenceText,
  disputeSentence,
  firstWindow,
  ruleHelps,
  ruleNames,
  unreadText,
} from '../../src/views/padding/sentences.js';
import {
  ruleTable,
  type PaddingSetting,
  type RuleCell,
  type RuleRow,
  type RuleTable,
} from '../../src/views/padding/table.js';
import type { Say } from '../../src/views/say.js';
import { problemSentence } from '../../src/words/problem-sentence.js';
import type { Language } from '../../src/words/say.js';
import { large, renderAxisDrawing, renderSwatch, small } from './drawings.js';

export interface TableLook {
  readonly say: Say;
  readonly language: Language;
  /** The row that is open. */
  readonly open: number | null;
  readonly toggle: (row: number) => void;
}

/** Input sizes against rules. */
export function renderRuleTable(setting: PaddingSetting, look: TableLook): TemplateResult {
  const { say } = look;
  const table = ruleTable(setting);
  const isDisputed = table.disputes.some(({ inputs }) => inputs.length > 0);
  return html`<section part="rules">
    <h3>${say('pad.convolution')}</h3>
    <p class=${isDisputed ? 'verdict differs' : 'verdict'} part="verdict" role="status">
      ${disputeSentence(table, setting, say)}
    </p>
    <p class="legend">
      ${(['cell', 'padding', 'unread', 'window'] as const).map(
        (kind) => html`<span>${renderSwatch(kind)} ${say(`pad.legend.${kind}`)}</span>`,
      )}
      <span><b>${say('pad.cells', { before: 0, after: 1 })}</b> ${say('pad.cells.help')}</span>
      <span><b class="mark" aria-hidden="true">≠</b> ${say('pad.legend.differs')}</span>
    </p>
    <div class="scroll" tabindex="0" role="region" aria-label=${say('pad.convolution')}>
      <table>
        <thead>
          <tr>
            <th scope="col">${say('pad.input')}</th>
            ${table.rules.map(
              (rule) =>
                html`<th scope="col" data-rule=${rule} title=${say(ruleHelps[rule])}>
                  ${say(ruleNames[rule])}
                </th>`,
            )}
          </tr>
        </thead>
        <tbody>
          ${table.rows.map((row) => renderRow(row, table, look))}
        </tbody>
      </table>
    </div>
  </section>`;
}

function renderRow(row: RuleRow, table: RuleTable, look: TableLook): TemplateResult {
  const { say, open, toggle } = look;
  const isOpen = row.input === open;
  return html`<tr
      class=${isOpen ? 'row open' : 'row'}
      data-input=${row.input}
      @click=${() => toggle(row.input)}
    >
      <th scope="row">
        <button
          aria-expanded=${isOpen}
          aria-label=${say('pad.explain.open', { input: row.input })}
          @click=${(event: Event) => {
            event.stopPropagation();
            toggle(row.input);
          }}
        >
          ${row.input}
        </button>
      </th>
      ${row.cells.map((cell, column) => renderCell(cell, row, column, table, say))}
    </tr>
    ${isOpen ? renderExplanation(row, table, look) : nothing}`;
}

function renderCell(
  cell: RuleCell,
  { input }: RuleRow,
  column: number,
  { rulers }: RuleTable,
  say: Say,
): TemplateResult {
  const unread = unreadText(cell, say);
  if (cell.problem) {
    return html`<td class="refused" data-rule=${cell.rule}>
      <span class="visually-hidden">${cellLabel(cell, input, say)}</span>
      <span aria-hidden="true">${say('pad.none-out')}</span>
    </td>`;
  }
  return html`<td class=${cell.differs ? 'differs' : ''} data-rule=${cell.rule}>
    <span class="visually-hidden"
      >${cellLabel(cell, input, say)}${
        cell.differs ? `${say('pad.semicolon')}${say('pad.differs')}` : ''
      }</span
    >
    <div class="fact" aria-hidden="true">
      ${renderAxisDrawing(cell, { input, ruler: rulers[column], unit: small })}
      <p class="numbers">
        <b class="output">${say('pad.output', { output: cell.output })}</b>
        <span class="sides" title=${say('pad.cells.help')}
          >${say('pad.cells', { before: cell.before, after: cell.after })}</span
        >${cell.differs ? html`<b class="mark" title=${say('pad.differs')}>≠</b>` : nothing}
      </p>
      <p class="small first">${firstWindow(cell, say)}</p>
      ${unread === '' ? nothing : html`<p class="small unread">${unread}</p>`}
    </div>
  </td>`;
}

function renderExplanation(row: RuleRow, { rules, rulers }: RuleTable, look: TableLook): TemplateResult {
  const { say, language } = look;
  const same = row.cells.find(({ rule }) => rule === 'same')!;
  const widest = {
    before: Math.max(...rulers.map(({ before }) => before)),
    cells: Math.max(...row.cells.map(({ after }) => row.input + after)),
  };
  return html`<tr class="explanation" part="explanation">
    <td colspan=${rules.length + 1}>
      <div class="panel">
        <h4>${say('pad.explain', { input: row.input })}</h4>
        <div class="cards">
          ${row.cells.map((cell) => {
            const { before, after, paddingFormula, formula, problem, rule } = cell;
            const lines = [differenceText(cell, same, say), firstWindow(cell, say), unreadText(cell, say)];
            return html`<section class="card" data-rule=${rule}>
              <h5>${say(ruleNames[rule])}</h5>
              <p class="small">${say(ruleHelps[rule])}</p>
              ${
                problem
                  ? html`<p>${problemSentence(language, problem)}</p>`
                  : html`${renderAxisDrawing(cell, { input: row.input, ruler: widest, unit: large })}
                      <dl>
                        <dt>${say('pad.total')}</dt>
                        <dd>
                          ${paddingFormula === '' ? nothing : html`<code>${paddingFormula}</code>: `}${say('pad.split', { before, after })}
                        </dd>
                        <dt>${say('pad.size')}</dt>
                        <dd><code>${formula}</code></dd>
                      </dl>
                      ${lines.filter((line) => line !== '').map((line) => html`<p class="small">${line}</p>`)}`
              }
            </section>`;
          })}
        </div>
      </div>
    </td>
  </tr>`;
}
