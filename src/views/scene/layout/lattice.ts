import type { Shape4 } from '../../../math/types.js';
import { boxAround, unite, type Box, type Vector } from './space.js';

/** Columns, rows, channels, and copies of all of them (the filters of a rack, the maps of a lane). */
export type Places = readonly [column: number, row: number, depth: number, repeat: number];

/**
 * A regular block of equal cells that shows a tensor, or a part of one. Everything about cell (column, row, depth,
 * repeat) is arithmetic: where it is, and which element it shows. So a volume is drawn and picked without a list of cells.
 */
export interface Lattice {
  readonly tensor: 'input' | 'weights' | 'output';
  /** Shape of the whole tensor. */
  readonly shape: readonly number[];
  readonly counts: Places;
  /** Centre of cell (0, 0, 0, 0). */
  readonly origin: Vector;
  /** Cell units from one cell to the next: columns to the right, rows down. */
  readonly pitch: readonly [column: number, row: number];
  /** From a channel to the next: away from the viewer in a volume, down in lanes. */
  readonly depth: Vector;
  /** From a copy to the next. */
  readonly repeat: Vector;
  /** Size of a cell's box. */
  readonly cell: Vector;
  /** Flat index of the element = base + place · stride. */
  readonly base: number;
  readonly strides: Places;
  /** Too many cells to draw as boxes: each channel is one box with its cells painted on. */
  readonly slabs: boolean;
}

/** Where a lattice stands; the rest of it says what it shows. */
export type Pose = Pick<Lattice, 'origin' | 'depth' | 'repeat'>;

/** Cells drawn as boxes; more thin out into slabs whose cells are painted on: about there they are so small that boxes look no other, and on software GL cost twice as much. */
export const mostBoxes = 2000;
/** Share of the pitch that a box fills. */
export const boxShare = 0.92;
/** Cell units that the longer side, or the depth, of a volume may take before its cells shrink. */
const widestPlane = 10;
const deepest = 5;

/** Centre of a cell; also of a place between or outside the cells. */
export function cellCentre(
  { origin, pitch, depth, repeat }: Pick<Lattice, 'origin' | 'pitch' | 'depth' | 'repeat'>,
  [column, row, channel, copy]: Places,
): Vector {
  return [
    origin[0] + column * pitch[0] + channel * depth[0] + copy * repeat[0],
    origin[1] - row * pitch[1] + channel * depth[1] + copy * repeat[1],
    origin[2] + channel * depth[2] + copy * repeat[2],
  ];
}

export function cellCount({ counts }: Pick<Lattice, 'counts'>): number {
  return counts[0] * counts[1] * counts[2] * counts[3];
}

/** Box of a run of cells of a lattice, gaps outside it included. */
export function boxOfCells(lattice: Lattice, from: Places, to: Places): Box {
  const { cell } = lattice;
  const size: Vector = [cell[0] / boxShare, cell[1] / boxShare, cell[2] / boxShare];
  return unite([boxAround(cellCentre(lattice, from), size), boxAround(cellCentre(lattice, to), size)]);
}

export function boxOfLattice(lattice: Lattice): Box {
  const [columns, rows, depth, repeats] = lattice.counts;
  return boxOfCells(lattice, [0, 0, 0, 0], [columns - 1, rows - 1, depth - 1, repeats - 1]);
}

/** Index, in its tensor, of the element that a place shows. */
export function indexAt({ base, strides, shape }: Lattice, place: Places): number[] {
  let flat = place.reduce((sum, at, axis) => sum + at * strides[axis], base);
  const index = new Array<number>(shape.length);
  for (let axis = shape.length - 1; axis >= 0; axis--) {
    index[axis] = flat % shape[axis];
    flat = Math.floor(flat / shape[axis]);
  }
  return index;
}

/** The place that shows an element; null where the lattice does not show it. */
export function placeOf({ base, strides, shape, counts }: Lattice, index: readonly number[]): Places | null {
  let rest = index.reduce((flat, at, axis) => flat * shape[axis] + at, 0) - base;
  if (rest < 0) return null;
  const place = [0, 0, 0, 0];
  const axes = [0, 1, 2, 3].sort((a, b) => strides[b] - strides[a]);
  for (const axis of axes) {
    if (counts[axis] === 1 || strides[axis] === 0) continue;
    place[axis] = Math.floor(rest / strides[axis]);
    if (place[axis] >= counts[axis]) return null;
    rest -= place[axis] * strides[axis];
  }
  return rest === 0 ? (place as unknown as Places) : null;
}

/** Places of those elements that the lattice shows. */
export function placesOf(lattice: Lattice, indices: readonly (readonly number[])[]): Places[] {
  return indices.map((index) => placeOf(lattice, index)).filter((place) => place !== null);
}

/** Cell unit of a plane of cells: 1, or less where 1 would be too wide. */
export function planePitch(height: number, width: number): number {
  return Math.min(1, widestPlane / Math.max(height, width));
}

/**
 * One image of an NHWC tensor with its left side at x, centred on y = 0, its first channel in front at z = 0.
 *
 * @param plane cell unit, where several volumes have to agree
 */
export function volumeLattice(
  tensor: 'input' | 'output',
  shape: Shape4,
  left: number,
  batch = 0,
  plane = planePitch(shape[1], shape[2]),
): Lattice {
  const [, height, width, channels] = shape;
  const deep = Math.min(plane, deepest / channels);
  return {
    tensor,
    shape,
    counts: [width, height, channels, 1],
    origin: [left + plane / 2, ((height - 1) * plane) / 2, 0],
    pitch: [plane, plane],
    depth: [0, 0, -deep],
    repeat: [0, 0, 0],
    cell: [plane * boxShare, plane * boxShare, deep * boxShare],
    base: batch * height * width * channels,
    strides: [channels, width * channels, 1, 0],
    slabs: height * width * channels > mostBoxes,
  };
}
