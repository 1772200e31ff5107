/** A network with everything that the laboratory shows of it. */
import {
  peakActivationBytes,
  receptiveFields,
  swappables,
  swapped,
  totals,
  understand,
} from '../../networks/index.js';
import type {
  Bytes,
  NetworkProblem,
  NetworkRow,
  NetworkSpec,
  RowField,
  Swap,
  Swappable,
  Totals,
} from '../../networks/index.js';

export interface UnderstoodNetwork {
  readonly rows: readonly NetworkRow[];
  readonly problems: readonly NetworkProblem[];
  readonly totals: Totals;
  readonly peak: Bytes;
  /** One entry a row. */
  readonly fields: readonly (RowField | null)[];
  /** Layers of the network as it was before any was exchanged, by the row that stays. */
  readonly swappable: ReadonlyMap<string, Swappable>;
  /** Layers that are another kind than they were. */
  readonly exchanged: number;
  /** Totals before layers were exchanged; null where none was. */
  readonly before: Totals | null;
}

/** @param swaps by the name of the row that stays */
export function understoodNetwork(
  spec: NetworkSpec,
  swaps: (rows: readonly NetworkRow[]) => ReadonlyMap<string, Swap>,
): UnderstoodNetwork {
  const own = understand(spec);
  const swappable = swappables(own.rows);
  const wanted = new Map([...swaps(own.rows)].filter(([name, to]) => isAnother(swappable.get(name), to)));
  const network = wanted.size === 0 ? own : understand(swapped(spec, own.rows, wanted));
  return {
    ...network,
    totals: totals(network.rows),
    peak: peakActivationBytes(network.rows),
    fields: receptiveFields(network.rows),
    swappable,
    exchanged: wanted.size,
    before: wanted.size === 0 ? null : totals(own.rows),
  };
}

function isAnother(unit: Swappable | undefined, to: Swap): boolean {
  return unit !== undefined && unit.is !== to;
}
