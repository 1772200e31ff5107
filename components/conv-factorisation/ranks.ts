import { html, nothing, type TemplateResult } from 'lit';
import type { KernelRanks } from '../../src/math/kernel-rank.js';
import { rankLines, type RankLine } from '../../src/views/factorisation/model.js';
import type { Say } from '../../src/views/say.js';
import { formatCount } from '../../src/words/numbers.js';

export interface RanksLook {
  readonly say: Say;
  readonly choose: (rank: number) => void;
}

/** Every rank with its weights and its error; the radio buttons choose the one that is drawn. */
export function renderRanks(ranks: KernelRanks, rank: number, look: RanksLook): TemplateResult {
  const { say } = look;
  const [rows, columns] = ranks.shape;
  return html`<section part="ranks">
    <h3>${say('factor.table')}</h3>
    <table>
      <thead>
        <tr>
          <th scope="col">${say('factor.table.rank')}</th>
          <th scope="col">${say('factor.table.weights')}</th>
          <th scope="col">${say('factor.table.error')}</th>
          <th scope="col">${say('factor.table.share')}</th>
          <td></td>
        </tr>
      </thead>
      <tbody>
        ${rankLines(ranks).map((line) => renderLine(line, { rows, columns, isChosen: line.rank === rank, look }))}
        <tr class="full">
          <th scope="row">${say('factor.table.full')}</th>
          <td>
            <span class="terms">${say('factor.table.full.terms', { rows, columns })} = </span
            ><b>${formatCount(ranks.weights)}</b>
          </td>
          <td>0</td>
          <td>0 %</td>
          <td></td>
        </tr>
      </tbody>
    </table>
    <p class="small">${say('factor.table.help')}</p>
  </section>`;
}

interface LineLook {
  readonly rows: number;
  readonly columns: number;
  readonly isChosen: boolean;
  readonly look: RanksLook;
}

function renderLine(line: RankLine, { rows, columns, isChosen, look }: LineLook): TemplateResult {
  const { rank, weights, error, share, saves, exact } = line;
  const { say, choose } = look;
  return html`<tr
    class=${isChosen ? 'chosen' : ''}
    data-rank=${rank}
    @click=${() => isChosen || choose(rank)}
  >
    <th scope="row">
      <label
        ><input
          type="radio"
          name="rank"
          value=${rank}
          aria-label=${say('factor.table.choose', { rank })}
          .checked=${isChosen}
          @click=${(event: Event) => event.stopPropagation()}
          @change=${() => choose(rank)}
        />${rank}</label
      >
    </th>
    <td>
      <span class="terms">${say('factor.table.terms', { rank, rows, columns })} = </span><b>${weights}</b>
    </td>
    <td>${error}</td>
    <td>${share}</td>
    <td class="remark">
      ${exact ? html`<span class="exact">${say('factor.exact')}</span>` : nothing}
      ${saves ? nothing : html`<span>${say('factor.no-saving')}</span>`}
    </td>
  </tr>`;
}
