import { html, nothing, type CSSResultGroup, type TemplateResult } from 'lit';
import { query, state } from 'lit/decorators.js';
import type { Problem, Tensor } from '../../src/math/types.js';
import type { Layout } from '../../src/media/layouts.js';
import { MediaError } from '../../src/media/media-error.js';
import { giveWeights } from '../../src/session/give-weights.js';
import type { Session } from '../../src/session/session.js';
import { fileSentence, layoutSentence, numbersSentence } from '../../src/words/media-sentence.js';
import { inputEn } from '../../src/words/parts/input.js';
import { mediaEn } from '../../src/words/parts/media.js';
import { settingsEn } from '../../src/words/parts/settings.js';
import { problemSentence } from '../../src/words/problem-sentence.js';
import { savedSentence } from '../../src/words/saved-sentence.js';
import { teach } from '../../src/words/say.js';
import { ConvElement } from '../shared/conv-element.js';
import { ConvLayerEvent } from '../shared/events.js';
import { baseStyles, controlStyles } from '../shared/styles.js';
import { themeStyles } from '../shared/theme.js';
import type { Camera } from './camera.js';
import { renderCamera } from './camera-part.js';
import type { DrawingPad } from './drawing-pad.js';
import { givenBy, inputPlace, placesOf, targetOf, type Given, type Place } from './given.js';
import { kept, renderMessage, type Message } from './message.js';
import { renderNumbers } from './numbers-part.js';
import { renderPictureChoices, type PictureChoices } from './picture-part.js';
import { drawPreview } from './preview.js';
import { renderSamples } from './sample-part.js';
import { inputStyles } from './styles.js';

teach(settingsEn);
teach(mediaEn);
teach(inputEn);

/**
 * Gives a lab its numbers: a built-in sample of any size, numbers typed or pasted, a file chosen, dropped or pasted (a
 * picture, a .npy array, a table, a saved layer), the camera, or a drawing; and the weights and biases of a stage from
 * any such numbers. A bad file or text gets one sentence and what was there stays. Nothing leaves the page.
 *
 * @tag conv-input
 * @summary Chooses what is convolved.
 *
 * @event {ConvLayerEvent} conv-layer - A person gave another input, other weights, or a saved layer.
 */
export class ConvInput extends ConvElement {
  static override styles: CSSResultGroup = [baseStyles, themeStyles, controlStyles, inputStyles];

  @query('input[type=file]') private readonly picker!: HTMLInputElement;
  @query('video') private readonly video?: HTMLVideoElement;

  @state() private choices: PictureChoices = { side: 16, channels: 3 };
  @state() private place: Place = inputPlace;
  @state() private layout: Layout | null = null;
  @state() private message: Message | null = null;
  @state() private dragging = false;
  /** Both are fetched when a person asks for them. */
  @state() private camera: Camera | null = null;
  @state() private pad: DrawingPad | null = null;
  /** Kept to be read again in another layout, size or number of channels. */
  private given: Given | null = null;
  private shownInput: Tensor | null = null;
  private reading: AbortController | null = null;

  protected override updated(): void {
    const input = this.lab.session?.moment?.stages[0].input;
    const canvases = this.renderRoot.querySelectorAll<HTMLCanvasElement>('.preview canvas');
    const stream = this.camera?.stream ?? null;
    if (this.video && this.video.srcObject !== stream) this.video.srcObject = stream;
    if (!input || input === this.shownInput) return;
    this.shownInput = input;
    canvases.forEach((canvas, i) => drawPreview(canvas, input, i === 0 ? null : i - 1));
  }

  /**
   * Reads a picture, a .npy array, a text of numbers or a saved layer, and uses it. A refused file changes nothing.
   * Resolves when it is done either way.
   */
  async readFile(file: File): Promise<void> {
    try {
      this.given = await givenBy(file);
    } catch (error) {
      this.refuseFile(error);
      return;
    }
    await this.readAgain();
  }

  private async readText(text: string): Promise<void> {
    this.given = { kind: 'text', text, name: '' };
    await this.readAgain();
  }

  /** Reads what was given last, as it is asked for now. */
  private async readAgain(): Promise<void> {
    const { given } = this;
    const { session } = this.lab;
    if (!given || !session) return;
    if (given.kind === 'picture') await this.readPicture(given.file);
    else if (given.kind === 'text' && given.text.trimStart().startsWith('{')) {
      await this.openSaved(session, given.text);
    } else await this.readNumbers(session, given);
  }

  private async readPicture(file: File): Promise<void> {
    this.reading?.abort();
    const reading = new AbortController();
    this.reading = reading;
    const { side, channels } = this.choices;
    try {
      const { readImage } = await import('../../src/media/image.js');
      const image = await readImage(file, { size: { maxSide: side }, channels, signal: reading.signal });
      const told = this.lab.say('input.used.image', {
        name: file.name || this.lab.say('app.input'),
        width: image.originalWidth,
        height: image.originalHeight,
        ...sizesOf(image.tensor),
      });
      this.useImage(image.tensor, file.name, told);
    } catch (error) {
      if (reading.signal.aborted) return;
      this.given = null;
      this.refuseFile(error);
    }
  }

  private async readNumbers(session: Session, given: Exclude<Given, { kind: 'picture' }>): Promise<void> {
    const { arrangeNumbers, parseNumbers } = await import('../../src/media/numbers.js');
    const plan = session.problems.length > 0 ? session.moment?.plan : session.plan;
    if (!plan) return;
    const place = this.placeIn(placesOf(plan));
    const options = { target: targetOf(plan, place), layout: this.layout ?? undefined };
    const result =
      given.kind === 'text' ? parseNumbers(given.text, options) : arrangeNumbers(given.array, options);
    const { language } = this.lab;
    if (!result.ok) {
      this.refuse(numbersSentence(language, result.problem), place.kind);
      return;
    }
    const { tensor, choice, note } = result;
    const parts = [
      place.kind === 'input'
        ? this.lab.say('input.used.numbers', sizesOf(tensor))
        : this.lab.say(`input.used.${place.kind}`, { shape: tensor.shape.join('×') }),
      layoutSentence(language, choice),
      note ? this.lab.say(`numbers.note.${note}`) : '',
    ];
    const told = parts.filter((part) => part !== '').join(' ');
    const other = choice.other ?? null;
    if (place.kind === 'input') this.useImage(tensor, given.name, told, other);
    else this.useWeights(session, place, tensor, told, other);
  }

  private async openSaved(session: Session, text: string): Promise<void> {
    const { readSaved } = await import('../../src/session/read-saved.js');
    const result = readSaved(text);
    this.given = null;
    if (!result.ok) {
      this.refuse(savedSentence(this.lab.language, result.problem), 'all');
      return;
    }
    session.open(result.document);
    const { document } = session;
    this.tell(this.lab.say('input.used.saved'), (now) => now.document === document);
    this.dispatchEvent(new ConvLayerEvent());
  }

  private useImage(tensor: Tensor, label: string, told: string | null, other: Layout | null = null): void {
    const { session } = this.lab;
    if (!session) return;
    session.setSource({ kind: 'data', tensor, label });
    const { source } = session;
    const [problem] = session.problems;
    if (told === null) this.message = null;
    else
      this.tell(this.withReason(told, problem), (now) => now.source === source, other, problem !== undefined);
    this.dispatchEvent(new ConvLayerEvent());
  }

  /** Numbers may be taken that the layer cannot run on: the reason stands beside them, too. */
  private withReason(told: string, problem: Problem | undefined): string {
    if (!problem) return told;
    return [told, problemSentence(this.lab.language, problem), this.lab.say('figure.stays')].join(' ');
  }

  private useWeights(
    session: Session,
    { kind, stage }: Place,
    tensor: Tensor,
    told: string,
    other: Layout | null,
  ): void {
    const problem = giveWeights(session, stage, kind === 'bias' ? { bias: tensor } : { weights: tensor });
    if (problem) {
      this.refuse(problemSentence(this.lab.language, problem), kind);
      return;
    }
    const given = session.weights[stage];
    this.tell(told, (now) => now.weights[stage] === given, other);
    this.dispatchEvent(new ConvLayerEvent());
  }

  private tell(text: string, stands: Message['stands'], other: Layout | null = null, refused = false): void {
    this.message = { text, refused, other, stands };
  }

  /** @param kind of the numbers that stay as they are */
  private refuse(reason: string, kind: Place['kind'] | 'all' = 'input'): void {
    const { lab } = this;
    const { session } = lab;
    if (!session) return;
    const { document } = session;
    const text = `${reason} ${lab.say(kept[kind])}`;
    this.tell(text, (now) => now.document === document, null, true);
  }

  private refuseFile(error: unknown): void {
    const { lab } = this;
    this.refuse(
      error instanceof MediaError ? fileSentence(lab.language, error) : lab.say('media.unreadable-file'),
    );
  }

  /** The chosen place, while the layer has it. */
  private placeIn(places: readonly Place[]): Place {
    const { kind, stage } = this.place;
    return places.find((place) => place.kind === kind && place.stage === stage) ?? inputPlace;
  }

  private async toggleCamera(): Promise<void> {
    if (this.camera?.isOn) {
      this.camera.close();
      return;
    }
    const { Camera } = await import('./camera.js');
    this.camera ??= new Camera(this);
    if (this.isConnected) await this.camera.open();
  }

  private async togglePad(): Promise<void> {
    const { DrawingPad } = await import('./drawing-pad.js');
    this.pad ??= new DrawingPad(this, this.lab, (image) => this.useImage(image, '', null));
    this.pad.toggle();
  }

  private async takePicture(): Promise<void> {
    const { video, camera } = this;
    const file = video && camera ? await camera.take(video, this.lab.say('camera.name')) : null;
    if (!file) {
      this.refuse(this.lab.say(video?.videoWidth ? 'media.pixels-withheld' : 'camera.early'));
      return;
    }
    camera?.close();
    await this.readFile(file);
  }

  private readonly onOther = (layout: Layout): void => {
    this.layout = layout;
    void this.readAgain();
  };

  private readonly onSample = (): void => {
    this.given = null;
    this.dispatchEvent(new ConvLayerEvent());
  };

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

  /** The input whole, and each of its channels where there are several. */
  private renderPreview(channels: number): TemplateResult {
    return html`<div class="preview" role="img" aria-label=${this.lab.say('input.preview')}>
      <canvas></canvas>
      ${Array.from(
        { length: channels > 1 ? channels : 0 },
        (_, channel) =>
          html`<span>
            <canvas></canvas>
            ${this.lab.say('input.channel', { channel: channel + 1 })}
          </span>`,
      )}
    </div>`;
  }

  private renderFile(): TemplateResult {
    const { lab, camera, pad } = this;
    const isCamera = camera?.isOn ?? false;
    const isPad = pad?.open ?? false;
    return html`<div class=${this.dragging ? 'picture dragging' : 'picture'}>
      <div class="random">
        <button @click=${() => this.picker.click()}>${lab.say('input.file')}</button>
        <button aria-pressed=${isCamera} @click=${() => void this.toggleCamera()}>
          ${lab.say(isCamera ? 'camera.close' : 'camera.open')}
        </button>
        <button aria-expanded=${isPad} @click=${() => void this.togglePad()}>
          ${lab.say(isPad ? 'pad.close' : 'pad.open')}
        </button>
      </div>
      <input
        class="visually-hidden"
        type="file"
        tabindex="-1"
        aria-hidden="true"
        accept="image/png,image/jpeg,image/webp,image/gif,image/bmp,.npy,.csv,.tsv,.txt,.json"
        @change=${() => {
          const file = this.picker.files?.[0];
          if (file) void this.readFile(file);
          this.picker.value = '';
        }}
      />
      ${camera ? renderCamera(lab, camera, () => void this.takePicture()) : nothing}
      ${pad?.render() ?? nothing}
      ${renderPictureChoices(lab, this.choices, (choices) => {
        this.choices = choices;
        if (this.given?.kind === 'picture') void this.readAgain();
      })}
      <p class="help">${lab.say('input.file.help')}</p>
    </div>`;
  }

  private renderNumbers(session: Session): TemplateResult {
    const places = placesOf(
      session.problems.length > 0 ? (session.moment?.plan ?? session.plan) : session.plan,
    );
    return renderNumbers(this.lab, {
      places,
      place: this.placeIn(places),
      layout: this.layout,
      onPlace: (place) => {
        this.place = place;
        this.layout = null;
      },
      onLayout: (layout) => {
        this.layout = layout;
        if (this.given && this.given.kind !== 'picture') void this.readAgain();
      },
      onText: (text) => void this.readText(text),
    });
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
      ${this.renderPreview(session.moment?.stages[0].input.shape[3] ?? 1)}
      ${renderSamples(this.lab, session, this.onSample)} ${this.renderFile()} ${this.renderNumbers(session)}
      <div aria-live="polite">${renderMessage(this.lab, session, this.message, this.onOther)}</div>
    </div>`;
  }
}

function sizesOf({
  shape: [rows, columns, channels],
}: Tensor): Record<'rows' | 'columns' | 'channels', number> {
  return { rows, columns, channels };
}
