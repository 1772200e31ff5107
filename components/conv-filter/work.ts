/** Has the page's engine compute what is shown; the newest question counts. */
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Engine } from '../../src/engine/types.js';
import { EngineError } from '../../src/engine/errors.js';
import { plan } from '../../src/math/plan.js';
import { offsetOf } from '../../src/math/tensor.js';
import type { TermValue } from '../../src/math/reference.js';
import type { Pair, Tensor } from '../../src/math/types.js';
import { acquireEngine, releaseEngine } from '../../src/session/engines.js';
import { cut, windowOf } from '../../src/views/filter/place.js';
import type { FilterTask } from '../../src/views/filter/task.js';

export interface Answer {
  readonly task: FilterTask;
  /** [1, height, width, channels] */
  readonly output: Tensor;
}

/** The numbers of one output pixel. */
export interface Reading {
  readonly answer: Answer;
  readonly cell: Pair;
  readonly channel: number;
  /** In the order of the sum: the taps row after row. */
  readonly terms: readonly TermValue[];
  readonly output: number;
}

export class FilterWork implements ReactiveController {
  answer: Answer | null = null;
  reading: Reading | null = null;
  /** A task is on its way. */
  busy = false;
  error: unknown = null;
  private readonly host: ReactiveControllerHost;
  private engine: Promise<Engine> | null = null;
  private running: AbortController | null = null;
  private asked: AbortController | null = null;
  private questioned: Answer | null = null;
  private question = '';

  constructor(host: ReactiveControllerHost) {
    this.host = host;
    host.addController(this);
  }

  hostConnected(): void {
    this.engine = acquireEngine();
  }

  hostDisconnected(): void {
    this.running?.abort();
    this.asked?.abort();
    this.engine = null;
    releaseEngine();
  }

  /** Computes a task; one that is asked for later cancels it. Resolves when either has happened. */
  async run(task: FilterTask): Promise<void> {
    this.running?.abort();
    const running = new AbortController();
    this.running = running;
    this.busy = true;
    try {
      const output = await this.ask(running.signal, (engine) =>
        engine.run(task.plan, task.tensors, { signal: running.signal }),
      );
      if (running.signal.aborted) return;
      this.answer = { task, output };
      this.error = null;
    } catch (error) {
      if (running.signal.aborted) return;
      this.error = error;
    }
    this.busy = false;
    this.host.requestUpdate();
  }

  /** Cancels what is computed: the settings allow nothing now. */
  stop(): void {
    this.running?.abort();
    this.busy = false;
  }

  /**
   * Reads the terms of one output pixel. They are those of its window alone, cut out of the picture with the padding's zeros: the
   * same products in the same order, without the whole picture's way to the engine for every pixel that is pointed at.
   */
  async read(answer: Answer, cell: Pair, channel: number): Promise<void> {
    const question = [...cell, channel].join();
    // Asked already: answered, under way, or refused.
    if (answer === this.questioned && question === this.question) return;
    [this.questioned, this.question] = [answer, question];
    this.asked?.abort();
    const asked = new AbortController();
    this.asked = asked;
    const { task, output } = answer;
    const [stage] = task.plan.stages;
    const { kernel, dilation, filters, groups } = stage;
    const input = cut(task.picture.tensor, windowOf(stage, cell));
    const window = plan({ input: input.shape, kernel, dilation, filters, groups });
    const tensors = { input: { ...input, shape: [1, ...input.shape] }, weights: task.tensors.weights };
    try {
      const terms = await this.ask(asked.signal, (engine) =>
        engine.terms(window, tensors, { index: [0, 0, 0, channel], signal: asked.signal }),
      );
      if (asked.signal.aborted) return;
      this.reading = {
        answer,
        cell,
        channel,
        terms,
        output: output.data[offsetOf(output.shape, [0, ...cell, channel])],
      };
    } catch (error) {
      if (asked.signal.aborted) return;
      this.error = error;
    }
    this.host.requestUpdate();
  }

  /** Asks again where the context was lost meanwhile. */
  private async ask<Result>(
    signal: AbortSignal,
    question: (engine: Engine) => Promise<Result>,
  ): Promise<Result> {
    const engine = await this.engine;
    if (!engine) throw new EngineError('disposed', 'The element is not on a page.');
    try {
      return await question(engine);
    } catch (error) {
      if (signal.aborted || !(error instanceof EngineError) || error.code !== 'context-lost') throw error;
      await engine.whenReady();
      return question(engine);
    }
  }
}
