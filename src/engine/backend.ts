import type { TermValue } from '../math/reference.js';
import type { Index4, Plan, PlanTensors, Tensor } from '../math/types.js';
import type { TermTable, TextureTensor } from './types.js';

/** A legal plan with tensors that fit it. */
export interface Job {
  readonly plan: Plan;
  readonly tensors: PlanTensors;
  /** Throws EngineError when the job is to end: aborted, or its engine disposed of. Asked between slices. */
  checkpoint(): void;
}

/** A plan whose tensors stay where it is computed. Its callers have checked what they hand in. */
export interface LoadedRun {
  /** Values of the plan's input, for the evaluations that follow. */
  setInput(values: Float32Array): void;
  /** Hands one evaluation in. */
  step(job: Job): Promise<void>;
  /** The same, done and timed by the GPU's own clock: milliseconds, or null where it was not to be had. */
  timedStep?(job: Job): Promise<number | null>;
  /** Resolves when all that was handed in is done. */
  finished(job: Job): Promise<void>;
  /** The output of a stage, as the last evaluation left it. */
  read(stage: number, job: Job): Promise<Tensor>;
  /** A copy of the last stage's output, left on the GPU where there is one. */
  keep(): TextureTensor | Tensor;
  dispose(): void;
}

/** One way to compute. Its callers have checked plan, tensors, sizes and indices. */
export interface Backend {
  readonly maxTextureSize: number;
  readonly liveTextures: number;
  /** Every stage's output, or with `lastOnly` an array of the last one's. */
  run(job: Job, options: { upTo: number; lastOnly: boolean }): Promise<Tensor[]>;
  /** The last stage's output, left on the GPU where there is one. */
  runAndKeep(job: Job, upTo: number): Promise<TextureTensor | Tensor>;
  terms(job: Job, stage: number, index: Index4): Promise<TermValue[]>;
  termTable(job: Job, stage: number): Promise<TermTable>;
  dispose(): void;
}
