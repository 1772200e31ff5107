/** Where layers are loaded and evaluated; a test gives its own. */
import type { Plan } from '../math/types.js';
import type { Processor, Report, Way } from './types.js';

/** A layer that stands ready to be evaluated again and again. */
export interface Subject {
  /** The way that it is computed in now: after a loss of the context it may be another than was asked for. */
  readonly way: Way;
  /** Hands in one evaluation. */
  step(options: { readonly signal: AbortSignal }): Promise<void>;
  /** One evaluation by the GPU's own clock, milliseconds; null where it does not tell. */
  timedStep(options: { readonly signal: AbortSignal }): Promise<number | null>;
  /** Resolves when all that was handed in is done. */
  finished(): Promise<void>;
  dispose(): void;
}

export interface Bench {
  /** Bytes that may be in memory at a time. */
  readonly budget: number;
  /** What the GPU is called; '' where it does not tell, and where there is none. */
  readonly renderer: string;
  /** Losses and restores of the context so far: after each, what is loaded is made anew by its next evaluation. */
  readonly changes: number;
  bytesOf(plan: Plan): number;
  /** Null where this device does not have the way. */
  load(way: Way, plan: Plan): Promise<Subject | null>;
  /** Of the processors that are asked for; null of one that is not there. */
  ceilings(processors: readonly Processor[], signal: AbortSignal): Promise<Report['ceilings']>;
  /** Resolves when there is something that computes again after a loss of the context. */
  whenReady(): Promise<void>;
  dispose(): void;
}
