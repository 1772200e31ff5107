import { channelsOf, groupOf, readSide, writtenSide } from '../../math/incidence.js';
import type { Moment } from '../../timeline/types.js';
import type { ChannelMemory } from './memory.js';
import { range } from './table.js';

/** What one input channel gives to the cell in hand. */
export interface ChannelSum {
  readonly input: number;
  readonly value: number;
  /** The filter no longer reads that channel: the number is struck out. */
  readonly dropped: boolean;
}

export interface CellSums {
  /** Output channel, row and column, from 0. */
  readonly filter: number;
  readonly row: number;
  readonly column: number;
  readonly parts: readonly ChannelSum[];
  /** Sum of the parts that count. */
  readonly total: number;
}

/** Channels whose sums are spelled out; of more nobody reads a formula. */
const mostParts = 8;

/**
 * The channel sums of the cell in hand, with those that the groups have dropped. null until the numbers are there, while
 * the cell is in the making, and where there are too many.
 */
export function cellSums({ frame, stages, values }: Moment, memory: ChannelMemory): CellSums | null {
  const view = stages[frame.stage];
  const { stage } = view;
  const made = frame.beat === 'start' || frame.term === frame.terms.length;
  if (!values || !made || frame.stamp || stage.input[3] > mostParts) return null;
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
  return { filter, row, column, parts, total: values.runningSum[values.runningSum.length - 1] };
}
