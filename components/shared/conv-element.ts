import type { PropertyValues } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { Activation, Operation, Pair, Problem } from '../../src/math/types.js';
import type { ColourRange, Decimals, DecimalsText } from '../../src/session/display-setting.js';
import type { Session } from '../../src/session/session.js';
import type { Grain, Walk } from '../../src/timeline/types.js';
import { LAYER_FIELDS } from '../../src/variants/fields.js';
import type { LayerField, LayerPadding, LayerSpec, VariantName } from '../../src/variants/types.js';
import { plan } from '../../src/variants/plan-layer.js';
import { isVariantName } from '../../src/variants/variants.js';
import { isDialect, type Dialect } from '../../src/words/dialect.js';
import { ConvStepEvent } from './events.js';
import { handleEditKey } from './keys.js';
import { layerField } from './layer-attributes.js';
import { RestoringElement } from './restoring-element.js';
import { SessionController } from './session-controller.js';
import type { ThemeName } from './theme.js';

const layerFields: readonly LayerField[] = LAYER_FIELDS.map(({ name }) => name);

/**
 * What every element shares: the attributes of a layer, and playback in the words of HTMLMediaElement. Inside a lab
 * an element shows the lab's session and its own layer attributes are ignored; alone it makes a session from them.
 */
export abstract class ConvElement extends RestoringElement {
  /** A ready-made example, e.g. `separable-5x5x3`; other attributes change it. */
  @property() preset?: string;

  /** Named way to convolve, e.g. `standard`; it brings its own settings and sample. */
  @property() variant?: VariantName;

  /** `conv` or `transposed`: the direction in which the relation is read. The variant `transposed` sets it by itself. */
  @property({ converter: layerField('op') }) op?: Operation;

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

  /** `valid`, `same`, `symmetric`, one number for all sides, or `top,bottom,left,right`. */
  @property({ converter: layerField('padding') }) padding?: LayerPadding;

  /** Transposed only: rows and columns uncovered at the bottom and the right: `1` or `1x0`. */
  @property({ attribute: 'output-padding', converter: layerField('outputPadding') })
  outputPadding?: number | Pair;

  /** Transposed only: the wanted height and width, `6` or `6x5`, from which the output padding follows. */
  @property({ attribute: 'output-size', converter: layerField('outputSize') }) outputSize?: number | Pair;

  /** Groups of channels that do not see each other. */
  @property({ converter: layerField('groups') }) groups?: number;

  /** Depthwise: output channels of each input channel. */
  @property({ converter: layerField('multiplier') }) multiplier?: number;

  /** Separable: `depthwise-first` or `pointwise-first`. */
  @property({ converter: layerField('order') }) order?: LayerSpec['order'];

  /** One number for each filter, added last. */
  @property({ converter: layerField('bias') }) bias?: boolean;

  /** Where a layer of several stages has its bias: `once`, at the end, or in `every` stage. */
  @property({ converter: layerField('biases') }) biases?: LayerSpec['biases'];

  /** What is done to a finished sum: `none`, `relu`, `relu6` or `h-swish`. */
  @property({ converter: layerField('activation') }) activation?: Activation;

  /** Where a layer of several stages has its activation: `once`, at the end, or in `every` stage. */
  @property({ converter: layerField('activations') }) activations?: LayerSpec['activations'];

  /** True convolution: the kernel is turned by 180° before it is used. */
  @property({ converter: layerField('turned') }) turned?: boolean;

  /** Name of the built-in sample that fills the input, e.g. `three-textures` or `disc`. */
  @property() sample?: string;

  /** Numbers that fill the input, channel by channel, row by row; a single one fills it all. */
  @property() values?: string;

  /** Name of a kernel, or the first stage's weights: filter by filter, slice by slice, row by row; a single one fills them all. */
  @property() weights?: string;

  /** `paper`, `board`, or `auto` for the system's. */
  @property() theme: ThemeName = 'auto';

  /** Whose argument names are shown: `keras`, `pytorch` or `paddle`. */
  @property() dialect: Dialect = 'keras';

  /**
   * What colours span: the range of each `tensor`, of each `channel`, or `locked`: what it was when this was set, so that a
   * changed number is a changed colour.
   */
  @property({ attribute: 'colour-range' }) colourRange: ColourRange = 'tensor';

  /** Decimals of printed numbers that are not whole: 0 to 4, or `auto`. */
  @property() decimals: Decimals | DecimalsText = 'auto';

  /** Starts to play by itself, unless the reader asks for less motion. */
  @property({ type: Boolean }) autoplay = false;

  /** The lab that this element shows. */
  protected readonly lab: SessionController = new SessionController(this, {
    holds: (this.constructor as typeof ConvElement).holdsLab,
  });
  /** Does this element make a lab for what is inside it? */
  protected static readonly holdsLab: boolean = false;
  /** Playback settings from before there was a session. */
  private readonly wanted: {
    step?: number;
    walk?: Walk;
    playbackRate?: number;
    loop?: boolean;
  } = {};
  /** A preset that nobody has, to be told to the reader. */
  @state() protected unknownPreset: string | null = null;
  /** Settings that cannot run, until there is a first picture. */
  private waiting: Partial<LayerSpec> | null = null;
  private started = false;
  private stepTold = 0;

  protected override willUpdate(changed: PropertyValues): void {
    const { lab } = this.lab;
    if (!lab) return;
    if (this.lab.ownsLab) {
      if (changed.has('theme')) lab.setTheme(this.theme);
      if (changed.has('dialect')) lab.setDialect(isDialect(this.dialect) ? this.dialect : 'keras');
      if (changed.has('colourRange') || changed.has('decimals')) {
        const { colourRange, decimals } = this;
        lab.setDisplay({ colourRange, decimals });
      }
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
    if (!this.started) this.wanted.step = step;
    this.lab.session?.seek(step);
  }

  /** Order of the run: `output` finishes one output cell after the other, `input` stamps one input cell after the other. */
  @property()
  get walk(): Walk {
    return this.lab.session?.walk ?? this.wanted.walk ?? 'output';
  }

  set walk(asked: Walk) {
    const walk = asked === 'input' ? 'input' : 'output';
    if (!this.started) this.wanted.walk = walk;
    this.lab.session?.setWalk(walk);
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
    if (changed.has('preset') && this.preset !== undefined) void this.loadPreset(session, this.preset);
    const { variant } = this;
    const isNewVariant = changed.has('variant') && isVariantName(variant);
    if (isNewVariant) session.setVariant(variant);
    const names = isNewVariant
      ? this.layerGiven()
      : [...layerFields, 'variant' as const].filter((name) => changed.has(name));
    if (names.length > 0) this.ask(session, this.layerOf(names));
    if ((changed.has('sample') || isNewVariant) && this.sample) this.useSample(session, this.sample);
    const numbers = (['values', 'weights', 'sample'] as const).filter((name) => changed.has(name));
    if (numbers.some((name) => this[name] === undefined)) void this.refill(session);
    else if (names.length > 0 || numbers.length > 0) void this.fill(session);
  }

  /** Numbers that were taken away leave the preset's, or the example's. */
  private async refill(session: Session): Promise<void> {
    if (this.preset !== undefined) return this.loadPreset(session, this.preset);
    const { layer, walk, step } = session;
    session.load({ id: '', layer, walk, step, sample: this.sample }, { anew: true });
    await this.fill(session);
  }

  /** Numbers of one's own are read by a part that is fetched where they are given. */
  private async fill(session: Session): Promise<void> {
    if (this.values === undefined && this.weights === undefined) return;
    const { fillNumbers } = await import('./fill-numbers.js');
    for (const fault of fillNumbers(session, this)) console.warn(`<${this.localName}>: ${fault}`);
  }

  /** What cannot run waits for the first picture, so that there is a last legal one to stay. */
  private ask(session: Session, fields: Partial<LayerSpec>): void {
    const wanted = { ...this.waiting, ...fields };
    if (session.moment || plan({ ...session.layer, ...wanted }).problems.length === 0) {
      this.waiting = null;
      session.setLayer(wanted);
    } else this.waiting = wanted;
  }

  private layerGiven(): LayerField[] {
    return layerFields.filter((name) => this[name] !== undefined);
  }

  private layerOf(names: readonly (keyof LayerSpec)[]): Partial<LayerSpec> {
    return Object.fromEntries(names.map((name) => [name, this[name]])) as Partial<LayerSpec>;
  }

  private useSample(session: Session, name: string): void {
    session.setSource({ kind: 'sample', name });
  }

  /** A preset is the ground on which the other attributes stand. The examples are fetched when one is asked for. */
  private async loadPreset(session: Session, id: string): Promise<void> {
    const { step, walk } = this.started ? {} : this.wanted;
    const { presetOf } = await import('../../src/variants/presets.js');
    if (id !== this.preset) return;
    const preset = presetOf(id);
    this.unknownPreset = preset ? null : id;
    if (preset) session.load(preset, { anew: true });
    const given = this.layerGiven();
    if (given.length > 0) this.ask(session, this.layerOf(given));
    if (this.sample) this.useSample(session, this.sample);
    await this.fill(session);
    if (preset && walk !== undefined) session.setWalk(walk);
    if (preset && step !== undefined) session.seek(step);
  }

  /** First update with a session: what was set before holds now, and its events become this element's. */
  private start(session: Session): void {
    this.started = true;
    const { step, walk, playbackRate, loop } = this.wanted;
    if (playbackRate !== undefined) session.playbackRate = playbackRate;
    if (loop !== undefined) session.loop = loop;
    if (walk !== undefined) session.setWalk(walk);
    if (step !== undefined) session.seek(step);
    if (!this.lab.ownsLab) return;
    for (const type of ['play', 'pause', 'ended']) {
      session.addEventListener(type, () =>
        this.dispatchEvent(new Event(type, { bubbles: true, composed: true })),
      );
    }
    session.addEventListener('change', () => {
      if (this.waiting && session.moment) this.ask(session, {});
      this.tellStep(session);
    });
    this.addEventListener('keydown', (event) => handleEditKey(event, session));
    if (this.autoplay && !this.lab.reducedMotion) session.play();
  }

  private tellStep({ step, steps }: Session): void {
    if (step === this.stepTold) return;
    this.stepTold = step;
    this.dispatchEvent(new ConvStepEvent(step, steps));
  }
}
