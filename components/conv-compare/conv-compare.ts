import { edit } from '../../src/session/edit.js';
import { tablesEn } from '../../src/words/parts/tables.js';
import { settingsEn } from '../../src/words/parts/settings.js';
import { html, nothing, type CSSResultGroup, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { WeightIndex } from '../../src/math/types.js';
import { Player } from '../../src/session/player.js';
import type { Moment } from '../../src/timeline/types.js';
import { benchOf } from '../../src/views/compare/bench.js';
import { advanceTick, ticksInRow, ticksOf, type Tick } from '../../src/views/compare/clock.js';
import { compareSentence } from '../../src/views/compare/sentence.js';
import { stepAt } from '../../src/views/compare/step.js';
import type { Say } from '../../src/views/say.js';
import type { ViewTheme } from '../../src/views/theme.js';
import { compareEn } from '../../src/words/parts/compare.js';
import { say, type Language, teach } from '../../src/words/say.js';
import { ConvStepEvent } from '../shared/events.js';
import { RestoringElement } from '../shared/restoring-element.js';
import { sliceStyles } from '../shared/slice.js';
import { baseStyles, controlStyles } from '../shared/styles.js';
import {
  prefersReducedMotion,
  readTheme,
  schemeOf,
  themeStyles,
  watchSystem,
  type ThemeName,
} from '../shared/theme.js';
import '../conv-lab/define.js';
import { renderBench } from './benches.js';
import { drawCosts, renderCosts } from './costs.js';
import { renderFit } from './fit.js';
import { ComparedLabs } from './labs.js';
import { layersOf, type Layer } from './layer.js';
import { paintMaps } from './maps.js';
import { renderInputs } from './shared-input.js';
import { compareStyles } from './styles.js';
import { handleCompareKey, renderTransport, type Transport } from './transport.js';

teach(tablesEn);

teach(settingsEn);

teach(compareEn);

/**
 * Two or three layers at the same data on one clock. A tick is one position of the output, whatever a layer does there:
 * every product is a small square on its bench, and the bars beside it grow by them. Without labs inside, a standard
 * convolution stands beside the separable one that computes the same.
 *
 * @tag conv-compare
 * @summary Layers side by side, position by position, with what they cost.
 * @dependency conv-lab
 *
 * @slot - Two or three `<conv-lab>`; an attribute `label` names one, else its variant does. What stands inside a lab is shown.
 * @event play - The comparison begins to move.
 * @event pause - It stands still.
 * @event ended - It came to its end.
 * @event {ConvStepEvent} conv-step - It stands at another position.
 * @csspart play - The play button.
 * @csspart scrubber - The position slider.
 * @csspart stage - Input and benches, which take the keyboard's focus.
 * @csspart input - The data that the layers read.
 * @csspart bench - One layer at the place in hand.
 * @csspart sentence - The sentence that says where the comparison stands.
 * @csspart costs - The bars.
 * @csspart fit - Whether the separable layer can follow the standard one.
 */
export class ConvCompare extends RestoringElement {
  static override styles: CSSResultGroup = [
    baseStyles,
    themeStyles,
    controlStyles,
    sliceStyles,
    compareStyles,
  ];

  /** `paper`, `board`, or `auto` for the system's. */
  @property() theme: ThemeName = 'auto';

  /** Positions done, 0 to `ticks`; a fraction is the work at the position in hand. */
  @property({ type: Number }) tick = 0;

  /** Speed, 0.25 to 8. */
  @property({ type: Number, attribute: 'playback-rate' }) playbackRate = 1;

  /** Starts to play by itself, unless the reader asks for less motion. */
  @property({ type: Boolean }) autoplay = false;

  /** The first lab, a standard convolution, takes the weights that the separable one after it amounts to. */
  @property({ type: Boolean, attribute: 'same-function' }) sameFunction = false;

  /** One colour scale for all labs: for each role the largest value of any of them. */
  @property({ type: Boolean, attribute: 'one-scale' }) oneScale = false;

  @state() private hasOwnLabs = true;

  private readonly labs = new ComparedLabs(() => this.requestUpdate());
  private readonly player = new Player((milliseconds) => this.advance(milliseconds));
  private readonly stops: (() => void)[] = [];
  private colours: ViewTheme | null = null;
  /** The weight that a reader may change. */
  private weight: WeightIndex = [1, 1, 0, 0];
  private told = 0;

  override connectedCallback(): void {
    super.connectedCallback();
    const sight = new IntersectionObserver((entries) => {
      this.player.seen = entries.at(-1)?.isIntersecting ?? true;
    });
    sight.observe(this);
    this.stops.push(
      watchSystem(() => this.look()),
      () => sight.disconnect(),
    );
    this.look();
    if (this.hasUpdated) this.findLabs();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    for (const stop of this.stops.splice(0)) stop();
    this.pause();
    this.labs.letGo();
  }

  /** Is it standing still? */
  get paused(): boolean {
    return !this.player.playing;
  }

  /** Positions of the layer that has the most; 0 before the first numbers are there. */
  get ticks(): number {
    return ticksOf((this.labs.moments ?? []).map(({ plan }) => plan));
  }

  /** Plays on, or from the start when at the end. */
  play(): void {
    if (this.player.playing) return;
    if (this.tick >= this.ticks) this.tick = 0;
    this.player.play();
    this.tell('play');
  }

  /** Stands still. */
  pause(): void {
    if (!this.player.playing) return;
    this.player.pause();
    this.tell('pause');
  }

  /** Goes one position forward. */
  next(): void {
    this.seek(Math.floor(this.clock.at) + 1);
  }

  /** Goes one position back. */
  previous(): void {
    this.seek(Math.ceil(this.clock.at) - 1);
  }

  /** Goes to a position and stands still; what is out of range is clamped. */
  seek(tick: number): void {
    this.pause();
    this.tick = Math.max(tick, 0);
    if (this.ticks > 0) this.tick = Math.min(this.tick, this.ticks);
  }

  private tell(event: 'play' | 'pause' | 'ended'): void {
    this.dispatchEvent(new Event(event, { bubbles: true, composed: true }));
    this.requestUpdate();
  }

  /** Of whole positions where the reader asks for less motion. */
  private get clock(): Tick {
    const of = this.ticks;
    const at = Number.isFinite(this.tick) ? Math.min(Math.max(this.tick, 0), of) : 0;
    return { at: prefersReducedMotion() ? Math.ceil(at) : at, of };
  }

  private advance(milliseconds: number): boolean {
    const of = this.ticks;
    if (of === 0) return true;
    this.tick = advanceTick({ at: this.tick, of }, milliseconds * this.playbackRate);
    if (this.tick < of) return true;
    this.tell('pause');
    this.tell('ended');
    return false;
  }

  private look(): void {
    this.dataset.scheme = schemeOf(this.theme);
    this.colours = null;
    this.requestUpdate();
  }

  private get language(): Language {
    return this.labs.all[0]?.lab.language ?? 'en';
  }

  private readonly say: Say = (key, parameters) => say(this.language, key, parameters);

  private findLabs(): void {
    const slotted = [...this.children].filter(
      (child): child is HTMLElement => child.localName === 'conv-lab',
    );
    this.hasOwnLabs = slotted.length === 0;
    const own = this.renderRoot.querySelectorAll<HTMLElement>('conv-lab');
    this.labs.sameFunction = this.sameFunction || this.hasOwnLabs;
    this.labs.oneScale = this.oneScale;
    const wanted = this.hasOwnLabs ? [...own] : slotted;
    const known = this.labs.all.map(({ element }) => element);
    if (wanted.length !== known.length || wanted.some((element, i) => element !== known[i]))
      this.labs.use(wanted);
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (changed.has('theme')) this.look();
    if (changed.has('oneScale')) {
      this.labs.oneScale = this.oneScale;
      this.labs.scale();
    }
    const moments = this.labs.moments;
    if (moments) this.follow(moments, this.clock);
  }

  protected override firstUpdated(): void {
    void this.updateComplete.then(() => this.isConnected && this.findLabs());
    if (this.autoplay && !prefersReducedMotion()) this.play();
  }

  protected override updated(changed: PropertyValues): void {
    if (changed.has('hasOwnLabs') || changed.has('sameFunction'))
      void this.updateComplete.then(() => this.findLabs());
    const moments = this.labs.moments;
    if (!moments) return;
    const { clock } = this;
    drawCosts(this.renderRoot, layersOf(this.labs.all, moments, this.say), clock, this.say);
    paintMaps(this.renderRoot, moments, clock, this.viewTheme);
  }

  /** The views inside the labs stand at the same place, and the page hears of it. */
  private follow(moments: readonly Moment[], clock: Tick): void {
    if (this.told === clock.at) return;
    this.told = clock.at;
    this.labs.all.forEach(({ element, lab: { session } }, i) => {
      if (element.childElementCount > 0) session.seek(stepAt(moments[i].plan, clock, session.walk));
    });
    this.dispatchEvent(new ConvStepEvent(clock.at, clock.of));
  }

  private get viewTheme(): ViewTheme {
    this.colours ??= readTheme(this);
    return this.colours;
  }

  private get transport(): Transport {
    const { clock } = this;
    return {
      say: this.say,
      tick: clock.at,
      ticks: clock.of,
      paused: this.paused,
      rate: this.playbackRate,
      play: () => this.play(),
      pause: () => this.pause(),
      step: (ticks) => this.seek((ticks > 0 ? Math.floor(clock.at) : Math.ceil(clock.at)) + ticks),
      seek: (tick) => this.seek(tick),
      setRate: (rate) => {
        this.playbackRate = Math.min(Math.max(rate, 0.25), 8);
      },
    };
  }

  private renderStage(layers: readonly Layer[], clock: Tick, sentence: string): TemplateResult {
    return html`<div
      class="stage"
      part="stage"
      tabindex="0"
      role="group"
      aria-label=${sentence}
      aria-description=${this.say('compare.keys')}
      @keydown=${(event: KeyboardEvent) =>
        handleCompareKey(event, this.transport, ticksInRow(layers.map(({ plan }) => plan)))}
    >
      <div class="inputs">${renderInputs(layers, clock, this.viewTheme, this.say)}</div>
      <div class="benches">
        ${layers.map(({ name, stages }, index) =>
          renderBench({ name, index, benches: benchOf(stages, clock), theme: this.viewTheme, say: this.say }),
        )}
      </div>
    </div>`;
  }

  private change(value: number): void {
    const [session] = this.labs.sessions;
    edit(session, { stage: 0, tensor: 'weights', index: this.weight, value });
  }

  private renderAll(moments: readonly Moment[]): TemplateResult {
    const layers = layersOf(this.labs.all, moments, this.say);
    const { clock } = this;
    const sentence = compareSentence(layers, clock, this.say);
    return html`<div class="columns">
      <div class="main">
        ${this.renderStage(layers, clock, sentence)}
        <p class="sentence" part="sentence">${sentence}</p>
        <div class="visually-hidden" role="status" aria-live="polite">${this.paused ? sentence : ''}</div>
        ${renderTransport(this.transport)} ${this.renderScaleSwitch()}
        ${renderFit({
          layers,
          weight: this.weightIn(layers[0]),
          say: this.say,
          change: (value) => this.change(value),
          restore: () => this.labs.agree(),
        })}
      </div>
      ${renderCosts(layers, clock, this.say)}
    </div>`;
  }

  private renderScaleSwitch(): TemplateResult {
    return html`<div class="bar">
      <label title=${this.say('compare.one-scale.help')}
        ><input
          type="checkbox"
          .checked=${this.oneScale}
          @change=${(event: Event) => (this.oneScale = (event.target as HTMLInputElement).checked)}
        />${this.say('compare.one-scale')}</label
      >
    </div>`;
  }

  /** The middle of the first slice. */
  private weightIn({ stages: [{ stage }] }: Layer): WeightIndex {
    this.weight = [stage.kernel[0] >> 1, stage.kernel[1] >> 1, 0, 0];
    return this.weight;
  }

  override render(): TemplateResult {
    const { moments } = this.labs;
    return html`<div class="compare" role="group" aria-label=${this.say('compare.label')}>
      ${
        this.hasOwnLabs
          ? html`<conv-lab variant="standard" theme=${this.theme} hidden></conv-lab>
              <conv-lab variant="separable" theme=${this.theme} hidden></conv-lab>`
          : nothing
      }
      <slot @slotchange=${() => this.findLabs()}></slot>
      ${moments ? this.renderAll(moments) : html`<p class="sentence">${this.say('compare.waiting')}</p>`}
    </div>`;
  }
}
