import { page } from '../gpu/page.js';
import { termsPerOutput } from '../math/incidence.js';
import { assertRunnable, type TermValue } from '../math/reference.js';
import { sizeOf } from '../math/tensor.js';
import type { Plan, PlanTensors, Stage, Tensor } from '../math/types.js';
import type { Backend, Job } from './backend.js';
import { EngineError, toEngineError } from './errors.js';
import { Ladder } from './ladder.js';
import { assertFits } from './plan-size.js';
import type {
  BackendName,
  Engine,
  EngineLimits,
  EngineOptions,
  EngineStatistics,
  FallbackReason,
  LoadedPlan,
  LoadOptions,
  RunOptions,
  TermsOptions,
  TermTable,
  TermTableOptions,
  TextureTensor,
} from './types.js';

const termTableEntries = 2 ** 20;

/**
 * An engine on the highest rung that works: WebGL2 shaders that have passed a self-test, else the CPU.
 * It never rejects; `backend` and `fallbackReason` tell what came out.
 */
export async function createEngine(options: EngineOptions = {}): Promise<Engine> {
  const ladder = new Ladder();
  await ladder.start(options);
  return new LadderEngine(ladder);
}

/** Checks what it is asked before any backend sees it, and follows its ladder up and down. */
class LadderEngine implements Engine {
  private readonly ladder: Ladder;
  private readonly loaded = new Set<LoadedPlan>();
  private disposed = false;

  constructor(ladder: Ladder) {
    this.ladder = ladder;
  }

  get backend(): BackendName {
    return this.ladder.backendName;
  }

  get fallbackReason(): FallbackReason | null {
    return this.ladder.fallbackReason;
  }

  get fallbackCause(): unknown {
    return this.ladder.fallbackCause;
  }

  get limits(): EngineLimits {
    const maxTextureSize = this.ladder.backend?.maxTextureSize ?? 0;
    return { maxTextureSize, byteBudget: page().ledger.budget, termTableEntries };
  }

  get statistics(): EngineStatistics {
    return { liveTextures: this.ladder.backend?.liveTextures ?? 0, draws: this.ladder.draws };
  }

  run(
    plan: Plan,
    tensors: PlanTensors,
    options?: RunOptions & { all?: false; keep?: undefined },
  ): Promise<Tensor>;
  run(
    plan: Plan,
    tensors: PlanTensors,
    options: RunOptions & { all: true; keep?: undefined },
  ): Promise<Tensor[]>;
  run(
    plan: Plan,
    tensors: PlanTensors,
    options: RunOptions & { all?: false; keep: 'texture' },
  ): Promise<TextureTensor | Tensor>;
  run(
    plan: Plan,
    tensors: PlanTensors,
    { path = 'exact', upTo = Infinity, all = false, keep, signal }: RunOptions = {},
  ): Promise<Tensor | Tensor[] | TextureTensor> {
    return this.perform<Tensor | Tensor[] | TextureTensor>(plan, tensors, signal, async (backend, job) => {
      assertCount(upTo);
      if (path === 'fast' && upTo === Infinity) {
        const { runFast } = await import('./on-demand.js');
        const result = await runFast(this.ladder, job, { all, keep: keep !== undefined });
        if (result) return result;
      }
      if (keep) return backend.runAndKeep(job, upTo);
      const outputs = await backend.run(job, { upTo, lastOnly: !all });
      return all ? outputs : outputs[0];
    });
  }

  terms(plan: Plan, tensors: PlanTensors, { stage, index, signal }: TermsOptions): Promise<TermValue[]> {
    return this.perform(plan, tensors, signal, (backend, job) => {
      const { output, index: stageIndex } = stageAt(plan, stage);
      const isCell = output.every(
        (size, axis) => Number.isInteger(index[axis]) && index[axis] >= 0 && index[axis] < size,
      );
      if (!isCell) {
        throw new EngineError(
          'out-of-range',
          `No cell [${index.join(', ')}] in an output of [${output.join(', ')}].`,
        );
      }
      return backend.terms(job, stageIndex, index);
    });
  }

  termTable(plan: Plan, tensors: PlanTensors, { stage, signal }: TermTableOptions = {}): Promise<TermTable> {
    return this.perform(plan, tensors, signal, (backend, job) => {
      const read = stageAt(plan, stage);
      const entries = sizeOf(read.output) * termsPerOutput(read);
      if (entries > termTableEntries) {
        throw new EngineError(
          'too-large',
          `${entries} terms asked for at once; at most ${termTableEntries} are allowed.`,
        );
      }
      return backend.termTable(job, read.index);
    });
  }

  async load(plan: Plan, tensors: PlanTensors, { path = 'fast' }: LoadOptions = {}): Promise<LoadedPlan> {
    this.assertAlive();
    assertRunnable(plan, tensors);
    assertFits(plan, page().ledger.budget);
    const { loadPlan } = await import('./on-demand.js');
    const { loaded } = this;
    return loadPlan(this.ladder, path, { plan, tensors, loaded, assertAlive: () => this.assertAlive() });
  }

  whenReady(): Promise<void> {
    return this.ladder.whenReady();
  }

  onChange(listener: () => void): () => void {
    this.ladder.listeners.add(listener);
    return () => this.ladder.listeners.delete(listener);
  }

  dispose(): void {
    if (this.disposed) return;
    this.disposed = true;
    for (const loaded of [...this.loaded]) loaded.dispose();
    this.ladder.leave();
  }

  private assertAlive(): void {
    if (this.disposed) throw new EngineError('disposed', 'The engine was disposed of.');
  }

  /** Runs one job on the backend of this moment and turns every failure into a typed rejection. */
  private async perform<Result>(
    plan: Plan,
    tensors: PlanTensors,
    signal: AbortSignal | undefined,
    work: (backend: Backend, job: Job) => Promise<Result>,
  ): Promise<Result> {
    const checkpoint = () => {
      this.assertAlive();
      if (signal?.aborted) throw new EngineError('aborted', 'The job was aborted.');
    };
    checkpoint();
    assertRunnable(plan, tensors);
    assertFits(plan, page().ledger.budget);
    const { standing } = this.ladder;
    try {
      return await work(standing, { plan, tensors, checkpoint });
    } catch (error) {
      checkpoint();
      throw toEngineError(error);
    }
  }
}

function stageAt({ stages }: Plan, index = stages.length - 1): Stage {
  const stage = stages[index];
  if (!stage) throw new EngineError('out-of-range', `No stage ${index} in a plan of ${stages.length}.`);
  return stage;
}

function assertCount(upTo: number): void {
  if (upTo === Infinity || (Number.isInteger(upTo) && upTo >= 0)) return;
  throw new EngineError('out-of-range', `upTo is ${upTo}; a whole number of terms, 0 or more, is allowed.`);
}
