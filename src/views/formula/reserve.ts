/** How much room the formula of a stage can need, so that nothing below it moves while the stage runs. */
import { channelsPerGroup, readSide } from '../../math/incidence.js';
import type { StageView } from '../../timeline/types.js';
import { formatNumber } from '../../words/numbers.js';
import { longest, longestSlices, mostMeasured } from './longest.js';
import { mostPartials } from './partials.js';
import { mostProducts } from './products.js';
import { namesNodes } from './rule.js';
import {
  joined,
  operator,
  symbol,
  type FormulaLine,
  type FormulaNode,
  type FormulaRole,
  type LineKind,
  type NumberNode,
} from './tree.js';

/** What may stand in one row at one time. */
export interface RowReserve {
  readonly lines: readonly FormulaLine[];
  /** Sum so far; '' where none stands beside these lines. */
  readonly running: string;
}
/** For each row the alternatives; the room is that of the largest. */
export interface FormulaReserve {
  readonly numbers: readonly RowReserve[];
  readonly results: readonly RowReserve[];
  /** Some cell reads padding. */
  readonly padding: boolean;
}

/** No printed number that is not whole is much longer. */
const fraction = '−0.0000';

const known = new WeakMap<StageView, FormulaReserve>();

/** The longest rows of a stage, every digit a 0: nobody should take them for numbers of the engine. */
export function reserveOf(view: StageView): FormulaReserve {
  const reserve = known.get(view) ?? measure(view);
  known.set(view, reserve);
  return reserve;
}

function measure(view: StageView): FormulaReserve {
  const { stage } = view;
  const channels = channelsPerGroup(stage, readSide(stage));
  const { partial, total, output } = longestSums(view, channels);
  const partials = channels > 1 ? [line('total', partialNodes(partial, channels))] : [];
  const sums = channels > 1 ? [line('total', [...partials[0].nodes, operator('≈'), sum(total)])] : [];
  const bias = view.bias && longest(view.bias.data);
  const added = bias && [sum(total), operator('+'), number(bias, 'bias'), operator('≈'), sum(output)];
  const name = symbol(
    'y',
    'output',
    stage.output.slice(1).map((size) => zeros(String(size))),
  );
  return {
    numbers: [
      { lines: [line('names', namesOf(view, channels))], running: '' },
      ...productRows(view, partial).map((products) => ({
        lines: [line('products', [...products, operator('≈'), sum(partial)])],
        running: '',
      })),
    ],
    results: [
      { lines: partials, running: zeros(partial) },
      { lines: [...sums, line('write', [name, operator('≈'), sum(output)])], running: '' },
      ...(added ? [{ lines: [...sums, line('bias', added)], running: '' }] : []),
    ],
    padding: stage.op === 'transposed' || stage.padding.some((size) => size > 0),
  };
}

/** The sum of one channel, of all of them, and the value with its bias: at most so long. */
function longestSums(
  { stage, input, weights, bias, ranges }: StageView,
  channels: number,
): Readonly<Record<'partial' | 'total' | 'output', string>> {
  const whole = [input, weights, ...(bias ? [bias] : [])].every(({ data }) =>
    data.subarray(0, mostMeasured).every(Number.isInteger),
  );
  const text = (bound: number): string => {
    const printed = formatNumber(-bound);
    return whole || printed.length > fraction.length ? printed : fraction;
  };
  const partial = stage.kernel[0] * stage.kernel[1] * ranges.products;
  const largestBias = bias?.data.reduce((most, value) => Math.max(most, Math.abs(value)), 0) ?? 0;
  const total = Math.min(partial * channels, ranges.output + largestBias);
  return { partial: text(partial), total: text(total), output: text(ranges.output) };
}

/** The products of the slices of weights that print longest, or of the longest row of a big kernel. */
function productRows({ stage, input, weights }: StageView, partial: string): FormulaNode[][] {
  const taps = stage.kernel[0] * stage.kernel[1];
  const read = number(longest(input.data), 'input');
  const product = (weight: string): FormulaNode => {
    const factors = [read, number(weight, 'weights')] as const;
    return { kind: 'product', factors, state: 'coming', term: -1, input: [0, 0, 0, 0] };
  };
  if (taps <= mostProducts) {
    return longestSlices(weights.data, taps).map((slice) => joined(slice.map(product), '+'));
  }
  const widest = longest(weights.data);
  const row = Array.from({ length: Math.min(mostProducts, stage.kernel[1]) }, () => product(widest));
  return [joined([sum(partial), ...row, gap('⋯')], '+')];
}

function partialNodes(text: string, channels: number): FormulaNode[] {
  const partial = text.length > 2 ? number(text, 'sum') : gap('(…)');
  const shown = channels <= mostPartials ? channels : 6;
  const partials = Array.from({ length: shown }, () => partial);
  return joined(shown === channels ? partials : [...partials, gap('⋯'), gap('⋯')], '+');
}

function namesOf({ stage }: StageView, channels: number): FormulaNode[] {
  const [batch, rows, columns, filters] = stage.output;
  const cell = [batch - 1, rows - 1, columns - 1, filters - 1] as const;
  return namesNodes(
    stage,
    cell,
    Array.from({ length: channels }, (_, i) => i),
  ).map((node) => (node.kind === 'symbol' ? { ...node, indices: node.indices.map(zeros) } : node));
}

function number(text: string, role: FormulaRole): NumberNode {
  return { kind: 'number', text: zeros(text), role, state: 'coming', bracketed: text.startsWith('−') };
}

function sum(text: string): NumberNode {
  return { ...number(text, 'sum'), bracketed: false };
}

function gap(text: '⋯' | '(…)'): FormulaNode {
  return { kind: 'gap', text, state: 'coming' };
}

function zeros(text: string): string {
  return text.replaceAll(/\d/g, '0');
}

function line(kind: LineKind, nodes: readonly FormulaNode[]): FormulaLine {
  return { kind, nodes, channel: null };
}
