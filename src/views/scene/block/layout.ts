/**
 * Where the rows of a block stand: ranks from left to right, branches one above the other, and the wires between them. A wire
 * that passes ranks, such as a shortcut, has a height of its own.
 */
import type { NetworkRow, Shape } from '../../../networks/index.js';
import { layOutFlow, type Flow, type FlowEdge } from '../../networks/flow.js';
import { boxOfLattice, boxShare, volumeLattice, type Lattice } from '../layout/lattice.js';
import { centreOf, unite, type Box, type Vector } from '../layout/space.js';

/** Cell units between two ranks, and between two lanes: room for names, and for the wires that pass above them. */
const rankGap = 3;
const laneGap = 4.5;
/** By which a wire outside all lanes is raised, so that it passes over the names that it passes. */
const raised = 1.5;
/** Cell units that a list of channels may be tall, and its cells wide. */
const tallestList = 7;
const listCell = 1;

/** From one row to another, by way of these points. */
export interface Wire {
  /** Indices of rows. */
  readonly from: number;
  readonly to: number;
  readonly points: readonly Vector[];
}

export interface BlockPlaces {
  /** One for each row; it shows the row's output. */
  readonly lattices: readonly Lattice[];
  readonly boxes: readonly Box[];
  readonly wires: readonly Wire[];
}

/** @param rows understood without problems, each with an output of one plane or of one list */
export function placesOf(rows: readonly NetworkRow[]): BlockPlaces {
  const flow = layOutFlow(rows, 'apart');
  const atOrigin = rows.map(({ output }) => latticeOf(output!));
  const sizes = atOrigin.map((lattice) => sizeOf(boxOfLattice(lattice)));
  const lane = Math.max(...sizes.map(([, height]) => height)) + laneGap;
  const columns = columnsOf(flow, sizes);
  const lattices = atOrigin.map((lattice, index) => {
    const { rank, x } = flow.nodes[index];
    const { left, right } = columns[rank];
    return movedTo(lattice, [(left + right) / 2, heightOf(x, lane)]);
  });
  const boxes = lattices.map(boxOfLattice);
  const wires = flow.edges.map((edge) => wireOf(edge, { flow, boxes, columns, lane }));
  return { lattices, boxes, wires };
}

/** Is it so much wider than tall that a low picture shows it as large as a tall one? */
export function isWide({ boxes }: BlockPlaces): boolean {
  const { min, max } = unite(boxes);
  return max[0] - min[0] > 3.5 * (max[1] - min[1]);
}

/** Is there nothing below a row that its name could cover, written below it? */
export function isFreeBelow({ boxes }: BlockPlaces, row: number): boolean {
  const { min, max } = boxes[row];
  const isBelow = (box: Box): boolean =>
    box.max[1] < min[1] && box.max[0] > min[0] - 2 * rankGap && box.min[0] < max[0] + 2 * rankGap;
  return !boxes.some(isBelow);
}

/** A plane as a volume; a list as a column of cells, so that all of its numbers can be read. */
function latticeOf(shape: Shape): Lattice {
  if (shape.length === 3 && shape[0] * shape[1] > 1) {
    return volumeLattice('output', [1, shape[0], shape[1], shape[2]], 0);
  }
  const count = shape[shape.length - 1];
  const unit = Math.min(listCell, tallestList / count);
  return {
    tensor: 'output',
    shape: [1, 1, 1, count],
    counts: [1, count, 1, 1],
    origin: [0, 0, 0],
    pitch: [listCell, unit],
    depth: [0, 0, 0],
    repeat: [0, 0, 0],
    cell: [listCell * boxShare, unit * boxShare, unit * boxShare],
    base: 0,
    strides: [0, 1, 0, 0],
    slabs: false,
  };
}

function sizeOf({ min, max }: Box): Vector {
  return [max[0] - min[0], max[1] - min[1], max[2] - min[2]];
}

/** Its middle at a place of the front; what is deep goes back from there. */
function movedTo(lattice: Lattice, [x, y]: readonly [number, number]): Lattice {
  const middle = centreOf(boxOfLattice(lattice));
  const [left, top, front] = lattice.origin;
  return { ...lattice, origin: [left + x - middle[0], top + y - middle[1], front] };
}

interface Column {
  readonly left: number;
  readonly right: number;
}

/** Each rank as wide as its widest volume. */
function columnsOf({ nodes, ranks }: Flow, sizes: readonly Vector[]): readonly Column[] {
  const widths = new Array<number>(ranks).fill(0);
  nodes.forEach(({ rank }, index) => (widths[rank] = Math.max(widths[rank], sizes[index][0])));
  let left = 0;
  return widths.map((width) => {
    const column = { left, right: left + width };
    left = column.right + rankGap;
    return column;
  });
}

interface Standing {
  readonly flow: Flow;
  readonly boxes: readonly Box[];
  readonly columns: readonly Column[];
  readonly lane: number;
}

/** The first branch stands above the others. */
function heightOf(x: number, lane: number): number {
  return -x * lane;
}

/** Between the lanes with them; outside what it passes above, as shortcuts are drawn, or below where it comes from below. */
function passingHeight({ from, to, x }: FlowEdge, { nodes }: Flow, lane: number): number {
  const passed = nodes.filter(({ rank }) => rank > nodes[from].rank && rank < nodes[to].rank);
  const isOutside = passed.every((node) => x! > node.x);
  if (!isOutside) return heightOf(x!, lane);
  return nodes[from].x > 0 ? heightOf(x!, lane) : -heightOf(x!, lane) + raised;
}

/** From front to front: out at the right, up or down between two ranks, along, and in at the left. */
function wireOf(edge: FlowEdge, { flow, boxes, columns, lane }: Standing): Wire {
  const { from, to, x } = edge;
  const [start, end] = [centreOf(boxes[from]), centreOf(boxes[to])];
  const [out, into] = [boxes[from].max[0], boxes[to].min[0]];
  const turnIn = columns[flow.nodes[to].rank].left - rankGap / 2;
  const turnOut = x === null ? turnIn : columns[flow.nodes[from].rank].right + rankGap / 2;
  const height = x === null ? end[1] : passingHeight(edge, flow, lane);
  const points: Vector[] = [
    [out, start[1], 0],
    [turnOut, start[1], 0],
    [turnOut, height, 0],
    [turnIn, height, 0],
    [turnIn, end[1], 0],
    [into, end[1], 0],
  ];
  return { from, to, points: points.filter((point, index) => String(point) !== String(points[index - 1])) };
}

/** All that a wire needs of the stage. */
export function boxOfWire({ points }: Wire): Box {
  return unite(points.map((point) => ({ min: point, max: point })));
}
