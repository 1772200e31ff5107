import { html, nothing, svg, type TemplateResult } from 'lit';
import { parsePrinted } from '../../src/words/numbers.js';
import type { Parameters, WordKey } from '../../src/words/say.js';

/** What a way to answer needs to know, and whom it tells. */
export interface Pad {
  /** The answer at the moment, '' for none. */
  readonly chosen: string;
  /** Nothing can be changed any more; the right answer is marked. */
  readonly answered: boolean;
  readonly right: string;
  readonly say: (key: WordKey, parameters?: Parameters) => string;
  readonly choose: (answer: string) => void;
}

export interface Option {
  readonly value: string;
  /** As it is shown. */
  readonly text: string;
  readonly right: boolean;
}

/** One radio button for each answer. */
export function renderChoices(pad: Pad, options: readonly Option[]): TemplateResult {
  return renderRadios(pad, options, ({ text }) => renderNumbers(text));
}

/** Matrices to choose from, each as a picture with its letter. */
export function renderMatrices(pad: Pad, options: readonly Option[]): TemplateResult {
  return renderRadios(
    pad,
    options,
    ({ text, value }) => html`<span class="letter">${text}</span>${matrixPicture(value)}`,
  );
}

function renderRadios(
  { chosen, answered, choose }: Pad,
  options: readonly Option[],
  content: (option: Option) => TemplateResult,
): TemplateResult {
  return html`<div class="options">
    ${options.map(
      (option) =>
        html`<label class=${answered && option.right ? 'right' : ''}>
          <input
            type="radio"
            name="answer"
            value=${option.value}
            .checked=${option.value === chosen}
            ?disabled=${answered}
            @change=${() => choose(option.value)}
          />
          ${content(option)}
          ${answered && option.right ? html`<span class="mark" aria-hidden="true">✓</span>` : nothing}
        </label>`,
    )}
  </div>`;
}

/** Several rows of numbers are set as a small table, read out as the line that it stands for. */
export function renderNumbers(text: string): TemplateResult {
  if (!/^[−\d.,∞e\s/|]+$/.test(text) || !text.includes(' / ')) return html`<span>${text}</span>`;
  const rows = text.split(' / ').map((row) => row.split(' '));
  return html`<span class="visually-hidden">${text}</span
    ><span class="numbers" aria-hidden="true"
      >${rows.map((row) => html`<span>${row.map((cell) => html`<span>${cell}</span>`)}</span>`)}</span
    >`;
}

/** Side of a square of the picture, in its own units. */
const side = 14;
/** Of such a unit, and of a picture at its widest, in em. */
const unit = 0.0875;
const widest = 20;
/** From here on there is no room for digits. */
const mostDigits = 16;

function matrixPicture(text: string): TemplateResult {
  const rows = text.split(' / ').map((row) => row.split(' '));
  const largest = Math.max(...rows.flat().map((cell) => Math.abs(parsePrinted(cell))), 1);
  const [width, height] = [rows[0].length * side, rows.length * side];
  const cell = (value: string, row: number, column: number): TemplateResult | typeof nothing => {
    if (value === '0') return nothing;
    const share = Math.abs(parsePrinted(value)) / largest;
    const digits = rows[0].length <= mostDigits && value.length <= 2;
    return svg`<rect class=${value.startsWith('−') ? 'negative' : 'entry'} x=${column * side} y=${row * side}
        width=${side} height=${side} fill-opacity=${0.15 + 0.35 * share}></rect>
      ${digits ? svg`<text x=${(column + 0.5) * side} y=${(row + 0.5) * side}>${value}</text>` : nothing}`;
  };
  return html`<svg
    class="matrix ${width > height ? 'wide' : ''}"
    role="img"
    aria-label=${text}
    viewBox="0 0 ${width} ${height}"
    width=${`${Math.min(width * unit, widest)}em`}
  >
    <rect class="ground" width=${width} height=${height}></rect>
    ${rows.map((row, y) => row.map((value, x) => cell(value, y, x)))}
  </svg>`;
}
