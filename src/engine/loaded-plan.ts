import { assertRunnable } from '../math/reference.js';
import type { Plan, PlanTensors, Tensor } from '../math/types.js';
import type { Job, LoadedRun } from './backend.js';
import { EngineError, toEngineError } from './errors.js';
import type { Ladder, Rung } from './ladder.js';
import type { ComputePath, LoadedPlan, StepOptions, TextureTensor } from './types.js';

export interface LoadedPlanOptions {
  readonly ladder: Ladder;
  readonly plan: Plan;
  readonly tensors: PlanTensors;
  readonly path: ComputePath;
  /** Throws once the engine is disposed of. */
  assertAlive(): void;
  /** Called once. */
  onDispose(loaded: LoadedPlan): void;
}

/** A plan that is evaluated again and again, on whatever rung the ladder stands. */
export class LadderPlan implements LoadedPlan {
  private readonly options: LoadedPlanOptions;
  private tensors: PlanTensors;
  /** What computes now, and the rung that it was made for. */
  private run: LoadedRun | null = null;
  private rung: Rung | null = null;
  private hasResult = false;
  private disposed = false;

  constructor(options: LoadedPlanOptions) {
    this.options = options;
    this.tensors = options.tensors;
  }

  get path(): ComputePath {
    return this.rung?.path ?? this.options.path;
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
    if (this.isCurrent) this.run?.setInput(input.data);
  }

  async step({ signal }: StepOptions = {}): Promise<void> {
    await this.perform(signal, async (job) => {
      const run = await this.prepared(job);
      await run.step(job);
      this.hasResult = true;
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
    this.options.onDispose(this);
  }

  /** The run that holds a result. */
  private get evaluated(): LoadedRun {
    if (this.run && this.hasResult && this.isCurrent) return this.run;
    if (this.hasResult)
      throw new EngineError('context-lost', 'The result was lost with its context; step again.');
    throw new EngineError('out-of-range', 'There is no result before the first step.');
  }

  private get isCurrent(): boolean {
    return this.rung?.isStanding() ?? false;
  }

  /** A run on the ladder's rung of this moment, made anew where the last one is gone. */
  private async prepared(job: Job): Promise<LoadedRun> {
    if (this.run && this.isCurrent) return this.run;
    this.release();
    const rung = await this.options.ladder.rungFor(this.options.path);
    job.checkpoint();
    this.rung = rung;
    this.run = rung.load(job);
    return this.run;
  }

  private release(): void {
    this.run?.dispose();
    this.run = null;
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
