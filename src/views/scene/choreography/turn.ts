/** A kernel that turns by 180° in its own plane, between the rack and its use. */
import { columnHeight, type Bench, type BenchRow } from '../layout/bench.js';
import { cellCentre, type Lattice } from '../layout/lattice.js';
import type { Vector } from '../layout/space.js';
import type { Tile } from '../staging.js';
import { ease } from './progress.js';
import { mark } from './tiles.js';

/** Share of the filter's beat in which it flies; in the rest it turns. */
const flight = 0.5;
const cornerSide = 0.3;

/** How far a filter that has been brought so far (0 … 1) has flown, and turned. */
export function flownAndTurned(
  brought: number,
  reducedMotion: boolean,
): { readonly rise: number; readonly turn: number } {
  if (reducedMotion && brought > 0) return { rise: 1, turn: 1 };
  return { rise: Math.min(brought / flight, 1), turn: Math.max(brought - flight, 0) / (1 - flight) };
}

/** A point of a slice on its way round the middle of the slice: where it is before the turn, when `turn` is 0. */
export function turnedPlace(bench: Bench, row: BenchRow, [x, y, z]: Vector, turn: number): Vector {
  if (turn === 1) return [x, y, z];
  const middle = bench.slice + (bench.kernel[1] * bench.tile) / 2;
  const angle = -Math.PI * (1 - ease(turn));
  const height = columnHeight(bench, 'slice', row);
  const [dx, dy] = [x - middle, y - height];
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  return [middle + dx * cos - dy * sin, height + dx * sin + dy * cos, z];
}

/** A mark at the kernel's first weight: top left before the turn, bottom right after it. */
export function cornerMark(bench: Bench, row: BenchRow, turn: number): Tile {
  const [height, width] = bench.kernel;
  const bottom = columnHeight(bench, 'slice', row) - (height * bench.tile) / 2;
  const end: Vector = [bench.slice + width * bench.tile, bottom, 0.2];
  const side = cornerSide * bench.tile;
  const centre = turnedPlace(bench, row, end, turn);
  return { ...mark('', centre, side, 'accent'), kind: 'plain', size: [side, side, 0.1], glow: 1 };
}

/**
 * A rack as it shows its filters. The weights of a true convolution are the kernel turned by 180°; the rack holds it as it
 * was given, so its first cell stands at the bottom right. (Slabs are painted from the top left and stay as they are.)
 */
export function asGiven(lattice: Lattice, isTurned: boolean): Lattice {
  if (!isTurned || lattice.slabs) return lattice;
  const known = turnedRacks.get(lattice) ?? turned(lattice);
  turnedRacks.set(lattice, known);
  return known;
}

/** The same object for the same rack, so that nothing is sent to the GPU again. */
const turnedRacks = new WeakMap<Lattice, Lattice>();

function turned(lattice: Lattice): Lattice {
  const [columns, rows] = lattice.counts;
  return {
    ...lattice,
    origin: cellCentre(lattice, [columns - 1, rows - 1, 0, 0]),
    pitch: [-lattice.pitch[0], -lattice.pitch[1]],
  };
}
