import { channelsOf, groupOf, readSide, writtenSide } from '../../math/incidence.js';
import type { Activation } from '../../math/types.js';
import type { Frame, Moment } from '../../timeline/types.js';
import type { ChannelMemory } from './memory.js';
import { range } from './table.js';

/** What one input channel gives to the cell in hand. */
export interface ChannelSum {
  readonly input: number;
  readonly value: number;
  /** The filter no longer reads that channel: the number is struck out. */
  readonly dropped: boolean;
}

/** How the sum of the products becomes the cell's value. */
export interface CellEnding {
  /** null where the stage has none. */
  readonly bias: number | null;
  readonly activation: Activation;
  /** The finished value. */
  readonly output: number;
}

export interface CellSums {
  /** Output channel, row and column, from 0. */
  readonly filter: number;
  readonly row: number;
  readonly column: number;
  readonly parts: readonly ChannelSum[];
  /** Sum of the parts that count. */
  readonly total: number;
  /** What becomes of that sum; null until it has, and where the sum is the cell's value. */
  readonly ending: CellEnding | null;
}

/** Channels whose sums are spelled out; of more nobody reads a formula. */
const mostParts = 8;

/**
 * The channel sums of the cell in hand, with those that the groups have dropped. null until the cell's products are added,
 * while somebody points at another filter or cell, and where there are too many.
 */
export function cellSums(moment: Moment, memory: ChannelMemory): CellSums | null {
  const { frame, stages, values } = moment;
  const view = stages[frame.stage];
  const { stage } = view;
  const isAdded = frame.beat !== 'start' && frame.term === frame.terms.length;
  if (!values || !isAdded || frame.stamp || stage.input[3] > mostParts || !isOfCellInHand(moment))
    return null;
  const { first, count } = channelsOf(
    stage,
    readSide(stage),
    groupOf(stage, writtenSide(stage), frame.cell[3]),
  );
  const parts = range(stage.input[3]).flatMap((input): ChannelSum[] => {
    const inGroup = input >= first && input < first + count;
    const value = inGroup
      ? values.channelSum[(input - first + 1) * frame.taps - 1]
      : memory.sum(view, frame, input);
    return value === null ? [] : [{ input, value, dropped: !inGroup }];
  });
  const [, row, column, filter] = frame.cell;
  const { bias, output } = values;
  const { activation } = stage;
  const isEnded = (bias !== null || activation !== 'none') && isFinished(frame);
  return {
    filter,
    row,
    column,
    parts,
    total: values.runningSum[values.runningSum.length - 1],
    ending: isEnded ? { bias, activation, output } : null,
  };
}

/** The value is there: bias and activation lie behind. */
function isFinished({ beat }: Frame): boolean {
  return beat === 'write' || beat === 'glue';
}

/** Nothing is pointed at, or something that the cell in hand is made with. */
function isOfCellInHand({ frame, selection, highlight }: Moment): boolean {
  if (selection?.stage !== frame.stage) return true;
  if (selection.tensor === 'output') return String(selection.index) === String(frame.cell);
  if (selection.tensor === 'bias') return selection.index[0] === frame.cell[3];
  const pointed = selection.tensor === 'weights' ? (highlight?.weights ?? []) : [];
  return pointed.every((weight) => frame.terms.some((term) => String(term.weight) === String(weight)));
}
