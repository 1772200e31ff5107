/** Has the page's engine compute what is shown; the newest question counts. */
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Engine, LoadedPlan, TextureTensor } from '../../src/engine/types.js';
import { EngineError } from '../../src/engine/errors.js';
import { plan } from '../../src/math/plan.js';
import type { TermValue } from '../../src/math/reference.js';
import type { Pair, Tensor } from '../../src/math/types.js';
import { acquireEngine, releaseEngine } from '../../src/session/engines.js';
import { cut, windowOf } from '../../src/views/filter/place.js';
import type { FilterTask } from '../../src/views/filter/task.js';

export interface Answer {
  readonly task: FilterTask;
  /** [1, height, width, channels]; it stays on the GPU where there is one, until another answer takes its place. */
  readonly output: TextureTensor | Tensor;
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
  private stopListening = () => {};
  private loaded: { readonly key: string; readonly plan: LoadedPlan } | null = null;
  /** One evaluation after the other: they share what is loaded. */
  private turn: Promise<unknown> = Promise.resolve();
  /** Seen when the element left the page. */
  private left: FilterTask | null = null;
  private running: AbortController | null = null;
  private asked: AbortController | null = null;
  private questioned: Answer | null = null;
  private question = '';

  constructor(host: ReactiveControllerHost) {
    this.host = host;
    host.addController(this);
  }

  hostConnected(): void {
    const acquired = acquireEngine();
    this.engine = acquired;
    // Kept results go with their context.
    void acquired.then((engine) => {
      if (this.engine !== acquired) return;
      this.stopListening = engine.onChange(() => this.answer && void this.run(this.answer.task));
    });
    if (this.left) void this.run(this.left);
    this.left = null;
  }

  hostDisconnected(): void {
    this.running?.abort();
    this.asked?.abort();
    this.stopListening();
    this.left = this.answer?.task ?? null;
    this.show(null);
    this.turn = this.turn.then(() => this.unload());
    this.engine = null;
    releaseEngine();
  }

  /** Computes a task; one that is asked for later cancels it. Resolves when either has happened. */
  async run(task: FilterTask): Promise<void> {
    this.running?.abort();
    const running = new AbortController();
    this.running = running;
    const { signal } = running;
    this.busy = true;
    const evaluated = this.turn.then(() => this.ask(signal, (engine) => this.evaluate(engine, task, signal)));
    this.turn = evaluated.catch(() => undefined);
    try {
      const output = await evaluated;
      if (signal.aborted) return giveBack(output);
      this.show({ task, output });
      this.error = null;
    } catch (error) {
      if (signal.aborted) return;
      this.error = error;
    }
    this.busy = false;
    this.host.requestUpdate();
  }

  /** The result of a task, of which nothing is read back; a frame after the first only gives its picture to what is loaded. */
  private async evaluate(engine: Engine, task: FilterTask, signal: AbortSignal): Promise<Answer['output']> {
    signal.throwIfAborted();
    const plan = await this.load(engine, task);
    await plan.step({ signal });
    return plan.keep();
  }

  private async load(engine: Engine, { plan, kernel, tensors }: FilterTask): Promise<LoadedPlan> {
    const key = [JSON.stringify(plan.stages), kernel.data, tensors.bias?.data].join();
    if (this.loaded?.key === key) {
      this.loaded.plan.setInput(tensors.input);
      return this.loaded.plan;
    }
    this.unload();
    const loaded = { key, plan: await engine.load(plan, tensors) };
    this.loaded = loaded;
    return loaded.plan;
  }

  private show(answer: Answer | null): void {
    if (this.answer) giveBack(this.answer.output);
    this.answer = answer;
  }

  private unload(): void {
    this.loaded?.plan.dispose();
    this.loaded = null;
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
    const { task } = answer;
    const [stage] = task.plan.stages;
    const { kernel, dilation, filters, groups, bias, activation } = stage;
    const { signal } = asked;
    const input = cut(task.picture.tensor, windowOf(stage, cell));
    const window = plan({ input: input.shape, kernel, dilation, filters, groups, bias, activation });
    const tensors = { ...task.tensors, input: { ...input, shape: [1, ...input.shape] } };
    try {
      const [terms, output] = await this.ask(signal, (engine) =>
        Promise.all([
          engine.terms(window, tensors, { index: [0, 0, 0, channel], signal }),
          engine.run(window, tensors, { signal }),
        ]),
      );
      if (signal.aborted) return;
      this.reading = { answer, cell, channel, terms, output: output.data[channel] };
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

function giveBack(output: Answer['output']): void {
  if ('texture' in output) output.dispose();
}
