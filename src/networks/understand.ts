/** From a network as a person writes it to rows with shapes and counts, or the reasons why not. */
import { print } from '../math/problem.js';
import { ordered } from './graph.js';
import type { Node } from './graph.js';
import { isShape, normFacts, plainFacts, shapeText, unknownFacts } from './plain-rows.js';
import type { ShapeRefusal } from './plain-rows.js';
import { problem } from './problems.js';
import type { NetworkProblem } from './problems.js';
import type { LayerOp, LayerRow, NetworkRow, NetworkSpec, RowFacts, Shape } from './types.js';
import { convFacts, denseFacts, poolFacts } from './weighted-rows.js';

export interface Network {
  /** Each after all that it reads. With a problem only the rows that could be understood have an output and counts. */
  readonly rows: readonly NetworkRow[];
  readonly problems: readonly NetworkProblem[];
}

type Outcome = RowFacts | NetworkProblem;

/** Rows that read a plane, [H, W, C]. */
const planeOps: readonly LayerOp[] = [
  'conv',
  'depthwise',
  'separable',
  'transposed',
  'max-pool',
  'average-pool',
  'global-average-pool',
  'global-max-pool',
  'adaptive-average-pool',
  'zero-padding',
  'cropping',
  'upsampling',
];

/** Rows that read any number of others. */
const joiningOps: readonly LayerOp[] = ['add', 'multiply', 'concat', 'unknown'];

const knownOps: readonly LayerOp[] = [
  ...planeOps,
  ...joiningOps,
  'input',
  'dense',
  'batch-norm',
  'other-norm',
  'activation',
  'reshape',
  'flatten',
  'dropout',
  'softmax',
  'local-response-norm',
  'identity',
];

/**
 * Understands a network. Never throws for what a person can write: whatever is wrong is listed in `problems`, each edge by
 * the names of its two rows. What comes after a row that is not understood has no shape, no multiply-adds and no problem of its own.
 */
export function understand(spec: NetworkSpec): Network {
  const given: unknown = (spec as unknown as Partial<NetworkSpec> | null)?.layers;
  if (!Array.isArray(given)) {
    return { rows: [], problems: [problem('network.problem.not-a-network', { given: print(spec) })] };
  }
  const problems: NetworkProblem[] = given.flatMap((row: unknown, index) =>
    isRow(row) ? [] : [problem('network.problem.not-a-row', { position: index + 1, given: print(row) })],
  );
  const { nodes, problems: edges } = ordered(given.filter(isRow));
  if (given.length === 0) problems.push(problem('network.problem.empty', {}));
  const indexOf = new Map(nodes.map(({ row }, index) => [row.name, index]));
  const rows: NetworkRow[] = [];
  const found: NetworkProblem[] = [];
  for (const node of nodes) {
    const from = node.from.flatMap((name) => indexOf.get(name) ?? []);
    const inputs = from.map((index) => rows[index].output);
    const outcome = outcomeOf(node, inputs);
    if ('key' in outcome) found.push(outcome);
    const facts = 'key' in outcome ? unread(node.row) : outcome;
    const { row } = node;
    rows.push({ ...facts, name: row.name, block: row.block, asked: row, from, inputs });
  }
  return { rows, problems: [...problems, ...edges, ...found] };
}

function isRow(row: unknown): row is LayerRow {
  if (typeof row !== 'object' || row === null) return false;
  const { name, op, from } = row as Partial<Record<keyof LayerRow, unknown>>;
  const names = from === undefined || (Array.isArray(from) && from.every((each) => typeof each === 'string'));
  return typeof name === 'string' && typeof op === 'string' && names;
}

/** A row without shape and counts, because of itself or of what it reads. */
function unread(row: LayerRow): RowFacts {
  const known = knownOps.includes(row.op);
  return {
    ...unknownFacts({ op: 'unknown', type: row.op }),
    kind: known ? kindAsAsked(row) : 'unknown',
  };
}

/** A plane on which any kernel and any number of filters can be counted. */
const somePlane = [256, 256] as const;

/** A row behind one of unknown shape: where it says how many channels it reads, its parameters are known all the same. */
function withoutShape(row: LayerRow): RowFacts {
  const unknown = unread(row);
  if (row.expects === undefined) return unknown;
  const facts = factsOf(row, [[...somePlane, row.expects]], ['']);
  if ('key' in facts) return unknown;
  const { kind, params, trainable, nonTrainable } = facts;
  return { ...unknown, kind, params, trainable, nonTrainable };
}

function kindAsAsked({ op }: LayerRow): RowFacts['kind'] {
  return op === 'conv' ? 'standard' : op;
}

function outcomeOf({ row, from }: Node, inputs: readonly (Shape | null)[]): Outcome {
  const { name, op } = row;
  if (!knownOps.includes(op)) {
    const allowed = knownOps.filter((each) => each !== 'unknown').join(', ');
    return problem('network.problem.unknown-op', { name, given: print(op), allowed });
  }
  const wrong = wrongField(row);
  if (wrong) return problem('network.problem.bad-value', { name, ...wrong });
  if (row.op === 'unknown') return unknownFacts(row);
  const shapes = inputs.filter((shape) => shape !== null);
  if (shapes.length < from.length || (from.length === 0 && op !== 'input')) return withoutShape(row);
  if (from.length > 1 && !joiningOps.includes(op)) {
    return problem('network.problem.one-source', { name, given: from.length });
  }
  const [input] = shapes;
  const [source] = from;
  if (planeOps.includes(op) && input.length !== 3) {
    return problem('network.problem.needs-plane', { source, name, given: shapeText(input) });
  }
  if (input && row.expects !== undefined && input[input.length - 1] !== row.expects) {
    const allowed = shapeText([...input.slice(0, -1), row.expects]);
    return problem('network.problem.shapes-differ', { source, name, given: shapeText(input), allowed });
  }
  return factsOf(row, shapes, from);
}

/** Flags, numbers of parameters and shapes that are taken over as they are, and are none. */
function wrongField(row: LayerRow): { field: string; given: string; allowed: string } | null {
  const { params, expects, output, ...flags } = row as Partial<Record<string, unknown>>;
  const isFlag = (value: unknown): boolean => value === undefined || typeof value === 'boolean';
  const isCount = (value: unknown): boolean =>
    value === undefined || (Number.isSafeInteger(value) && Number(value) >= 0);
  const flag = (['scale', 'centre', 'ceil', 'keepsPlane'] as const).find((name) => !isFlag(flags[name]));
  if (flag) return { field: flag, given: print(flags[flag]), allowed: 'true | false' };
  if (!isCount(params)) return { field: 'params', given: print(params), allowed: '0, 1, 2, …' };
  if (!isCount(expects)) return { field: 'expects', given: print(expects), allowed: '0, 1, 2, …' };
  if (row.op === 'dense' && row.units === undefined) {
    return { field: 'units', given: 'undefined', allowed: '1, 2, 3, …' };
  }
  if (output === undefined || isShape(output)) return null;
  return { field: 'output', given: print(output), allowed: '[H, W, C] | [C]' };
}

function factsOf(row: LayerRow, shapes: readonly Shape[], from: readonly string[]): Outcome {
  const [input] = shapes;
  switch (row.op) {
    case 'conv':
    case 'depthwise':
    case 'separable':
    case 'transposed':
      return planned(row, from, convFacts(row, input));
    case 'dense':
      return planned(row, from, denseFacts(row, input));
    case 'max-pool':
    case 'average-pool':
      return planned(row, from, poolFacts(row, input));
    case 'batch-norm':
    case 'other-norm':
      return normFacts(row, input);
    case 'unknown':
      return unknownFacts(row);
    default: {
      const facts = plainFacts(row, shapes);
      return 'at' in facts ? refused(row.name, from, facts) : facts;
    }
  }
}

function planned(
  { name }: LayerRow,
  [source]: readonly string[],
  facts: ReturnType<typeof convFacts>,
): Outcome {
  return 'problems' in facts ? problem('network.problem.layer', { source, name }, facts.problems) : facts;
}

function refused(
  name: string,
  from: readonly string[],
  { at, given, allowed }: ShapeRefusal,
): NetworkProblem {
  return typeof at === 'number'
    ? problem('network.problem.shapes-differ', { source: from[at], name, given, allowed })
    : problem('network.problem.bad-value', { name, field: at, given, allowed });
}
