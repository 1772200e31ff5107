/** One output pixel: the window's numbers, the weights, and what becomes of them. */
import { html, nothing, type TemplateResult } from 'lit';
import { windowOf } from '../../src/views/filter/place.js';
import type { Say } from '../../src/views/say.js';
import { activationNames } from '../../src/words/activation-names.js';
import { formatNumber } from '../../src/words/numbers.js';
import type { Reading } from './work.js';

export interface LoupeLook {
  readonly say: Say;
  readonly pinned: boolean;
  /** In colour the channel is named. */
  readonly channelName: string;
  /** Makes the window the lab's layer; null without a lab. */
  readonly open: (() => void) | null;
  readonly letGo: () => void;
}

export function renderLoupe(reading: Reading | null, look: LoupeLook): TemplateResult {
  const { say, pinned, open, letGo } = look;
  return html`<section class="loupe" part="loupe" aria-label=${say('filter.loupe')}>
    <h3>${say('filter.loupe')}</h3>
    ${
      reading
        ? html`${renderTaps(reading, look)}
            <p class="sum" aria-live=${pinned ? 'polite' : 'off'}>${sentenceOf(reading, look)}</p>
            ${
              pinned
                ? html`<div class="buttons">
                    ${open ? html`<button class="primary" @click=${open}>${say('filter.open')}</button>` : nothing}
                    <button @click=${letGo}>${say('filter.let-go')}</button>
                  </div>`
                : html`<p class="small">${say('filter.loupe.pin')}</p>`
            }`
        : html`<p class="small">${say('filter.loupe.none')}</p>`
    }
  </section>`;
}

/** Rows and columns of the kernel: each input number and its weight; what is padding is marked. */
function renderTaps({ answer, cell, terms }: Reading, { say }: LoupeLook): TemplateResult {
  const { task } = answer;
  const [stage] = task.plan.stages;
  const [rows, columns] = stage.kernel;
  const corner = windowOf(stage, cell);
  const [height, width] = task.picture.tensor.shape;
  const isOutside = (row: number, column: number): boolean => {
    const [y, x] = [corner.row + row * stage.dilation[0], corner.column + column * stage.dilation[1]];
    return y < 0 || x < 0 || y >= height || x >= width;
  };
  const tap = (row: number, column: number): TemplateResult => {
    const { input, weight } = terms[row * columns + column];
    const light = Math.round(Math.min(Math.max(input / task.picture.white, 0), 1) * 255);
    const padding = isOutside(row, column);
    const ink = light > 117 ? '#000' : '#fff';
    return html`<td
      class=${padding ? 'padding' : ''}
      title=${padding ? say('filter.loupe.padding') : nothing}
    >
      <b .style=${padding ? '' : `background: rgb(${light} ${light} ${light}); color: ${ink}`}
        >${formatNumber(input)}</b
      >
      <span>× ${formatNumber(weight, { digits: 3 })}</span>
    </td>`;
  };
  return html`<div class="scroll" tabindex="0" role="group" aria-label=${say('filter.loupe.table')}>
    <table class=${columns > 5 ? 'taps dense' : 'taps'}>
      <caption class="visually-hidden">
        ${say('filter.loupe.table')}
      </caption>
      <tbody>
        ${Array.from(
          { length: rows },
          (_, row) =>
            html`<tr>
              ${Array.from({ length: columns }, (_each, column) => tap(row, column))}
            </tr>`,
        )}
      </tbody>
    </table>
  </div>`;
}

function sentenceOf({ answer, cell, terms, output }: Reading, { say, channelName }: LoupeLook): string {
  const [stage] = answer.task.plan.stages;
  const [row, column] = cell.map((place) => place + 1);
  const facts = { row, column, channel: channelName, count: terms.length };
  const where = say(channelName === '' ? 'filter.loupe.place' : 'filter.loupe.place.channel', facts);
  const sum = formatNumber(terms[terms.length - 1].runningSum);
  const { bias } = answer.task.tensors;
  const parts = [
    say('filter.loupe.sum', { ...facts, sum }),
    bias ? say('filter.loupe.bias', { bias: formatNumber(bias.data[0]) }) : '',
    stage.activation === 'none'
      ? ''
      : say('filter.loupe.activation', { name: activationNames[stage.activation] }),
    say('filter.loupe.output', { value: formatNumber(output) }),
  ];
  return say('filter.loupe.sentence', {
    where,
    parts: parts.filter((part) => part !== '').join(say('sentence.comma')),
  });
}
