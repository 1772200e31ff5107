/** The formula along inputs: the value in hand, its products, and what is added where. */
import { termsOf } from '../../math/incidence.js';
import { offsetOf } from '../../math/tensor.js';
import type { Index4, WeightIndex } from '../../math/types.js';
import { inputOrdinalOf } from '../../timeline/cells.js';
import type { Entry, Moment, PartialSums, Stamp, StageView } from '../../timeline/types.js';
import { equalsSign, formatNumber, sumSign } from '../../words/numbers.js';
import { outputState } from '../output-state.js';
import { activationNodes, biasNodes, writeNodes } from './ending.js';
import { productNode } from './products.js';
import { outputName } from './rule.js';
import {
  joined,
  number,
  operator,
  symbol,
  type FormulaLine,
  type FormulaNode,
  type ProductNode,
} from './tree.js';

/** Where the stamp in hand lands: rows and columns of the output, from 1, as far as they are not cropped. */
export interface StampPlace {
  readonly value: string;
  readonly rows: readonly [first: number, last: number];
  readonly columns: readonly [first: number, last: number];
  /** Products that the crop takes away. */
  readonly cropped: number;
}

/** null before the stamp flies, and where all of it is cropped. */
export function stampOf({ frame, stages }: Moment): StampPlace | null {
  const { stamp, beat } = frame;
  if (!stamp || !['weigh', 'stamp', 'press'].includes(beat)) return null;
  const kept = stamp.entries.flatMap(({ output }) => (output ? [output] : []));
  if (kept.length === 0) return null;
  const along = (axis: 1 | 2): readonly [number, number] => {
    const places = kept.map((cell) => cell[axis] + 1);
    return [Math.min(...places), Math.max(...places)];
  };
  const view = stages[frame.stage];
  const { input } = view;
  const value = formatNumber(input.data[offsetOf(input.shape, stamp.input)], view);
  return { value, rows: along(1), columns: along(2), cropped: stamp.entries.length - kept.length };
}

/** At most this many products of a stamp, or of a cell, are listed. */
const mostListed = 9;

/** The lines, and the sum so far of a pointed-at cell that more products will reach; '' where there is none. */
export function scatterLines(moment: Moment): { readonly lines: FormulaLine[]; readonly running: string } {
  const { frame, stages, partial, reading } = moment;
  const view = stages[frame.stage];
  const { stamp, beat } = frame;
  if (!stamp || beat === 'start' || beat === 'filter') return { lines: [], running: '' };
  const lines: FormulaLine[] = [];
  if (beat === 'place' || beat === 'lift') lines.push(line('names', inputNodes(view, stamp)));
  if (partial && stampOf(moment)) lines.push(line('stamp', stampNodes(view, stamp, partial)));
  const pointed = reading && frame.cell;
  const ending = endingLines(moment, pointed ?? frame.cell);
  if (pointed) {
    const { nodes, running } = collected(moment, pointed);
    return { lines: [...lines, line('collected', nodes), ...ending], running };
  }
  lines.push(...ending);
  if (partial && beat === 'press') {
    const entry = stamp.entries.slice(0, stamp.landed).findLast(({ output }) => output !== null);
    if (entry?.output)
      lines.push(line('entry', entryNodes(view, partial, stamp, { ...entry, output: entry.output })));
  }
  return { lines, running: '' };
}

/** The bias and the activation come to all cells at once, behind the last stamp; one cell stands for them. */
function endingLines(moment: Moment, cell: Index4): FormulaLine[] {
  const { frame, stages, values } = moment;
  const view = stages[frame.stage];
  const { stage, bias, output } = view;
  const { beat, progress } = frame;
  const before = sumOf(moment, cell);
  if (before === null || (beat !== 'bias' && beat !== 'activate')) return [];
  const isInHand = values?.stage === frame.stage && String(values.cell) === String(cell);
  const finished = output.data[offsetOf(stage.output, cell)];
  const biased = stage.activation === 'none' ? finished : isInHand ? values.sum : null;
  const ending = { before, bias: bias && bias.data[cell[3]], sum: biased, output: finished };
  if (frame.cellsDone === frame.cells) return [line('write', writeNodes(view, cell, ending))];
  return beat === 'bias'
    ? [line('bias', biasNodes(ending, progress, view))]
    : [line('activate', activationNodes(view, ending, progress))];
}

/** What a cell has got from all stamps, before bias and activation; null while it is not known. */
function sumOf({ frame, partial }: Moment, [image, ...place]: Index4): number | null {
  if (!partial || image !== frame.stamp?.input[0]) return null;
  const { data, shape } = partial.after;
  return data[offsetOf(shape, [shape[0] === 1 ? 0 : image, ...place])];
}

/** x[1,2,1] = 2 */
function inputNodes({ input, decimals }: StageView, stamp: Stamp): FormulaNode[] {
  const [, row, column, channel] = stamp.input;
  const value = input.data[offsetOf(input.shape, stamp.input)];
  const text = formatNumber(value, { decimals });
  const name = symbol(
    'x',
    'input',
    [row, column, channel].map((place) => `${place + 1}`),
  );
  return [name, operator(equalsSign(value, text)), number(text, 'input', 'done')];
}

/** 2, 4, 6, …: the value times every weight of one output channel, without what is cropped. */
function stampNodes(view: StageView, { entries }: Stamp, { stamp }: PartialSums): FormulaNode[] {
  const own = entries.filter(({ channel, output }) => output && channel === entries[0].channel);
  const nodes: FormulaNode[] = own.slice(0, mostListed).map(({ weight, channel }) => {
    const product = stamp.data[offsetOf(stamp.shape, [weight[0], weight[1], channel])];
    return number(formatNumber(product, view), 'sum', 'done');
  });
  if (own.length > mostListed) nodes.push({ kind: 'gap', text: '⋯', state: 'coming' });
  return joined(nodes, ',');
}

/** y[1,3,1] = 3 + 2·1 = 5: what was there, the product that lands, and what is there now. */
function entryNodes(
  view: StageView,
  { before, after }: PartialSums,
  stamp: Stamp,
  { weight, output }: Entry & { readonly output: Index4 },
): FormulaNode[] {
  const { stage, input, weights } = view;
  const [, ...place] = output;
  const at = offsetOf(before.shape, [before.shape[0] === 1 ? 0 : output[0], ...place]);
  const [was, is] = [formatNumber(before.data[at], view), formatNumber(after.data[at], view)];
  const value = formatNumber(input.data[offsetOf(stage.input, stamp.input)], view);
  const tap = formatNumber(weights.data[offsetOf(stage.weightShape, weight)], view);
  const product: ProductNode = {
    kind: 'product',
    factors: [number(tap, 'weights', 'current', false), number(value, 'input', 'current', false)],
    state: 'current',
    term: 0,
    weight,
    pair: { input: stamp.input, output },
  };
  const sum = [number(was, 'sum', 'done'), operator('+'), product];
  return [
    outputName(output),
    operator('='),
    ...sum,
    operator(sumSign([[was], [tap, value]], is)),
    number(is, 'output', 'done'),
  ];
}

/** 9·1 + 7·2 + 3·3 + 1·5 = 37: the products that have landed, those that are to come, and the sum so far. */
function collected(
  moment: Moment,
  cell: Index4,
): { readonly nodes: FormulaNode[]; readonly running: string } {
  const { frame, stages } = moment;
  const view = stages[frame.stage];
  const { stage, input, weights } = view;
  const terms = termsOf(stage, cell).filter((term) => term.input !== null);
  const numbers = {
    input: Float32Array.from(terms, (term) => input.data[offsetOf(stage.input, term.input!)]),
    weight: Float32Array.from(terms, (term) => weights.data[offsetOf(stage.weightShape, term.weight)]),
  };
  const landed = terms.map((term) => hasLanded(moment, term.input!, term.weight));
  const products = terms.map((_, term) =>
    productNode(view, { terms, cell }, numbers, {
      term,
      state: landed[term] ? 'done' : 'coming',
      begins: term === 0,
    }),
  );
  const state = outputState(moment, frame.stage, cell);
  const shown: FormulaNode[] = products.slice(0, mostListed);
  if (shown.length < products.length) shown.push({ kind: 'gap', text: '⋯', state: 'coming' });
  const nodes = joined(shown, '+');
  const isEnded = state.done && (stage.bias || stage.activation !== 'none');
  const value = isEnded ? sumOf(moment, cell) : state.value;
  if (value === null || landed.length === 0) return { nodes, running: '' };
  const text = formatNumber(value, view);
  if (!landed.every(Boolean)) return { nodes, running: text };
  const sign = sumSign(
    products.map(({ factors }) => factors.map((each) => each.text)),
    text,
  );
  return { nodes: [...nodes, operator(sign), number(text, 'sum', 'done')], running: '' };
}

function hasLanded({ frame, stages }: Moment, input: Index4, weight: WeightIndex): boolean {
  const { stage } = stages[frame.stage];
  const ordinal = inputOrdinalOf(stage, input);
  if (ordinal !== frame.ordinal) return ordinal < frame.ordinal;
  const { entries, landed } = frame.stamp!;
  return entries.slice(0, landed).some((entry) => String(entry.weight) === String(weight));
}

function line(kind: FormulaLine['kind'], nodes: readonly FormulaNode[]): FormulaLine {
  return { kind, nodes, channel: null };
}
