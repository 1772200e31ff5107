/**
 * What is true at one step of a run. A view draws a `Moment` and nothing else: it keeps no state of the run, so
 * jumping to a step, walking there and scrubbing back all give the same picture.
 */
import type { Index4, Plan, Stage, Tensor, Term, WeightIndex } from '../math/types.js';

/** 'output': finish one output cell after the other (gather). 'input': each input cell spreads to all it feeds. */
export type Walk = 'output' | 'input';

/**
 * The beats of one output cell, in order; a cell leaves out what it does not need. 'start' is step 0, before anything.
 * Once a stage: 'spread' (a volume slides apart into lanes) and 'insert' (zeros come between and round the cells that a
 * transposed convolution reads) at its first cell, 'glue' (lanes become a volume) at its last. 'filter' comes once per
 * filter, 'merge' only where several channels are added, 'bias' and 'activate' only where there is one.
 *
 * In a scatter walk an input cell has 'place', 'lift' (its value flies to the kernel), 'weigh' (the stamp appears),
 * 'stamp' (it flies over its landing place) and 'press' (it is added there, product by product).
 */
export type Beat =
  | 'start'
  | 'spread'
  | 'insert'
  | 'filter'
  | 'place'
  | 'lift'
  | 'weigh'
  | 'add'
  | 'merge'
  | 'bias'
  | 'activate'
  | 'write'
  | 'glue'
  | 'stamp'
  | 'press';

/** Grains of stepping, finest first. */
export type Grain = 'term' | 'beat' | 'cell' | 'row' | 'map';

/** One product of a scatter walk. */
export interface Entry {
  readonly weight: WeightIndex;
  /** The cell that it is added to, or null where the padding has cropped that cell. */
  readonly output: Index4 | null;
  /** Row and column of that cell, counted from the output's first; outside the output where it is cropped. */
  readonly place: readonly [row: number, column: number];
  /** Channel of the output. */
  readonly channel: number;
}

/** An input cell in the hand of a scatter walk: its value times every weight of its channel. */
export interface Stamp {
  readonly input: Index4;
  /** In the order of the landing: kernel row, kernel column, output channel of the group. Cropped ones included. */
  readonly entries: readonly Entry[];
  /** Entries added so far, 0 … entries.length. */
  readonly landed: number;
}

/** Where a run stands. Derived from (plan, step) alone; holds no tensor values. */
export interface Frame {
  /**
   * Dense terms done in the whole plan, 0 … steps; the fraction is the motion within a term. A transposed convolution has
   * more of them along its outputs, where inserted zeros take a step each, than along its inputs.
   */
  readonly step: number;
  readonly steps: number;
  readonly walk: Walk;
  /** The stage that runs. */
  readonly stage: number;
  /** Cells of this stage finished so far, in the order of the walk (see cells.ts): output cells, or input cells. */
  readonly cellsDone: number;
  readonly cells: number;
  /**
   * The output cell in the making; at the end of its last beat, just made. In a scatter walk the output cell of the entry
   * that lands, of which the terms up to `term` are the products that it has collected.
   */
  readonly cell: Index4;
  /** Place of the cell (of the input cell in a scatter walk) in the order of the walk, 0 … cells − 1. */
  readonly ordinal: number;
  /**
   * Output cells in the making at once, `cell` first: where no channels are added, all lanes of a place run in step.
   * `term`, `beat` and `progress` hold for each of them.
   */
  readonly lanes: readonly Index4[];
  /** The input cell in hand; null along outputs. */
  readonly stamp: Stamp | null;
  /** Products of a real element that end in a real output, of this stage: so far, and of all. */
  readonly useful: { readonly done: number; readonly total: number };
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
  /** Sum of all products and the bias, before the activation. */
  readonly sum: number;
  /** The finished output value. */
  readonly output: number;
}

/** The numbers of a scatter walk at the input cell in hand; all of them the engine's. */
export interface PartialSums {
  /** Ordinal of the input cell in hand. */
  readonly ordinal: number;
  /**
   * The cell's value times every weight, [kh, kw, output channels]: the run of the stage, at stride and dilation 1, on an input
   * of this one cell. Channels of other groups are 0.
   */
  readonly stamp: Tensor;
  /**
   * Sums before that cell's stamp: the run on an input that is 0 from this cell on, without bias and activation, of the
   * output's shape with one image.
   */
  readonly before: Tensor;
  /** The same after the stamp. Where an entry has landed its cell has this value, elsewhere the one of before. */
  readonly after: Tensor;
  /** The same before anything is cropped, of the shape of the stage's canvas with one image; null without a canvas. */
  readonly canvas: { readonly before: Tensor; readonly after: Tensor } | null;
  /** Stamps of the cells round it in the order of the walk, as many as are known; the first one's ordinal. */
  readonly known?: { readonly first: number; readonly stamps: readonly Tensor[] };
}

/** What a transposed convolution makes before its padding crops it: the run of the stage with padding and output padding 0. */
export interface Canvas {
  /** [N, H, W, C] */
  readonly tensor: Tensor;
  /** Row and column of the canvas at which the output's first cell lies: the padding before. */
  readonly offset: readonly [row: number, column: number];
}

/** Largest absolute values, by what they are of. */
export interface Ranges {
  readonly input: number;
  readonly weights: number;
  readonly products: number;
  readonly output: number;
}

/** What colours span where that is not each tensor's own range. */
export interface ColourScale {
  /** Each channel its own range; ranges that stay whatever the numbers become; or those of several layers together. */
  readonly kind: 'channel' | 'locked' | 'shared';
  readonly ranges: Ranges;
  /** Largest absolute value of each channel: an entry for each place along the last axis of the tensor. */
  readonly channels?: Readonly<Partial<Record<keyof Ranges, Float32Array>>>;
  /** Tensors with finite values beyond their range: these take the colours of the ends. */
  readonly beyond: readonly (keyof Ranges)[];
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
  /** True convolution: these weights are the kernel as it was given, turned by 180° in each slice. */
  readonly turned: boolean;
  /** Of a transposed stage whose output is not all of its canvas; else null. */
  readonly canvas: Canvas | null;
  /**
   * Largest absolute value of each, fixed for the whole run. Colours are value / range on a scale centred on 0; views ask
   * `rangeOf` (colour-range.ts) for the range, because a person may have set another scale.
   */
  readonly ranges: Ranges;
  /** Absent: colours span the tensors' own ranges. */
  readonly scale?: ColourScale | undefined;
  /** Decimals of printed numbers that are not whole, 0 … 4; absent: as many as the place has room for. */
  readonly decimals?: number | undefined;
}

export type TensorRole = 'input' | 'weights' | 'bias' | 'output';

/** A cell that somebody points at. */
export interface Selection {
  readonly stage: number;
  readonly tensor: TensorRole;
  /** Index4 for input and output, WeightIndex for weights, [filter] for the bias. */
  readonly index: readonly number[];
  /** One use of a weight, an entry of the matrix; without it a weight stands for all its uses. */
  readonly pair?: Pair | undefined;
  /** Pinned by a click or Enter, else only hovered or focused. */
  readonly pinned: boolean;
  /** The page, e.g. a step of a lesson, has it pinned: no reader did. */
  readonly declared?: boolean;
}

/** The two cells that a weight joins in one product. */
export interface Pair {
  readonly input: Index4;
  readonly output: Index4;
}

/** What a selection lights up, by the relation. */
export interface Highlight {
  readonly stage: number;
  readonly input: readonly Index4[];
  readonly output: readonly Index4[];
  readonly weights: readonly WeightIndex[];
}

/** The output cell that somebody asks about, told as a moment of its own. */
export interface Reading {
  /** Its `cell` is the one that is asked about. */
  readonly frame: Frame;
  readonly values: CellValues | null;
  readonly alongside: readonly CellValues[];
}

/** All that is shown at one step. */
export interface Moment {
  readonly plan: Plan;
  readonly stages: readonly StageView[];
  readonly frame: Frame;
  /** Numbers of the current cell; null until the engine has answered. */
  readonly values: CellValues | null;
  /** Numbers of `frame.lanes`, in their order, then of lanes that are made already at the same place; as many as are there. */
  readonly alongside: readonly CellValues[];
  /** Sums of a scatter walk; null along outputs and until the engine has answered. */
  readonly partial: PartialSums | null;
  readonly selection: Selection | null;
  readonly highlight: Highlight | null;
  /** Of the pinned or pointed-at output cell; null while none is. */
  readonly reading: Reading | null;
}

/** What a person does to a view; the element turns it into an event, the session into a selection. */
export interface ViewIntent {
  readonly kind: 'hover' | 'pin' | 'leave';
  readonly stage: number;
  readonly tensor: TensorRole;
  readonly index: readonly number[];
  /** One use of a weight. */
  readonly pair?: Pair | undefined;
  /** No person does it but the page. */
  readonly declared?: boolean;
}
