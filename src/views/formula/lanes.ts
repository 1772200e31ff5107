/** What the lanes of one place have made: numbers side by side, which are not added. */
import { offsetOf } from '../../math/tensor.js';
import type { Stage } from '../../math/types.js';
import type { CellValues, Frame, Moment, StageView } from '../../timeline/types.js';
import { formatNumber } from '../../words/numbers.js';
import type { Say } from '../say.js';
import { endedWith } from './ending.js';
import { toText, type FormulaNode } from './tree.js';

/** One channel that is read, and the sums made of it alone. */
export interface Lane {
  /** Counted from 0. */
  readonly channel: number;
  /** One text for each of its maps, with its bias and activation: '… = 10', 'ReLU(… + 1) = 11'; '' while it is not known. */
  readonly sums: readonly string[];
  /** In hand now. */
  readonly current: boolean;
}

/** 'channel 1: … = 10', and 'channel 1: …' before it is known. */
export function laneText({ channel, sums }: Lane, say: Say): string {
  const texts = sums.map((sum) => (sum === '' ? '…' : sum));
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
  const view = stages[frame.stage];
  const { stage, output, bias } = view;
  const added = bias ? formatNumber(bias.data[filter], view) : null;
  const lane = frame.lanes.findIndex((cell) => cell[3] === filter);
  if (lane >= 0) {
    const values = alongside[lane];
    return values && frame.term === frame.terms.length ? textInHand(view, frame, values, added) : '';
  }
  const [image, row, column] = frame.cell;
  if (filter >= frame.lanes[0][3]) return '';
  const value = output.data[offsetOf(stage.output, [image, row, column, filter])];
  return endedText(stage, formatNumber(value, view), added);
}

/** The products alone, then with the bias, then the finished value. */
function textInHand(
  view: StageView,
  { beat, terms }: Frame,
  { runningSum, sum, output }: CellValues,
  bias: string | null,
): string {
  const { stage } = view;
  if (['activate', 'write', 'glue'].includes(beat)) return endedText(stage, formatNumber(output, view), bias);
  const plain = { ...stage, activation: 'none' } as const;
  if (beat === 'bias') return endedText(plain, formatNumber(sum, view), bias);
  return endedText(plain, formatNumber(runningSum[terms.length - 1], view), null);
}

/** 'ReLU(… + 1) = 11' */
export function endedText(stage: Stage, value: string, bias: string | null): string {
  const products: FormulaNode = { kind: 'gap', text: '…', state: 'done' };
  return `${toText(endedWith(stage, products, bias))} = ${value}`;
}
