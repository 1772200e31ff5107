import { html, nothing, type TemplateResult } from 'lit';
import { icon } from '../../shared/icons.js';
import { ClockText } from './clock-text.js';
import { elapsedText } from './elapsed.js';
import { Fit } from './fit.js';
import { Laser } from './laser.js';
import { PresenterLink, type Command, type Message, type SlideState } from './link.js';
import type { PresentedLesson, Presenting } from './presented-lesson.js';
import { openQuestion, questionsOf } from './quizzes.js';
import { keyNames, slideAction, type SlideAction } from './slide-keys.js';

/** Speeds of playback, slowest first. */
const speeds = [0.25, 0.5, 1, 2, 4, 8] as const;

/** Type on a wall is read from the last row; the part in rem keeps the reader's own size. */
const rootSize = 'clamp(112.5%, 0.65rem + 0.9vw, 300%)';

/** One step at a time over the whole window, for a class: keys of a clicker, a blank screen, a pointer, a clock. */
export class Slides implements Presenting {
  private readonly lesson: PresentedLesson;
  private readonly link = new PresenterLink((message) => this.hear(message));
  private readonly laser: Laser;
  private readonly fit: Fit;
  private readonly clock: ClockText;
  private readonly listening = new AbortController();
  private readonly sizeBefore = document.documentElement.style.fontSize;
  private blank = false;
  private begun = Date.now();
  private figure: HTMLElement | null = null;
  private note: 'no-window' | 'no-full-screen' | null = null;

  constructor(lesson: PresentedLesson) {
    this.lesson = lesson;
    this.laser = new Laser(lesson);
    this.fit = new Fit(lesson);
    this.clock = new ClockText(lesson, () => elapsedText(Date.now() - this.begun));
    const { signal } = this.listening;
    document.documentElement.style.fontSize = rootSize;
    document.documentElement.style.overflow = 'hidden';
    document.addEventListener('keydown', this.onKey, { signal });
    lesson.addEventListener('conv-quiz', () => this.changed(), { signal });
    this.link.send({ kind: 'slides-open' });
  }

  stop(): void {
    this.listening.abort();
    this.clock.stop();
    this.laser.on = false;
    this.fit.stop();
    this.link.close();
    this.lesson.removeAttribute('data-asks');
    document.documentElement.style.fontSize = this.sizeBefore;
    document.documentElement.style.overflow = '';
    if (document.fullscreenElement) void document.exitFullscreen();
  }

  /** The lesson shows another step, or its figure began or ceased to move. */
  changed(): void {
    this.follow();
    this.lesson.toggleAttribute('data-asks', this.step?.querySelector('conv-quiz') != null);
    this.fit.watch(this.step);
    this.tell();
  }

  private get step(): Element | undefined {
    return this.lesson.steps[this.lesson.index];
  }

  private get state(): SlideState {
    const { lesson, blank, begun, step } = this;
    const { figure, index } = lesson;
    const answered = questionsOf(step).map((question) => question.answered);
    return {
      ...{ index, blank, begun, answered },
      paused: figure?.paused ?? true,
      speed: figure?.playbackRate ?? 1,
    };
  }

  private tell(): void {
    this.link.send({ kind: 'state', state: this.state });
  }

  /** Playing and pausing are told by the figure itself. */
  private follow(): void {
    const { figure } = this.lesson;
    if (figure === this.figure) return;
    this.figure = figure;
    const { signal } = this.listening;
    for (const type of ['play', 'pause', 'ended'])
      figure?.addEventListener(type, () => this.tell(), { signal });
  }

  private hear(message: Message): void {
    if (message.kind === 'where') this.tell();
    else if (message.kind === 'command') this.act(message.command);
    else if (message.kind === 'resume') this.resume(message.state);
  }

  private resume({ index, blank, begun }: SlideState): void {
    this.begun = begun;
    this.blank = blank;
    this.lesson.show(index);
    this.refresh();
  }

  private act(action: Command | SlideAction): void {
    const { lesson } = this;
    switch (action) {
      case 'next':
        return this.next();
      case 'previous':
        return lesson.previous();
      case 'first':
        return lesson.show(0);
      case 'last':
        return lesson.show(lesson.steps.length - 1);
      case 'play':
        return lesson.figure?.paused === false ? lesson.figure.pause() : lesson.figure?.play();
      case 'restore':
        return lesson.restore();
      case 'slower':
      case 'faster':
        return this.changeSpeed(action === 'faster');
      case 'blank':
        this.blank = !this.blank;
        return this.refresh();
      case 'pointer':
        this.laser.on = !this.laser.on;
        return this.refresh();
      case 'restart-clock':
        this.begun = Date.now();
        return this.refresh();
      case 'full-screen':
        return this.toggleFullScreen();
      case 'window':
        return this.openWindow();
      case 'leave':
        if (!this.blank) return lesson.leavePresenting();
        this.blank = false;
        return this.refresh();
    }
  }

  /** A question is revealed before the step is left. */
  private next(): void {
    const question = openQuestion(this.step);
    if (!question) return this.lesson.next();
    question.show();
    // With what is shown the question is higher.
    void question.updateComplete.then(() => {
      this.fit.fit();
      question.scrollIntoView({ block: 'end' });
    });
  }

  private changeSpeed(faster: boolean): void {
    const { figure } = this.lesson;
    if (!figure) return;
    const now = figure.playbackRate;
    const other = faster ? speeds.find((each) => each > now) : speeds.findLast((each) => each < now);
    figure.playbackRate = other ?? now;
    this.refresh();
  }

  private toggleFullScreen(): void {
    if (document.fullscreenElement) {
      void document.exitFullscreen();
      return;
    }
    // The page, not the lesson: what the browser draws over a page, such as its menus, must stay in it.
    document.documentElement.requestFullscreen().catch(() => this.say('no-full-screen'));
  }

  private openWindow(): void {
    const address = new URL(location.href);
    address.search = '?presenter';
    const opened = this.link.isOpen
      ? window.open(address, 'convscope-presenter', 'popup,width=960,height=720')
      : null;
    this.say(opened ? null : 'no-window');
  }

  private say(note: typeof this.note): void {
    this.note = note;
    this.refresh();
  }

  private refresh(): void {
    this.lesson.requestUpdate();
    this.tell();
  }

  private readonly onKey = (event: KeyboardEvent): void => {
    const action = slideAction(event);
    if (!action) return;
    event.preventDefault();
    this.act(action);
  };

  private button(action: SlideAction, words: TemplateResult | string, pressed?: boolean): TemplateResult {
    const name = this.lesson.say(`present.${action}`);
    return html`<button
      title=${`${name} (${keyNames[action]})`}
      aria-label=${name}
      aria-pressed=${pressed ?? nothing}
      @click=${() => this.act(action)}
    >
      ${words}
    </button>`;
  }

  render(): TemplateResult {
    const { lesson, blank, note, laser } = this;
    const { paused, speed } = this.state;
    return html`<div class="slide-bar" role="toolbar" aria-label=${lesson.say('present.bar')}>
        ${this.button('previous', icon('previous'))}
        <span class="place" role="status">${lesson.say('lesson.place')}</span>
        ${this.button('next', icon('next'))} ${this.button('play', icon(paused ? 'play' : 'pause'))}
        ${this.button('slower', '−')}<span class="speed">${speed}×</span>${this.button('faster', '+')}
        ${this.button('restore', icon('replay'))}
        <span class="room"></span>
        <span class="note" role="status">${note ? lesson.say(`present.${note}`) : nothing}</span>
        <time class="clock"></time>
        ${this.button('pointer', icon('pointer'), laser.on)} ${this.button('blank', icon('blank'), blank)}
        ${this.button('window', icon('window'))} ${this.button('full-screen', icon('fullscreen'))}
        ${this.button('leave', icon('close'))}
      </div>
      ${
        blank
          ? html`<div class="blank" role="status" @click=${() => this.act('blank')}>
              <span>${lesson.say('present.is-blank')}</span>
            </div>`
          : nothing
      }`;
  }
}
