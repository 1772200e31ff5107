/** What is worth saying beside a row: read from the graph around it, whatever the network is called. */
import type { LayerOp, NetworkRow } from '../../networks/index.js';
import { formatCount } from '../../words/numbers.js';
import type { Parameters, WordKey } from '../../words/say.js';

export interface RowNote {
  readonly key: WordKey;
  readonly parameters: Parameters;
}

/** Rows of a network, and who reads each of them. */
interface Graph {
  readonly rows: readonly NetworkRow[];
  readonly readers: readonly (readonly number[])[];
}

type Rule = (graph: Graph, index: number) => RowNote | null;

/** The notes of each row by its index; most have none or one. */
export function noteFinder(rows: readonly NetworkRow[]): (index: number) => readonly RowNote[] {
  const readers = rows.map((): number[] => []);
  rows.forEach(({ from }, reader) => from.forEach((source) => readers[source].push(reader)));
  const graph: Graph = { rows, readers };
  return (index) => rules.flatMap((rule) => rule(graph, index) ?? []);
}

/** Is it worth a mark in a list? Almost every layer of some networks has a norm in place of its bias. */
export function isRemarkable({ key }: RowNote): boolean {
  return key !== 'network.note-row.bias';
}

function note(key: WordKey, parameters: Parameters = {}): RowNote {
  return { key, parameters };
}

function channelsIn({ inputs: [input] }: NetworkRow): number {
  return input?.[input.length - 1] ?? 0;
}

function channelsOut({ output }: NetworkRow): number {
  return output?.[output.length - 1] ?? 0;
}

function onlyReader({ rows, readers }: Graph, index: number): number | null {
  const [reader] = readers[index];
  return readers[index].length === 1 && rows[reader] ? reader : null;
}

/** The first row before that is none of the given ops, following first sources. */
function before({ rows }: Graph, index: number, passed: readonly LayerOp[]): number | null {
  let [at] = rows[index].from;
  while (at !== undefined && passed.includes(rows[at].asked.op)) [at] = rows[at].from;
  return at ?? null;
}

const finishing: readonly LayerOp[] = ['batch-norm', 'activation', 'dropout'];

function isSquare({ kind, stages: [stage] }: NetworkRow, side: number): boolean {
  return kind === 'standard' && stage?.kernel[0] === side && stage.kernel[1] === side;
}

/** A 1 × 1 layer that mixes what a depthwise layer made, of fewer channels, and has no activation. */
function isLinearBottleneck(graph: Graph, index: number): boolean {
  const { rows } = graph;
  const row = rows[index];
  if (row.kind !== 'pointwise' || channelsOut(row) >= channelsIn(row)) return false;
  const source = before(graph, index, [...finishing, 'multiply']);
  const norm = onlyReader(graph, index);
  if (source === null || rows[source].kind !== 'depthwise' || norm === null) return false;
  return (
    rows[norm].kind === 'batch-norm' &&
    graph.readers[norm].every((reader) => rows[reader].kind !== 'activation')
  );
}

const uselessBias: Rule = (graph, index) => {
  const { stages, kind } = graph.rows[index];
  const reader = onlyReader(graph, index);
  const isConv = stages.length > 0 && !kind.endsWith('pool');
  if (!isConv || reader === null || graph.rows[reader].kind !== 'batch-norm') return null;
  const { bias, filters } = stages[stages.length - 1];
  return bias
    ? note('network.note-row.useless-bias', { saved: formatCount(filters) })
    : note('network.note-row.bias');
};

const linear: Rule = (graph, index) =>
  isLinearBottleneck(graph, index) ? note('network.note-row.linear') : null;

/** An addition whose one side ends with a 1 × 1 layer that narrows, or that widens, tells which kind of residual it closes. */
const residual: Rule = (graph, index) => {
  const { rows } = graph;
  if (rows[index].kind !== 'add') return null;
  // The later source is the branch that was computed, the earlier one the shortcut, which may end an earlier block.
  for (const source of [...rows[index].from].sort((one, other) => other - one)) {
    const last = finishing.includes(rows[source].asked.op) ? before(graph, source, finishing) : source;
    if (last === null || rows[last].kind !== 'pointwise') continue;
    const [inside, outside] = [channelsIn(rows[last]), channelsOut(rows[last])];
    if (isLinearBottleneck(graph, last))
      return note('network.note-row.inverted', { narrow: outside, wide: inside });
    const middle = before(graph, last, finishing);
    if (middle !== null && isSquare(rows[middle], 3) && inside < outside) {
      return note('network.note-row.bottleneck', { narrow: inside, wide: outside });
    }
  }
  return null;
};

/** Weights of one large window for each pair of channels, and of two smaller ones that see as much. */
function windows(side: number): Parameters {
  const half = (side + 1) / 2;
  return { one: side * side, two: 2 * half * half };
}

const five: Rule = ({ rows }, index) => {
  const row = rows[index];
  if (!isSquare(row, 5)) return null;
  const weights = row.stages[0].weightShape.reduce((product, size) => product * size);
  return note('network.note-row.five', { ...windows(5), weights: formatCount(weights) });
};

/** In a module with branches: elsewhere two layers behind each other are nothing to remark upon. */
const twoThrees: Rule = (graph, index) => {
  const { rows } = graph;
  const row = rows[index];
  const source = isSquare(row, 3) ? before(graph, index, finishing) : null;
  if (
    source === null ||
    row.block === undefined ||
    !isSquare(rows[source], 3) ||
    rows[source].block !== row.block
  )
    return null;
  const branches = rows.some(({ block, kind }) => block === row.block && kind === 'concat');
  return branches ? note('network.note-row.two-threes', windows(5)) : null;
};

const swish: Rule = ({ rows }, index) => {
  const { asked } = rows[index];
  const name = 'activation' in asked ? asked.activation : undefined;
  if (name === 'h-swish') return note('network.note-row.h-swish');
  return name === 'swish' ? note('network.note-row.swish') : null;
};

const squeeze: Rule = ({ rows }, index) =>
  rows[index].kind === 'multiply' ? note('network.note-row.squeeze') : null;

const transposed: Rule = ({ rows }, index) => {
  const { kind, stages } = rows[index];
  if (kind !== 'transposed' || stages.length === 0) return null;
  const { kernel, stride } = stages[0];
  if (kernel.every((size, axis) => size % stride[axis] === 0)) return null;
  return note('network.note-row.transposed', { kernel: kernel.join('×'), stride: stride[0] });
};

const depthwise: Rule = (graph, index) => {
  const { rows } = graph;
  if (rows[index].kind !== 'depthwise') return null;
  let reader = onlyReader(graph, index);
  while (reader !== null && finishing.includes(rows[reader].asked.op)) reader = onlyReader(graph, reader);
  if (reader === null || rows[reader].kind !== 'pointwise') return null;
  const [own, mixing] = [rows[index].macs, rows[reader].macs].map(formatCount);
  return note('network.note-row.depthwise', { depthwise: own, pointwise: mixing });
};

const concat: Rule = ({ rows }, index) => {
  const row = rows[index];
  if (row.kind !== 'concat') return null;
  const sum = row.inputs.map((input) => input?.[input.length - 1] ?? '?').join(' + ');
  return note('network.note-row.concat', { channels: channelsOut(row), sum });
};

const rules: readonly Rule[] = [
  uselessBias,
  linear,
  residual,
  five,
  twoThrees,
  swish,
  squeeze,
  transposed,
  depthwise,
  concat,
];
