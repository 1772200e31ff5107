/** The three-dimensional picture of a block: its canvas, its labels, and the hands on them. */
import {
  html,
  nothing,
  type ReactiveController,
  type ReactiveControllerHost,
  type TemplateResult,
} from 'lit';
import type { ViewIntent } from '../../src/timeline/types.js';
import { BlockPicture } from '../../src/views/scene/block/block-picture.js';
import type { BlockShown } from '../../src/views/scene/block/setting.js';
import type { SceneLabel } from '../../src/views/scene/labels.js';
import type { CameraPreset } from '../../src/views/scene/panes.js';
import type { ViewTheme } from '../../src/views/theme.js';
import { LabelLayer } from '../conv-scene/label-layer.js';

/** What the picture is drawn from. */
export interface StageModel {
  /** Null until there are numbers. */
  readonly shown: BlockShown | null;
  readonly theme: ViewTheme | null;
  readonly reducedMotion: boolean;
  /** Null: what fits the size. */
  readonly camera: CameraPreset | null;
  /** @param lines 1 or 2 */
  readonly nameOf: (row: number, lines: number) => string;
}

interface StageText {
  /** Of the picture, for who does not see it. */
  readonly label: string;
  readonly keys: string;
  /** What is said while there are no numbers. */
  readonly waiting: string;
  /** The block is much wider than tall. */
  readonly isFlat: boolean;
}

interface StageEvents {
  /** A cell that is pointed at or chosen; null: none. */
  readonly point: (intent: ViewIntent | null) => void;
  readonly key: (event: KeyboardEvent) => void;
}

export class BlockStage implements ReactiveController {
  private readonly host: ReactiveControllerHost & HTMLElement;
  private readonly events: StageEvents;
  private picture: BlockPicture | null = null;
  private labels: LabelLayer | null = null;
  private readonly stops: (() => void)[] = [];
  private model: StageModel | null = null;
  private shownTheme: ViewTheme | null = null;
  private shownCamera: CameraPreset | null = null;
  private shownMotion = false;

  constructor(host: ReactiveControllerHost & HTMLElement, events: StageEvents) {
    this.host = host;
    this.events = events;
    host.addController(this);
  }

  hostDisconnected(): void {
    for (const stop of this.stops.splice(0)) stop();
    this.picture?.dispose();
    [this.picture, this.labels] = [null, null];
    this.element('.labels')?.replaceChildren();
  }

  /** Draws what has changed; called after each update of the host. */
  draw(model: StageModel): void {
    this.model = model;
    const { theme, shown, camera, reducedMotion } = model;
    if (!theme || !this.host.isConnected) return;
    const picture = this.picture ?? this.open(theme, reducedMotion);
    if (!picture) return;
    if (theme !== this.shownTheme) picture.setTheme(theme);
    if (reducedMotion !== this.shownMotion) picture.setReducedMotion(reducedMotion);
    if (camera !== this.shownCamera) picture.setCamera(camera);
    [this.shownTheme, this.shownMotion, this.shownCamera] = [theme, reducedMotion, camera];
    this.labels?.forgetSizes();
    if (shown) picture.show(shown);
  }

  /** From where it is seen; null before there is a picture. */
  get camera(): CameraPreset | null {
    return this.picture?.camera ?? null;
  }

  turn(pixels: number): void {
    this.picture?.orbit(pixels, 0);
  }

  reset(): void {
    this.picture?.resetCamera();
  }

  render({ label, keys, waiting, isFlat }: StageText): TemplateResult {
    return html`<div
      class=${isFlat ? 'stage flat' : 'stage'}
      part="stage"
      tabindex="0"
      role="group"
      aria-label=${label}
      aria-description=${keys}
      @keydown=${this.events.key}
    >
      <canvas aria-hidden="true"></canvas>
      <div class="labels" aria-hidden="true"></div>
      ${waiting === '' ? nothing : html`<p class="waiting">${waiting}</p>`}
    </div>`;
  }

  private element(selector: string): HTMLElement | null {
    return this.host.shadowRoot?.querySelector<HTMLElement>(selector) ?? null;
  }

  private open(theme: ViewTheme, reducedMotion: boolean): BlockPicture | null {
    const [stage, labels] = [this.element('.stage'), this.element('.labels')];
    const canvas = stage?.querySelector('canvas');
    if (!stage || !labels || !canvas) return null;
    this.labels = new LabelLayer(labels);
    const picture = new BlockPicture(canvas, {
      theme,
      reducedMotion,
      onIntent: (intent) => this.events.point(intent.kind === 'leave' ? null : intent),
      onLabels: (list) => this.write(list),
      onRequestFocus: () => stage.focus({ preventScroll: true }),
    });
    picture.visible = false;
    this.picture = picture;
    [this.shownTheme, this.shownMotion, this.shownCamera] = [theme, reducedMotion, null];
    this.watch(picture, stage);
    return picture;
  }

  private watch(picture: BlockPicture, stage: HTMLElement): void {
    const measure = (): void => {
      picture.resize(stage.clientWidth, stage.clientHeight, window.devicePixelRatio);
      this.labels?.forgetSizes();
    };
    const sizes = new ResizeObserver(() =>
      requestAnimationFrame(() => {
        measure();
        this.host.requestUpdate();
      }),
    );
    sizes.observe(stage);
    const sight = new IntersectionObserver((entries) => {
      picture.visible = entries.at(-1)?.isIntersecting ?? true;
    });
    sight.observe(stage);
    this.stops.push(
      () => sizes.disconnect(),
      () => sight.disconnect(),
    );
    measure();
  }

  private write(labels: readonly SceneLabel[]): void {
    this.labels?.show(
      labels,
      ({ parameters: { row, lines } }) => this.model?.nameOf(Number(row), Number(lines)) ?? '',
    );
  }
}
