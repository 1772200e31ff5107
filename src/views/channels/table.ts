/**
 * Filters against input channels: who reads whom. Every square is a slice of the weight tensor; groups leave out the
 * squares beside the blocks, and at as many groups as channels what stays is a depthwise convolution.
 */
import type { Moment, StageView } from '../../timeline/types.js';
import { formatCount, formatNumber } from '../../words/numbers.js';
import { isPlaced } from '../current-term.js';
import { parameterTerms } from '../charts/terms.js';
import type { Say } from '../say.js';
import type { ChannelMemory } from './memory.js';
import { keyOf, sliceValues, squareOf, tableSize, type Square } from './slices.js';

/** Rows and columns up to which every slice is drawn; a larger table is a map of them. */
export const mostDrawn = 32;
/** Weights up to which every one is drawn. */
const mostWeights = 12_000;

export interface ChannelSquare extends Square {
  readonly key: string;
  /** Values of the slice, row by row: as they are, or as they were before they fell out; null where nothing ever was. */
  readonly values: readonly number[] | null;
  /** The slice takes part; false outside the blocks. */
  readonly present: boolean;
  /** Linked with what is pointed at, or, while nothing is, with what the run has in hand. */
  readonly lit: boolean;
  /** Something else is pointed at. */
  readonly dim: boolean;
  /** Its products are being added. */
  readonly current: boolean;
  /** A wall of the groups stands before its row, or before its column. */
  readonly wallAbove: boolean;
  readonly wallBefore: boolean;
  /** Said by a screen reader. */
  readonly name: string;
}

export interface ChannelTable {
  readonly stage: number;
  readonly kernel: readonly [number, number];
  readonly outputs: number;
  readonly inputs: number;
  readonly groups: number;
  /** Too large to draw every slice: only the row in hand is listed, the rest is a map. */
  readonly thinned: boolean;
  readonly rows: readonly {
    readonly output: number;
    readonly current: boolean;
    readonly squares: readonly ChannelSquare[];
  }[];
  /** Input channels of the columns. */
  readonly columns: readonly { readonly input: number; readonly lit: boolean }[];
  /** Columns that are left out. */
  readonly hidden: number;
  /** '3·3·2·4 = 72'; '' where the only factor above 1 is the count itself. */
  readonly weights: string;
  readonly count: number;
  /** Weights of one group only: what the count was before it fell apart. */
  readonly full: number;
}

export interface ChannelOptions {
  readonly say: Say;
  readonly memory: ChannelMemory;
}

/** The table of one stage. */
export function channelTable(moment: Moment, stageIndex: number, options: ChannelOptions): ChannelTable {
  const view = moment.stages[stageIndex];
  const { stage } = view;
  const { outputs, inputs } = tableSize(stage);
  const thinned = isThinned(view);
  const inHand = outputsInHand(moment, stageIndex);
  const shownOutputs = thinned ? [inHand[0] ?? outputPointedAt(moment, stageIndex) ?? 0] : range(outputs);
  const allInputs = thinned ? readBy(view, shownOutputs[0]) : range(inputs);
  const shownInputs = allInputs.slice(0, mostDrawn);
  const lit = litSquares(moment, stageIndex);
  const rows = shownOutputs.map((output) => ({
    output,
    current: inHand.includes(output),
    squares: shownInputs.map((input) => squareAt(moment, view, { output, input }, lit, options)),
  }));
  const count = view.weights.data.length;
  return {
    stage: stageIndex,
    kernel: stage.kernel,
    outputs,
    inputs,
    groups: stage.groups,
    thinned,
    rows,
    columns: shownInputs.map((input) => ({
      input,
      lit:
        lit.pointed &&
        rows.some(({ squares }) => squares.some((square) => square.input === input && square.lit)),
    })),
    hidden: allInputs.length - shownInputs.length,
    weights: equation(parameterTerms({ ...stage, bias: false }), formatCount(count)),
    count,
    full: count * stage.groups,
  };
}

/** '3·3·4 = 36'; nothing where there is nothing to multiply. */
function equation(terms: string, count: string): string {
  return terms === count ? '' : `${terms} = ${count}`;
}

function isThinned(view: StageView): boolean {
  const { outputs, inputs } = tableSize(view.stage);
  const taps = view.stage.kernel[0] * view.stage.kernel[1];
  return outputs > mostDrawn || inputs > mostDrawn || outputs * inputs * taps > mostWeights;
}

/** Input channels that an output channel reads. */
function readBy(view: StageView, output: number): number[] {
  return range(view.stage.input[3]).filter((input) => sliceValues(view, { output, input }) !== null);
}

/** Output channels in the making; in a scatter walk none, because a stamp is for all of its group. */
function outputsInHand({ frame }: Moment, stageIndex: number): readonly number[] {
  if (frame.stage !== stageIndex || frame.stamp !== null || !isPlaced(frame)) return [];
  return frame.lanes.map(([, , , channel]) => channel);
}

function outputPointedAt({ selection }: Moment, stageIndex: number): number | undefined {
  return selection?.stage === stageIndex && selection.tensor === 'output' ? selection.index[3] : undefined;
}

interface Lit {
  readonly keys: ReadonlySet<string>;
  /** A person points at something of this stage. */
  readonly pointed: boolean;
}

/** What is pointed at lights its squares; while nothing is, the run lights the rows, or the column, in hand. */
function litSquares(moment: Moment, stageIndex: number): Lit {
  const { highlight, selection, frame, stages } = moment;
  const { stage } = stages[stageIndex];
  if (selection && highlight) {
    const weights = highlight.stage === stageIndex ? highlight.weights : [];
    const keys = new Set(weights.map((weight) => keyOf(squareOf(stage, weight))));
    return { keys, pointed: selection.stage === stageIndex };
  }
  if (frame.stage !== stageIndex) return { keys: new Set(), pointed: false };
  const { outputs, inputs } = tableSize(stage);
  const squares = frame.stamp
    ? range(outputs).map((output) => ({ output, input: frame.stamp!.input[3] }))
    : outputsInHand(moment, stageIndex).flatMap((output) =>
        range(inputs).map((input) => ({ output, input })),
      );
  return { keys: new Set(squares.map(keyOf)), pointed: false };
}

function squareAt(
  moment: Moment,
  view: StageView,
  square: Square,
  lit: Lit,
  { say, memory }: ChannelOptions,
): ChannelSquare {
  const { frame } = moment;
  const { stage } = view;
  const values = sliceValues(view, square);
  const key = keyOf(square);
  const isLit = values !== null && lit.keys.has(key);
  const adding = frame.stage === stage.index && frame.beat === 'add';
  const weight = adding ? frame.terms[Math.max(frame.term - 1, 0)]?.weight : undefined;
  const place = { filter: square.output + 1, channel: square.input + 1 };
  return {
    ...square,
    key,
    values: values ?? memory.slice(view, square),
    present: values !== null,
    lit: isLit,
    dim: lit.pointed && !isLit,
    current: isLit && weight !== undefined && isSameChannel(view, weight, square, frame.lanes),
    wallAbove: isFirstOfGroup(square.output, tableSize(stage).outputs, stage.groups),
    wallBefore: isFirstOfGroup(square.input, tableSize(stage).inputs, stage.groups),
    name: values
      ? say('channels.square', { ...place, values: values.map((value) => formatNumber(value)).join(', ') })
      : say('channels.absent', place),
  };
}

/** The square that the term in hand belongs to, in every lane. */
function isSameChannel(
  { stage }: StageView,
  weight: Parameters<typeof squareOf>[1],
  square: Square,
  lanes: readonly (readonly number[])[],
): boolean {
  const hand = squareOf(stage, weight);
  if (keyOf(hand) === keyOf(square)) return true;
  return lanes.length > 1 && lanes.some(([, , , channel]) => channel === square.output);
}

function isFirstOfGroup(channel: number, channels: number, groups: number): boolean {
  return groups > 1 && channel > 0 && channel % (channels / groups) === 0;
}

export function range(count: number): number[] {
  return Array.from({ length: count }, (_, i) => i);
}
