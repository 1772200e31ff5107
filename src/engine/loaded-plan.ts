import { assertRunnable } from '../math/reference.js';
import type { Plan, PlanTensors, Tensor } from '../math/types.js';
import type { Job, LoadedRun } from './backend.js';
import { EngineError, toEngineError } from './errors.js';
import type { ComputePath, LoadedPlan, StepOptions, TextureTensor } from './types.js';

/** A run, the path that it computes by, and whether it can go on: not once its context is lost. */
export interface StartedRun {
  readonly path: ComputePath;
  readonly run: LoadedRun;
  isStanding(): boolean;
}

export interface LoadedPlanOptions {
  readonly plan: Plan;
  readonly tensors: PlanTensors;
  /** All of the engine's. */
  readonly loaded: Set<LoadedPlan>;
  /** Throws once the engine is disposed of. */
  assertAlive(): void;
  /** A run on whatever rung the engine stands at the moment. */
  start(job: Job): Promise<StartedRun>;
}

/** A plan that is evaluated again and again, on whatever rung the ladder stands. */
export class LadderPlan implements LoadedPlan {
  private readonly options: LoadedPlanOptions;
  private tensors: PlanTensors;
  /** What computes, or did until its context was lost. */
  private started: StartedRun | null = null;
  private starting: Promise<LoadedRun> | null = null;
  /** The last step was completed. */
  private hasResult = false;
  private disposed = false;

  constructor(options: LoadedPlanOptions) {
    this.options = options;
    this.tensors = options.tensors;
  }

  get path(): ComputePath {
    return this.started?.path ?? 'cpu';
  }

  /** Takes its place on the ladder. @throws EngineError */
  async prepare(): Promise<void> {
    await this.perform(undefined, (job) => this.prepared(job));
  }

  setInput(input: Tensor): void {
    this.assertAlive();
    const tensors = { ...this.tensors, input };
    assertRunnable(this.options.plan, tensors);
    this.tensors = tensors;
    // Where this run's context is lost the next step begins anew, from the tensors.
    this.standing?.setInput(input.data);
  }

  async step({ signal }: StepOptions = {}): Promise<void> {
    await this.perform(signal, async (job) => {
      const run = await this.prepared(job);
      this.hasResult = false;
      await run.step(job);
      this.hasResult = true;
    });
  }

  timedStep({ signal }: StepOptions = {}): Promise<number | null> {
    return this.perform(signal, async (job) => {
      const run = await this.prepared(job);
      this.hasResult = false;
      const time = run.timedStep ? await run.timedStep(job) : await run.step(job);
      this.hasResult = true;
      return time ?? null;
    });
  }

  finished({ signal }: StepOptions = {}): Promise<void> {
    return this.perform(signal, (job) => this.evaluated.finished(job));
  }

  read({ signal }: StepOptions = {}): Promise<Tensor> {
    const last = this.options.plan.stages.length - 1;
    return this.perform(signal, (job) => this.evaluated.read(last, job));
  }

  keep(): TextureTensor | Tensor {
    this.assertAlive();
    try {
      return this.evaluated.keep();
    } catch (error) {
      throw toEngineError(error);
    }
  }

  dispose(): void {
    if (this.disposed) return;
    this.disposed = true;
    this.release();
    this.options.loaded.delete(this);
  }

  private get standing(): LoadedRun | null {
    return this.started?.isStanding() ? this.started.run : null;
  }

  /** The run that holds a result. */
  private get evaluated(): LoadedRun {
    const { standing, hasResult } = this;
    if (standing && hasResult) return standing;
    if (hasResult) throw new EngineError('context-lost', 'The result was lost with its context; step again.');
    throw new EngineError('out-of-range', 'There is no result: no step was completed.');
  }

  /** A run on the engine's rung of this moment, made anew where the last one is gone; once for all that wait for it. */
  private async prepared(job: Job): Promise<LoadedRun> {
    if (this.standing) return this.standing;
    this.starting ??= this.start(job).finally(() => (this.starting = null));
    return this.starting;
  }

  private async start(job: Job): Promise<LoadedRun> {
    this.release();
    // Whoever else waits for the run must not be stopped by this job's signal.
    this.started = await this.options.start({ ...job, checkpoint: () => this.assertAlive() });
    if (this.disposed) this.release();
    return this.started.run;
  }

  private release(): void {
    this.started?.run.dispose();
    this.hasResult = false;
  }

  private async perform<Result>(
    signal: AbortSignal | undefined,
    work: (job: Job) => Promise<Result>,
  ): Promise<Result> {
    const checkpoint = () => {
      this.assertAlive();
      if (signal?.aborted) throw new EngineError('aborted', 'The job was aborted.');
    };
    checkpoint();
    const { plan } = this.options;
    try {
      return await work({ plan, tensors: this.tensors, checkpoint });
    } catch (error) {
      checkpoint();
      throw toEngineError(error);
    }
  }

  private assertAlive(): void {
    this.options.assertAlive();
    if (this.disposed) throw new EngineError('disposed', 'The loaded plan was disposed of.');
  }
}
