import { channelsOf, groupOf, readSide, writtenSide } from '../../math/incidence.js';
import type { Stage } from '../../math/types.js';
import { runsInLanes } from '../../timeline/cells.js';
import type { CellValues, Frame, Moment, StageView } from '../../timeline/types.js';
import { formatNumber } from '../../words/numbers.js';
import { currentTerm } from '../current-term.js';
import { activationNodes, biasNodes, writeNodes, type Ending } from './ending.js';
import { lanesOf, type Lane } from './lanes.js';
import { partialsNodes } from './partials.js';
import { productsNodes, sectionOf, sumsAcross } from './products.js';
import { namesNodes, outputName, ruleNodes } from './rule.js';
import { scatterLines, stampOf, type StampPlace } from './scatter.js';
import { joined, number, toText, type FormulaLine, type FormulaNode } from './tree.js';

/** The formula of the cell in the making. */
export interface Formula {
  readonly lines: readonly FormulaLine[];
  /** Sum of all terms added so far, of every channel; '' before the first and after the last term of the line in hand. */
  readonly running: string;
  /** A shown term reads padding. */
  readonly padding: boolean;
  /** The engine has not answered for this cell yet. */
  readonly waiting: boolean;
  /** What every channel of the place has made, where channels are not added; else empty. */
  readonly lanes: readonly Lane[];
  /** Input channels, from 0, that the cell's group does not see; empty without groups and in lanes. */
  readonly dropped: readonly number[];
  /** Where the stamp in hand lands; null along outputs. */
  readonly stamp: StampPlace | null;
  /** The cell that is asked about, by its name; '' while none is, or once its value stands there. */
  readonly pending: string;
}

/** The moment that the formula is of: that of the output cell that is asked about, else the run's own. */
export function toldMoment(moment: Moment): Moment {
  return moment.reading ? { ...moment, ...moment.reading } : moment;
}

/**
 * The rule in symbols and, beat by beat, the cell's own numbers: names, window, the products of one channel and
 * their partial sum, the sum of the partials, the bias, the activation, the value. Along inputs: the value in hand, its
 * products, and what is added where. Every number is the engine's; none is computed here.
 */
export function formulaOf(shown: Moment): Formula {
  const moment = toldMoment(shown);
  const view = moment.stages[moment.frame.stage];
  const { stage } = view;
  const rule = line('rule', ruleNodes(stage));
  const nothing = {
    lines: [rule],
    running: '',
    padding: false,
    waiting: false,
    lanes: [],
    dropped: [],
    stamp: null,
    pending: '',
  };
  if (moment.frame.stamp) {
    const { lines, running } = scatterLines(moment);
    const waiting = moment.partial === null;
    return { ...nothing, lines: [rule, ...lines], running, stamp: stampOf(moment), waiting };
  }
  const { frame, values } = moment;
  if (['start', 'spread', 'insert', 'filter'].includes(frame.beat)) return nothing;
  if (frame.beat === 'place') {
    return {
      ...nothing,
      lines: [rule, line('names', namesNodes(stage, frame.cell, channelsRead(stage, frame)))],
    };
  }
  const isKnown = values?.stage === frame.stage && String(values.cell) === String(frame.cell);
  if (!values || !isKnown) return { ...nothing, waiting: true };
  const lines = [rule, ...numberLines(view, frame, values)];
  const inLanes = runsInLanes(stage);
  return {
    lines,
    running: sumSoFar(view, frame, values),
    padding: lines.some(({ nodes }) => nodes.some((node) => node.kind === 'product' && node.pair === null)),
    waiting: false,
    lanes: inLanes ? lanesOf(moment) : [],
    dropped: stage.groups > 1 && !inLanes ? droppedChannels(stage, frame) : [],
    stamp: null,
    pending: moment.reading && frame.beat === 'weigh' ? toText([outputName(frame.cell)]) : '',
  };
}

function numberLines(view: StageView, frame: Frame, values: CellValues): FormulaLine[] {
  const { stage } = view;
  const { beat, progress } = frame;
  const across = sumsAcross(frame);
  const channel = across ? null : channelsRead(stage, frame)[frame.channel];
  const lines: FormulaLine[] = [
    beat === 'lift'
      ? line('window', windowNodes(view, frame, values), channel)
      : line('products', productsNodes(view, frame, values), channel),
  ];
  if (frame.channels > 1 && !across) lines.push(line('total', partialsNodes(frame, values, view)));
  const ending = endingOf(frame, values);
  if (beat === 'bias') lines.push(line('bias', biasNodes(ending, progress, view)));
  if (beat === 'activate') lines.push(line('activate', activationNodes(view, ending, progress)));
  if (beat === 'write' || beat === 'glue') lines.push(line('write', writeNodes(view, frame.cell, ending)));
  return lines;
}

/** The values of the window that are shown, in the order of the sum. */
function windowNodes(view: StageView, frame: Frame, values: CellValues): FormulaNode[] {
  const { stage } = view;
  const { first, end } = sectionOf(stage, frame, values);
  const shown = Math.min(end - first, mostShown);
  const nodes: FormulaNode[] = Array.from(values.input.subarray(first, first + shown), (value, i) =>
    stage.op === 'transposed' && !frame.terms[first + i].input
      ? { kind: 'gap', text: '·', state: 'done' }
      : number(formatNumber(value, view), 'input', 'done'),
  );
  if (first + shown < end) nodes.push({ kind: 'gap', text: '⋯', state: 'coming' });
  return joined(nodes, ',');
}

/** At most this many numbers of one channel are spelled out. */
const mostShown = 9;

function endingOf({ terms }: Frame, { runningSum, bias, sum, output }: CellValues): Ending {
  return { before: runningSum[terms.length - 1], bias, sum, output };
}

function sumSoFar(view: StageView, frame: Frame, values: CellValues): string {
  const { first, end } = sectionOf(view.stage, frame, values);
  const isInside = frame.term > first && frame.term < end;
  return currentTerm(frame) === null || !isInside
    ? ''
    : formatNumber(values.runningSum[frame.term - 1], view);
}

/** Channels of the tensor that is read, for one output cell. */
function channelsRead(stage: Stage, { cell }: Frame): number[] {
  const { first, count } = channelsOf(stage, readSide(stage), groupOf(stage, writtenSide(stage), cell[3]));
  return Array.from({ length: count }, (_, i) => first + i);
}

function droppedChannels(stage: Stage, frame: Frame): number[] {
  const read = new Set(channelsRead(stage, frame));
  return Array.from({ length: stage.input[3] }, (_, channel) => channel).filter(
    (channel) => !read.has(channel),
  );
}

function line(
  kind: FormulaLine['kind'],
  nodes: readonly FormulaNode[],
  channel: number | null = null,
): FormulaLine {
  return { kind, nodes, channel };
}
