/** What can be wrong with a network, as keys and values; the words make sentences of them. */
import type { Problem } from '../math/types.js';

/** Each key with the values that its sentence holds; edges are told by the names of their two rows. */
export interface ProblemValues {
  'network.problem.empty': Record<string, never>;
  'network.problem.not-a-network': { given: string };
  'network.problem.not-a-row': { position: number; given: string };
  'network.problem.duplicate-name': { name: string };
  'network.problem.unknown-op': { name: string; given: string; allowed: string };
  'network.problem.no-source': { name: string };
  'network.problem.missing-source': { source: string; name: string };
  'network.problem.cycle': { source: string; name: string };
  'network.problem.shapes-differ': { source: string; name: string; given: string; allowed: string };
  'network.problem.needs-plane': { source: string; name: string; given: string };
  'network.problem.one-source': { name: string; given: number };
  'network.problem.bad-value': { name: string; field: string; given: string; allowed: string };
  /** The plan of the row's convolution, pooling or dense layer says why, in `reasons`. */
  'network.problem.layer': { source: string; name: string };
}

export type ProblemKey = keyof ProblemValues;

export interface NetworkProblem<Key extends ProblemKey = ProblemKey> {
  readonly key: Key;
  readonly parameters: Readonly<Record<string, string | number>>;
  /** Of `network.problem.layer` only. */
  readonly reasons?: readonly Problem[];
}

export function problem<Key extends ProblemKey>(
  key: Key,
  parameters: ProblemValues[Key],
  reasons?: readonly Problem[],
): NetworkProblem<Key> {
  return { key, parameters, ...(reasons ? { reasons } : {}) };
}
