/** Layers exchanged for others that do the same job at another price: standard, depthwise separable, grouped. */
import type { ConvLayer, LayerRow, NetworkRow, NetworkSpec } from './types.js';

/** What a layer can become; groups must divide its channels and its filters. */
export type Swap = 'standard' | 'separable' | { readonly groups: number };

/** Rows that are exchanged together, and what they are now. */
export interface Swappable {
  /** The row that stays, under its name; those before it that go with it come first. */
  readonly rows: readonly string[];
  readonly is: 'standard' | 'separable' | 'grouped';
}

/** A row that may stand between a depthwise layer and the pointwise one that completes it. */
const betweenOps: readonly LayerRow['op'][] = ['batch-norm', 'activation', 'dropout'];

/**
 * Layers that can be exchanged: standard and grouped convolutions with a kernel above 1 × 1, separable rows, and a depthwise
 * layer with the pointwise one behind it, with norm and activation in between. Keyed by the row that stays.
 */
export function swappables(rows: readonly NetworkRow[]): ReadonlyMap<string, Swappable> {
  const readers = rows.map((): number[] => []);
  rows.forEach((row, index) => row.from.forEach((source) => readers[source].push(index)));
  const found = new Map<string, Swappable>();
  rows.forEach((row, index) => {
    const { kind, name, stages } = row;
    // Of a row that does not fit what it reads nothing is known.
    if (stages.length === 0) return;
    if (kind === 'standard' || kind === 'grouped' || kind === 'separable') {
      found.set(name, { rows: [name], is: kind });
      return;
    }
    const pair = kind === 'depthwise' ? pairFrom(rows, readers, index) : null;
    if (pair) found.set(pair[pair.length - 1], { rows: pair, is: 'separable' });
  });
  return found;
}

/** A depthwise row, what lies between, and its pointwise row; null where the way there branches or leads elsewhere. */
function pairFrom(
  rows: readonly NetworkRow[],
  readers: readonly (readonly number[])[],
  depthwise: number,
): readonly string[] | null {
  const names = [rows[depthwise].name];
  let index = depthwise;
  for (;;) {
    if (readers[index].length !== 1) return null;
    [index] = readers[index];
    const row = rows[index];
    names.push(row.name);
    if (row.kind === 'pointwise' && isUnitStride(row)) return names;
    if (!betweenOps.includes(row.asked.op)) return null;
  }
}

function isUnitStride({ stages: [stage] }: NetworkRow): boolean {
  return stage.stride[0] === 1 && stage.stride[1] === 1;
}

/**
 * A network with some of its layers exchanged; rows keep their names, so that what reads them need not change.
 *
 * @param rows the spec's rows as understood
 * @param swaps by the name of the row that stays; names that cannot be exchanged are left as they are
 */
export function swapped(
  spec: NetworkSpec,
  rows: readonly NetworkRow[],
  swaps: ReadonlyMap<string, Swap>,
): NetworkSpec {
  const possible = swappables(rows);
  const understood = new Map(rows.map((row) => [row.name, row]));
  const gone = new Set<string>();
  const changed = new Map<string, LayerRow>();
  for (const [name, to] of swaps) {
    const unit = possible.get(name);
    if (!unit || unit.is === to) continue;
    const first = understood.get(unit.rows[0])!;
    const last = understood.get(name)!;
    for (const other of unit.rows.slice(0, -1)) gone.add(other);
    const from = first.from.map((index) => rows[index].name);
    changed.set(name, { ...exchanged(first, last, to), ...placeOf(last.asked), from });
  }
  const layers = spec.layers
    .filter(({ name }) => !gone.has(name))
    .map((row) => changed.get(row.name) ?? { ...row, from: sourcesOf(understood.get(row.name), rows, row) });
  return { layers };
}

/** Every layer to one and the same kind; groups only where they divide channels and filters. */
export function swapAll(rows: readonly NetworkRow[], to: Swap): ReadonlyMap<string, Swap> {
  const understood = new Map(rows.map((row) => [row.name, row]));
  const divides = ({ rows: unit }: Swappable): boolean => {
    if (typeof to === 'string') return true;
    const channels = understood.get(unit[0])!.stages[0].input[3];
    const filters = understood.get(unit[unit.length - 1])!.stages.at(-1)!.filters;
    return channels % to.groups === 0 && filters % to.groups === 0;
  };
  const possible = [...swappables(rows)].filter(([, unit]) => divides(unit));
  return new Map(possible.map(([name]) => [name, to]));
}

function placeOf({ name, block }: LayerRow): Pick<LayerRow, 'name' | 'block'> {
  return block === undefined ? { name } : { name, block };
}

/** Sources by name, so that a row before may go. */
function sourcesOf(
  row: NetworkRow | undefined,
  rows: readonly NetworkRow[],
  { from }: LayerRow,
): readonly string[] {
  return row ? row.from.map((index) => rows[index].name) : (from ?? []);
}

/** One row in place of all from `first` to `last`: window of the first, filters and bias of the last. */
function exchanged(first: NetworkRow, last: NetworkRow, to: Swap): ConvLayer {
  const { kernel, stride, dilation, padding } = first.asked as ConvLayer;
  const { filters, bias, activation } = last.asked as ConvLayer;
  const fields = Object.entries({ kernel, stride, dilation, padding, filters, bias, activation });
  const given = Object.fromEntries(fields.filter(([, value]) => value !== undefined));
  if (to === 'separable') return { op: 'separable', ...given };
  return { op: 'conv', ...given, ...(to === 'standard' ? {} : { groups: to.groups }) };
}
