/**
 * What is true at one step of a run. A view draws a `Moment` and nothing else: it keeps no state of the run, so
 * jumping to a step, walking there and scrubbing back all give the same picture.
 */
import type { Index4, Plan, Stage, Tensor, Term, WeightIndex } from '../math/types.js';

/** 'output': finish one output cell after the other (gather). 'input': each input cell spreads to all it feeds. */
export type Walk = 'output' | 'input';

/**
 * The beats of one output cell, in order; a cell leaves out what it does not need. 'filter' comes once per filter,
 * 'merge' only where several channels are added, 'bias' only where there is one. 'start' is step 0, before anything.
 */
export type Beat = 'start' | 'filter' | 'place' | 'lift' | 'weigh' | 'add' | 'merge' | 'bias' | 'write';

/** Grains of stepping, finest first. */
export type Grain = 'term' | 'beat' | 'cell' | 'row' | 'map';

/** Where a run stands. Derived from (plan, step) alone; holds no tensor values. */
export interface Frame {
  /** Dense terms done in the whole plan, 0 … steps; the fraction is the motion within a term. */
  readonly step: number;
  readonly steps: number;
  readonly walk: Walk;
  /** The stage that runs. */
  readonly stage: number;
  /** Output cells of this stage finished so far, in the order of the walk (see cells.ts). */
  readonly cellsDone: number;
  readonly cells: number;
  /** The output cell in the making; at the end of its last beat, just made. */
  readonly cell: Index4;
  /** Its place in the order of the walk, 0 … cells − 1. */
  readonly ordinal: number;
  /** Dense terms of the cell, in the order of the sum: channel of the tensor read, row, column. */
  readonly terms: readonly Term[];
  /** Whole terms of the cell added so far, 0 … terms.length. */
  readonly term: number;
  readonly beat: Beat;
  /** 0 … 1 within the beat; at a stop it is 1. */
  readonly progress: number;
  /** Channels read for one output cell: bench rows. */
  readonly channels: number;
  /** Terms of one channel: kh · kw. */
  readonly taps: number;
  /** Bench row in hand during 'add' (0 … channels − 1); before it 0, after it channels − 1. */
  readonly channel: number;
}

/** The engine's numbers of one output cell, one entry a dense term. */
export interface CellValues {
  readonly stage: number;
  readonly cell: Index4;
  /** Value read; 0 for padding and inserted zeros. */
  readonly input: Float32Array;
  readonly weight: Float32Array;
  readonly product: Float32Array;
  /** Sum of the products up to and including this term. */
  readonly runningSum: Float32Array;
  /** The same within the term's own channel; its last value in a channel is the channel's partial. */
  readonly channelSum: Float32Array;
  /** null where the stage has no bias. */
  readonly bias: number | null;
  /** The finished output value. */
  readonly output: number;
}

/** Everything of one stage that a view may show. Tensors are never partial: what is done follows from the frame. */
export interface StageView {
  readonly stage: Stage;
  /** What the stage reads: the plan's input or the previous stage's output. */
  readonly input: Tensor;
  readonly weights: Tensor;
  readonly bias: Tensor | null;
  /** The engine's finished result. */
  readonly output: Tensor;
  /** Largest absolute value of each, fixed for the whole run: colours are value / range on a scale centred on 0. */
  readonly ranges: {
    readonly input: number;
    readonly weights: number;
    readonly products: number;
    readonly output: number;
  };
}

export type TensorRole = 'input' | 'weights' | 'bias' | 'output';

/** A cell that somebody points at. */
export interface Selection {
  readonly stage: number;
  readonly tensor: TensorRole;
  /** Index4 for input and output, WeightIndex for weights, [filter] for the bias. */
  readonly index: readonly number[];
  /** Pinned by a click or Enter, else only hovered or focused. */
  readonly pinned: boolean;
}

/** What a selection lights up, by the relation. */
export interface Highlight {
  readonly stage: number;
  readonly input: readonly Index4[];
  readonly output: readonly Index4[];
  readonly weights: readonly WeightIndex[];
}

/** All that is shown at one step. */
export interface Moment {
  readonly plan: Plan;
  readonly stages: readonly StageView[];
  readonly frame: Frame;
  /** Numbers of the current cell; null until the engine has answered. */
  readonly values: CellValues | null;
  readonly selection: Selection | null;
  readonly highlight: Highlight | null;
}

/** What a person does to a view; the element turns it into an event, the session into a selection. */
export interface ViewIntent {
  readonly kind: 'hover' | 'pin' | 'leave';
  readonly stage: number;
  readonly tensor: TensorRole;
  readonly index: readonly number[];
}
