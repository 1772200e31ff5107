/** The rows of a network in an order in which each comes after all that it reads, or the edges that forbid one. */
import { problem } from './problems.js';
import type { NetworkProblem } from './problems.js';
import type { LayerRow } from './types.js';

/** A row and the names of what it reads. */
export interface Node {
  readonly row: LayerRow;
  readonly from: readonly string[];
}

export interface Ordered {
  /** Rows without a cycle below them, sources first, else in the order as written. */
  readonly nodes: readonly Node[];
  readonly problems: readonly NetworkProblem[];
}

export function ordered(rows: readonly LayerRow[]): Ordered {
  const problems: NetworkProblem[] = [];
  const nodes = new Map<string, Node>();
  let previous: string | undefined;
  for (const row of rows) {
    const from = sourcesOf(row, previous);
    previous = row.name;
    if (nodes.has(row.name)) problems.push(problem('network.problem.duplicate-name', { name: row.name }));
    else nodes.set(row.name, { row, from });
  }
  for (const { row, from } of nodes.values()) {
    const { name } = row;
    if (from.length === 0 && row.op !== 'input')
      problems.push(problem('network.problem.no-source', { name }));
    for (const source of from.filter((each) => !nodes.has(each))) {
      problems.push(problem('network.problem.missing-source', { source, name }));
    }
  }
  const sorted = sort(nodes);
  const edge = cycleEdge(nodes, new Set(sorted.map(({ row }) => row.name)));
  return { nodes: sorted, problems: edge ? [...problems, problem('network.problem.cycle', edge)] : problems };
}

function sourcesOf({ op, from }: LayerRow, previous: string | undefined): readonly string[] {
  if (op === 'input') return [];
  return from ?? (previous === undefined ? [] : [previous]);
}

/** Every row as soon as all that it reads is there; rows on a cycle, and those that read them, are left out. */
function sort(nodes: ReadonlyMap<string, Node>): Node[] {
  const readers = new Map<string, string[]>();
  const missing = new Map<string, number>();
  for (const { row, from } of nodes.values()) {
    const known = from.filter((source) => nodes.has(source));
    missing.set(row.name, known.length);
    for (const source of known) {
      const list = readers.get(source);
      if (list) list.push(row.name);
      else readers.set(source, [row.name]);
    }
  }
  const placed = new Set<string>();
  // Rows mostly stand in order already; one that comes early waits until the last of its sources is placed.
  const place = (first: string): void => {
    const ready = [first];
    for (let name = ready.pop(); name !== undefined; name = ready.pop()) {
      placed.add(name);
      for (const reader of readers.get(name) ?? []) {
        const left = missing.get(reader)! - 1;
        missing.set(reader, left);
        if (left === 0 && passed.has(reader)) ready.push(reader);
      }
    }
  };
  const passed = new Set<string>();
  for (const name of nodes.keys()) {
    passed.add(name);
    if (missing.get(name) === 0) place(name);
  }
  return [...placed].map((name) => nodes.get(name)!);
}

/** Of a cycle among the rows that could not be placed, the edge that leads back to a row written earlier. */
function cycleEdge(
  nodes: ReadonlyMap<string, Node>,
  placed: ReadonlySet<string>,
): { source: string; name: string } | undefined {
  const place = new Map([...nodes.keys()].map((name, index) => [name, index]));
  let name = [...nodes.keys()].find((each) => !placed.has(each));
  if (name === undefined) return undefined;
  // Every unplaced row reads an unplaced one, so walking from row to source must come round.
  const walked: string[] = [];
  while (!walked.includes(name)) {
    walked.push(name);
    name = nodes.get(name)!.from.find((each) => nodes.has(each) && !placed.has(each))!;
  }
  const cycle = walked.slice(walked.indexOf(name));
  const edges = cycle.map((reader, index) => ({ source: cycle[index + 1] ?? name, name: reader }));
  return edges.find(({ source, name: reader }) => place.get(source)! >= place.get(reader)!);
}
