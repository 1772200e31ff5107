import { html, nothing, type CSSResultGroup, type PropertyValues, type TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import type { ViewIntent } from '../../src/timeline/types.js';
import type { SceneLabel } from '../../src/views/scene/labels.js';
import { cameraPresets, type CameraPreset } from '../../src/views/scene/panes.js';
import type { Road } from '../../src/views/scene/choreography/choreography.js';
import { SceneView } from '../../src/views/scene/scene-view.js';
import type { ViewTheme } from '../../src/views/theme.js';
import { ConvElement } from '../shared/conv-element.js';
import { ConvIntentEvent } from '../shared/events.js';
import { icon } from '../shared/icons.js';
import type { PictureModel } from '../shared/lab.js';
import { handleStageKey, stageKeys, type StageActions } from '../shared/keys.js';
import { sentenceOfLab } from '../shared/sentence.js';
import { baseStyles, controlStyles } from '../shared/styles.js';
import { themeStyles } from '../shared/theme.js';
import { LabelLayer } from './label-layer.js';
import { labelText } from './label-text.js';
import { paintLegend, renderLegend } from './legend.js';
import { labelStyles, sceneStyles } from './styles.js';

/** Pixels of a drag that one key press amounts to. */
const keyDrag = 40;

/**
 * The layer in three dimensions: input, bench, output and the rack of filters. Drag turns it, a click pins a cell;
 * it never takes the page's scrolling.
 *
 * @tag conv-scene
 * @summary Three-dimensional view of a lab.
 *
 * @event {ConvIntentEvent} conv-intent - A person points at a cell, pins it or lets go.
 * @csspart tools - The buttons for the view.
 * @csspart foot - Below the picture: the buttons, and what the colours mean.
 * @csspart stage - The picture, which takes the keyboard's focus.
 * @cssproperty --conv-background - Background of the picture.
 */
export class ConvScene extends ConvElement {
  static override styles: CSSResultGroup = [baseStyles, themeStyles, controlStyles, labelStyles, sceneStyles];

  /** `overview`, `front`, `kernel` (the bench) or `output`; without it, or null, what fits the size. */
  @property() camera?: CameraPreset | null;
  /** Of a transposed convolution: `scatter` (stamps that land) or `gather` (a window on a stretched input); by default as the walk goes. */
  @property() road?: Road;

  @query('canvas') private readonly canvas!: HTMLCanvasElement;
  @query('.stage') private readonly stage!: HTMLElement;
  @query('.labels') private readonly labels!: HTMLElement;
  @query('dialog') private readonly help!: HTMLDialogElement;

  @state() private chosenCamera: CameraPreset | null = null;
  @state() private lacksGpu = false;
  private view: SceneView | null = null;
  private labelLayer: LabelLayer | null = null;
  private readonly stops: (() => void)[] = [];
  /** Of the picture that is drawn next, in CSS pixels. */
  private drawnSize: readonly [width: number, height: number] = [0, 0];
  private shownTheme: unknown = null;
  private shownMotion: boolean | null = null;

  override connectedCallback(): void {
    super.connectedCallback();
    this.requestUpdate();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    for (const stop of this.stops.splice(0)) stop();
    this.view?.dispose();
    this.view = null;
    this.labelLayer = null;
    if (this.hasUpdated) this.labels.replaceChildren();
  }

  protected override updated(changed: PropertyValues): void {
    const { theme, reducedMotion, session } = this.lab;
    if (!theme || !this.isConnected) return;
    const view = this.view ?? this.openView(theme);
    if (theme !== this.shownTheme) {
      this.shownTheme = theme;
      this.labelLayer?.forgetSizes();
      view.setTheme(theme);
    }
    if (reducedMotion !== this.shownMotion) {
      this.shownMotion = reducedMotion;
      view.setReducedMotion(reducedMotion);
    }
    view.setRoad(this.chosenRoad);
    if (changed.has('camera')) this.followCamera(changed.get('camera'));
    paintLegend(this.renderRoot, theme);
    if (session?.moment) view.show(session.moment);
  }

  /** Width and height of the picture on the page, in CSS pixels. */
  get pictureSize(): readonly [width: number, height: number] {
    return [this.stage.clientWidth, this.stage.clientHeight];
  }

  /**
   * The picture with its words, as it stands: pixels of its own, for a file or a page.
   * @param scale pixels of the picture per CSS pixel
   * @returns null where it cannot be drawn so large, or not yet
   */
  async picture(scale: number): Promise<HTMLCanvasElement | null> {
    const { paintLabels } = await import('./paint-labels.js');
    const canvas = this.view?.toCanvas(scale) ?? null;
    const background = this.lab.theme?.background;
    const context = canvas?.getContext('2d');
    if (context && background) paintLabels(context, this.labels, scale, background);
    return canvas;
  }

  /** For another picture like this one; null where there is none yet. */
  get model(): PictureModel | null {
    return this.view && { view: this.view, labels: this.labels };
  }

  private openView(theme: ViewTheme): SceneView {
    this.labelLayer = new LabelLayer(this.labels);
    const view = new SceneView(this.canvas, {
      theme,
      reducedMotion: this.lab.reducedMotion,
      onIntent: (intent) => this.intend(intent),
      onLabels: (labels) => this.fitTo(labels),
      onCamera: () => this.requestUpdate(),
      onNoGpu: () => (this.lacksGpu = true),
      onRequestFocus: () => this.stage.focus({ preventScroll: true }),
    });
    view.visible = false;
    this.view = view;
    this.shownTheme = theme;
    this.shownMotion = this.lab.reducedMotion;
    this.watch(view);
    const pictures = this.lab.lab?.pictures.add(this);
    this.stops.push(() => pictures?.delete(this));
    if (isPreset(this.camera)) view.setCamera(this.camera);
    return view;
  }

  /** Follows size, visibility and full screen. */
  private watch(view: SceneView): void {
    const measure = (): void => {
      this.drawnSize = this.pictureSize;
      view.resize(...this.drawnSize, window.devicePixelRatio);
      this.labelLayer?.forgetSizes();
    };
    const sizes = new ResizeObserver(() =>
      requestAnimationFrame(() => {
        measure();
        this.requestUpdate();
      }),
    );
    sizes.observe(this.stage);
    const sight = new IntersectionObserver((entries) => {
      view.visible = entries.at(-1)?.isIntersecting ?? true;
    });
    sight.observe(this);
    const fullscreen = (): void => {
      view.wheelZooms = document.fullscreenElement !== null;
      this.requestUpdate();
    };
    document.addEventListener('fullscreenchange', fullscreen);
    this.stops.push(
      () => sizes.disconnect(),
      () => sight.disconnect(),
      () => document.removeEventListener('fullscreenchange', fullscreen),
    );
    measure();
  }

  /**
   * After each draw. A stage that has changed its size since shows the picture as it was drawn until the next one: stretched it would
   * come out from under its words.
   */
  private fitTo(labels: readonly SceneLabel[]): void {
    const [width, height] = this.drawnSize;
    const { style } = this.canvas;
    style.width = `${width}px`;
    style.height = `${height}px`;
    this.labelLayer?.show(labels, (label) => this.textOf(label));
  }

  private intend(intent: ViewIntent): void {
    this.lab.session?.intend(intent);
    this.dispatchEvent(new ConvIntentEvent(intent));
  }

  /** A preset that is named; none any more leads back to what fits the size. */
  private followCamera(before: unknown): void {
    if (isPreset(this.camera)) this.look(this.camera);
    else if (isPreset(before)) this.look(null);
  }

  private get chosenRoad(): Road | null {
    return this.road === 'scatter' || this.road === 'gather' ? this.road : null;
  }

  private look(camera: CameraPreset | null): void {
    this.chosenCamera = camera;
    this.view?.setCamera(camera);
  }

  private textOf(label: SceneLabel): string {
    const { lab } = this;
    const moment = lab.session?.moment;
    return labelText(
      label,
      (key, parameters) => lab.say(key, parameters),
      moment?.values?.bias ?? null,
      moment?.stages[0],
    );
  }

  private get actions(): StageActions {
    return {
      orbit: (columns, rows) => this.view?.orbit(columns * keyDrag, rows * keyDrag),
      resetView: () => this.view?.resetCamera(),
      toggleFullscreen: () => this.toggleFullscreen(),
      showHelp: () => this.help.showModal(),
      escape: () => false,
    };
  }

  private toggleFullscreen(): void {
    if (!document.fullscreenEnabled) return;
    const change = document.fullscreenElement
      ? document.exitFullscreen()
      : (this.closest('[data-stage]') ?? this).requestFullscreen();
    change.catch(() => undefined);
  }

  private readonly onKey = (event: KeyboardEvent): void => {
    const { session } = this.lab;
    if (session) handleStageKey(event, session, this.actions);
  };

  private renderCameras(): TemplateResult {
    const current = this.view?.turned ? null : (this.chosenCamera ?? this.view?.camera ?? 'overview');
    return html`<div class="tools" part="tools" role="group" aria-label=${this.lab.say('scene.camera')}>
      ${cameraPresets.map(
        (camera) =>
          html`<button aria-pressed=${camera === current} @click=${() => this.look(camera)}>
            ${this.lab.say(`scene.camera.${camera}`)}
          </button>`,
      )}
      ${this.renderTool('turnLeft', 'scene.turn.left', () => this.view?.orbit(keyDrag, 0))}
      ${this.renderTool('turnRight', 'scene.turn.right', () => this.view?.orbit(-keyDrag, 0))}
      ${this.renderTool('reset', 'scene.reset', () => this.view?.resetCamera())}
      ${
        document.fullscreenEnabled
          ? this.renderTool('fullscreen', 'scene.fullscreen', () => this.toggleFullscreen())
          : nothing
      }
      <button
        class="keys"
        aria-label=${this.lab.say('keys.title')}
        title=${this.lab.say('keys.title')}
        @click=${() => this.help.showModal()}
      >
        ?
      </button>
    </div>`;
  }

  private renderTool(
    name: Parameters<typeof icon>[0],
    words: 'scene.turn.left' | 'scene.turn.right' | 'scene.reset' | 'scene.fullscreen',
    act: () => void,
  ): TemplateResult {
    const label = this.lab.say(words);
    return html`<button
      class=${name}
      aria-label=${label}
      title=${label}
      aria-pressed=${name === 'fullscreen' ? document.fullscreenElement !== null : nothing}
      @click=${act}
    >
      ${icon(name)}
    </button>`;
  }

  private renderHelp(): TemplateResult {
    return html`<dialog aria-labelledby="keys-title">
      <h2 id="keys-title">${this.lab.say('keys.title')}</h2>
      <p>${this.lab.say('keys.intro')}</p>
      <dl>
        ${stageKeys.map(
          ({ keys, words }) =>
            html`<div>
              <dt><kbd>${keys}</kbd></dt>
              <dd>${this.lab.say(words)}</dd>
            </div>`,
        )}
      </dl>
      <button class="primary" @click=${() => this.help.close()}>${this.lab.say('keys.close')}</button>
    </dialog>`;
  }

  override render(): TemplateResult {
    const moment = this.lab.session?.moment;
    const label = this.lab.say('scene.label', { sentence: sentenceOfLab(this.lab) });
    return html`<div
        class="stage"
        part="stage"
        tabindex="0"
        role="group"
        aria-label=${label}
        aria-description=${this.lab.say('scene.keys')}
        @keydown=${this.onKey}
      >
        <canvas aria-hidden="true"></canvas>
        <div class="labels" aria-hidden="true"></div>
        ${this.lacksGpu ? html`<p class="lack" role="status">${this.lab.say('scene.noGpu')}</p>` : nothing}
      </div>
      <div class="foot" part="foot">
        ${this.renderCameras()} ${moment ? renderLegend(this.lab, moment, this.chosenRoad) : nothing}
      </div>
      ${this.renderHelp()}`;
  }
}

function isPreset(camera: unknown): camera is CameraPreset {
  return (cameraPresets as readonly unknown[]).includes(camera);
}
