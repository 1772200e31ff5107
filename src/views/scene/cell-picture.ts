import { cancelDraw, drawableBecameVisible, requestDraw } from '../../gpu/scheduler.js';
import type { Drawable } from '../../gpu/types.js';
import type { ViewIntent } from '../../timeline/types.js';
import type { ViewTheme } from '../theme.js';
import type { Size } from './camera.js';
import { Cameraman } from './cameraman.js';
import type { Circumstances, Road, Setting } from './choreography/choreography.js';
import { HeldGraph, type Held } from './draw/held-graph.js';
import type { StageGraph } from './draw/stage-graph.js';
import { labelsOf } from './labels.js';
import { partOf, pixelsOf } from './pane-place.js';
import { roomOf, type CameraPreset } from './panes.js';
import type { Pictured } from './pictured.js';
import { QualityControl } from './quality.js';
import type { SceneOptions } from './scene-options.js';
import type { Setter, StageSetterEvents } from './stage-setter.js';
import { Touch, type Seen } from './touch.js';
import { describeView, type ViewDescription } from './view-description.js';

/** Milliseconds of rest after which a figure that was drawn coarsely is drawn finely. */
const restBeforeFine = 220;

/**
 * One figure's 3-D picture of cells, and of whatever its setter makes of them. It draws with the page's one renderer when it is visible and something changed,
 * and keeps its pixels in its own 2-D canvas, so that a lost context leaves the last picture standing.
 */
export class CellPicture<Shown extends Pictured> implements Drawable {
  /** The wheel zooms without Ctrl; set it in full screen. */
  wheelZooms = false;
  private readonly canvas: HTMLCanvasElement;
  private readonly context: CanvasRenderingContext2D;
  private readonly options: SceneOptions;
  private readonly cameraman = new Cameraman();
  private readonly quality = new QualityControl();
  private readonly heldGraph: HeldGraph;
  private readonly touch: Touch;
  private moment: Shown | null = null;
  private readonly setter: Setter<Shown>;
  /** The graph on which all that is to be shown is set up; null while that is still to be done. */
  private staged: StageGraph | null = null;
  private size: Size = { width: 0, height: 0 };
  private pixelRatio = 1;
  private hasPicture = false;
  private lastDraw = 0;
  private fineTimer: ReturnType<typeof setTimeout> | undefined;
  private fine = false;
  private road: Road | null = null;
  private shownInPage = true;
  private disposed = false;

  /** @param canvas gets the picture and as many pixels as are drawn; its size on the page is up to CSS */
  constructor(
    canvas: HTMLCanvasElement,
    options: SceneOptions,
    setterFor: (events: StageSetterEvents) => Setter<Shown>,
  ) {
    this.canvas = canvas;
    this.context = canvas.getContext('2d', { alpha: false })!;
    this.options = options;
    this.heldGraph = new HeldGraph(options, () => this.redraw());
    this.touch = new Touch(canvas, options, {
      wheelZooms: () => this.wheelZooms,
      orbit: (dx, dy) => this.orbit(dx, dy),
      zoom: (factor) => this.zoom(factor),
      reset: () => this.resetCamera(),
      seen: () => this.seen,
      stage: () => this.moment?.frame.stage ?? 0,
    });
    this.setter = setterFor({ onLoaded: () => this.redraw(), onMove: () => this.cameraman.follow() });
    this.blank();
  }

  /** False while the figure is off screen. */
  get visible(): boolean {
    return (
      this.shownInPage &&
      !this.disposed &&
      this.size.width > 0 &&
      this.size.height > 0 &&
      this.moment !== null
    );
  }

  set visible(shown: boolean) {
    this.shownInPage = shown;
    if (this.visible) drawableBecameVisible(this);
  }

  /** Shows a moment; the picture follows in the next animation frame. */
  show(moment: Shown): void {
    this.moment = moment;
    this.staged = null;
    this.redraw();
  }

  setTheme(theme: ViewTheme): void {
    this.options.theme = theme;
    this.blank();
    this.heldGraph.setTheme(theme);
    this.redraw();
  }

  setReducedMotion(reduced: boolean): void {
    this.options.reducedMotion = reduced;
    this.staged = null;
    this.redraw();
  }

  /** How a transposed convolution is shown; null: as the walk goes. */
  setRoad(road: Road | null): void {
    if (this.road === road) return;
    this.road = road;
    this.staged = null;
    this.redraw();
  }

  /** Looks from the same side as another view, along the same road. */
  lookLike({ road, cameraman }: CellPicture<Shown>): void {
    this.setRoad(road);
    this.cameraman.copy(cameraman);
  }

  private get around(): Circumstances {
    return { road: this.road, room: roomOf(this.size) };
  }

  /** Resolves when everything is here with which a moment is drawn, so that {@link draw} draws it. */
  load(moment: Shown): Promise<void> {
    return this.setter.load(moment, this.around);
  }

  /** Flies to a named view, or with null to the one that fits the size, and forgets what hands did; a cut under reduced motion. */
  setCamera(preset: CameraPreset | null): void {
    this.cameraman.go(preset, !this.options.reducedMotion);
    this.redraw();
  }

  get camera(): CameraPreset {
    return this.cameraman.presetFor(this.size);
  }

  /** True while hands have turned or magnified the preset that `camera` names. */
  get turned(): boolean {
    return this.cameraman.turned;
  }

  /** @param dx pixels to the right, @param dy pixels down */
  orbit(dx: number, dy: number): void {
    this.cameraman.turn(dx, dy);
    this.cameraMoved();
  }

  /** @param factor above 1 magnifies */
  zoom(factor: number): void {
    this.cameraman.zoom(factor);
    this.cameraMoved();
  }

  /** Back to the preset as it was given. */
  resetCamera(): void {
    this.cameraman.reset();
    this.cameraMoved();
  }

  /** @param width CSS pixels, @param pixelRatio device pixels per CSS pixel */
  resize(width: number, height: number, pixelRatio: number): void {
    if (roomOf(this.size) !== roomOf({ width, height })) this.staged = null;
    this.size = { width, height };
    this.pixelRatio = pixelRatio;
    this.redraw();
  }

  /** What is at a point of the canvas, in CSS pixels; nothing while the first picture is made. */
  pick(x: number, y: number): ViewIntent | null {
    return this.touch.pick(x, y);
  }

  /** From which side the figure is seen, to be put into words. */
  describeView(): ViewDescription {
    const { view } = this.cameraman;
    return view ? describeView(view) : { horizontal: 'right', vertical: 'above' };
  }

  /**
   * The picture as it stands, drawn anew and finely.
   * @param ratio pixels of the picture per CSS pixel; default: as on the page
   * @returns null where there is nothing to draw yet, or the drawing buffer cannot be so large
   */
  toCanvas(ratio = this.pixelRatio): HTMLCanvasElement | null {
    const held = this.moment && this.heldGraph.get();
    if (!held || this.staged !== held.graph) return null;
    const canvas = document.createElement('canvas');
    Object.assign(canvas, pixelsOf(this.size, ratio));
    const context = canvas.getContext('2d', { alpha: false })!;
    const smooth = this.quality.smoothAt(canvas.width, canvas.height);
    return this.paintPanes(held, context, ratio, smooth) ? canvas : null;
  }

  dispose(): void {
    this.disposed = true;
    clearTimeout(this.fineTimer);
    cancelDraw(this);
    this.touch.dispose();
    this.heldGraph.dispose();
  }

  /** Called by the scheduler; for a view that is not `visible`, by whoever counts its time. */
  draw(now: number): boolean {
    const { moment } = this;
    const held = moment && this.heldGraph.get();
    if (!held) return false;
    const milliseconds = Math.min(Math.max(now - this.lastDraw, 0), 100);
    this.lastDraw = now;
    const setting = this.stageMoment(moment, held.graph, now);
    if (!setting) return false;
    const { cameraman, setter, size, options } = this;
    const atOnce = options.reducedMotion === true;
    const moving = cameraman.place(setting.layout, size, now, milliseconds, atOnce) || setter.gliding;
    this.paint(held);
    if (!atOnce) setter.fetchGlide();
    this.touch.fetch();
    options.onLabels?.(labelsOf(setting.labels(moment), setting.layout, cameraman.panes));
    return moving;
  }

  private get seen(): Seen | null {
    const { setting, staging } = this.setter;
    return this.moment && setting && staging
      ? { layout: setting.layout, staging, panes: this.cameraman.panes }
      : null;
  }

  private cameraMoved(): void {
    this.redraw();
    this.options.onCamera?.();
  }

  /** An opaque canvas is black until something is painted on it. */
  private blank(): void {
    if (this.hasPicture) return;
    this.context.fillStyle = this.options.theme.background;
    this.context.fillRect(0, 0, this.canvas.width, this.canvas.height);
  }

  private redraw(): void {
    this.fine = false;
    clearTimeout(this.fineTimer);
    if (!this.disposed) requestDraw(this);
  }

  /** @returns null while the choreography is still being loaded; the picture then stays as it is */
  private stageMoment(moment: Shown, graph: StageGraph, now: number): Setting<Shown> | null {
    const { setter } = this;
    if (this.staged === graph && !setter.gliding) return setter.setting;
    const staged = setter.stage(moment, this.around, this.options.reducedMotion === true, now);
    if (!staged) return null;
    const { setting, drawn } = staged;
    graph.setStages(moment.stages, setting.layout, drawn.volumes);
    graph.setStaging(drawn);
    this.staged = graph;
    return setting;
  }

  private paint(held: Held): void {
    const { canvas, quality } = this;
    const still = this.fine || this.options.adaptive === false;
    const full = [this.size.width * this.pixelRatio, this.size.height * this.pixelRatio] as const;
    const { scale, smooth } = quality.for(...full, still);
    const { width, height } = pixelsOf(this.size, this.pixelRatio * scale);
    const measure = !still && quality.wantsMeasurement();
    const begun = performance.now();
    if (canvas.width !== width || canvas.height !== height) Object.assign(canvas, { width, height });
    const drawn = () => quality.measured(performance.now() - begun);
    this.paintPanes(held, this.context, this.pixelRatio * scale, smooth, measure ? drawn : null);
    this.hasPicture = true;
    if (quality.reduced && !still) {
      this.fineTimer = setTimeout(() => {
        this.fine = true;
        requestDraw(this);
      }, restBeforeFine);
    }
  }

  /**
   * @param context of a canvas of as many pixels as are drawn, which is all filled
   * @param drawn is told when the GPU has drawn it, for which it is waited where nobody else has to be waited for
   * @returns false where the browser gave a smaller drawing buffer than was asked for
   */
  private paintPanes(
    { graph, renderer }: Held,
    context: CanvasRenderingContext2D,
    ratio: number,
    smooth: boolean,
    drawn: (() => void) | null = null,
  ): boolean {
    const { width, height } = context.canvas;
    return renderer.gpu.enter(renderer, () => {
      renderer.three.info.reset();
      renderer.begin(width, height);
      for (const pane of this.cameraman.panes) {
        const part = partOf(pane, ratio);
        graph.setView(pane, part, ratio);
        renderer.draw(graph.scene, graph.camera, part, graph.background, smooth);
      }
      const isDrawn = drawn !== null && renderer.finish();
      renderer.copyTo(context);
      if (isDrawn) drawn();
      return renderer.holds(width, height);
    });
  }
}
