import { html, nothing, type CSSResultGroup, type PropertyValues, type TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { answersTo, hasNumber, isSame, seedOf, shuffled, type Answer } from '../../src/quiz/answers.js';
import { adviceOn } from '../../src/quiz/advice.js';
import { isIdeaName, hintOf } from '../../src/quiz/misconceptions.js';
import type { Moment } from '../../src/timeline/types.js';
import { quizEn } from '../../src/words/parts/quiz.js';
import { isWordKey, teach, type WordKey } from '../../src/words/say.js';
import { ConvElement } from '../shared/conv-element.js';
import { baseStyles, controlStyles } from '../shared/styles.js';
import { schemeOf, themeStyles } from '../shared/theme.js';
import { askOf, quizKinds, usualQuantity, type QuizKind } from './ask.js';
import { faultsOfAnswers, faultsOfQuestion } from './faults.js';
import { CellsPad } from './cells-pad.js';
import { renderChoices, renderMatrices, type Option } from './choices.js';
import { ConvQuizEvent } from './events.js';
import { Practice } from './practice.js';
import { givenStyles, renderGiven } from './given.js';
import { renderSize, renderTyped } from './typed.js';
import { quizStyles } from './styles.js';
import { hintText, questionText, writtenAnswers, type WrittenAnswer } from './written.js';

teach(quizEn);

/** What became of a question, for whoever keeps the score. */
export interface QuizResult {
  /** The question in words. */
  readonly question: string;
  /** What was answered first; null before. */
  readonly first: string | null;
  readonly tries: number;
  readonly state: 'open' | 'right' | 'shown';
}

/** Elements whose colours a question inside takes; a step alone has none. */
const holdersOfColours = 'conv-lesson, conv-figure, conv-lab, conv-explorer';

/** Matrices to choose from, at most. */
const mostMatrices = 3;

/** What is said below the answers. */
interface Verdict {
  readonly kind: 'choose' | 'wrong' | 'right' | 'shown';
  /** Sentences that come after it. */
  readonly more: string;
}

/**
 * A question about the layer of its step, or of the lab or figure around it: predict, then reveal. The right answer is the
 * engine's; the wrong ones are computed from wrong ideas about the same layer, and who chooses one is told what is wrong with the
 * idea. The prose inside is the question.
 *
 * @tag conv-quiz
 * @summary A question whose right and wrong answers are computed.
 *
 * @slot - The question.
 * @slot answers - For the kind `written`: a list; its right item has the attribute `right`, the others `betrays`, the idea or
 *   misconception that they come from.
 * @slot hint - What to say to a wrong answer that comes from no known idea; plain text.
 * @slot reveal - Why it is so; shown with the answer.
 * @event {ConvQuizEvent} conv-quiz - The reader answered, or asked for the answer.
 * @csspart card - The frame of the question.
 * @csspart verdict - What is said about an answer.
 */
export class ConvQuiz extends ConvElement {
  static override styles: CSSResultGroup = [baseStyles, themeStyles, controlStyles, quizStyles, givenStyles];

  /** How it is answered: `choice`, `number`, `cells`, `size`, `matrix` or `written`. */
  @property() kind: QuizKind = 'choice';

  /** What is asked for, as on `<conv-value>`: `output 0 0`, `parameters`. For `cells` the cell: `output 1,1`. */
  @property() of = '';

  /** Wrong ideas, apart by spaces: `turned-kernel forgot-bias`. */
  @property() distractors = '';

  /** Offers the same question with other numbers, as often as the reader likes. */
  @property({ type: Boolean }) practice = false;

  /** The misconceptions that this question is there for, apart by spaces: `M5`. For the authoring check. */
  @property() owns = '';

  /**
   * The figure of the lesson waits for the answer: where the step would begin to play, or, without a stretch to play, as the
   * step before left it.
   */
  @property({ type: Boolean }) predict = false;

  /** Stage of a layer that has several, from 0; else as on `<conv-value>`. */
  @property({ type: Number }) stage?: number;

  /** Shows the answer with its reason and asks nothing, as whoever teaches needs it. */
  @property({ type: Boolean }) solved = false;

  /** The reader has found the answer, or has been shown it; practice does not count. */
  @property({ type: Boolean, reflect: true }) answered = false;

  /** What is chosen or typed at the moment. */
  @state() private chosen = '';
  @state() private verdict: Verdict | null = null;
  /** Place in the row of questions: 0 is the step's own, the others are practice. */
  @state() private round = 0;
  /** The question at hand is answered. */
  @state() private closed = false;
  @query('.verdict') private readonly said!: HTMLElement;
  private readonly cells = new CellsPad(this);
  private readonly other = new Practice(() => this.requestUpdate());
  /** What the author was told. */
  private readonly told = new Set<string>();
  private first: string | null = null;
  private tries = 0;
  private state: QuizResult['state'] = 'open';
  private made: { readonly causes: readonly unknown[]; readonly answers: readonly Answer[] | null } = {
    causes: [],
    answers: null,
  };

  /** What became of the question as the lesson asks it; practice does not count. */
  get result(): QuizResult {
    const { first, tries, state: became } = this;
    return { question: questionText(this), first, tries, state: became };
  }

  /** The right answer in words; null while there is none. */
  get answer(): string | null {
    const { right } = this;
    return right === null ? null : this.inWords(right);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.other.stop();
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    if (this.closest(holdersOfColours)) delete this.dataset.scheme;
    else this.dataset.scheme = schemeOf(this.theme);
    if (!quizKinds.includes(this.kind)) this.kind = 'choice';
  }

  protected override updated(): void {
    if (this.lab.isReady && this.round === 0) this.tellAuthor();
  }

  /** Each fault once, in the browser's console. */
  private tellAuthor(): void {
    const { asked, answers, ideas, kind, told, written } = this;
    const typed = this.getAttribute('kind') ?? kind;
    const faults = [
      ...faultsOfQuestion({ kind: typed, distractors: ideas, answers: written }),
      ...faultsOfAnswers(kind, asked, answers),
    ];
    for (const fault of faults) {
      if (!told.has(fault)) console.warn(`<conv-quiz id="${this.id}">: ${fault}`);
      told.add(fault);
    }
  }

  private get asked(): string {
    return this.of || usualQuantity(this.kind);
  }

  private get moment(): Moment | null {
    return this.round === 0 ? (this.lab.session?.moment ?? null) : this.other.moment;
  }

  private get ideas(): readonly string[] {
    return this.distractors.split(/[\s,]+/).filter((name) => name !== '');
  }

  /** The right answer and the wrong ones; null while there are no numbers. Reckoned anew only for another layer or cell. */
  private get answers(): readonly Answer[] | null {
    const { moment } = this;
    if (!moment) return null;
    const causes = [moment.stages, moment.frame.ordinal, this.asked, this.kind, this.distractors];
    if (causes.some((cause, place) => cause !== this.made.causes[place])) {
      const question = { of: this.asked, moment, ask: askOf(this.kind, this.stage) };
      this.made = { causes, answers: answersTo(question, this.ideas.filter(isIdeaName)) };
    }
    return this.made.answers;
  }

  private get written(): readonly WrittenAnswer[] {
    return writtenAnswers(this);
  }

  /** What can be chosen, in the order that is shown. */
  private get options(): readonly Option[] {
    const { kind, lab } = this;
    const all =
      kind === 'written'
        ? this.written.map(({ text, right }): Option => ({ value: text, text, right }))
        : (this.answers ?? []).map(({ text, idea }): Option => ({ value: text, text, right: idea === null }));
    if (kind !== 'matrix') return shuffled(all, seedOf(`${this.id} ${this.round}`));
    const pictures = shuffled(all.slice(0, mostMatrices), seedOf(this.id));
    return pictures.map((option, place) => {
      const letter = String.fromCharCode(65 + place);
      return { ...option, text: lab.say('quiz.matrix', { letter }) };
    });
  }

  private get right(): string | null {
    if (this.kind === 'written') return this.written.find(({ right }) => right)?.text ?? null;
    return this.answers?.[0].text ?? null;
  }

  /** Is it worth asking: are there numbers, or written answers? */
  private get isAskable(): boolean {
    return this.right !== null;
  }

  /** Nothing can be answered any more, and the right answer is marked. */
  private get isSolved(): boolean {
    return this.closed || (this.solved && this.isAskable);
  }

  private choose(answer: string): void {
    this.chosen = answer;
    this.verdict = null;
  }

  private check(): void {
    const { chosen, right } = this;
    if (right === null) return;
    if (chosen.trim() === '' || (this.kind === 'number' && !hasNumber(chosen))) {
      this.verdict = { kind: 'choose', more: '' };
      return;
    }
    const isRight = this.is(chosen, right);
    if (this.round === 0 && this.state === 'open') {
      this.first ??= this.inWords(chosen);
      this.tries += 1;
      if (isRight) this.state = 'right';
    }
    if (isRight) this.end({ kind: 'right', more: '' });
    else this.verdict = { kind: 'wrong', more: `${this.hint(chosen)} ${this.lab.say('quiz.again')}` };
    this.dispatchEvent(new ConvQuizEvent(this.id, this.inWords(chosen), isRight));
  }

  /** What is typed may be written otherwise. */
  private is(answer: string, text: string): boolean {
    return answer === text || ((this.kind === 'number' || this.kind === 'size') && isSame(answer, text));
  }

  /** What is wrong with the idea that an answer comes from; where none is known, how to find the right one. */
  private hint(answer: string): string {
    const written = this.written.find(({ text }) => text === answer)?.betrays;
    const computed = this.answers?.find(({ text }) => this.is(answer, text))?.idea;
    const name = this.kind === 'written' ? written : computed;
    if (!name && this.kind === 'cells')
      return this.cells.difference(answer, this.right ?? '', this.lab.say.bind(this.lab));
    if (name && name !== 'neighbour') {
      const key = `quiz.hint.${hintOf(name, this.moment?.stages.at(-1)?.stage)}`;
      if (isWordKey(key)) return this.lab.say(key);
    }
    // The author speaks of the step's own question, not of those of practice.
    const own = this.round === 0 ? hintText(this) : '';
    return own || this.lab.say(`quiz.hint.${adviceOn(this.asked, name === 'neighbour')}`);
  }

  /** An answer as a score tells it: cells counted from 1, matrices by their letter. */
  private inWords(answer: string): string {
    if (this.kind === 'matrix') return this.options.find(({ value }) => value === answer)?.text ?? answer;
    if (this.kind !== 'cells') return answer;
    return answer.replaceAll(
      /(\d+),(\d+)/g,
      (_, row, column) => `(${Number(row) + 1}, ${Number(column) + 1})`,
    );
  }

  /** Shows the answer and the reason. */
  show(): void {
    const { right } = this;
    if (right === null || this.closed) return;
    if (this.round === 0 && this.state === 'open') this.state = 'shown';
    this.chosen = right;
    this.end(this.shownVerdict(right));
    this.dispatchEvent(new ConvQuizEvent(this.id, null, false));
  }

  private shownVerdict(answer: string): Verdict {
    const isMarked = this.kind !== 'number' && this.kind !== 'size';
    const more = isMarked ? this.lab.say('quiz.shownMarked') : this.lab.say('quiz.shown', { answer });
    return { kind: 'shown', more };
  }

  private end(verdict: Verdict): void {
    this.verdict = verdict;
    this.closed = true;
    if (this.round === 0) this.answered = true;
    // The button that had the focus goes away.
    void this.updateComplete.then(() => this.said.focus({ preventScroll: true }));
  }

  /** The same question with other numbers. */
  another(): void {
    const { session, moment } = { session: this.lab.session, moment: this.lab.session?.moment };
    if (!session || !moment) return;
    this.round += 1;
    this.other.ask(session.layer, moment, this.asked, seedOf(this.id) + this.round);
    this.chosen = '';
    this.verdict = null;
    this.closed = false;
  }

  private renderAnswers(): TemplateResult | typeof nothing {
    const { kind, isSolved: answered, lab, moment } = this;
    const right = this.right ?? '';
    const chosen = this.solved ? right : this.chosen;
    const choose = (answer: string): void => this.choose(answer);
    const pad = { chosen, answered, right, say: lab.say.bind(lab), choose };
    switch (kind) {
      case 'number':
        return renderTyped(pad, () => this.check());
      case 'size':
        return renderSize(pad);
      case 'cells':
        return moment ? this.cells.render(pad, this.asked, moment) : nothing;
      case 'matrix':
        return renderMatrices(pad, this.options);
      default:
        return renderChoices(pad, this.options);
    }
  }

  private renderGivens(): TemplateResult | typeof nothing {
    const { moment } = this.other;
    return this.round > 0 && moment ? renderGiven(moment, this.asked, this.lab.say.bind(this.lab)) : nothing;
  }

  private renderButtons(): TemplateResult | typeof nothing {
    const { lab, isSolved } = this;
    if (isSolved || !this.isAskable) return nothing;
    return html`<div class="actions">
      <button class="primary" @click=${() => this.check()}>${lab.say('quiz.check')}</button>
      <button @click=${() => this.show()}>${lab.say('quiz.show')}</button>
    </div>`;
  }

  private renderAnother(): TemplateResult | typeof nothing {
    const canGoOn = this.practice && (this.kind === 'choice' || this.kind === 'number');
    if (!this.closed || this.solved || !canGoOn) return nothing;
    return html`<div class="actions">
      <button @click=${() => this.another()}>${this.lab.say('quiz.another')}</button>
    </div>`;
  }

  private leadOf(kind: 'choose' | 'wrong' | 'right'): WordKey {
    return kind === 'choose' && this.kind === 'number' ? 'quiz.type' : `quiz.${kind}`;
  }

  private renderVerdict(): TemplateResult {
    const { lab, right } = this;
    const verdict = this.solved && right !== null ? this.shownVerdict(right) : this.verdict;
    const lead = verdict && verdict.kind !== 'shown' ? lab.say(this.leadOf(verdict.kind)) : '';
    return html`<p
      class="verdict ${verdict?.kind ?? ''}"
      part="verdict"
      role="status"
      tabindex=${this.closed ? -1 : nothing}
    >
      ${verdict ? html`<strong>${lead}</strong> ${verdict.more}` : nothing}
    </p>`;
  }

  override render(): TemplateResult {
    const { lab, isSolved, round } = this;
    const isRevealed = isSolved && round === 0;
    const isAwaited = this.predict && this.state === 'open' && !isSolved;
    return html`<div class="card" part="card">
      <fieldset>
        <legend><span class="kicker">${lab.say('quiz.question')}</span><slot></slot></legend>
        ${this.renderGivens()}${this.isAskable ? this.renderAnswers() : nothing}
      </fieldset>
      ${isAwaited ? html`<p class="help">${lab.say('quiz.waiting')}</p>` : nothing} ${this.renderButtons()}
      ${this.renderVerdict()}
      <div class="reveal" ?hidden=${!isRevealed}><slot name="reveal"></slot></div>
      ${this.renderAnother()}
      <div hidden><slot name="answers" @slotchange=${() => this.requestUpdate()}></slot></div>
    </div>`;
  }
}
