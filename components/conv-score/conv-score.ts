import { css, html, LitElement, nothing, type CSSResultGroup, type TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { quizEn } from '../../src/words/parts/quiz.js';
import { teach, type WordKey } from '../../src/words/say.js';
import type { ConvQuiz, QuizResult } from '../conv-quiz/conv-quiz.js';
import { ConvQuizEvent } from '../conv-quiz/events.js';
import { copyFrom } from '../shared/copy.js';
import { PageLook } from '../shared/page-look.js';
import { baseStyles, controlStyles } from '../shared/styles.js';
import { themeStyles, type ThemeName } from '../shared/theme.js';

teach(quizEn);

const stateWords: Readonly<Record<QuizResult['state'], WordKey>> = {
  open: 'score.open',
  right: 'score.right',
  shown: 'score.shown',
};

const scoreStyles = css`
  table {
    border-collapse: collapse;
    inline-size: 100%;
    font-size: 0.9375rem;
  }
  caption {
    text-align: start;
    font-weight: 650;
    padding-block-end: 0.35rem;
  }
  :is(th, td) {
    text-align: start;
    vertical-align: top;
    padding: 0.35rem 0.75rem 0.35rem 0;
    border-block-end: 1px solid var(--_line);
  }
  .scroll {
    overflow-x: auto;
  }
  .bar {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.75rem;
    margin-block: 0.75rem 0;
  }
  .bar button {
    min-block-size: 2.75rem;
  }
  p {
    margin: 0;
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
 * @csspart table - The questions and answers.
 */
export class ConvScore extends LitElement {
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
    const { say } = this.look;
    const lines = this.results.map(
      ({ question, first, tries, state: became }, place) =>
        `${place + 1}. ${question}\n   ${say('score.first')}: ${first ?? '–'} · ${say('score.tries')}: ${tries} · ${say(stateWords[became])}`,
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

  private renderRow({ question, first, tries, state: became }: QuizResult): TemplateResult {
    const { say } = this.look;
    return html`<tr>
      <th scope="row">${question}</th>
      <td>${first ?? '–'}</td>
      <td>${tries}</td>
      <td>${say(stateWords[became])}</td>
    </tr>`;
  }

  override render(): TemplateResult {
    const { say } = this.look;
    const { results } = this;
    if (results.length === 0) return html`<p class="note">${say('score.none')}</p>`;
    const columns = ['score.question', 'score.first', 'score.tries', 'score.state'] as const;
    return html`<div class="scroll" tabindex="0" role="region" aria-label=${say('score.title')}>
        <table part="table">
          <caption>
            ${say('score.title')}
          </caption>
          <thead>
            <tr>
              ${columns.map((key) => html`<th scope="col">${say(key)}</th>`)}
            </tr>
          </thead>
          <tbody>
            ${results.map((result) => this.renderRow(result))}
          </tbody>
        </table>
      </div>
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
