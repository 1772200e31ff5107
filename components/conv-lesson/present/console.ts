import { html, nothing, type TemplateResult } from 'lit';
import { icon } from '../../shared/icons.js';
import type { ConvStep } from '../../conv-step/conv-step.js';
import { ClockText } from './clock-text.js';
import { elapsedText } from './elapsed.js';
import { PresenterLink, type Command, type Message, type SlideState } from './link.js';
import type { PresentedLesson, Presenting } from './presented-lesson.js';
import { questionsOf } from './quizzes.js';
import { slideAction } from './slide-keys.js';

/** Slots of the lesson's shadow root in which the presenter's window shows steps; all other steps are not shown. */
const slots = { now: 'now', next: 'then' } as const;

const commandsOfKeys: ReadonlySet<string> = new Set<Command>([
  ...(['next', 'previous', 'play', 'blank'] as const),
  ...(['restore', 'slower', 'faster', 'restart-clock'] as const),
]);

/**
 * The presenter's own window: this step with its figure, its answers and its notes, the next one, the time, and the controls of the
 * slides in the other window. It is the same page, so it needs to hear no more than where the slides are.
 */
export class Console implements Presenting {
  private readonly lesson: PresentedLesson;
  private readonly link = new PresenterLink((message) => this.hear(message));
  private readonly clock: ClockText;
  private readonly listening = new AbortController();
  private state: SlideState | null = null;
  private figure: HTMLElement | null = null;

  constructor(lesson: PresentedLesson) {
    this.lesson = lesson;
    this.clock = new ClockText(lesson, () => (this.state ? elapsedText(Date.now() - this.state.begun) : ''));
    document.addEventListener('keydown', this.onKey, { signal: this.listening.signal });
    this.link.send({ kind: 'where' });
  }

  stop(): void {
    this.listening.abort();
    this.clock.stop();
    this.link.close();
    for (const step of this.lesson.steps) {
      step.removeAttribute('slot');
      for (const question of questionsOf(step)) question.solved = false;
    }
  }

  changed(): void {
    this.place();
    const { figure } = this.lesson;
    if (figure === this.figure) return;
    this.figure = figure;
    this.lesson.restore();
  }

  private hear(message: Message): void {
    if (message.kind === 'slides-open' && this.state) this.link.send({ kind: 'resume', state: this.state });
    if (message.kind !== 'state') return;
    this.follow(message.state);
    this.lesson.requestUpdate();
    void this.lesson.updateComplete.then(() => this.clock.show());
  }

  /** The figure waits for an answer here as it does there. */
  private follow(state: SlideState): void {
    const { lesson } = this;
    this.state = state;
    const questions = questionsOf(lesson.steps[state.index]);
    const isNews = questions.some(({ answered }, i) => answered !== state.answered[i]);
    questions.forEach((question, i) => (question.answered = state.answered[i]));
    lesson.show(state.index);
    if (isNews) lesson.restore();
  }

  private place(): void {
    const { steps, index } = this.lesson;
    steps.forEach((step, i) => {
      step.slot = i === index ? slots.now : i === index + 1 ? slots.next : 'none';
      for (const question of questionsOf(step)) question.solved = true;
    });
  }

  private send(command: Command): void {
    this.link.send({ kind: 'command', command });
  }

  private readonly onKey = (event: KeyboardEvent): void => {
    const action = slideAction(event);
    if (!action || !commandsOfKeys.has(action)) return;
    event.preventDefault();
    this.send(action as Command);
  };

  /** Paragraph by paragraph. */
  private notesOf(step: ConvStep | undefined): string[] {
    const notes = [...(step?.querySelectorAll('[slot="notes"]') ?? [])];
    return notes.flatMap((note) => {
      const paragraphs = [...note.querySelectorAll('p')];
      return (paragraphs.length > 0 ? paragraphs : [note]).map(({ textContent }) => textContent.trim());
    });
  }

  private button(command: Command, content: TemplateResult | string, primary = false): TemplateResult {
    const name = this.lesson.say(`present.${command}`);
    return html`<button class=${primary ? 'primary' : ''} @click=${() => this.send(command)}>
      ${content}<span>${name}</span>
    </button>`;
  }

  /** What the class sees that the step beside it does not tell. */
  private told({ blank, answered }: SlideState): string {
    const { lesson } = this;
    if (blank) return lesson.say('present.is-blank');
    if (answered.length === 0) return '';
    return lesson.say(answered.includes(false) ? 'present.waits' : 'present.answered');
  }

  private renderControls(state: SlideState): TemplateResult {
    const { lesson } = this;
    const { paused, speed } = state;
    return html`<div class="console-bar" role="toolbar" aria-label=${lesson.say('present.bar')}>
      ${this.button('previous', icon('previous'))} ${this.button('next', icon('next'), true)}
      ${this.button('play', icon(paused ? 'play' : 'pause'))} ${this.button('slower', '−')}
      <span class="speed">${speed}×</span> ${this.button('faster', '+')}
      ${this.button('restore', icon('replay'))} ${this.button('blank', icon('blank'))}
      ${this.button('restart-clock', icon('loop'))}
      <p class="told" role="status">${this.told(state)}</p>
    </div>`;
  }

  private renderGuide(): TemplateResult | typeof nothing {
    const { guide } = this.lesson;
    if (guide === '') return nothing;
    const name = this.lesson.say('present.guide');
    return html`<details class="guide">
      <summary>${name}</summary>
      <iframe src=${guide} title=${name} loading="lazy"></iframe>
    </details>`;
  }

  render(): TemplateResult {
    const { lesson, state } = this;
    const notes = this.notesOf(lesson.steps[lesson.index]);
    const isLast = lesson.index >= lesson.steps.length - 1;
    return html`<div class="console">
      <header>
        <span class="place">${lesson.say('lesson.place')}</span>
        <time class="clock" aria-label=${lesson.say('present.clock')}></time>
      </header>
      ${state ? this.renderControls(state) : html`<p class="told" role="status">${lesson.say('present.nobody')}</p>`}
      <section class="now" aria-label=${lesson.say('present.now')}>
        <h2>${lesson.say('present.now')}</h2>
        <slot name=${slots.now}></slot>
      </section>
      <section class="notes" aria-label=${lesson.say('present.notes')}>
        <div class="small" inert><slot name="figure">${lesson.renderFigure()}</slot></div>
        <h2>${lesson.say('present.notes')}</h2>
        ${notes.length > 0 ? notes.map((note) => html`<p>${note}</p>`) : html`<p>${lesson.say('present.no-notes')}</p>`}
      </section>
      <section class="then" aria-label=${lesson.say('present.then')}>
        <h2>${lesson.say('present.then')}</h2>
        ${isLast ? html`<p>${lesson.say('present.last')}</p>` : html`<slot name=${slots.next}></slot>`}
      </section>
      ${this.renderGuide()}
    </div>`;
  }
}
