import { LitElement, type PropertyValues } from 'lit';
import { property } from 'lit/decorators.js';
import type { ConvSpec, Pair, Problem, Sides } from '../../src/math/types.js';
import type { Session } from '../../src/session/session.js';
import type { Grain } from '../../src/timeline/types.js';
import type { LayerSpec, VariantName } from '../../src/variants/types.js';
import { ConvStepEvent } from './events.js';
import { layerField } from './layer-attributes.js';
import { SessionController } from './session-controller.js';
import type { ThemeName } from './theme.js';

/** Fields of the layer that attributes set. */
const layerFields = [
  'variant',
  'input',
  'filters',
  'kernel',
  'stride',
  'dilation',
  'padding',
  'groups',
  'bias',
] as const satisfies readonly (keyof LayerSpec)[];

/**
 * What every element shares: the attributes of a layer, and playback in the words of HTMLMediaElement. Inside a lab
 * an element shows the lab's session and its own layer attributes are ignored; alone it makes a session from them.
 */
export abstract class ConvElement extends LitElement {
  /** Named way to convolve, e.g. `standard`. */
  @property() variant?: VariantName;

  /** Rows, columns and channels of the input: `5x5x3`. */
  @property({ converter: layerField('input') }) input?: readonly number[];

  /** Output channels. */
  @property({ converter: layerField('filters') }) filters?: number;

  /** Rows and columns of a kernel slice: `3` or `3x5`. */
  @property({ converter: layerField('kernel') }) kernel?: number | Pair;

  /** Cells from one window to the next: `2` or `2x1`. */
  @property({ converter: layerField('stride') }) stride?: number | Pair;

  /** Cells from one tap to the next: `2` or `2x1`; 1 leaves no holes. */
  @property({ converter: layerField('dilation') }) dilation?: number | Pair;

  /** `valid`, `same`, one number for all sides, or `top,bottom,left,right`. */
  @property({ converter: layerField('padding') }) padding?: 'valid' | 'same' | number | Sides;

  /** Groups of channels that do not see each other. */
  @property({ converter: layerField('groups') }) groups?: number;

  /** One number for each filter, added last. */
  @property({ converter: layerField('bias') }) bias?: boolean;

  /** Name of the built-in sample that fills the input, e.g. `three-textures` or `disc`. */
  @property() sample?: string;

  /** `paper`, `board`, or `auto` for the system's. */
  @property() theme: ThemeName = 'auto';

  /** Starts to play by itself, unless the reader asks for less motion. */
  @property({ type: Boolean }) autoplay = false;

  /** The lab that this element shows. */
  protected readonly lab: SessionController = new SessionController(this, {
    holds: (this.constructor as typeof ConvElement).holdsLab,
  });
  /** Does this element make a lab for what is inside it? */
  protected static readonly holdsLab: boolean = false;
  /** Playback settings from before there was a session. */
  private readonly wanted: { step?: number; playbackRate?: number; loop?: boolean } = {};
  private started = false;
  private stepTold = 0;

  protected override willUpdate(changed: PropertyValues): void {
    const { lab } = this.lab;
    if (!lab) return;
    if (this.lab.ownsLab) {
      if (changed.has('theme')) lab.setTheme(this.theme);
      this.setLayer(lab.session, changed);
    }
    if (!this.started) this.start(lab.session);
  }

  /** Is the run standing still? */
  get paused(): boolean {
    return this.lab.session?.paused ?? true;
  }

  /** Where the run stands: dense multiply-adds done, 0 to `steps`. What is out of range is clamped. */
  @property({ type: Number })
  get step(): number {
    return this.lab.session?.step ?? this.wanted.step ?? 0;
  }

  set step(step: number) {
    if (this.lab.session) this.lab.session.seek(step);
    else this.wanted.step = step;
  }

  /** Dense multiply-adds of the whole run; 0 before the first numbers are there. */
  get steps(): number {
    return this.lab.session?.steps ?? 0;
  }

  /** Speed, 0.25 to 8. */
  @property({ type: Number, attribute: 'playback-rate' })
  get playbackRate(): number {
    return this.lab.session?.playbackRate ?? this.wanted.playbackRate ?? 1;
  }

  set playbackRate(rate: number) {
    if (this.lab.session) this.lab.session.playbackRate = rate;
    else this.wanted.playbackRate = rate;
  }

  /** Start again at the end. */
  @property({ type: Boolean })
  get loop(): boolean {
    return this.lab.session?.loop ?? this.wanted.loop ?? false;
  }

  set loop(loop: boolean) {
    if (this.lab.session) this.lab.session.loop = loop;
    else this.wanted.loop = loop;
  }

  /** Why the layer cannot run; empty when it can. The last legal picture stays. */
  get problems(): readonly Problem[] {
    return this.lab.session?.problems ?? [];
  }

  /** Plays from where the run stands, or from the start when it is at its end. */
  play(): void {
    this.lab.session?.play();
  }

  /** Stands still. */
  pause(): void {
    this.lab.session?.pause();
  }

  /** Goes one stop forward: a `term`, `beat`, `cell`, `row` or `map`. */
  next(grain: Grain = 'beat'): void {
    this.lab.session?.next(grain);
  }

  /** Goes one stop back. */
  previous(grain: Grain = 'beat'): void {
    this.lab.session?.previous(grain);
  }

  /** Hands changed attributes to the session that this element owns. */
  private setLayer(session: Session, changed: PropertyValues): void {
    const fields = layerFields.filter((name) => changed.has(name));
    const layer = Object.fromEntries(fields.map((name) => [name, this[name]])) as Partial<LayerSpec> &
      ConvSpec;
    if (fields.length > 0) session.setLayer(layer);
    if (changed.has('sample') && this.sample) session.setSource({ kind: 'sample', name: this.sample });
  }

  /** First update with a session: what was set before holds now, and its events become this element's. */
  private start(session: Session): void {
    this.started = true;
    const { step, playbackRate, loop } = this.wanted;
    if (playbackRate !== undefined) session.playbackRate = playbackRate;
    if (loop !== undefined) session.loop = loop;
    if (step !== undefined) session.seek(step);
    if (!this.lab.ownsLab) return;
    for (const type of ['play', 'pause', 'ended']) {
      session.addEventListener(type, () =>
        this.dispatchEvent(new Event(type, { bubbles: true, composed: true })),
      );
    }
    session.addEventListener('change', () => this.tellStep(session));
    if (this.autoplay && !this.lab.reducedMotion) session.play();
  }

  private tellStep({ step, steps }: Session): void {
    if (step === this.stepTold) return;
    this.stepTold = step;
    this.dispatchEvent(new ConvStepEvent(step, steps));
  }
}
