import { settingsEn } from '../../src/words/parts/settings.js';
import { html, nothing, type CSSResultGroup, type TemplateResult } from 'lit';
import { query, state } from 'lit/decorators.js';
import type { Tensor } from '../../src/math/types.js';
import { MediaError } from '../../src/media/media-error.js';
import type { Session } from '../../src/session/session.js';
import { fileSentence, numbersSentence } from '../../src/words/media-sentence.js';
import { mediaEn } from '../../src/words/parts/media.js';
import { isWordKey, teach } from '../../src/words/say.js';
import { ConvElement } from '../shared/conv-element.js';
import { ConvLayerEvent } from '../shared/events.js';
import { baseStyles, controlStyles } from '../shared/styles.js';
import { themeStyles } from '../shared/theme.js';
import { seedIn } from '../shared/seed.js';
import { drawPreview } from './preview.js';
import { inputStyles } from './styles.js';

teach(settingsEn);

teach(mediaEn);

/** Samples that the menu offers; the one that is shown is always among them. */
const samples: readonly string[] = [
  'three-textures',
  'four-textures',
  'one-to-sixteen',
  'one-to-thirty-six',
  'one-to-forty-nine',
  'one-two-three-five',
  'powers-of-ten',
  'digit-3',
  'digit-8',
  'disc',
  'triangle',
  'cross',
  'square',
  'gradient-horizontal',
  'gradient-diagonal',
  'gradient-radial',
  'checkerboard',
  'stripes',
  'impulse',
  'random',
];
const imageSides = [8, 12, 16, 24, 32, 48, 64];
const axes = ['rows', 'columns', 'channels'] as const;
/** What was said last, and of which input. */
interface Message {
  readonly text: string;
  readonly about: Session['source'];
  readonly refused: boolean;
}

const largestSide = 64;
const mostChannels = 16;

/**
 * Gives a lab its input: a built-in sample of any size, numbers typed or pasted, or a picture chosen, dropped or
 * pasted. A bad file or text gets one sentence and the previous input stays. Nothing leaves the page.
 *
 * @tag conv-input
 * @summary Chooses what is convolved.
 *
 * @event {ConvLayerEvent} conv-layer - A person gave another input.
 */
export class ConvInput extends ConvElement {
  static override styles: CSSResultGroup = [baseStyles, themeStyles, controlStyles, inputStyles];

  @query('textarea') private readonly text!: HTMLTextAreaElement;
  @query('canvas') private readonly preview?: HTMLCanvasElement;
  @query('input[type=file]') private readonly picker!: HTMLInputElement;

  @state() private side = 16;
  @state() private imageChannels: 1 | 3 = 3;
  @state() private message: Message | null = null;
  @state() private dragging = false;
  private file: File | null = null;
  private shownInput: Tensor | null = null;
  private reading: AbortController | null = null;

  protected override updated(): void {
    const input = this.lab.session?.moment?.stages[0].input;
    if (!input || !this.preview || input === this.shownInput) return;
    this.shownInput = input;
    drawPreview(this.preview, input);
  }

  /**
   * Reads a picture, or a text of numbers, and makes it the input. A refused file leaves the previous input.
   * Resolves when it is done either way.
   */
  async readFile(file: File): Promise<void> {
    if (/^text\/(plain|csv)|json/.test(file.type) || /\.(csv|tsv|txt|json)$/i.test(file.name)) {
      await this.useText(await file.text());
      return;
    }
    this.file = file;
    await this.readPicture();
  }

  private async readPicture(): Promise<void> {
    const { file, lab } = this;
    if (!file || !lab.session) return;
    this.reading?.abort();
    const reading = new AbortController();
    this.reading = reading;
    try {
      const { readImage } = await import('../../src/media/image.js');
      const image = await readImage(file, {
        size: { maxSide: this.side },
        channels: this.imageChannels,
        signal: reading.signal,
      });
      const [rows, columns, channels] = image.tensor.shape;
      const told = lab.say('input.used.image', {
        name: file.name || lab.say('app.input'),
        width: image.originalWidth,
        height: image.originalHeight,
        ...{ rows, columns, channels },
      });
      this.use(lab.session, { kind: 'data', tensor: image.tensor, label: file.name }, told);
    } catch (error) {
      if (reading.signal.aborted) return;
      this.file = null;
      this.refuse(
        error instanceof MediaError ? fileSentence(lab.language, error) : lab.say('media.unreadable-file'),
      );
    }
  }

  private async useText(text: string): Promise<void> {
    const { parseNumbers } = await import('../../src/media/numbers.js');
    const { session } = this.lab;
    if (!session) return;
    const result = parseNumbers(text);
    if (!result.ok) {
      this.refuse(numbersSentence(this.lab.language, result.problem));
      return;
    }
    const [rows, columns, channels] = result.tensor.shape;
    const note = result.note ? ` ${this.lab.say(`numbers.note.${result.note}`)}` : '';
    const told = this.lab.say('input.used.numbers', { rows, columns, channels }) + note;
    this.file = null;
    this.use(session, { kind: 'data', tensor: result.tensor, label: '' }, told);
  }

  private use(session: Session, source: Session['source'], told: string | null): void {
    session.setSource(source);
    this.message = told === null ? null : { text: told, about: source, refused: session.problems.length > 0 };
    this.dispatchEvent(new ConvLayerEvent());
  }

  private refuse(reason: string): void {
    const { session } = this.lab;
    if (!session) return;
    this.message = { text: `${reason} ${this.lab.say('media.kept')}`, about: session.source, refused: true };
  }

  private chooseSample(session: Session, event: Event): void {
    this.file = null;
    this.use(session, { kind: 'sample', name: (event.target as HTMLSelectElement).value }, null);
  }

  private resize(session: Session, axis: number, event: Event): void {
    const { value, valueAsNumber } = event.target as HTMLInputElement;
    const input = session.plan.stages[0]?.input ?? session.moment?.stages[0]?.stage.input;
    if (value === '' || Number.isNaN(valueAsNumber) || !input) return;
    session.setLayer({ input: input.slice(1).map((size, i) => (i === axis ? valueAsNumber : size)) });
    this.dispatchEvent(new ConvLayerEvent());
  }

  private readonly onDrop = (event: DragEvent): void => {
    const file = event.dataTransfer?.files[0];
    this.dragging = false;
    if (!file) return;
    event.preventDefault();
    event.stopPropagation();
    void this.readFile(file);
  };

  private readonly onDragOver = (event: DragEvent): void => {
    if (!event.dataTransfer?.types.includes('Files')) return;
    event.preventDefault();
    this.dragging = true;
  };

  private readonly onPaste = (event: ClipboardEvent): void => {
    const file = event.clipboardData?.files[0];
    if (!file) return;
    event.preventDefault();
    event.stopPropagation();
    void this.readFile(file);
  };

  private renderSample(session: Session): TemplateResult {
    const { source } = session;
    const name = source.kind === 'sample' ? source.name : '';
    const menu = name === '' || samples.includes(name) ? samples : [...samples, name];
    const input = (
      session.plan.stages[0]?.input ??
      session.moment?.stages[0]?.stage.input ?? [1, 1, 1, 1]
    ).slice(1);
    return html`<label class="row">
        <span>${this.lab.say('input.sample')}</span>
        <select @change=${(event: Event) => this.chooseSample(session, event)}>
          ${name === '' ? html`<option value="" selected>–</option>` : nothing}
          ${menu.map((each) => {
            const key = `sample.${each}`;
            const label = isWordKey(key) ? this.lab.say(key) : each;
            return html`<option value=${each} ?selected=${each === name}>${label}</option>`;
          })}
        </select>
      </label>
      <div class="sizes" role="group" aria-label=${this.lab.say('field.input.label')}>
        ${axes.map(
          (axis, i) =>
            html`<label>
              ${this.lab.say(`field.${axis}`)}
              <input
                type="number"
                min="1"
                max=${axis === 'channels' ? mostChannels : largestSide}
                .value=${String(input[i])}
                @change=${(event: Event) => this.resize(session, i, event)}
              />
            </label>`,
        )}
      </div>`;
  }

  /** Random whole numbers of the same size; the seed makes them again. */
  private renderRandom(session: Session): TemplateResult {
    const { source } = session;
    const seed = source.kind === 'sample' && source.name === 'random' ? (source.seed ?? 1) : 0;
    const randomise = (wanted: number): void => {
      this.file = null;
      session.randomise('input', wanted);
      this.dispatchEvent(new ConvLayerEvent());
    };
    return html`<div class="random">
      <button @click=${() => randomise(seed + 1)}>${this.lab.say('edit.random.input')}</button>
      <label
        >${this.lab.say('edit.seed')}
        <input
          type="number"
          min="0"
          .value=${String(seed)}
          @change=${(event: Event) => randomise(seedIn(event, seed))}
        />
      </label>
    </div>`;
  }

  private renderPicture(): TemplateResult {
    return html`<div class=${this.dragging ? 'picture dragging' : 'picture'}>
      <button @click=${() => this.picker.click()}>${this.lab.say('input.image')}</button>
      <input
        class="visually-hidden"
        type="file"
        tabindex="-1"
        aria-hidden="true"
        accept="image/png,image/jpeg,image/webp,image/gif,image/bmp,.csv,.txt,.json"
        @change=${() => {
          const file = this.picker.files?.[0];
          if (file) void this.readFile(file);
          this.picker.value = '';
        }}
      />
      <span class="choices">
        <label>
          ${this.lab.say('input.image.side')}
          <select
            @change=${(event: Event) => {
              this.side = Number((event.target as HTMLSelectElement).value);
              void this.readPicture();
            }}
          >
            ${imageSides.map((side) => html`<option value=${side} ?selected=${side === this.side}>${side}</option>`)}
          </select>
        </label>
        <label>
          ${this.lab.say('input.image.channels')}
          <select
            @change=${(event: Event) => {
              this.imageChannels = (event.target as HTMLSelectElement).value === '1' ? 1 : 3;
              void this.readPicture();
            }}
          >
            <option value="3" ?selected=${this.imageChannels === 3}>
              ${this.lab.say('input.image.rgb')}
            </option>
            <option value="1" ?selected=${this.imageChannels === 1}>
              ${this.lab.say('input.image.grey')}
            </option>
          </select>
        </label>
      </span>
      <p class="help">${this.lab.say('input.image.help')}</p>
    </div>`;
  }

  private renderNumbers(): TemplateResult {
    return html`<details>
      <summary>${this.lab.say('input.numbers')}</summary>
      <textarea
        rows="5"
        spellcheck="false"
        aria-label=${this.lab.say('input.numbers')}
        aria-describedby="numbers-help"
        placeholder="1 2 3&#10;4 5 6&#10;7 8 9"
      ></textarea>
      <p class="help" id="numbers-help">${this.lab.say('input.numbers.help')}</p>
      <button @click=${() => void this.useText(this.text.value)}>
        ${this.lab.say('input.numbers.apply')}
      </button>
    </details>`;
  }

  /** A message goes when its input goes, e.g. by a reset or another size. */
  private renderMessage(session: Session): TemplateResult | typeof nothing {
    const { message } = this;
    if (!message || message.about !== session.source) return nothing;
    return html`<p class=${message.refused ? 'refusal' : 'told'}>${message.text}</p>`;
  }

  override render(): TemplateResult | typeof nothing {
    const { session } = this.lab;
    if (!session) return nothing;
    return html`<div
      class="panel"
      role="group"
      aria-label=${this.lab.say('input.label')}
      @drop=${this.onDrop}
      @dragover=${this.onDragOver}
      @dragleave=${() => (this.dragging = false)}
      @paste=${this.onPaste}
    >
      <canvas aria-hidden="true"></canvas>
      ${this.renderSample(session)} ${this.renderRandom(session)} ${this.renderPicture()}
      ${this.renderNumbers()}
      <div aria-live="polite">${this.renderMessage(session)}</div>
    </div>`;
  }
}
