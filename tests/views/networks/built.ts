/** What the tests of the network laboratory share. */
import { recipeOf, type NetworkRow, type NetworkSpec } from '../../../src/networks/index.js';
import { understoodNetwork, type UnderstoodNetwork } from '../../../src/views/networks/understood.js';

/** A network of ours, no layer exchanged. */
export function built(id: string, options = {}): UnderstoodNetwork {
  return fromSpec(recipeOf(id)!.build(options));
}

export function fromSpec(spec: NetworkSpec): UnderstoodNetwork {
  return understoodNetwork(spec, () => new Map());
}

export function rowOf({ rows }: UnderstoodNetwork, name: string): NetworkRow {
  return rows.find((row) => row.name === name)!;
}
