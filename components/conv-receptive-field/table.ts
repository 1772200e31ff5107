import { html, nothing, type TemplateResult } from 'lit';
import { layerName, placeText, sizeText, weightsOf } from '../../src/views/receptive-field/sentence.js';
import type { Stack } from '../../src/views/receptive-field/stack.js';
import { formatCount } from '../../src/words/numbers.js';
import type { Surroundings } from '../shared/surroundings.js';

const columns = ['output', 'field', 'jump', 'start', 'taps'] as const;
const explained = ['field', 'jump', 'start', 'taps'] as const;

interface TableOptions {
  /** Layers in the picture. */
  readonly shown: number;
  readonly around: Surroundings;
  readonly show: (layers: number) => void;
}

/** Output, field, jump, start and weights after every layer; a row's button shows the stack up to it. */
export function renderTable(stack: Stack, options: TableOptions): TemplateResult {
  const { around } = options;
  const first = { output: stack.input, size: [1, 1], jump: [1, 1], start: [0, 0], taps: null } as const;
  const weights = weightsOf(stack);
  return html`<div class="results">
    <div class="scroll">
      <table part="table">
        <caption>
          ${around.say('receptive-field.table')}
        </caption>
        <thead>
          <tr>
            <th scope="col">${around.say('receptive-field.column.layer')}</th>
            ${columns.map((column) => html`<th scope="col">${around.say(`receptive-field.column.${column}`)}</th>`)}
          </tr>
        </thead>
        <tbody>
          ${[first, ...stack.layers].map((row, layer) => renderRow(row, layer, stack, options))}
        </tbody>
        ${weights !== null && stack.layers.length > 1 ? renderTotal(weights, around) : nothing}
      </table>
    </div>
    <dl class="help">
      ${explained.map(
        (column) =>
          html`<div>
            <dt>${around.say(`receptive-field.column.${column}`)}</dt>
            <dd>${around.say(`receptive-field.help.${column}`)}</dd>
          </div>`,
      )}
    </dl>
  </div>`;
}

type Row = Omit<Stack['layers'][number], 'taps'> & { readonly taps: number | null };

function renderRow(
  { output, size, jump, start, taps }: Row,
  layer: number,
  { stages, kinds }: Stack,
  { shown, around, show }: TableOptions,
): TemplateResult {
  const { language } = around;
  const name =
    layer === 0
      ? around.say('receptive-field.row.input')
      : html`${layer}.<span class="long"> ${layerName(language, stages[layer - 1], kinds[layer - 1])}</span>`;
  const title = layer === 0 ? 'receptive-field.show.input' : 'receptive-field.show';
  return html`<tr class=${layer === shown ? 'shown' : layer > shown ? 'beyond' : nothing} data-row=${layer}>
    <th scope="row">
      <button
        aria-pressed=${layer === shown ? 'true' : 'false'}
        title=${around.say(title, { layer })}
        @click=${() => show(layer)}
      >
        ${name}
      </button>
    </th>
    <td>${sizeText(language, output)}</td>
    <td class="field">${sizeText(language, size)}</td>
    <td>${sizeText(language, jump)}</td>
    <td>${placeText(language, start)}</td>
    <td>${taps === null || kinds[layer - 1] === 'pool' ? '' : formatCount(taps)}</td>
  </tr>`;
}

function renderTotal(weights: number, { say }: Surroundings): TemplateResult {
  return html`<tfoot>
    <tr>
      <th scope="row" colspan="5">${say('receptive-field.together')}</th>
      <td>${formatCount(weights)}</td>
    </tr>
  </tfoot>`;
}
