import { html, nothing, type CSSResultGroup, type PropertyValues, type TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { knobNames, readKnobs, type KnobName, type Knobs } from '../../src/speed/knobs.js';
import { shownPlace } from '../../src/speed/comparison.js';
import { layerSet } from '../../src/speed/layer-sets.js';
import { isTooLarge } from '../../src/speed/limits.js';
import { readReport } from '../../src/speed/report-text.js';
import {
  layerSetIds,
  ways as allWays,
  type LayerSet,
  type LayerSetId,
  type Report,
  type Way,
} from '../../src/speed/types.js';
import { speedEn } from '../../src/words/parts/speed.js';
import { teach } from '../../src/words/say.js';
import { addressOfPage } from '../shared/address.js';
import { copyFrom } from '../shared/copy.js';
import { wholeOf, wordOf } from '../shared/converters.js';
import { Laboratory } from '../shared/laboratory.js';
import { wholeWithin } from '../shared/number-slider.js';
import { renderSegments, segmentedStyles } from '../shared/segmented.js';
import { renderNotice, statusStyles } from '../shared/status.js';
import { baseStyles, controlStyles } from '../shared/styles.js';
import { themeStyles } from '../shared/theme.js';
import { watchSize } from '../shared/watch-size.js';
import { renderControls, type Controls } from './controls.js';
import { deviceName, drawFigures, renderFigures, type Figures } from './figures.js';
import { renderConditions, renderTable } from './numbers.js';
import { pastedIn, renderPasteBox, type Pasted } from './pasted.js';
import { renderRunBar } from './run-bar.js';
import { figureStyles } from './figure-styles.js';
import { speedStyles } from './styles.js';
import { tableStyles } from './table-styles.js';
import { renderTakeAway, takeAwayText, type TakeAway, type TakeAwayBar } from './take-away.js';
import { renderVerdict } from './verdict.js';
import { SpeedWork } from './work.js';

teach(speedEn);

/**
 * Counts multiply-adds and measures time, layer by layer, on the reader's own device: the founding pair of CIFAR networks,
 * MobileNet V1, growing filters and kernels, or layers of one's own size, by the engine's two paths and by plain JavaScript. It
 * says where the difference between count and time went, draws the device's own roofline, names what disturbed the measurement,
 * and gives the results away as CSV, Markdown or a link, which another device can lay over its own. It never runs by itself.
 *
 * @tag conv-speed
 * @summary Multiply-adds counted and time measured, on this device.
 * @event {Event} change - A person chose something else to measure, or a measurement is complete.
 * @csspart controls - What is measured, in which ways, how often.
 * @csspart run - The button, and the progress.
 * @csspart verdict - The two ratios, the sentence, and where the time went.
 * @csspart wings - Counts and times as two wings.
 * @csspart roofline - The layers below this device's ceilings.
 * @csspart lanes - All ways on one scale of time.
 * @csspart table - The numbers of all figures.
 * @csspart conditions - What disturbed the measurement.
 * @csspart paste - Where another device's link is pasted.
 * @csspart copy - CSV, Markdown and link.
 * @cssproperty --conv-input-color - The layers that others are compared with.
 * @cssproperty --conv-kernel-color - The layers that stand in for them.
 */
export class ConvSpeed extends Laboratory {
  static override styles: CSSResultGroup = [
    baseStyles,
    themeStyles,
    controlStyles,
    segmentedStyles,
    statusStyles,
    tableStyles,
    speedStyles,
    figureStyles,
  ];

  /** `cifar`, `mobilenet`, `filters`, `kernel`, or `own` for layers of the sizes below. */
  @property({ converter: wordOf(layerSetIds, 'cifar') }) preset: LayerSetId = 'cifar';

  /** Ways to compute, apart by spaces: `fast`, `exact`, `javascript`. */
  @property() ways = allWays.join(' ');

  /** Samples of each layer in each way, 3 to 99. */
  @property({ converter: wholeOf(3, 99, 9) }) rounds = 9;

  /** Sizes of own layers: `side`, `channels`, `filters`, `kernel`, `stride`, `dilation`, `groups`, as `side=56 filters=64`. */
  @property() sizes = '';

  /** Results of another device, as a link has them; they are laid over this device's. */
  @property() results = '';

  /** Address of an explorer, which links lead to, from this page on; by default this page itself. */
  @property() page?: string;

  @query('.take textarea') private readonly field!: HTMLTextAreaElement;
  @state() private told: TakeAwayBar['told'] = null;
  @state() private bad: Controls['bad'] = null;
  /** What a person has pasted, to lay it over what is shown. */
  @state() private pasted: Pasted | null = null;
  /** What a person calls this device; without it what the renderer calls itself. */
  @state() private device: string | null = null;
  /** The way that the wings show, if a person has chosen one. */
  @state() private shownWay: Way | null = null;
  /** The knob that a person turned last. */
  private turned: KnobName | null = null;
  /** What the results of the link say; null where there are none, or none that can be read. */
  private linked: Report | null = null;
  private set: LayerSet = layerSet('cifar');
  private readonly work = new SpeedWork(this);

  constructor() {
    super();
    watchSize(this, () => this.draw());
  }

  /** The numbers that are shown: this device's, or else those of the link. */
  get report(): Report | null {
    const own = this.work.reportOf(this.set);
    return own ? { ...own, device: this.device ?? own.device } : this.linkedHere;
  }

  /** The link's numbers, if they are of what is chosen here. */
  private get linkedHere(): Report | null {
    return this.ofThisSet(this.linked);
  }

  private ofThisSet(report: Report | null): Report | null {
    const { set } = this;
    if (!report || report.set.id !== set.id) return null;
    const isSame = set.id !== 'own' || knobNames.every((knob) => report.set.knobs[knob] === set.knobs[knob]);
    return isSame ? report : null;
  }

  /** Measures what is chosen; resolves when that is complete, cancelled or refused. */
  async measure(): Promise<void> {
    if (this.obstacle !== '' || this.hasProblems) return;
    const { set, chosenWays: ways } = this;
    const isNew = await this.work.start({ set, ways, rounds: wholeWithin(this.rounds, 3, 99) });
    if (!isNew) return;
    this.tell();
    await this.updateComplete;
    this.renderRoot.querySelector('.verdict')?.scrollIntoView({ block: 'nearest' });
  }

  /** Ends a measurement that runs; nothing of it is kept. */
  cancel(): void {
    this.work.cancel();
  }

  private get chosenWays(): readonly Way[] {
    const words = this.ways.split(/[\s,]+/);
    return allWays.filter((way) => words.includes(way));
  }

  private get knobs(): Knobs {
    const entries = this.sizes.split(/[\s,]+/).map((part) => part.split('='));
    return readKnobs(Object.fromEntries(entries.map(([name, value]) => [name, Number(value)])));
  }

  private get hasProblems(): boolean {
    return this.bad !== null || this.set.layers.some(({ plan }) => plan.problems.length > 0);
  }

  private get obstacle(): string {
    return this.chosenWays.length === 0 ? this.surroundings.say('speed.no-way') : '';
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    if (changed.has('results')) {
      this.linked = readReport(this.results);
      // A link shows what it says; what is chosen later is another matter.
      if (this.linked) {
        this.preset = this.linked.set.id;
        if (this.preset === 'own') this.sizes = sizesText(this.linked.set.knobs);
      }
    }
    if (changed.has('preset') || changed.has('sizes')) {
      const id = layerSetIds.find((each) => each === this.preset) ?? 'cifar';
      this.set = layerSet(id, this.knobs);
    }
  }

  protected override updated(): void {
    this.draw();
  }

  private draw(): void {
    const { figures } = this;
    if (figures && this.isConnected) drawFigures(this.renderRoot, figures);
  }

  private get figures(): Figures | null {
    const { report } = this;
    if (!report) return null;
    const isLinked = report === this.linkedHere;
    const way = shownPlace(report, this.shownWay);
    const there = this.ofThisSet(this.pasted?.report ?? null) ?? (isLinked ? null : this.linkedHere);
    return { report, way, isLinked, there, say: this.surroundings.say };
  }

  private choose(change: Parameters<Controls['choose']>[0]): void {
    const { preset, ways, rounds, knobs } = change;
    this.bad = null;
    this.told = null;
    this.work.ending = null;
    if (preset) this.preset = preset;
    if (ways) this.ways = ways.join(' ');
    if (rounds) this.rounds = rounds;
    if (knobs) {
      this.sizes = sizesText({ ...this.set.knobs, ...knobs });
      this.turned = knobNames.find((knob) => knob in knobs) ?? null;
    }
    this.tell();
  }

  private async copy(kind: TakeAway): Promise<void> {
    const { figures } = this;
    if (!figures) return;
    const text = takeAwayText(kind, { ...figures, page: addressOfPage(this.page) }, this.surroundings.say);
    this.told = { kind, text, isCopied: true };
    await this.updateComplete;
    this.told = { kind, text, isCopied: await copyFrom(this.field) };
  }

  /** The same layer in all figures and in the table, while it is pointed at. */
  private point(event: Event): void {
    const target = (event.target as Element).closest<SVGElement | HTMLElement>('[data-layer]');
    const layer = event.type === 'pointerleave' ? undefined : target?.dataset.layer;
    for (const each of this.renderRoot.querySelectorAll<SVGElement | HTMLElement>('[data-layer]'))
      each.classList.toggle('lit', layer !== undefined && each.dataset.layer === layer);
    this.renderRoot.querySelector('.results')?.classList.toggle('pointing', layer !== undefined);
  }

  private renderControls(): TemplateResult {
    const { surroundings, set, chosenWays: ways, rounds, bad } = this;
    return renderControls({
      ...{ say: surroundings.say, language: surroundings.language, set, ways, rounds, bad },
      busy: this.work.progress !== null,
      refusal: this.work.refusalOf(set, this.turned),
      nearest: set.layers.some(({ plan }) => isTooLarge(plan)) ? this.work.nearestOf(set, this.turned) : null,
      choose: (change) => this.choose(change),
      refuse: (knob: KnobName, given: string) => {
        this.bad = { knob, given };
      },
    });
  }

  private renderRunBar(): TemplateResult {
    const { work, set, obstacle } = this;
    return renderRunBar({
      ...{ say: this.surroundings.say, set, obstacle },
      ...{ progress: work.progress, ending: work.ending },
      isMeasured: work.reportOf(set) !== null,
      isRefused: this.hasProblems || work.refusalOf(set) !== null,
      start: () => void this.measure(),
      cancel: () => this.cancel(),
    });
  }

  private renderNotes(): TemplateResult | typeof nothing {
    const { say } = this.surroundings;
    const { linked, linkedHere, set } = this;
    if (this.results !== '' && !linked) return renderNotice(say('speed.bad-link'));
    if (!linked) return nothing;
    const device = deviceName(linked, say);
    if (!linkedHere) return html`<p class="note">${this.otherSet(linked)}</p>`;
    return this.work.reportOf(set)
      ? nothing
      : html`<p class="from-link">${say('speed.measured-there', { device })}</p>`;
  }

  private renderPasteBox(): TemplateResult {
    const { say } = this.surroundings;
    const { pasted } = this;
    const isShown = pasted === null || this.ofThisSet(pasted.report) !== null;
    return renderPasteBox({
      ...{ say, pasted },
      problem: isShown ? '' : pasted.report ? this.otherSet(pasted.report) : say('speed.bad-link'),
      paste: (given) => {
        this.pasted = pastedIn(given);
      },
    });
  }

  private otherSet(report: Report): string {
    const { say } = this.surroundings;
    return say('speed.other-set', {
      device: deviceName(report, say),
      set: say(`speed.set.${report.set.id}`),
    });
  }

  private renderWayChoice({ report, way }: Figures): TemplateResult | typeof nothing {
    const { say } = this.surroundings;
    if (report.ways.length < 2) return nothing;
    return html`<div class="dial shown">
      <span aria-hidden="true">${say('speed.shown-way')}</span>
      ${renderSegments<Way>({
        name: 'shown',
        label: say('speed.shown-way'),
        options: report.ways.map((value) => ({ value, label: say(`speed.way.${value}`) })),
        value: report.ways[way],
        choose: (value) => {
          this.shownWay = value;
        },
      })}
    </div>`;
  }

  private renderResults(figures: Figures): TemplateResult {
    const { say } = this.surroundings;
    const { report, there } = figures;
    return html`<div
      class="results"
      @pointerover=${(event: Event) => this.point(event)}
      @pointerleave=${(event: Event) => this.point(event)}
    >
      ${this.renderWayChoice(figures)} ${renderVerdict(figures)} ${renderConditions(report, say)}
      ${renderFigures(figures)} ${renderTable(report, there, say)} ${this.renderPasteBox()}
      ${renderTakeAway({
        ...{ say, device: report.device, told: this.told },
        name: figures.isLinked
          ? null
          : (device) => {
              this.device = device;
              this.told = null;
            },
        copy: (kind) => void this.copy(kind),
      })}
    </div>`;
  }

  override render(): TemplateResult | typeof nothing {
    const { say, theme } = this.surroundings;
    const { figures } = this;
    if (!theme) return nothing;
    return html`<div class="laboratory" role="group" aria-label=${say('speed.label')}>
      <p class="question">${say('speed.question')}</p>
      ${this.renderControls()}
      <p class="note">${say(`speed.about.${this.set.id}`)}</p>
      ${this.renderRunBar()} ${this.renderNotes()} ${figures ? this.renderResults(figures) : nothing}
    </div>`;
  }
}

function sizesText(knobs: Knobs): string {
  return knobNames.map((knob) => `${knob}=${knobs[knob]}`).join(' ');
}
