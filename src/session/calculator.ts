import type { Accuracy } from '../engine/accuracy.js';
import { EngineError } from '../engine/errors.js';
import type { Engine } from '../engine/types.js';
import { counts } from '../math/counts.js';
import { compute, type Computation, type Task } from './compute.js';
import { acquireEngine, releaseEngine } from './engines.js';
import { accuracyModule } from './on-demand.js';

/** Up to so many multiply-adds the reference takes about a millisecond, and the answer is compared with it at once. */
const immediateMacs = 2 ** 17;
/** Milliseconds of rest after which a larger answer is compared: a slider is not held up by it. */
const restBeforeMeasuring = 150;

export interface CalculatorEvents {
  /** Can what is asked for now be computed? */
  isRunnable(): boolean;
  /** What is to be computed now; asked for when it can be, and only when it is about to be. */
  task(): Task;
  /** A new answer, of the newest task or of one that was overtaken meanwhile; told before `changed`. */
  answered(computation: Computation, isNewest: boolean): void;
  /** Anything that can be read here has changed. */
  changed(): void;
}

/**
 * Keeps the engine's answer up to date with the newest task. Small tasks are answered before the browser draws again;
 * when tasks come faster than answers, the latest wins.
 */
export class Calculator {
  private readonly events: CalculatorEvents;
  private coming: Promise<Engine> | null = null;
  private present: Engine | null = null;
  private unfollow: () => void = () => undefined;
  private running: AbortController | null = null;
  /** Since the last answer a run was given up for a newer task: the next one is let finish, so that a long drag shows something. */
  private hasGivenUp = false;
  private isOutdated = false;
  private answer: Computation | null = null;
  private measured: Accuracy | null = null;
  private measuring: ReturnType<typeof setTimeout> | undefined;
  private failure: Error | null = null;

  constructor(events: CalculatorEvents) {
    this.events = events;
  }

  get engine(): Engine | null {
    return this.present;
  }

  /** The last answer, whatever is asked meanwhile. */
  get computation(): Computation | null {
    return this.answer;
  }

  /** How far the answer is from the reference; null until it has been compared. */
  get accuracy(): Accuracy | null {
    return this.measured;
  }

  get error(): Error | null {
    return this.failure;
  }

  get busy(): boolean {
    return this.running !== null;
  }

  /** Takes a share in the page's engine and starts; answered by {@link disconnect}. */
  connect(): void {
    if (this.coming) return;
    this.coming = acquireEngine();
    this.recompute();
  }

  /** Gives the engine back; the answer stays. */
  disconnect(): void {
    if (!this.coming) return;
    this.running?.abort();
    this.running = null;
    this.hasGivenUp = false;
    this.unfollow();
    this.present = null;
    this.coming = null;
    clearTimeout(this.measuring);
    releaseEngine();
  }

  /** The task is another one now. */
  recompute(): void {
    if (!this.coming || !this.events.isRunnable()) return;
    if (this.running && this.hasGivenUp) {
      this.isOutdated = true;
      return;
    }
    this.hasGivenUp = this.running !== null;
    this.running?.abort();
    void this.run(this.coming);
  }

  private async run(coming: Promise<Engine>): Promise<void> {
    const running = new AbortController();
    this.running = running;
    try {
      const engine = await coming;
      running.signal.throwIfAborted();
      this.follow(engine);
      this.isOutdated = false;
      if (this.events.isRunnable()) this.show(await compute(engine, this.events.task(), running.signal));
      this.failure = null;
    } catch (error) {
      if (running.signal.aborted) return;
      if (isLoss(error) && this.present) {
        // What is shown stays; the numbers come again when the engine is restored, or from the CPU.
        await this.present.whenReady();
        if (!running.signal.aborted) await this.run(coming);
        return;
      }
      this.failure = error instanceof Error ? error : new Error(String(error));
    }
    if (this.running !== running) return;
    this.running = null;
    this.hasGivenUp = false;
    this.events.changed();
    if (this.isOutdated) this.recompute();
  }

  /** Tells when the engine changes its rung. */
  private follow(engine: Engine): void {
    if (this.present === engine) return;
    this.present = engine;
    this.unfollow = engine.onChange(() => this.events.changed());
  }

  private show(computation: Computation): void {
    this.answer = computation;
    this.measured = null;
    clearTimeout(this.measuring);
    if (counts(computation.plan).macs <= immediateMacs) this.measure(computation);
    else this.measuring = setTimeout(() => this.measureLate(computation), restBeforeMeasuring);
    this.events.answered(computation, !this.isOutdated);
  }

  /** Where the comparison cannot be fetched, the answer stays without it. */
  private measure(computation: Computation): void {
    const module = accuracyModule();
    if (module instanceof Promise) {
      module.then(
        () => this.measureLate(computation),
        () => undefined,
      );
      return;
    }
    const { plan, input, weights, stages } = computation;
    this.measured = module.accuracy(plan, { input, stages: weights }, stages[stages.length - 1].output);
  }

  /** What was told meanwhile was told without the comparison. */
  private measureLate(computation: Computation): void {
    if (this.answer !== computation) return;
    this.measure(computation);
    this.events.changed();
  }
}

function isLoss(error: unknown): boolean {
  return error instanceof EngineError && error.code === 'context-lost';
}
