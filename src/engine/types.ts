/** What an engine promises, whichever way it computes. */

import type { TermValue } from '../math/reference.js';
import type { Index4, Plan, PlanTensors, Tensor } from '../math/types.js';

/** 'webgl2': fragment shaders, fast and exact path. 'webgl2-exact': the exact path only. 'cpu': the reference itself. */
export type BackendName = 'webgl2' | 'webgl2-exact' | 'cpu';

/** Why an engine stands on a lower rung than it was asked for. */
export type FallbackReason =
  /** No WebGL2, or one that refuses our targets or shaders. */
  | 'gpu-unavailable'
  /** The self-test's numbers differ from the reference. */
  | 'gpu-inexact'
  /** Pixels read back are not those that were written: some browsers randomise them. */
  | 'readback-blocked'
  /** The context was lost twice, or not restored within three seconds. */
  | 'context-lost'
  /** float32 cannot be rendered into textures, which the fast path needs; the exact path goes on. */
  | 'float-targets-missing'
  /** The fast path's self-test failed when it was first used; the exact path goes on. */
  | 'fast-inexact';

/** 'fast' and 'exact' are fragment shaders, 'cpu' the reference. */
export type ComputePath = 'fast' | 'exact' | 'cpu';

export interface EngineOptions {
  /** A context to compute in. Its state is changed; default is the page's shared one. */
  readonly gl?: WebGL2RenderingContext | undefined;
  /** Default 'webgl2', with the next lower rung where that cannot be had or trusted. */
  readonly prefer?: BackendName | undefined;
}

export interface EngineLimits {
  /** Texels on a side; 0 on the CPU. */
  readonly maxTextureSize: number;
  /** Bytes that one run may hold: its input, weights, biases and every stage's output. */
  readonly byteBudget: number;
  /** Entries (cells × terms) of one term table. */
  readonly termTableEntries: number;
}

export interface EngineStatistics {
  /** Textures that this engine holds, in use or kept for the next run; 0 after `dispose`. */
  readonly liveTextures: number;
  /** Draw calls since the engine was made. */
  readonly draws: number;
}

export interface RunOptions {
  /**
   * 'fast' packs channels and sums in an order of its own, within the bound of rounding, for what is not read as a number:
   * pictures, networks, measurements. Where `Engine.backend` is not 'webgl2' it is the exact path. Default 'exact'.
   */
  readonly path?: 'exact' | 'fast' | undefined;
  /**
   * Partial sums are made by the exact path, whatever `path` says. Each output of the last stage after its first `upTo` terms; the bias counts as one more term. A partial sum is no
   * finished output: the activation is done only when no term and no bias is left out. Default: all.
   */
  readonly upTo?: number | undefined;
  /** Every stage's output, in the order of the stages. */
  readonly all?: boolean | undefined;
  /** Leaves the result on the GPU. */
  readonly keep?: 'texture' | undefined;
  readonly signal?: AbortSignal | undefined;
}

export interface LoadOptions {
  /** Default 'fast'. `LoadedPlan.path` tells what came of it. */
  readonly path?: ComputePath | undefined;
}

export interface StepOptions {
  readonly signal?: AbortSignal | undefined;
}

/**
 * A plan whose tensors stay where it is computed, for what runs again and again. Rejects like Engine's methods do, and
 * outlives a lost context: the step after it begins anew from the tensors on the CPU.
 */
export interface LoadedPlan {
  /** The path asked for, or a lower one where the engine has fallen to it: 'fast', then 'exact', then 'cpu'. */
  readonly path: ComputePath;
  /**
   * Another input of the same shape, for the steps that follow; its data must stay as they are.
   * @throws ConvError for a tensor that does not fit, EngineError
   */
  setInput(input: Tensor): void;
  /**
   * Hands one evaluation to the GPU, where input and result stay. What takes longer than a frame is handed over in slices;
   * the promise resolves with the last of them, before it is done. On the CPU it is done then.
   */
  step(options?: StepOptions): Promise<void>;
  /**
   * A step that is done when the promise resolves, timed by the GPU's own clock: milliseconds of its draws alone. null where
   * that cannot be had: without EXT_disjoint_timer_query_webgl2, when the clock was disturbed, on another path than the fast one.
   */
  timedStep(options?: StepOptions): Promise<number | null>;
  /** Resolves when every step that was handed in is done. */
  finished(options?: StepOptions): Promise<void>;
  /** The last stage's output as the last step left it. */
  read(options?: StepOptions): Promise<Tensor>;
  /**
   * A copy of it that stays on the GPU, the caller's to dispose of; a plain tensor on the CPU.
   * @throws EngineError
   */
  keep(): TextureTensor | Tensor;
  /** Disposing twice does nothing. */
  dispose(): void;
}

export interface TermsOptions {
  /** Default: the last. */
  readonly stage?: number | undefined;
  /** Cell of the stage's output. */
  readonly index: Index4;
  readonly signal?: AbortSignal | undefined;
}

export interface TermTableOptions {
  /** Default: the last. */
  readonly stage?: number | undefined;
  readonly signal?: AbortSignal | undefined;
}

/**
 * The terms of every output cell of a stage: entry cell · terms + term, where the cell is its place in the flat
 * NHWC output and the term its place in the order of the sum, padding included. Bias and activation come after them.
 */
export interface TermTable {
  readonly cells: number;
  /** Per cell. */
  readonly terms: number;
  readonly product: Float32Array;
  /** The accumulator after each term. */
  readonly runningSum: Float32Array;
  /** The terms of one channel that is read alone, so far; starts again with each channel. */
  readonly channelSum: Float32Array;
}

/**
 * A result that stayed on the GPU, for shaders of the same context. RGBA32UI, NEAREST: four consecutive values of the
 * flat NHWC data a texel, as the bits of float32, row after row of `width` texels. In GLSL, with
 * `uniform highp usampler2D tensor` and `int texel = offset / 4`:
 * `uintBitsToFloat(texelFetch(tensor, ivec2(texel % width, texel / width), 0)[offset % 4])`.
 */
export interface TextureTensor {
  readonly kind: 'texture';
  readonly shape: readonly number[];
  readonly texture: WebGLTexture;
  /** In texels. */
  readonly width: number;
  readonly height: number;
  /** Of the context. After a restore the texture is gone: compare with `SharedGpu.generation` and run again. */
  readonly generation: number;
  /** Gives the texture back; it must not be drawn any more. Disposing twice, or of an old generation, does nothing. */
  dispose(): void;
}

/**
 * Runs plans. Every method rejects with an EngineError, or with a ConvError for a plan or tensors that are wrong.
 * Calls may overlap; each job works on its own textures, in slices that leave the page responsive. On the exact path a job of at most 8 M
 * multiply-adds a stage (for a table, of half a cell's terms for every fourth entry) resolves within the task that asked for it, before any other task, timer or
 * animation frame, so that a drag shows the value it stands at.
 */
export interface Engine {
  readonly backend: BackendName;
  /** Why it is not what was asked for; null when it is. */
  readonly fallbackReason: FallbackReason | null;
  /** The error behind 'gpu-unavailable', e.g. of a shader that does not compile here; for a bug report, else null. */
  readonly fallbackCause: unknown;
  readonly limits: EngineLimits;
  readonly statistics: EngineStatistics;

  /** The last stage's output, [N, H, W, filters], bit for bit the reference's on IEEE hardware that fuses nothing. */
  run(
    plan: Plan,
    tensors: PlanTensors,
    options?: RunOptions & { all?: false; keep?: undefined },
  ): Promise<Tensor>;
  /** Every stage's output. */
  run(
    plan: Plan,
    tensors: PlanTensors,
    options: RunOptions & { all: true; keep?: undefined },
  ): Promise<Tensor[]>;
  /** A plain tensor where there is no GPU. */
  run(
    plan: Plan,
    tensors: PlanTensors,
    options: RunOptions & { all?: false; keep: 'texture' },
  ): Promise<TextureTensor | Tensor>;

  /** Makes a plan ready to be evaluated again and again. */
  load(plan: Plan, tensors: PlanTensors, options?: LoadOptions): Promise<LoadedPlan>;

  /** The formula's numbers of one output cell, in the order of the sum, without bias and activation; from one draw. */
  terms(plan: Plan, tensors: PlanTensors, options: TermsOptions): Promise<TermValue[]>;

  /** The terms of all cells of a stage, one draw a column, for teaching sizes: 'too-large' over `limits.termTableEntries`. */
  termTable(plan: Plan, tensors: PlanTensors, options?: TermTableOptions): Promise<TermTable>;

  /** Resolves at once, or, after a context loss, when the engine computes again: restored, or on the CPU. */
  whenReady(): Promise<void>;

  /** Told after a loss, a restore and a move to the CPU: `backend` may differ, kept textures are gone. Returns the unsubscriber. */
  onChange(listener: () => void): () => void;

  /** Frees every texture and rejects what is pending with 'disposed'. Disposing twice does nothing. */
  dispose(): void;
}
