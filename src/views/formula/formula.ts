import { channelsOf, groupOf, readSide, writtenSide } from '../../math/incidence.js';
import type { Stage } from '../../math/types.js';
import type { CellValues, Frame, Moment } from '../../timeline/types.js';
import { equalsSign, formatNumber, sumSign } from '../../words/numbers.js';
import { currentTerm } from '../current-term.js';
import { partialsNodes } from './partials.js';
import { productsNodes } from './products.js';
import { namesNodes, outputName, ruleNodes } from './rule.js';
import { joined, operator, type FormulaLine, type FormulaNode, type NumberNode } from './tree.js';

/** The formula of the cell in the making. */
export interface Formula {
  readonly lines: readonly FormulaLine[];
  /** Sum of the terms of the channel in hand that are added so far; '' before the first and after the last. */
  readonly running: string;
  /** A shown term reads padding. */
  readonly padding: boolean;
  /** The engine has not answered for this cell yet. */
  readonly waiting: boolean;
}

/**
 * The rule in symbols and, beat by beat, the cell's own numbers: names, window, the products of one channel and
 * their partial sum, the sum of the partials, the bias, the value. Every number is the engine's; none is computed here.
 */
export function formulaOf({ frame, values, stages }: Moment): Formula {
  const { stage } = stages[frame.stage];
  const lines: FormulaLine[] = [line('rule', ruleNodes(stage))];
  const known =
    values && values.stage === frame.stage && String(values.cell) === String(frame.cell) ? values : null;
  if (frame.beat === 'start' || frame.beat === 'filter')
    return { lines, running: '', padding: false, waiting: false };
  if (frame.beat === 'place')
    lines.push(line('names', namesNodes(stage, frame.cell, channelsRead(stage, frame))));
  else if (known) lines.push(...numberLines(stage, frame, known));
  const products = lines.flatMap((each) => each.nodes).filter((node) => node.kind === 'product');
  return {
    lines,
    running: known ? runningSum(frame, known) : '',
    padding: products.some((product) => product.input === null),
    waiting: known === null && frame.beat !== 'place',
  };
}

function numberLines(stage: Stage, frame: Frame, values: CellValues): FormulaLine[] {
  const { beat, channel } = frame;
  const lines: FormulaLine[] = [
    beat === 'lift'
      ? line('window', windowNodes(frame, values), channel)
      : line('products', productsNodes(frame, values, stage.kernel[1]), channel),
  ];
  if (frame.channels > 1) lines.push(line('total', partialsNodes(frame, values)));
  if (beat === 'bias' && values.bias !== null)
    lines.push(line('bias', biasNodes(frame, values, values.bias)));
  if (beat === 'write') lines.push(line('write', writeNodes(frame, values)));
  return lines;
}

/** The values of the window that are shown, in the order of the sum. */
function windowNodes({ channel, taps }: Frame, { input }: CellValues): FormulaNode[] {
  const shown = Math.min(taps, mostShown);
  const first = channel * taps;
  const nodes: FormulaNode[] = Array.from(input.subarray(first, first + shown), (value) =>
    inputNumber(value),
  );
  if (shown < taps) nodes.push({ kind: 'gap', text: '⋯', state: 'coming' });
  return joined(nodes, ',');
}

/** At most this many numbers of one channel are spelled out. */
const mostShown = 9;

function inputNumber(value: number): NumberNode {
  return { kind: 'number', text: formatNumber(value), role: 'input', state: 'done', bracketed: false };
}

/** 18 + 1 = 19 */
function biasNodes(
  { progress, terms }: Frame,
  { runningSum, output }: CellValues,
  bias: number,
): FormulaNode[] {
  const [before, added, after] = [runningSum[terms.length - 1], bias, output].map((value) =>
    formatNumber(value),
  );
  const sum: FormulaNode[] = [
    { kind: 'number', text: before, role: 'sum', state: 'done', bracketed: false },
    operator('+'),
    { kind: 'number', text: added, role: 'bias', state: 'current', bracketed: bias < 0 },
  ];
  if (progress < 1) return [...sum, operator('='), { kind: 'gap', text: '…', state: 'coming' }];
  const result: NumberNode = { kind: 'number', text: after, role: 'sum', state: 'done', bracketed: false };
  return [...sum, operator(sumSign([[before], [added]], after)), result];
}

/** y[1,1,1] = 18 */
function writeNodes({ cell }: Frame, { output }: CellValues): FormulaNode[] {
  const text = formatNumber(output);
  const value: NumberNode = { kind: 'number', text, role: 'output', state: 'done', bracketed: false };
  return [outputName(cell), operator(equalsSign(output, text)), value];
}

function runningSum(frame: Frame, { channelSum }: CellValues): string {
  const at = currentTerm(frame);
  const added = frame.term - frame.channel * frame.taps;
  if (at === null || added <= 0 || added >= frame.taps) return '';
  const value = channelSum[frame.term - 1];
  return formatNumber(value);
}

/** Channels of the tensor that is read, for one output cell. */
function channelsRead(stage: Stage, { cell }: Frame): number[] {
  const { first, count } = channelsOf(stage, readSide(stage), groupOf(stage, writtenSide(stage), cell[3]));
  return Array.from({ length: count }, (_, i) => first + i);
}

function line(
  kind: FormulaLine['kind'],
  nodes: readonly FormulaNode[],
  channel: number | null = null,
): FormulaLine {
  return { kind, nodes, channel };
}
