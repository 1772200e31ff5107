import { html, nothing, type TemplateResult } from 'lit';
import type { Problem } from '../../src/math/types.js';
import { limits, ratePresets, readRates, writeRates } from '../../src/views/gridding/rates.js';
import type { Rates } from '../../src/views/gridding/types.js';
import { problemSentence } from '../../src/words/problem-sentence.js';
import type { Surroundings } from '../shared/surroundings.js';

interface RatesEditor {
  /** Names the stack, and its ids. */
  readonly stack: 1 | 2;
  readonly rates: Rates;
  readonly problems: readonly Problem[];
  readonly around: Surroundings;
  readonly change: (rates: Rates) => void;
}

/** Ready-made stacks, and a field for the dilation of each layer. */
export function renderRates({ stack, rates, problems, around, change }: RatesEditor): TemplateResult {
  const name = around.say(`gridding.stack.${stack}`);
  const line = writeRates(rates);
  const id = `rates-${stack}`;
  return html`<div class="rates">
    <div class="presets" role="group" aria-label=${around.say('gridding.presets', { stack: name })}>
      ${ratePresets.map(
        (preset) =>
          html`<button
            aria-pressed=${preset === line ? 'true' : 'false'}
            @click=${() => change(readRates(preset))}
          >
            ${preset.replaceAll(' ', ', ')}
          </button>`,
      )}
    </div>
    <div class="layers" role="group" aria-label=${`${name}: ${around.say('gridding.rates')}`}>
      ${rates.map((rate, index) => {
        const isWrong = problems.some((problem) => problem.stage === index);
        return html`<input
          type="text"
          inputmode="numeric"
          autocomplete="off"
          aria-label=${around.say('gridding.rate', { stack: name, layer: index + 1 })}
          aria-invalid=${isWrong ? 'true' : nothing}
          aria-describedby=${isWrong ? id : nothing}
          .value=${rate}
          @change=${(event: Event) => {
            const { value } = event.target as HTMLInputElement;
            change(rates.map((old, i) => (i === index ? value : old)));
          }}
        />`;
      })}
      ${renderButton('+', around.say('gridding.add', { stack: name }), rates.length >= limits.layers, () =>
        change([...rates, rates.at(-1) ?? '1']),
      )}
      ${renderButton('−', around.say('gridding.remove', { stack: name }), rates.length === 0, () =>
        change(rates.slice(0, -1)),
      )}
    </div>
    <div id=${id}>
      ${problems.map((problem) => html`<p class="status">${problemSentence(around.language, problem)}</p>`)}
      ${
        problems.length > 0
          ? html`<p class="note">${around.say('gridding.stays', { layer: problems[0].stage + 1 })}</p>`
          : nothing
      }
    </div>
  </div>`;
}

function renderButton(sign: string, label: string, disabled: boolean, act: () => void): TemplateResult {
  return html`<button class="square" aria-label=${label} title=${label} ?disabled=${disabled} @click=${act}>
    <span aria-hidden="true">${sign}</span>
  </button>`;
}
