import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { canEncode, hasVideo } from '../../src/media/animation/encoder.js';
import { animationFormats, type AnimationFormat } from '../../src/media/animation/types.js';
import type { Moment } from '../../src/timeline/types.js';
import { formatBytes } from '../../src/words/amounts.js';
import type { Lab } from '../shared/lab.js';
import { mayDropDownloads, NoFile, saveFile, type MadeFile } from './file.js';
import { firstChoices, LengthMeter, sizeOf, type FilmChoices, type Length } from './film-choices.js';

/** A film that is being made: pictures done, of all. */
export interface FilmProgress {
  readonly done: number;
  readonly frames: number;
}

/** What became of the last film. */
export interface FilmOutcome {
  readonly text: string;
  readonly refused: boolean;
  readonly made: { readonly file: MadeFile; readonly address: string } | null;
}

/** What is chosen for a film, how far one is, and what became of the last. One is made at a time. */
export class FilmDesk implements ReactiveController {
  choices = firstChoices;
  progress: FilmProgress | null = null;
  outcome: FilmOutcome | null = null;
  /** Formats that the browser cannot encode at the chosen size; null until it was asked. */
  unable: readonly AnimationFormat[] | null = null;
  private readonly host: ReactiveControllerHost;
  private readonly labOf: () => Lab | null;
  private readonly meter = new LengthMeter();
  private running: AbortController | null = null;
  private isOpen = false;
  private asked = '';
  /** Where a run that is playing stood when it was last looked at: a length that changes with every picture tells nothing. */
  private step = 0;

  constructor(host: ReactiveControllerHost, labOf: () => Lab | null) {
    this.host = host;
    this.labOf = labOf;
    host.addController(this);
  }

  /** Nothing is asked of the browser before the section is opened. */
  get open(): boolean {
    return this.isOpen;
  }

  set open(open: boolean) {
    this.isOpen = open;
    this.host.requestUpdate();
  }

  hostUpdate(): void {
    if (this.isOpen) void this.look();
  }

  hostDisconnected(): void {
    this.cancel();
    this.forget();
  }

  choose(change: Partial<FilmChoices>): void {
    this.choices = { ...this.choices, ...change };
    this.host.requestUpdate();
  }

  /** Does what moves by itself stand still in the film? */
  get still(): boolean {
    return this.choices.still ?? this.labOf()?.reducedMotion ?? false;
  }

  lengthOf(moment: Moment): Length {
    const session = this.labOf()?.session;
    if (session?.paused !== false) this.step = moment.frame.step;
    return this.meter.of(moment, this.step, this.choices);
  }

  cancel(): void {
    this.running?.abort();
  }

  /** Stops the page's run, which would only take time from the film. */
  async start(): Promise<void> {
    const lab = this.labOf();
    const moment = lab?.session.moment;
    if (!lab || !moment || this.running) return;
    lab.session.pause();
    this.forget();
    if (this.lengthOf(moment).problem) return this.host.requestUpdate();
    const running = new AbortController();
    this.running = running;
    const length = this.lengthOf(moment);
    this.progress = { done: 0, frames: length.frames };
    this.host.requestUpdate();
    try {
      this.give(lab, length, await this.make(lab, length, running.signal));
    } catch (error) {
      this.outcome = { ...this.failureOf(lab, error, running.signal), made: null };
    } finally {
      this.running = null;
      this.progress = null;
      this.host.requestUpdate();
    }
  }

  private async make(lab: Lab, { footage, frames }: Length, signal: AbortSignal): Promise<MadeFile> {
    const { session } = lab;
    if (session.problems.length > 0) throw new NoFile(lab.say('export.illegal'));
    if (session.status !== 'ready') throw new NoFile(lab.say('export.waiting'));
    const { makeFilm } = await import('./film.js');
    signal.throwIfAborted();
    const { format, size, caption } = this.choices;
    const wish = { format, size: sizeOf(lab, size), footage, still: this.still, caption };
    const progressed = (done: number): void => {
      this.progress = { done, frames };
      this.host.requestUpdate();
    };
    return makeFilm(lab, wish, { signal, progressed });
  }

  private give(lab: Lab, { frames, seconds }: Length, file: MadeFile): void {
    if (!mayDropDownloads()) saveFile(file);
    const size = formatBytes(file.blob.size);
    this.outcome = {
      text: lab.say('film.done', { name: file.name, frames, seconds: printedSeconds(seconds), size }),
      refused: false,
      made: { file, address: URL.createObjectURL(file.blob) },
    };
  }

  private failureOf(lab: Lab, error: unknown, signal: AbortSignal): Omit<FilmOutcome, 'made'> {
    if (signal.aborted) return { text: lab.say('film.cancelled'), refused: false };
    const message = error instanceof Error ? error.message : String(error);
    return { text: error instanceof NoFile ? message : lab.say('film.failed', { message }), refused: true };
  }

  /** Lets the last film go. */
  private forget(): void {
    const made = this.outcome?.made;
    if (made) URL.revokeObjectURL(made.address);
    this.outcome = null;
  }

  /** Asks the browser what it can encode, anew for another size. */
  private async look(): Promise<void> {
    const lab = this.labOf();
    if (!lab) return;
    const size = sizeOf(lab, this.choices.size);
    const asked = Object.values(size).join();
    if (asked === this.asked) return;
    this.asked = asked;
    const able = await Promise.all(
      animationFormats.map((format) => canEncode(format, size).catch(() => false)),
    );
    if (asked !== this.asked) return;
    this.unable = animationFormats.filter((_, i) => !able[i]);
    this.host.requestUpdate();
  }
}

/** Is it the page, not the browser, that keeps videos from being made? */
export function isInsecure(): boolean {
  return !hasVideo() && !window.isSecureContext;
}

export function printedSeconds(seconds: number): string {
  return String(Number(seconds.toFixed(1)));
}
