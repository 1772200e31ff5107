/** The rule of a stage in symbols, with the stage's own numbers; every index counts from 1. */
import { channelsPerGroup, readRange, readSide } from '../../math/incidence.js';
import type { Index4, Stage } from '../../math/types.js';
import { activationNames } from '../../words/activation-names.js';
import { called, operator, symbol, type FormulaNode, type SumNode } from './tree.js';

/** y[r,c,f] = Σ Σ Σ x[r+i−1,c+j−1,k] · w[i,j,k,f], + b[f] where there is a bias, all of it through the activation. */
export function ruleNodes(stage: Stage): FormulaNode[] {
  const channels = channelsPerGroup(stage, readSide(stage));
  const sums: SumNode[] = [];
  if (channels > 1) {
    sums.push(stage.groups === 1 ? sum('k = 1', `${channels}`) : sum('k ∈ G(f)', ''));
  }
  const rows = axisRule(stage, 0, 'r', 'i', 'p');
  const columns = axisRule(stage, 1, 'c', 'j', 'q');
  sums.push(...rows.sums, ...columns.sums);
  const read = channels > 1 || stage.input[3] === 1 ? (stage.input[3] === 1 ? '1' : 'k') : readAlone(stage);
  const kernelChannel = channels > 1 ? 'k' : '1';
  const taps = [rows.tap, columns.tap];
  const weights = stage.op === 'conv' ? [...taps, kernelChannel, 'f'] : [...taps, 'f', kernelChannel];
  return [
    symbol('y', 'output', ['r', 'c', 'f']),
    operator('='),
    ...ended(stage, 'f', [
      ...sums,
      symbol('x', 'input', [rows.read, columns.read, read]),
      operator('·'),
      symbol('w', 'weights', weights),
    ]),
  ];
}

/** The names of one output cell and of what it reads: y[1,1,1] = Σ x[1…3,1…3,1…3] · w[1…3,1…3,1…3,1]. */
export function namesNodes(stage: Stage, cell: Index4, channels: readonly number[]): FormulaNode[] {
  const [rows, columns] = readRange(stage, cell);
  const filter = `${cell[3] + 1}`;
  const taps = stage.kernel.map((size) => span(0, size - 1));
  const read = span(channels[0], channels[channels.length - 1]);
  const slices = span(0, channels.length - 1);
  const weights = stage.op === 'conv' ? [...taps, slices, filter] : [...taps, filter, slices];
  return [
    outputName(cell),
    operator('='),
    ...ended(stage, filter, [
      sum('', ''),
      symbol('x', 'input', [span(rows.first, rows.last), span(columns.first, columns.last), read]),
      operator('·'),
      symbol('w', 'weights', weights),
    ]),
  ];
}

/** y[row,column,filter] */
export function outputName([, row, column, filter]: Index4): FormulaNode {
  return symbol('y', 'output', [`${row + 1}`, `${column + 1}`, `${filter + 1}`]);
}

/** Positions from 1; padding lies at 0 and below, or beyond the size. */
function span(first: number, last: number): string {
  return first === last ? signed(first + 1) : `${signed(first + 1)}…${signed(last + 1)}`;
}

/** With the bias, and through the activation. */
function ended({ bias, activation }: Stage, filter: string, nodes: FormulaNode[]): FormulaNode[] {
  const biased = bias ? [...nodes, operator('+'), symbol('b', 'bias', [filter])] : nodes;
  return called(activationNames[activation], biased);
}

/** With one channel read, which one: depthwise reads the output's own. G(f) is the group of channel f. */
function readAlone(stage: Stage): string {
  return stage.filters === stage.input[3] ? 'f' : 'G(f)';
}

interface AxisRule {
  readonly sums: readonly SumNode[];
  /** Index of the cell that is read. */
  readonly read: string;
  /** Index of the tap. */
  readonly tap: string;
}

/**
 * The relation on one axis, all counted from 1: big = s·small + d·tap + (1 − s − d − padBefore). A convolution puts
 * it into the index that is read; a transposed one sums over all pairs that satisfy it.
 */
function axisRule(stage: Stage, axis: 0 | 1, written: string, tap: string, read: string): AxisRule {
  const [s, d] = [stage.stride[axis], stage.dilation[axis]];
  const rest = 1 - s - d - stage.padding[2 * axis];
  const taps = stage.kernel[axis];
  if (stage.op === 'transposed') {
    const under = `${linear(
      [
        [s, read],
        [d, tap],
      ],
      rest,
    )} = ${written}`;
    return { sums: [sum(under, '')], read, tap };
  }
  if (taps === 1) return { sums: [], read: linear([[s, written]], rest + d), tap: '1' };
  return {
    sums: [sum(`${tap} = 1`, `${taps}`)],
    read: linear(
      [
        [s, written],
        [d, tap],
      ],
      rest,
    ),
    tap,
  };
}

function sum(under: string, over: string): SumNode {
  return { kind: 'sum', under, over };
}

/** '2r+i−1' */
function linear(terms: readonly (readonly [factor: number, name: string])[], rest: number): string {
  const text = terms.map(([factor, name]) => (factor === 1 ? name : `${factor}${name}`)).join('+');
  if (rest === 0) return text;
  return rest > 0 ? `${text}+${rest}` : `${text}−${-rest}`;
}

function signed(value: number): string {
  return value < 0 ? `−${-value}` : `${value}`;
}
