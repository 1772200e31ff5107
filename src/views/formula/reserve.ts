/** How much room the formula of a stage can need, so that nothing below it moves while the stage runs. */
import { channelsPerGroup, readSide } from '../../math/incidence.js';
import type { StageView } from '../../timeline/types.js';
import { longest, longestSlices, longestSums } from './longest.js';
import { mostPartials } from './partials.js';
import { namesNodes } from './rule.js';
import { endedWith } from './ending.js';
import { endedText, mostLanes, type Lane } from './lanes.js';
import { mostProducts, sumsAcross } from './products.js';
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
import { runsInLanes } from '../../timeline/cells.js';

/** What may stand in one row at one time. */
export interface RowReserve {
  readonly lines: readonly FormulaLine[];
  /** Sum so far; '' where none stands beside these lines. */
  readonly running: string;
  readonly lanes: readonly Lane[];
}
/** For each row the alternatives; the room is that of the largest. */
export interface FormulaReserve {
  readonly numbers: readonly RowReserve[];
  readonly results: readonly RowReserve[];
  /** Some cell reads padding. */
  readonly padding: boolean;
  /** Channels that a cell's group leaves out. */
  readonly dropped: number;
  /** A stamp may be announced. */
  readonly stamp: boolean;
}

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
  const taps = stage.kernel[0] * stage.kernel[1];
  const { partial, total, biased, output } = longestSums(view, channels);
  const merges = channels > 1 && !sumsAcross({ taps, channels });
  const partials = merges ? [line('total', partialNodes(partial, channels))] : [];
  const sums = merges ? [line('total', [...partials[0].nodes, operator('≈'), sum(total)])] : [];
  const bias = view.bias && longest(view.bias.data, view);
  const added = bias && [sum(total), operator('+'), number(bias, 'bias'), operator('≈'), sum(biased)];
  const name = outputNameOf(view);
  const ended = endedWith(stage, sum(total), bias && zeros(bias));
  const isSum = stage.activation === 'none' && !bias;
  const written = line('write', [
    name,
    ...(isSum ? [] : [operator('='), ...ended]),
    operator('≈'),
    sum(output),
  ]);
  const lanes = runsInLanes(stage) ? laneReserve(view, [total, biased, output], bias && zeros(bias)) : [];
  const row = (lines: readonly FormulaLine[], running = ''): RowReserve => ({ lines, running, lanes });
  return {
    numbers: [
      { ...row([line('names', namesOf(view, channels))]), lanes: [] },
      ...productRows(view, merges ? partial : total).map((products) => ({
        ...row([line('products', [...products, operator('≈'), sum(merges ? partial : total)])]),
        lanes: [],
      })),
    ],
    results: [
      row(partials, zeros(partial)),
      row([...sums, written]),
      ...(added ? [row([...sums, line('bias', added)])] : []),
      ...(stage.op === 'transposed'
        ? scatterRows(view, name, total, written).map((lines) => row(...lines))
        : []),
    ],
    padding: stage.op === 'conv' && stage.padding.some((size) => size > 0),
    dropped: lanes.length > 0 ? 0 : stage.input[3] - channels,
    stamp: stage.op === 'transposed',
  };
}

function outputNameOf({ stage }: StageView): FormulaNode {
  return symbol(
    'y',
    'output',
    stage.output.slice(1).map((size) => zeros(String(size))),
  );
}

function laneReserve({ stage }: StageView, values: readonly string[], bias: string | null): readonly Lane[] {
  const value = values.reduce((most, each) => (each.length > most.length ? each : most));
  const text = endedText(stage, zeros(value), bias);
  const sums = Array.from({ length: stage.filters / stage.groups }, () => text);
  const count = Math.min(stage.groups, mostLanes);
  return Array.from({ length: count }, () => ({
    channel: -1,
    sums,
    current: false,
  }));
}

/** As many products as can lie on one cell (those of the real cells under a kernel), and one that lands. */
function scatterRows(
  view: StageView,
  name: FormulaNode,
  total: string,
  written: FormulaLine,
): (readonly [lines: readonly FormulaLine[], running?: string])[] {
  const { stage, input, weights } = view;
  const { kernel, stride, dilation } = stage;
  const along = (axis: 0 | 1): number =>
    Math.min(Math.ceil((kernel[axis] * dilation[axis]) / stride[axis]), kernel[axis]);
  const count = Math.min(along(0) * along(1) * channelsPerGroup(stage, readSide(stage)), mostProducts);
  const product = productOf(
    number(longest(weights.data, view), 'weights'),
    number(longest(input.data, view), 'input'),
  );
  const all = joined(
    Array.from({ length: count }, () => product),
    '+',
  );
  const collected = line('collected', [...all, operator('≈'), sum(total)]);
  const entry = line('entry', [
    name,
    operator('='),
    sum(total),
    operator('+'),
    product,
    operator('≈'),
    sum(total),
  ]);
  return [[[collected], zeros(total)], [[collected, written]], [[entry], zeros(total)]];
}

function productOf(...factors: readonly [NumberNode, NumberNode]): FormulaNode {
  const pair = { input: [0, 0, 0, 0], output: [0, 0, 0, 0] } as const;
  return { kind: 'product', factors, state: 'coming', term: -1, weight: [0, 0, 0, 0], pair };
}

/** The products of the slices of weights that print longest, or of the longest row of a big kernel. */
function productRows(view: StageView, partial: string): FormulaNode[][] {
  const { stage, input, weights } = view;
  const taps = stage.kernel[0] * stage.kernel[1];
  const read = number(longest(input.data, view), 'input');
  const channels = channelsPerGroup(stage, readSide(stage));
  const product = (weight: string): FormulaNode => productOf(read, number(weight, 'weights'));
  if (sumsAcross({ taps, channels })) {
    const count = Math.min(channels, mostProducts);
    const widest = product(longest(weights.data, view));
    const all = Array.from({ length: count }, () => widest);
    return [joined(count === channels ? all : [sum(partial), ...all, gap('⋯')], '+')];
  }
  if (taps <= mostProducts) {
    return longestSlices(weights.data, taps, view).map((slice) => joined(slice.map(product), '+'));
  }
  const widest = longest(weights.data, view);
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
