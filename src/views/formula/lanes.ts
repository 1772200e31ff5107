/** What the lanes of one place have made: numbers side by side, which are not added. */
import { offsetOf } from '../../math/tensor.js';
import type { CellValues, Frame, Moment } from '../../timeline/types.js';
import { formatNumber } from '../../words/numbers.js';
import type { Say } from '../say.js';

/** One channel that is read, and the sums made of it alone. */
export interface Lane {
  /** Counted from 0. */
  readonly channel: number;
  /** One text for each of its maps; '' while it is not known. */
  readonly sums: readonly string[];
  /** In hand now. */
  readonly current: boolean;
}

/** 'channel 1: … = 10', and 'channel 1: …' before it is known. */
export function laneText({ channel, sums }: Lane, say: Say): string {
  const texts = sums.map((sum) => (sum === '' ? '…' : `… = ${sum}`));
  return `${say('formula.lane', { channel: channel + 1 })} ${texts.join(', ')}`;
}

/** At most this many lanes are printed: those around the first one in hand. */
export const mostLanes = 6;

export function lanesOf(moment: Moment): readonly Lane[] {
  const { frame, stages } = moment;
  const { stage } = stages[frame.stage];
  const maps = stage.filters / stage.groups;
  const inHand = frame.lanes.map((cell) => Math.floor(cell[3] / maps));
  const first = Math.min(Math.max(inHand[0] - 1, 0), Math.max(stage.groups - mostLanes, 0));
  return Array.from({ length: Math.min(stage.groups, mostLanes) }, (_, i): Lane => {
    const channel = first + i;
    const sums = Array.from({ length: maps }, (_map, j) => sumText(moment, channel * maps + j));
    return { channel, sums, current: inHand.includes(channel) };
  });
}

function sumText({ frame, stages, alongside }: Moment, filter: number): string {
  const { stage, output } = stages[frame.stage];
  const lane = frame.lanes.findIndex((cell) => cell[3] === filter);
  if (lane >= 0) {
    const values = alongside[lane];
    return values && frame.term === frame.terms.length ? formatNumber(sumAt(frame, values)) : '';
  }
  const [image, row, column] = frame.cell;
  const isMade = filter < frame.lanes[0][3];
  return isMade ? formatNumber(output.data[offsetOf(stage.output, [image, row, column, filter])]) : '';
}

/** The products alone, then with the bias, then the finished value. */
function sumAt({ beat, terms }: Frame, { runningSum, sum, output }: CellValues): number {
  if (beat === 'bias') return sum;
  return ['activate', 'write', 'glue'].includes(beat) ? output : runningSum[terms.length - 1];
}
