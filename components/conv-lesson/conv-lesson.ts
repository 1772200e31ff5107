import { html, nothing, type CSSResultGroup, type PropertyValues, type TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { lessonEn } from '../../src/words/parts/lesson.js';
import { teach, type WordKey } from '../../src/words/say.js';
import type { ConvFigure } from '../conv-figure/conv-figure.js';
import { ConvQuizEvent } from '../conv-quiz/events.js';
import type { ConvStep } from '../conv-step/conv-step.js';
import type { Lab } from '../shared/lab.js';
import { LabRequestEvent } from '../shared/lab-request.js';
import { RestoringElement } from '../shared/restoring-element.js';
import { baseStyles, controlStyles } from '../shared/styles.js';
import { PageLook } from '../shared/page-look.js';
import { prefersReducedMotion, themeStyles, type ThemeName } from '../shared/theme.js';
import {
  forgetPresenting,
  stepInAddress,
  presentingInAddress,
  rememberInAddress,
  type Way,
} from './address.js';
import { ConvLessonStepEvent } from './events.js';
import { fitted, hasControls, isHigh, measuresOf, usualViews, type Layout } from './layout.js';
import { markSteps } from './mark-steps.js';
import { renderNavigation } from './navigation.js';
import type { PresentedLesson, Presenting } from './present/presented-lesson.js';
import { ReadingLine } from './reading-line.js';
import { Stagehand } from './stagehand.js';
import { lessonStyles } from './styles.js';
import { isAwaited, stateAt } from './waiting.js';
import { renderWayOut } from './way-out.js';
import '../conv-figure/define.js';

teach(lessonEn);

/** Signs that the reader scrolls by hand, and to no step in particular. */
const freeScrolling = ['wheel', 'touchmove', 'pointerdown', 'keydown'] as const;

/**
 * A lesson in plain HTML: `<conv-step>`s with prose, and one figure that shows what the step at the reader's eye declares. The
 * figure stays beside the text, or above it where there is no room. The reader may do anything with it; the next step sets it
 * again. The attributes of a layer, and `preset`, `sample`, `values`, `weights`, `walk`, `camera` and `views`, written as on a
 * step, are what all steps start from.
 *
 * @tag conv-lesson
 * @summary Prose in steps that drives a figure by scrolling.
 * @dependency conv-figure
 * @dependency conv-step
 * @dependency conv-value
 *
 * @slot - `<conv-step>`s, each with an id.
 * @slot figure - A `<conv-figure>` of your own in place of the built-in one.
 * @event {ConvLessonStepEvent} conv-lesson-step - The reader came to another step.
 * @csspart stage - What stays in the window: the figure and the buttons.
 * @csspart figure - The built-in figure.
 * @csspart text - The column of prose.
 * @cssproperty --conv-background - Background of the figure, and of what stays in the window.
 * @cssproperty --conv-ink - Text.
 * @cssproperty --conv-accent - The step at the reader's eye, buttons and focus rings.
 */
export class ConvLesson extends RestoringElement implements PresentedLesson {
  static override styles: CSSResultGroup = [baseStyles, themeStyles, controlStyles, lessonStyles];

  /** `paper`, `board`, or `auto` for the system's. */
  @property() theme: ThemeName = 'auto';

  /** Leaves the address of the page alone; else it names the step at the reader's eye. */
  @property({ type: Boolean, attribute: 'no-hash' }) noHash = false;

  /** Address of the explorer, where the figure can be opened as it stands; without it there is no such link. */
  @property() explorer?: string;

  /**
   * `slides` shows one step at a time over the whole window, `console` is the presenter's own window. A page with `?present` or
   * `?presenter` in its address begins so.
   */
  @property() present: Way = '';

  /** Address of a guide for teachers, which the presenter's window shows. */
  @property() guide = '';

  @query('.stage') private readonly stage!: HTMLElement | null;
  @query('conv-figure') private readonly ownFigure!: ConvFigure | null;

  @state() private current: ConvStep | null = null;
  @state() private layout: Layout = 'beside';
  @state() private playing = false;
  /** How far the handout is. */
  @state() private told = '';
  @state() private presenting: Presenting | null = null;
  private shown: readonly ConvStep[] = [];
  private lab: Lab | null = null;
  /** A step that the page scrolls to; the steps on the way are passed over. */
  private goal: ConvStep | null = null;
  /** The step in the address while the page still grows into its layout. */
  private landing: ConvStep | null = null;
  private readonly line = new ReadingLine((step) => this.reach(step as ConvStep));
  private readonly stagehand = new Stagehand();
  private readonly look = new PageLook(this, () => this.requestUpdate());
  private listening = new AbortController();

  constructor() {
    super();
    this.addEventListener(LabRequestEvent.type, this.lend);
    this.addEventListener(ConvQuizEvent.type, (event) => {
      if (isAwaited(event, this.current)) this.restore();
    });
    this.addEventListener('keydown', this.onKey);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.look.connect();
    if (!this.noHash) this.present ||= presentingInAddress();
    this.listening = new AbortController();
    const { signal } = this.listening;
    const sizes = new ResizeObserver(this.measure);
    sizes.observe(this);
    signal.addEventListener('abort', () => sizes.disconnect());
    window.addEventListener('hashchange', this.onHash, { signal });
    window.addEventListener('resize', this.measure, { signal });
    for (const type of freeScrolling)
      window.addEventListener(type, this.forgetGoal, { capture: true, passive: true, signal });
    void this.updateComplete.then(() => {
      if (this.stage) sizes.observe(this.stage);
      this.begin();
    });
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.listening.abort();
    this.look.disconnect();
    this.line.stop();
    this.stagehand.stop();
    this.presenting?.stop();
    this.presenting = null;
    this.lab?.removeEventListener('change', this.listen);
    this.lab = null;
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (changed.has('theme')) this.look.setTheme(this.theme);
    this.dataset.layout = this.layout;
  }

  protected override updated(changed: PropertyValues): void {
    if (changed.has('present')) void this.changeWay();
    else if (['presenting', 'current', 'playing'].some((name) => changed.has(name)))
      this.presenting?.changed();
    markSteps(this.shown, this.current, this.layout, (index) => this.say('lesson.link', index));
  }

  /** The steps, in order. */
  get steps(): readonly ConvStep[] {
    return this.shown;
  }

  /** Place of the step that the figure shows, from 0; −1 before there is one. */
  get index(): number {
    return this.current ? this.shown.indexOf(this.current) : -1;
  }

  /** The figure that the steps drive; null before it is there. */
  get figure(): ConvFigure | null {
    return this.querySelector<ConvFigure>(':scope > conv-figure[slot="figure"]') ?? this.ownFigure;
  }

  /** Scrolls to a step and shows it; what is out of range is clamped. */
  show(index: number): void {
    const step = this.shown[Math.min(Math.max(index, 0), this.shown.length - 1)];
    if (!step) return;
    this.goal = step;
    this.enter(step);
    if (this.present !== '') return;
    step.scrollIntoView({ block: 'start', behavior: prefersReducedMotion() ? 'auto' : 'smooth' });
  }

  /** Goes to the next step. */
  next(): void {
    this.show(this.index + 1);
  }

  /** Goes to the step before. */
  previous(): void {
    this.show(this.index - 1);
  }

  /** Sets the figure again as the step declares it. */
  restore(): void {
    if (this.current) void this.set(this.current);
  }

  /** A string of the lesson's language; it may name the step in hand. */
  say(key: WordKey, index = this.index): string {
    return this.look.say(key, { number: index + 1, count: this.shown.length });
  }

  /** Takes up the steps and the figure, and stays where it is; at first at the step in the address, else at the first. */
  private begin(): void {
    this.shown = [...this.querySelectorAll('conv-step')];
    this.measure();
    if (this.current && this.shown.includes(this.current)) return this.requestUpdate();
    const named = stepInAddress(this.shown);
    this.current = named ?? this.shown[0] ?? null;
    this.restore();
    this.landing = named ?? null;
    void this.updateComplete.then(() => this.land());
  }

  /** Scrolls to the step in the address, again after each change of the layout until the picture is there. */
  private land(): void {
    const { landing } = this;
    if (!landing) return;
    this.goal = landing;
    landing.scrollIntoView({ block: 'start', behavior: 'instant' });
  }

  /** Takes up the figure's lab. */
  private follow(): void {
    const lab = this.figure && LabRequestEvent.ask(this.figure);
    if (lab === this.lab) return;
    this.lab?.removeEventListener('change', this.listen);
    this.lab = lab;
    lab?.addEventListener('change', this.listen);
    this.listen();
  }

  private readonly listen = (): void => {
    this.playing = this.lab?.session.paused === false;
    if (this.landing && this.lab?.session.status === 'ready') this.settle(this.landing);
  };

  /** The next two pictures have the size that the figure will keep. */
  private settle(landing: ConvStep): void {
    requestAnimationFrame(() =>
      requestAnimationFrame(() => {
        if (this.landing === landing) this.land();
        this.landing = null;
      }),
    );
  }

  private async changeFigure(): Promise<void> {
    this.requestUpdate();
    await this.updateComplete;
    this.restore();
  }

  /** What stands outside the steps shows the figure's lab; it may ask before the figure has been made. */
  private readonly lend = (event: Event): void => {
    if (event.target === this.figure) return;
    if (!this.hasUpdated) this.performUpdate();
    this.follow();
    if (this.lab) (event as LabRequestEvent).answer(this.lab);
  };

  private readonly onHash = (): void => {
    const step = stepInAddress(this.shown);
    if (step) this.enter(step);
  };

  private readonly forgetGoal = (): void => {
    this.goal = null;
    this.landing = null;
  };

  private readonly measure = (): void => {
    if (!this.hasUpdated) return;
    if (this.present !== '') return this.presentLayout();
    const rem = Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
    const { layout, covered, eye } = measuresOf(
      this.clientWidth / rem,
      (this.stage?.offsetHeight ?? 0) + rem / 2,
      window.innerHeight,
    );
    this.style.setProperty('--_figure-end', `${Math.round(covered)}px`);
    this.line.watch(this.shown, eye);
    this.land();
    this.setLayout(layout);
  };

  private presentLayout(): void {
    this.line.stop();
    this.setLayout(this.present === 'slides' ? 'slide' : 'console');
  }

  /** The class sees a step from its beginning; a reader goes on where the figure stands. */
  private setLayout(layout: Layout): void {
    if (layout === this.layout) return;
    this.layout = layout;
    if (this.current) void this.set(this.current, this.present !== '');
  }

  /** Goes over to slides, to the presenter's window, or back to the page. */
  private async changeWay(): Promise<void> {
    this.presenting?.stop();
    this.presenting = null;
    this.measure();
    const { present } = this;
    if (present === '') return;
    const ways = await import('./present/ways.js');
    if (this.present === present && this.isConnected) this.presenting = ways.begin(present, this);
  }

  /** Back to the page, at the step that was shown. */
  leavePresenting(): void {
    this.present = '';
    forgetPresenting();
    this.landing = this.current;
    void this.updateComplete.then(() => this.current && this.settle(this.current));
  }

  /** Prints the lesson with a picture of every step, and the answers on a sheet of their own. */
  async printHandout(): Promise<void> {
    const { printHandout } = await import('./handout/handout.js');
    if (this.lab) await printHandout(this, this.lab, (told) => (this.told = told));
  }

  private reach(step: ConvStep): void {
    const expected = this.landing ?? this.goal;
    if (expected && step !== expected) return;
    this.goal = null;
    this.enter(step);
  }

  private enter(step: ConvStep): void {
    if (step === this.current) return;
    this.current = step;
    if (step.id !== '' && !this.noHash) rememberInAddress(step.id);
    void this.set(step);
    this.dispatchEvent(new ConvLessonStepEvent(step.id, this.index));
  }

  /** @param anew runs again what the step plays; a figure that was not there before is set in any case */
  private async set(step: ConvStep, anew = true): Promise<void> {
    const asks = step.querySelector('conv-quiz') !== null;
    const figureState = fitted(await stateAt(this.shown, step), this.layout, asks);
    for (const fault of figureState.faults) console.warn(`<conv-step id="${step.id}">: ${fault}`);
    const before = this.lab;
    this.follow();
    const { figure, lab, layout } = this;
    if (step !== this.current || !figure || !lab) return;
    if (figure === this.ownFigure) figure.controls = hasControls(layout) ? 'basic' : 'none';
    this.toggleAttribute('data-high', isHigh(figureState));
    if (anew || lab !== before) this.stagehand.show(figure, lab, figureState);
    else this.stagehand.refit(figure, figureState);
  }

  private readonly onKey = (event: KeyboardEvent): void => {
    if (event.defaultPrevented || event.ctrlKey || event.altKey || event.metaKey) return;
    if (this.present !== '' || (event.key !== 'PageDown' && event.key !== 'PageUp')) return;
    event.preventDefault();
    if (event.key === 'PageDown') this.next();
    else this.previous();
  };

  private renderNavigation(): TemplateResult {
    const { index, layout, playing, told } = this;
    return renderNavigation({
      ...{ index, layout, playing, told, count: this.shown.length, say: (key) => this.say(key) },
      previous: () => this.previous(),
      next: () => this.next(),
      restore: () => this.restore(),
      togglePlay: () => (playing ? this.figure?.pause() : this.figure?.play()),
      startSlides: () => (this.present = 'slides'),
      printHandout: () => void this.printHandout(),
    });
  }

  /** Made only where the author gives none. */
  renderFigure(): TemplateResult | typeof nothing {
    if (this.querySelector(':scope > conv-figure[slot="figure"]')) return nothing;
    return html`<conv-figure part="figure" theme=${this.theme} views=${usualViews}></conv-figure>`;
  }

  override render(): TemplateResult {
    const { presenting } = this;
    if (this.present === 'console') return presenting?.render() ?? html``;
    return html`<div class="lesson">
        <div class="stage" part="stage">
          ${this.renderNavigation()}
          <div class="picture">
            ${renderWayOut({
              ...{ explorer: this.explorer, words: this.say('lesson.explorer') },
              shown: () => ({ figure: this.figure, lab: this.lab }),
            })}
            <slot name="figure" @slotchange=${() => this.changeFigure()}>${this.renderFigure()}</slot>
          </div>
        </div>
        <div class="text" part="text"><slot @slotchange=${() => this.begin()}></slot></div>
      </div>
      ${presenting?.render() ?? nothing}`;
  }
}
