import type { Shape4 } from '../../../math/types.js';
import { boxAround, unite, type Box, type Vector } from './space.js';

/** Columns, rows, channels, and copies side by side (the filters of a rack). */
export type Places = readonly [column: number, row: number, depth: number, repeat: number];

/**
 * A regular block of equal cells that shows a tensor, or a part of one. Everything about cell (column, row, depth,
 * repeat) is arithmetic: where it is, and which element it shows. So a volume is drawn and picked without a list of cells.
 */
export interface Lattice {
  readonly tensor: 'input' | 'weights' | 'output';
  readonly counts: Places;
  /** Centre of cell (0, 0, 0, 0). */
  readonly origin: Vector;
  /** Cell units from one cell to the next: columns to the right, rows down, depth away from the viewer, copies right. */
  readonly pitch: Places;
  /** Size of a cell's box. */
  readonly cell: Vector;
  /** Flat index of the element = base + place · stride. */
  readonly base: number;
  readonly strides: Places;
  /** Too many cells to draw as boxes: each channel is one box with its cells painted on. */
  readonly slabs: boolean;
}

/** Cells drawn as boxes; more thin out into slabs (facts of software GL: about 4,000 boxes at 60 frames a second). */
export const mostBoxes = 5000;
/** Share of the pitch that a box fills. */
export const boxShare = 0.92;
/** Cell units that the longer side, or the depth, of a volume may take before its cells shrink. */
const widestPlane = 10;
const deepest = 5;

export function cellCentre(lattice: Lattice, [column, row, depth, repeat]: Places): Vector {
  const { origin, pitch } = lattice;
  return [
    origin[0] + column * pitch[0] + repeat * pitch[3],
    origin[1] - row * pitch[1],
    origin[2] - depth * pitch[2],
  ];
}

export function cellCount({ counts }: Lattice): number {
  return counts[0] * counts[1] * counts[2] * counts[3];
}

/** Box of a run of cells of a lattice, gaps outside it included. */
export function boxOfCells(lattice: Lattice, from: Places, to: Places): Box {
  const { pitch } = lattice;
  const size: Vector = [pitch[0], pitch[1], pitch[2]];
  return unite([boxAround(cellCentre(lattice, from), size), boxAround(cellCentre(lattice, to), size)]);
}

export function boxOfLattice(lattice: Lattice): Box {
  const [columns, rows, depth, repeats] = lattice.counts;
  return boxOfCells(lattice, [0, 0, 0, 0], [columns - 1, rows - 1, depth - 1, repeats - 1]);
}

/** Cell unit of a plane of cells: 1, or less where 1 would be too wide. */
export function planePitch(height: number, width: number): number {
  return Math.min(1, widestPlane / Math.max(height, width));
}

/**
 * One image of an NHWC tensor with its left side at x, centred on y = 0, its first channel in front at z = 0.
 */
export function volumeLattice(tensor: 'input' | 'output', shape: Shape4, left: number, batch = 0): Lattice {
  const [, height, width, channels] = shape;
  const plane = planePitch(height, width);
  const deep = Math.min(plane, deepest / channels);
  return {
    tensor,
    counts: [width, height, channels, 1],
    origin: [left + plane / 2, ((height - 1) * plane) / 2, 0],
    pitch: [plane, plane, deep, 0],
    cell: [plane * boxShare, plane * boxShare, deep * boxShare],
    base: batch * height * width * channels,
    strides: [channels, width * channels, 1, 0],
    slabs: height * width * channels > mostBoxes,
  };
}
