import { html, nothing, type TemplateResult } from 'lit';
import type { Plan } from '../../src/math/types.js';
import { chainCosts, costKinds, type CostKind, type CostRow } from '../../src/views/counts/chain.js';
import type { CountUnit } from '../../src/views/counts/model.js';
import type { Say } from '../../src/views/say.js';

interface ChainOptions {
  readonly say: Say;
  readonly unit: CountUnit;
}

/** What several stages cost together, beside the one convolution that they replace: numbers with bars on one scale. */
export function renderChain(plan: Plan, { say, unit }: ChainOptions): TemplateResult {
  const name = say(unit === 'flops' ? 'counts.unit.flops' : 'counts.unit.macs');
  const biased = plan.stages.some(({ bias }) => bias);
  const headings: Readonly<Record<CostKind, string>> = {
    position: say('counts.per-position', { unit: name }),
    parameters: say(biased ? 'counts.weights-and-biases' : 'counts.weights'),
    macs: name,
  };
  return html`<table class="chain" part="chain">
    <caption>
      ${say('counts.chain')}
    </caption>
    <thead>
      <tr>
        <td></td>
        ${costKinds.map((kind) => html`<th scope="col">${headings[kind]}</th>`)}
      </tr>
    </thead>
    <tbody>
      ${chainCosts(plan, say, unit === 'flops' ? 2 : 1).map((row) => renderRow(row))}
    </tbody>
  </table>`;
}

function renderRow(row: CostRow): TemplateResult {
  return html`<tr class=${row.key}>
    <th scope="row">${row.name}</th>
    ${costKinds.map((kind) => html`<td data-cost=${kind}>${renderCost(row, kind)}</td>`)}
  </tr>`;
}

/** The bar of stages together is theirs laid end to end. */
function renderCost({ key, costs, parts }: CostRow, kind: CostKind): TemplateResult {
  const { value, terms } = costs[kind];
  const bar =
    key === 'ratio'
      ? nothing
      : html`<span class="bar" aria-hidden="true"
          >${parts[kind].map((share) => html`<i .style=${`inline-size: ${100 * share}%`}></i>`)}</span
        >`;
  return html`${terms === '' ? nothing : html`<span class="sum">${terms} = </span>`}<b>${value}</b>${bar}`;
}
