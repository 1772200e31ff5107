import { html, nothing, type CSSResultGroup, type PropertyValues, type TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import type { Activation, Pair, Tensor } from '../../src/math/types.js';
import { affordable } from '../../src/session/affordable.js';
import type { StageView } from '../../src/timeline/types.js';
import { scaleOf, whiteOf, type FilterScale } from '../../src/views/filter/pixels.js';
import { cellBeside } from '../../src/views/filter/place.js';
import { taskOf, type FilterSettings, type FilterTask, type Picture } from '../../src/views/filter/task.js';
import { filterEn } from '../../src/words/parts/filter.js';
import { inputEn } from '../../src/words/parts/input.js';
import { mediaEn } from '../../src/words/parts/media.js';
import { settingsEn } from '../../src/words/parts/settings.js';
import { teach } from '../../src/words/say.js';
import { wholeOf, wordOf } from '../shared/converters.js';
import { ConvOpenWindowEvent } from '../shared/events.js';
import { kernelOf, kernelSources, type KernelSource } from '../shared/kernel-source.js';
import { Laboratory } from '../shared/laboratory.js';
import { numberSliderStyles, wholeWithin } from '../shared/number-slider.js';
import { PictureDrop } from '../shared/picture-drop.js';
import { segmentedStyles } from '../shared/segmented.js';
import { baseStyles, controlStyles } from '../shared/styles.js';
import { themeStyles } from '../shared/theme.js';
import { activations, renderControls, type Choice } from './controls.js';
import { fillFields, resized } from './kernel-grid.js';
import { Live } from './live.js';
import { renderLook } from './look.js';
import { renderLoupe } from './loupe.js';
import { loupeStyles } from './loupe-styles.js';
import { openAsCells } from './open.js';
import { Painter, Ranges } from './paint.js';
import { allSamples, Pictures } from './pictures.js';
import { renderStage } from './stage.js';
import { stageStyles } from './stage-styles.js';
import { renderStatus } from './status.js';
import { filterStyles } from './styles.js';
import { FilterWork, type Answer } from './work.js';

teach(filterEn);
teach(settingsEn);
teach(mediaEn);
teach(inputEn);

const paddings = ['same', 'valid'] as const;
const scales = ['auto', 'picture', 'signed'] as const;
const layouts = ['wipe', 'beside'] as const;

/** What is shown of a result. */
interface Seen {
  /** Null while there is none of the picture that is seen. */
  readonly answer: Answer | null;
  readonly scale: FilterScale;
  /** End of the signed colours, or what is white. */
  readonly range: number;
  readonly channel: number;
}

/**
 * A whole picture through one kernel: a sample, a file that is chosen, dropped or pasted, or the camera as it goes, up to 1024
 * pixels a side. Original and result lie over each other with a wipe, or side by side; a pixel that is pointed at shows its
 * window, the products and the output. In a lab it may take a slice of the layer's weights, and makes the window of a pinned
 * pixel the lab's layer. All numbers come from the engine; nothing leaves the page.
 *
 * @tag conv-filter
 * @summary A picture or the camera through one kernel, pixel by pixel to be read.
 * @event {Event} change - A person chose another picture, kernel, setting or view.
 * @event {ConvOpenWindowEvent} conv-open-window - The window of a pinned pixel was made the lab's layer.
 * @csspart controls - Where picture and kernel come from, and the settings.
 * @csspart look - How picture and result are shown, with the legend.
 * @csspart stage - Picture and result.
 * @csspart loupe - The numbers of one pixel.
 */
export class ConvFilter extends Laboratory {
  static override styles: CSSResultGroup = [
    baseStyles,
    themeStyles,
    controlStyles,
    numberSliderStyles,
    segmentedStyles,
    filterStyles,
    stageStyles,
    loupeStyles,
  ];

  /** Name of a built-in picture, such as `landscape`, `test-chart`, `disc` or `checkerboard`. */
  @property({ converter: wordOf<string>(allSamples, 'landscape') }) sample = 'landscape';

  /** Rows and columns of a built-in picture, 8 to 1024. */
  @property({ converter: wholeOf(8, 1024, 512) }) side = 512;

  /**
   * `identity`, `box`, `gaussian`, `sharpen`, `sobel-x`, `sobel-y`, `laplacian`, `emboss`, `checker`, `own` for `values`, or
   * `layer` for the lab's weights.
   */
  @property({ converter: wordOf(kernelSources, 'sobel-x') }) kernel: KernelSource = 'sobel-x';

  /** Rows and columns of a named kernel: 3, 5 or 7. */
  @property({ type: Number }) size = 3;

  /** Numbers of an own kernel: rows on lines, or a nested list, `[[1, 2], [3, 4]]`. */
  @property() values = '';

  /** Input channel of the layer's slice, counted from 0. */
  @property({ type: Number }) channel = 0;

  /** Filter of the layer's slice, counted from 0. */
  @property({ type: Number }) filter = 0;

  /** Pixels from one window to the next, 1 to 8. */
  @property({ converter: wholeOf(1, 8, 1) }) stride = 1;

  /** Pixels from one tap to the next, 1 to 16. */
  @property({ converter: wholeOf(1, 16, 1) }) dilation = 1;

  /** `same`: as many zeros around the picture as keep its size (TensorFlow's); `valid`: none. */
  @property({ converter: wordOf(paddings, 'same') }) padding: 'valid' | 'same' = 'same';

  /** Added to every sum. */
  @property({ type: Number }) bias = 0;

  /** `none`, `relu`, `relu6` or `h-swish`, done to every sum with its bias. */
  @property({ converter: wordOf(activations, 'none') }) activation: Activation = 'none';

  /** Filters red, green and blue, each by itself, in place of their luma. */
  @property({ type: Boolean }) colour = false;

  /** In colour, the channel that is shown with sign and that the loupe reads: 0, 1 or 2. */
  @property({ converter: wholeOf(0, 2, 0) }) shown = 0;

  /**
   * `picture`: from black, 0, to what a white picture comes out as; `signed`: the colours of all views, 0 in the middle; `auto`:
   * a picture where the weights add up to more than 0.
   */
  @property({ converter: wordOf(scales, 'auto') }) scale: 'auto' | FilterScale = 'auto';

  /** `wipe`: the result over the picture; `beside`: next to it. */
  @property({ converter: wordOf(layouts, 'wipe') }) layout: 'wipe' | 'beside' = 'wipe';

  /** Percent of the width at which the result begins, 0 to 100. */
  @property({ type: Number }) wipe = 50;

  @query('input[type=file]') private readonly picker!: HTMLInputElement;
  /** The output pixel that is pointed at or pinned. */
  @state() private place: Pair | null = null;
  @state() private pinned = false;
  private readonly pictures = new Pictures(this);
  private readonly work = new FilterWork(this);
  private readonly painter = new Painter();
  private readonly live = new Live(this, {
    video: () => this.renderRoot.querySelector('video'),
    show: (frame) => this.showFrame(frame),
    fail: (error) => {
      this.pictures.refusal = error;
    },
  });
  private readonly drop = new PictureDrop(this, (file) => this.readFile(file), { inner: true });
  /** What is asked of the engine, or was. */
  private task: FilterTask | null = null;
  private taskKey = '';
  private readonly ranges = new Ranges();

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.painter.rest();
  }

  /** Filters a picture: PNG, JPEG, WebP, GIF or BMP. What is no picture is told, and what was there stays. */
  readFile(file: File): void {
    this.live.camera.close();
    this.pictures.give({ kind: 'file', file });
    this.tell();
  }

  private get layer(): StageView | null {
    return this.surroundings.lab?.session.moment?.stages[0] ?? null;
  }

  private get source(): KernelSource {
    return this.kernel === 'layer' && !this.layer ? 'sobel-x' : this.kernel;
  }

  private get sides(): number {
    return [3, 5, 7].includes(this.size) ? this.size : 3;
  }

  private get weights(): Tensor {
    const { source, sides, values, layer, channel, filter } = this;
    return kernelOf({ source, sides: [sides, sides], seed: 1, values, layer, channel, filter });
  }

  private get settings(): FilterSettings {
    const { padding, bias, activation } = this;
    return {
      stride: wholeWithin(this.stride, 1, 8),
      dilation: wholeWithin(this.dilation, 1, 16),
      padding,
      bias: Number.isFinite(bias) ? bias : 0,
      activation,
    };
  }

  private get shownChannel(): number {
    return this.colour ? wholeWithin(this.shown, 0, 2) : 0;
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    if (this.hasUpdated && changed.has('sample')) this.pictures.given = { kind: 'sample' };
    const channels = this.colour ? 3 : 1;
    this.pictures.follow({ sample: this.sample, side: wholeWithin(this.side, 8, 1024), channels });
    const { picture } = this.pictures;
    if (picture && !this.live.camera.stream) void this.compute(picture);
  }

  /** Asks for the result, unless it was asked for already. */
  private async compute(picture: Picture): Promise<void> {
    const { weights, settings } = this;
    const key = [weights.shape, weights.data, ...Object.values(settings)].join();
    if (picture === this.task?.picture && key === this.taskKey) return;
    const task = taskOf(picture, weights, settings);
    this.task = { ...task, plan: affordable(task.plan) };
    this.taskKey = key;
    if (this.task.plan.problems.length > 0) this.work.stop();
    else await this.work.run(this.task);
  }

  private async showFrame(frame: ImageData): Promise<void> {
    this.pictures.give({ kind: 'frame', frame });
    this.pictures.follow({ sample: '', side: 0, channels: this.colour ? 3 : 1 });
    if (this.pictures.picture) await this.compute(this.pictures.picture);
    await this.updateComplete;
  }

  /** What is seen of the result: how it is coloured, and whether it is of the picture that is seen. */
  private get seen(): Seen {
    const { shownPicture, shownChannel: channel } = this;
    const { answer } = this.work;
    const current = answer?.task.picture === shownPicture ? answer : null;
    const kernel = current?.task.kernel ?? this.weights;
    const scale = this.scale === 'auto' ? scaleOf(kernel) : this.scale;
    const white = whiteOf(kernel, shownPicture?.white ?? 1);
    const range = current && scale === 'signed' ? this.ranges.of(current, channel) : white;
    return { answer: current, scale, range, channel };
  }

  protected override updated(): void {
    const { theme } = this.surroundings;
    const { shownPicture, seen } = this;
    if (!theme || !shownPicture) return;
    const [original, result] = this.renderRoot.querySelectorAll<HTMLCanvasElement>('.pane canvas');
    this.painter.paint([original ?? null, result ?? null], shownPicture, seen.answer, { ...seen, theme });
    fillFields(this.renderRoot, this.shadowRoot?.activeElement ?? null);
    this.live.follow();
    const { cell } = this;
    if (cell && seen.answer) void this.work.read(seen.answer, cell, seen.channel);
  }

  /** The picture that is seen: while the camera goes, the one whose result is seen. */
  private get shownPicture(): Picture | null {
    const { picture } = this.pictures;
    return this.live.camera.stream ? (this.work.answer?.task.picture ?? picture) : picture;
  }

  private get cell(): Pair | null {
    const stage = this.work.answer?.task.plan.stages[0];
    return stage && this.place ? cellBeside(stage, this.place, [0, 0]) : null;
  }

  private readonly choose = (change: Choice): void => {
    const { sample, size } = change;
    if (sample !== undefined) {
      this.live.camera.close();
      this.pictures.give({ kind: 'sample' });
    }
    const values = size !== undefined && this.source === 'own' ? resized(this.weights, size) : this.values;
    Object.assign(this, { values, ...change });
    this.tell();
  };

  private toggleCamera(): void {
    const { camera } = this.live;
    this.pictures.refusal = null;
    if (camera.isOn) camera.close();
    else void camera.open();
  }

  private setWipe(percent: number): void {
    this.wipe = Math.min(Math.max(percent, 0), 100);
    this.tell();
  }

  private open(answer: Answer, cell: Pair): void {
    const { lab } = this.surroundings;
    if (!lab) return;
    openAsCells(lab.session, answer.task, cell, this.shownChannel);
    this.dispatchEvent(new ConvOpenWindowEvent());
  }

  private renderControls(): TemplateResult {
    const { say } = this.surroundings;
    const { sample, source, sides, layer, channel, filter, settings, choose } = this;
    const kernel = this.weights;
    return renderControls({
      ...{ say, sample, source, kernel, layer, channel, filter, settings, choose },
      size: source === 'own' ? kernel.shape[0] : sides,
      given: this.pictures.given.kind,
      cameraOn: this.live.camera.isOn,
      openFile: () => this.picker.click(),
      toggleCamera: () => this.toggleCamera(),
    });
  }

  private renderPicture({ tensor }: Picture, { answer }: Seen): TemplateResult {
    const { cell, pinned, wipe, layout } = this;
    return renderStage({
      ...{ cell, pinned, layout, wipe: Math.min(Math.max(wipe, 0), 100), say: this.surroundings.say },
      size: [tensor.shape[0], tensor.shape[1]],
      stage: answer?.task.plan.stages[0] ?? null,
      busy: this.work.busy,
      point: (place) => {
        if (!this.pinned) this.place = place;
      },
      pin: (place) => {
        this.place = place;
        this.pinned = place !== null;
      },
      setWipe: (percent) => this.setWipe(percent),
    });
  }

  private renderLoupe({ answer, channel }: Seen): TemplateResult {
    const { cell, pinned, colour } = this;
    const { say, lab } = this.surroundings;
    return renderLoupe(answer && cell ? this.work.reading : null, {
      ...{ say, pinned },
      channelName: colour ? say(`filter.channel.${channel as 0 | 1 | 2}`) : '',
      open: lab && answer && cell ? () => this.open(answer, cell) : null,
      letGo: () => {
        this.place = null;
        this.pinned = false;
      },
    });
  }

  private renderPicker(): TemplateResult {
    return html`<input
      class="visually-hidden"
      type="file"
      tabindex="-1"
      aria-hidden="true"
      accept="image/png,image/jpeg,image/webp,image/gif,image/bmp"
      @change=${() => {
        const file = this.picker.files?.[0];
        if (file) this.readFile(file);
        this.picker.value = '';
      }}
    />`;
  }

  override render(): TemplateResult | typeof nothing {
    const { say, language, theme } = this.surroundings;
    const { shownPicture, seen, pictures, live, work, colour, scale, layout, choose } = this;
    if (!theme) return nothing;
    const plan = this.task?.plan ?? null;
    const look = { say, colour, scale, layout, theme, choose, chosenScale: seen.scale, shown: seen.channel };
    return html`<div
      class=${['laboratory', layout === 'wipe' ? 'wiped' : '', this.drop.dragging ? 'dragging' : ''].join(' ')}
      role="group"
      aria-label=${say('filter.label')}
      data-drop=${say('filter.drop')}
    >
      ${this.renderControls()} ${this.renderPicker()}
      <div class="main">
        ${renderLook({ ...look, range: seen.range })}
        ${shownPicture ? this.renderPicture(shownPicture, seen) : nothing}
        ${renderStatus({ say, language, pictures, live, work, plan, colour })}
        <p class="small" id="keys">${say('filter.keys')}</p>
      </div>
      ${this.renderLoupe(seen)}
      ${live.camera.stream ? html`<video class="visually-hidden" playsinline .muted=${true} aria-hidden="true"></video>` : nothing}
    </div>`;
  }
}
