/** What a network's rows come to: parameters, multiply-adds by kind, memory. */
import { sizeOf } from './plain-rows.js';
import type { NetworkRow, RowCounts, RowKind } from './types.js';

export interface KindTotals extends RowCounts {
  readonly layers: number;
}

/** The same numbers, four bytes each or one. int8 leaves scales and the wider biases of a quantised network aside. */
export interface Bytes {
  readonly float32: number;
  readonly int8: number;
}

export interface Totals extends RowCounts {
  /** Kinds in the order of their first row. */
  readonly byKind: ReadonlyMap<RowKind, KindTotals>;
  /** All parameters, moving ones included. */
  readonly weightBytes: Bytes;
  /** The outputs of all rows, the input included: what training keeps. One image. */
  readonly activationBytes: Bytes;
}

const noCounts: KindTotals = { layers: 0, params: 0, trainable: 0, nonTrainable: 0, macs: 0, usefulMacs: 0 };

/** The totals of all rows, or of a part of them, such as a module. */
export function totals(rows: readonly NetworkRow[]): Totals {
  const byKind = new Map<RowKind, KindTotals>();
  let sum = noCounts;
  for (const row of rows) {
    sum = plus(sum, row);
    byKind.set(row.kind, plus(byKind.get(row.kind) ?? noCounts, row));
  }
  const { layers: _layers, ...counts } = sum;
  const activations = rows.reduce((total, row) => total + elementsOf(row), 0);
  return {
    ...counts,
    byKind,
    weightBytes: bytesOf(counts.params),
    activationBytes: bytesOf(activations),
  };
}

/** Modules in the order of their first row, each with its rows. Rows outside any module are left out. */
export function modulesOf(rows: readonly NetworkRow[]): ReadonlyMap<string, readonly NetworkRow[]> {
  const modules = new Map<string, NetworkRow[]>();
  for (const row of rows) {
    if (row.block === undefined) continue;
    const module = modules.get(row.block);
    if (module) module.push(row);
    else modules.set(row.block, [row]);
  }
  return modules;
}

function plus(sum: KindTotals, row: RowCounts): KindTotals {
  return {
    layers: sum.layers + 1,
    params: sum.params + row.params,
    trainable: sum.trainable + row.trainable,
    nonTrainable: sum.nonTrainable + row.nonTrainable,
    macs: sum.macs + row.macs,
    usefulMacs: sum.usefulMacs + row.usefulMacs,
  };
}

function bytesOf(numbers: number): Bytes {
  return { float32: 4 * numbers, int8: numbers };
}

/** Numbers that a row hands on, with what a row of several stages keeps in between. */
function elementsOf({ output, stages, kind }: NetworkRow): number {
  const between = kind === 'separable' ? stages.slice(0, -1) : [];
  return between.reduce((sum, stage) => sum + sizeOf(stage.output), output === null ? 0 : sizeOf(output));
}

/**
 * The most that lives at one time when the rows of a whole network run one after the other. An output lives from when it is
 * made until its last reader is done; one that nobody reads lives on.
 */
export function peakActivationBytes(rows: readonly NetworkRow[]): Bytes {
  const lastReader = new Map<number, number>();
  rows.forEach((row, index) => row.from.forEach((source) => lastReader.set(source, index)));
  let [alive, peak] = [0, 0];
  rows.forEach((row, index) => {
    alive += elementsOf(row);
    peak = Math.max(peak, alive);
    alive -= elementsOf(row) - (row.output === null ? 0 : sizeOf(row.output));
    for (const source of new Set(row.from)) {
      const { output } = rows[source];
      if (lastReader.get(source) === index && output !== null) alive -= sizeOf(output);
    }
  });
  return bytesOf(peak);
}
