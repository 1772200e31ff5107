import { adoptStyles } from 'lit';
import type { Moment } from '../../src/timeline/types.js';
import type { SceneLabel } from '../../src/views/scene/labels.js';
import type { CameraPreset } from '../../src/views/scene/panes.js';
import { SceneView } from '../../src/views/scene/scene-view.js';
import type { ViewTheme } from '../../src/views/theme.js';
import type { Parameters, WordKey } from '../../src/words/say.js';
import type { PictureModel } from '../shared/lab.js';
import { LabelLayer } from './label-layer.js';
import { labelText } from './label-text.js';
import { paintLabels } from './paint-labels.js';
import { labelStyles } from './styles.js';

export interface DoubleOptions {
  readonly theme: ViewTheme;
  /** CSS pixels. */
  readonly width: number;
  readonly height: number;
  /** Pixels of the picture for each of them; default: 1. */
  readonly scale?: number;
  /** What changes is cut to, not moved to. */
  readonly still: boolean;
  /** Seen from there; default: as the scene is seen now. */
  readonly camera?: CameraPreset | null;
  readonly say: (key: WordKey, parameters?: Parameters) => string;
}

/**
 * A scene like one on the page, off the page and in a time of its own. The page's frame loop never draws it, so its pictures
 * depend on nothing but the moments and times that it is given.
 */
export class SceneDouble {
  private readonly canvas = document.createElement('canvas');
  /** Words are laid out by the browser, which wants them on the page; they are not shown there. */
  private readonly host = document.createElement('div');
  private readonly layer = document.createElement('div');
  private readonly labelLayer: LabelLayer;
  private readonly view: SceneView;
  private readonly background: string;
  private readonly scale: number;
  private moment: Moment | null = null;
  private drawn = false;

  constructor({ view, labels }: PictureModel, options: DoubleOptions) {
    const { theme, width, height, scale = 1, still, camera, say } = options;
    this.scale = scale;
    this.background = theme.background;
    this.layOut(labels, theme, width, height);
    this.labelLayer = new LabelLayer(this.layer);
    const textOf = (label: SceneLabel): string => labelText(label, say, this.moment?.values?.bias ?? null);
    this.view = new SceneView(this.canvas, {
      theme,
      reducedMotion: still,
      adaptive: false,
      onLabels: (shown) => {
        this.drawn = true;
        this.labelLayer.show(shown, textOf);
      },
    });
    this.view.visible = false;
    this.view.resize(width, height, scale);
    this.view.lookLike(view);
    if (camera) this.view.setCamera(camera);
  }

  /**
   * Draws a moment with its words.
   *
   * @param now milliseconds of the film's own time, which alone moves what moves by itself
   * @returns whether it would look otherwise a little later; null where it could not be drawn
   */
  async draw(moment: Moment, now: number): Promise<boolean | null> {
    await this.view.load(moment);
    this.moment = moment;
    this.drawn = false;
    this.view.show(moment);
    const moves = this.view.draw(now);
    return this.drawn ? moves : null;
  }

  /** Paints what was drawn into the top left corner. */
  paint(context: CanvasRenderingContext2D): void {
    context.drawImage(this.canvas, 0, 0);
    paintLabels(context, this.layer, this.scale, this.background);
  }

  dispose(): void {
    this.view.dispose();
    this.host.remove();
  }

  private layOut(labels: HTMLElement, theme: ViewTheme, width: number, height: number): void {
    const { host, layer } = this;
    host.ariaHidden = 'true';
    Object.assign(host.style, {
      ...{ position: 'fixed', top: '0', left: '0', width: `${width}px`, height: `${height}px` },
      ...{ visibility: 'hidden', pointerEvents: 'none', contain: 'strict' },
      fontFamily: getComputedStyle(labels).fontFamily,
    });
    for (const name of ['background', 'muted', 'ink'] as const)
      host.style.setProperty(`--_${name}`, theme[name]);
    const root = host.attachShadow({ mode: 'open' });
    adoptStyles(root, [labelStyles]);
    layer.className = 'labels';
    root.append(layer);
    document.body.append(host);
  }
}
