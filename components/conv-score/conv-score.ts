import { css, html, nothing, type CSSResultGroup, type TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { quizEn } from '../../src/words/parts/quiz.js';
import { teach, type WordKey } from '../../src/words/say.js';
import type { ConvQuiz, QuizResult } from '../conv-quiz/conv-quiz.js';
import { ConvQuizEvent } from '../conv-quiz/events.js';
import { copyFrom } from '../shared/copy.js';
import { PageLook } from '../shared/page-look.js';
import { RestoringElement } from '../shared/restoring-element.js';
import { baseStyles, controlStyles } from '../shared/styles.js';
import { themeStyles, type ThemeName } from '../shared/theme.js';

teach(quizEn);

const stateWords: Readonly<Record<QuizResult['state'], WordKey>> = {
  open: 'score.open',
  right: 'score.right',
  shown: 'score.shown',
};

const scoreStyles = css`
  h2 {
    margin-block: 0 0.5rem;
    font-size: 1.3rem;
    line-height: 1.3;
  }
  ol {
    margin: 0;
    padding-inline-start: 1.75rem;
  }
  li {
    margin-block-end: 0.6rem;
  }
  p {
    margin: 0;
  }
  .bar {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.75rem;
    margin-block: 0.75rem;
  }
  .bar button {
    min-block-size: 2.75rem;
  }
  .note {
    color: var(--_muted);
    font-size: 0.9375rem;
  }
`;

/**
 * What the reader answered to the questions of the page: the first answer and the number of tries, to be copied as text. It
 * stays in the page.
 *
 * @tag conv-score
 * @summary The answers to a page's questions, to be copied.
 * @csspart list - The questions and answers.
 */
export class ConvScore extends RestoringElement {
  static override styles: CSSResultGroup = [baseStyles, themeStyles, controlStyles, scoreStyles];

  /** `paper`, `board`, or `auto` for the system's. */
  @property() theme: ThemeName = 'auto';

  @query('textarea') private readonly field!: HTMLTextAreaElement;
  @state() private copied: 'copied' | 'selected' | null = null;
  private readonly look = new PageLook(this, () => this.requestUpdate());

  override connectedCallback(): void {
    super.connectedCallback();
    this.look.connect();
    this.ownerDocument.addEventListener(ConvQuizEvent.type, this.listen);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.look.disconnect();
    this.ownerDocument.removeEventListener(ConvQuizEvent.type, this.listen);
  }

  protected override willUpdate(changed: Map<PropertyKey, unknown>): void {
    if (changed.has('theme')) this.look.setTheme(this.theme);
  }

  /** The page's questions and what became of each. */
  get results(): readonly QuizResult[] {
    const quizzes = [...this.ownerDocument.querySelectorAll<ConvQuiz>('conv-quiz')];
    return quizzes.flatMap(({ result }) => (result ? [result] : []));
  }

  /** The score as it is copied. */
  get text(): string {
    const lines = this.results.map(
      (result, place) => `${place + 1}. ${result.question}\n   ${this.outcome(result)}`,
    );
    return [this.ownerDocument.title, this.sum, '', ...lines].join('\n');
  }

  private get sum(): string {
    const { results } = this;
    const atOnce = results.filter(({ state: became, tries }) => became === 'right' && tries === 1);
    return this.look.say('score.sum', { right: atOnce.length, count: results.length });
  }

  private readonly listen = (): void => {
    this.copied = null;
    this.requestUpdate();
  };

  private async copy(): Promise<void> {
    this.copied = (await copyFrom(this.field)) ? 'copied' : 'selected';
  }

  /** First answer, tries and result in one line. */
  private outcome({ first, tries, state: became }: QuizResult): string {
    const { say } = this.look;
    const parts = [
      ...(first === null
        ? []
        : [say('score.first', { answer: first }), say('score.tries', { count: tries })]),
      say(stateWords[became]),
    ];
    return parts.join(' · ');
  }

  override render(): TemplateResult {
    const { say } = this.look;
    const { results } = this;
    if (results.length === 0) return html`<p class="note">${say('score.none')}</p>`;
    return html`<h2>${say('score.title')}</h2>
      <ol part="list">
        ${results.map(
          (result) =>
            html`<li>
              <p>${result.question}</p>
              <p class="note">${this.outcome(result)}</p>
            </li>`,
        )}
      </ol>
      <div class="bar">
        <p>${this.sum}</p>
        <button @click=${() => void this.copy()}>${say('score.copy')}</button>
        <p role="status">${this.copied ? say(`score.${this.copied}`) : nothing}</p>
      </div>
      <p class="note">${say('score.stays')}</p>
      <textarea
        class="visually-hidden"
        readonly
        tabindex="-1"
        aria-label=${say('score.text')}
        .value=${this.text}
      ></textarea>`;
  }
}
