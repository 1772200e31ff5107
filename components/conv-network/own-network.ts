import { html, nothing, type ReactiveControllerHost, type TemplateResult } from 'lit';
import { readNetwork, type NetworkProblem, type ReadNetwork, type Shape } from '../../src/networks/index.js';
import { exampleForms, examples } from '../../src/views/networks/examples.js';
import { networkProblemSentence, readingSentence } from '../../src/views/networks/report-sentence.js';
import { formatCount } from '../../src/words/numbers.js';
import type { Surroundings } from '../shared/surroundings.js';

/** Sentences of a list before the rest is only counted. */
const mostSentences = 20;

/** A shape as it is typed: `224x224x3`; undefined for nothing, null for what is none. */
function readShape(text: string): Shape | undefined | null {
  if (text.trim() === '') return undefined;
  const sizes = text
    .trim()
    .split(/\s*[x×,\s]\s*/i)
    .map(Number);
  return sizes.length <= 3 && sizes.every((size) => Number.isSafeInteger(size) && size > 0) ? sizes : null;
}

/** A network of the reader's own: pasted or opened, and what was found while reading it. */
export class OwnNetwork {
  private readonly host: ReactiveControllerHost;
  /** Told after something was read. */
  private readonly changed: () => void;
  private given: string | Uint8Array = '';
  private input = '';
  private failure: string | null = null;
  private result: ReadNetwork | null = null;

  constructor(host: ReactiveControllerHost, changed: () => void) {
    this.host = host;
    this.changed = changed;
  }

  /** What was read; null before anything was. */
  get read(): ReadNetwork | null {
    return this.result;
  }

  /** The text that was read; '' for a file of bytes. */
  get text(): string {
    return typeof this.given === 'string' ? this.given : '';
  }

  take(given: string | Uint8Array): void {
    this.given = given;
    this.failure = null;
    const shape = readShape(this.input);
    this.result = shape === null ? null : readNetwork(given, shape);
    this.host.requestUpdate();
    this.changed();
  }

  private async open(event: Event): Promise<void> {
    const field = event.target as HTMLInputElement;
    const [file] = field.files ?? [];
    field.value = '';
    if (!file) return;
    try {
      const isGraph = /\.onnx$/i.test(file.name);
      this.take(isGraph ? new Uint8Array(await file.arrayBuffer()) : await file.text());
    } catch (error) {
      this.failure = error instanceof Error ? error.message : String(error);
      this.host.requestUpdate();
    }
  }

  private setInput(text: string): void {
    this.input = text;
    if (this.result || this.given.length > 0) this.take(this.given);
    else this.host.requestUpdate();
  }

  /** @param problems of the network that was read */
  render(problems: readonly NetworkProblem[], rows: number, around: Surroundings): TemplateResult {
    const { say } = around;
    return html`<section class="own" part="own">
      <label>
        <span class="name">${say('network.own.text')}</span>
        <textarea
          rows="9"
          spellcheck="false"
          autocomplete="off"
          data-does="text"
          .value=${this.text}
        ></textarea>
      </label>
      ${this.renderTools(around)}
      <p class="note">${say('network.own.help')}</p>
      ${this.renderReport(problems, rows, around)}
    </section>`;
  }

  private renderTools({ say }: Surroundings): TemplateResult {
    const read = (event: Event): void => {
      const form = (event.currentTarget as Element).closest('.own')!;
      this.take(form.querySelector('textarea')!.value);
    };
    return html`<div class="tools">
      <button class="primary" data-does="read" @click=${read}>${say('network.own.read')}</button>
      <label class="file"
        ><input
          type="file"
          accept=".onnx,.txt,.json,.md,.log"
          @change=${(event: Event) => this.open(event)}
        /><span>${say('network.own.open')}</span></label
      >
      <label
        ><span class="name">${say('network.own.input')}</span
        ><input
          type="text"
          size="12"
          data-does="input"
          placeholder="224x224x3"
          spellcheck="false"
          autocomplete="off"
          aria-invalid=${readShape(this.input) === null ? 'true' : nothing}
          .value=${this.input}
          @change=${(event: Event) => this.setInput((event.target as HTMLInputElement).value)}
      /></label>
      <span class="examples" role="group" aria-label=${say('network.own.examples')}>
        ${exampleForms.map(
          (form) =>
            html`<button data-example=${form} @click=${() => this.take(examples[form])}>
              ${say(`network.own.example.${form}`)}
            </button>`,
        )}
      </span>
    </div>`;
  }

  private renderReport(
    problems: readonly NetworkProblem[],
    rows: number,
    { say, language }: Surroundings,
  ): TemplateResult {
    const { result, failure, input } = this;
    const wrong = [
      ...(failure === null ? [] : [say('network.own.failed', { message: failure })]),
      ...(readShape(input) === null ? [say('network.own.bad-input', { given: input })] : []),
      ...(result?.problems ?? []).map((each) => readingSentence(language, each)),
      ...(result?.spec ? problems : []).map((each) => networkProblemSentence(language, each)),
    ];
    const notes = (result?.notes ?? []).map((each) => readingSentence(language, each));
    const format = result?.spec ? result.format : null;
    return html`<div role="status">
      ${
        format === null
          ? nothing
          : html`<p>
              ${say('network.own.format', {
                format: say(`network.own.format.${format}`),
                count: formatCount(rows),
              })}
            </p>`
      }
      ${renderSentences(say('network.own.problems'), wrong, say)}
      ${renderSentences(say('network.own.notes'), notes, say, 'notes')}
    </div>`;
  }
}

function renderSentences(
  title: string,
  sentences: readonly string[],
  say: Surroundings['say'],
  kind: 'status' | 'notes' = 'status',
): TemplateResult | typeof nothing {
  if (sentences.length === 0) return nothing;
  const more = sentences.length - mostSentences;
  return html`<div class=${kind} data-report=${kind}>
    <h3>${title}</h3>
    <ul>
      ${sentences.slice(0, mostSentences).map((sentence) => html`<li>${sentence}</li>`)}
      ${more > 0 ? html`<li>${say('network.own.more', { count: formatCount(more) })}</li>` : nothing}
    </ul>
  </div>`;
}
