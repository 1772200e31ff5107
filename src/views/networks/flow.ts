/**
 * A network as a graph from top to bottom. Rows that only finish another one (norm, activation, dropout) stand with it as one
 * node. A node's rank is the longest way to it; branches stand side by side in lanes, and an edge that passes ranks has a lane of
 * its own beside the nodes that it passes.
 */
import type { LayerOp, NetworkRow } from '../../networks/index.js';

export interface FlowNode {
  /** The row that gives the node its name, and those that finish it; indices of the network's rows. */
  readonly rows: readonly number[];
  /** 0 for what reads nothing. */
  readonly rank: number;
  /** In lanes, 0 in the middle. */
  readonly x: number;
}

export interface FlowEdge {
  /** Indices of nodes. */
  readonly from: number;
  readonly to: number;
  /** Where it passes the ranks between them, in lanes; null where there are none. */
  readonly x: number | null;
}

export interface Flow {
  readonly nodes: readonly FlowNode[];
  readonly edges: readonly FlowEdge[];
  readonly ranks: number;
  /** What nodes and edges need on either side of the middle, in lanes. */
  readonly left: number;
  readonly right: number;
}

const finishing: readonly LayerOp[] = ['batch-norm', 'other-norm', 'activation', 'dropout'];
/** Lanes between two edges that pass outside all nodes. */
const edgeGap = 0.08;

/** A node before it has a place. */
interface Bare {
  readonly rows: readonly number[];
  readonly sources: readonly number[];
  readonly rank: number;
}

interface Passing {
  readonly from: number;
  readonly to: number;
  /** Null for an edge to the next rank. */
  readonly lane: number | null;
}

/** @param finishers 'apart': what only finishes a row is a node of its own */
export function layOutFlow(rows: readonly NetworkRow[], finishers: 'joined' | 'apart' = 'joined'): Flow {
  const bare = nodesOf(rows, finishers === 'joined');
  const { lanes, edges } = lanesOf(bare);
  const ranks = bare.reduce((most, { rank }) => Math.max(most, rank + 1), 0);
  const widest = widestLanes(bare, lanes, ranks);
  const nodes = bare.map((node, index): FlowNode => {
    const { rows: held, rank } = node;
    return { rows: held, rank, x: lanes[index] - widest[rank] / 2 };
  });
  const placed = edges.map(({ from, to, lane }): FlowEdge => {
    const passed = widest.slice(bare[from].rank + 1, bare[to].rank);
    return { from, to, x: lane === null ? null : passingAt(lane, passed) };
  });
  const places = [
    ...nodes.map(({ x }) => [x - 0.5, x + 0.5]),
    ...placed.map(({ x }) => [(x ?? 0) - edgeGap, (x ?? 0) + edgeGap]),
  ];
  return {
    nodes,
    edges: placed,
    ranks,
    left: -Math.min(0, ...places.map(([least]) => least)),
    right: Math.max(0, ...places.map(([, most]) => most)),
  };
}

function nodesOf(rows: readonly NetworkRow[], joins: boolean): readonly Bare[] {
  const readers = rows.map(() => 0);
  for (const { from } of rows) for (const source of from) readers[source] += 1;
  const nodeOf: number[] = [];
  const nodes: { rows: number[]; sources: readonly number[]; rank: number }[] = [];
  rows.forEach(({ asked, from }, index) => {
    const [source] = from;
    const finishes =
      joins &&
      from.length === 1 &&
      readers[source] === 1 &&
      finishing.includes(asked.op) &&
      rows[source].kind !== 'input';
    if (finishes) {
      nodes[nodeOf[source]].rows.push(index);
      nodeOf.push(nodeOf[source]);
      return;
    }
    const sources = [...new Set(from.map((each) => nodeOf[each]))];
    const rank = sources.reduce((most, each) => Math.max(most, nodes[each].rank + 1), 0);
    nodeOf.push(nodes.length);
    nodes.push({ rows: [index], sources, rank });
  });
  return nodes;
}

/** A node goes on in the first lane of what it reads, or in the first free one; edges take what is left beside the nodes. */
function lanesOf(nodes: readonly Bare[]): { lanes: readonly number[]; edges: readonly Passing[] } {
  const taken: Set<number>[] = [];
  const isFree = (lane: number, first: number, last: number): boolean => {
    for (let rank = first; rank <= last; rank++) if (taken[rank]?.has(lane)) return false;
    return true;
  };
  const take = (wanted: number, first: number, last: number): number => {
    let lane = wanted;
    if (!isFree(lane, first, last)) for (lane = 0; !isFree(lane, first, last); lane++);
    for (let rank = first; rank <= last; rank++) (taken[rank] ??= new Set()).add(lane);
    return lane;
  };
  const lanes: number[] = [];
  for (const { rank, sources } of nodes) {
    lanes.push(take(sources.length === 0 ? 0 : Math.min(...sources.map((each) => lanes[each])), rank, rank));
  }
  const edges = nodes.flatMap(({ rank, sources }, to) =>
    sources.map((from): Passing => {
      const first = nodes[from].rank + 1;
      return { from, to, lane: first === rank ? null : take(lanes[from], first, rank - 1) };
    }),
  );
  return { lanes, edges };
}

/** For each rank the last lane of the nodes in it and of the ranks around it that have branches too: so branches stay straight. */
function widestLanes(nodes: readonly Bare[], lanes: readonly number[], ranks: number): readonly number[] {
  const counts = new Array<number>(ranks).fill(0);
  const widest = new Array<number>(ranks).fill(0);
  nodes.forEach(({ rank }, index) => {
    counts[rank] += 1;
    widest[rank] = Math.max(widest[rank], lanes[index]);
  });
  for (let start = 0; start < ranks; start++) {
    let end = start;
    while (end < ranks && (counts[end] > 1 || widest[end] > 0)) end++;
    const most = Math.max(0, ...widest.slice(start, end));
    widest.fill(most, start, end);
    start = end;
  }
  return widest;
}

/** Between the branches where there is room in all ranks that are passed, else outside, the first edge next to the nodes. */
function passingAt(lane: number, passed: readonly number[]): number {
  const most = Math.max(...passed);
  if (passed.every((widest) => lane <= widest && widest === most)) return lane - most / 2;
  const outside = Math.max(lane - Math.max(most, 0), 1);
  return most / 2 + 0.5 + edgeGap * outside;
}
