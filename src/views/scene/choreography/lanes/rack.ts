import type { Stage } from '../../../../math/types.js';
import type { Bench } from '../../layout/bench.js';
import { boxShare, type Lattice } from '../../layout/lattice.js';

const halfSize = 0.5;
const gapAbove = 1;
const gapBetween = 1;
const deepest = 3;

/**
 * The slices wait as blocks below the bench, one slice a channel: a block for each map that a channel makes.
 *
 * @param below height under which they stand
 */
export function rackOfSlices(stage: Stage, bench: Bench, below: number): Lattice {
  const [height, width] = stage.kernel;
  const { groups, filters } = stage;
  const maps = filters / groups;
  const pitch = bench.tile * halfSize;
  const deep = Math.min(pitch, deepest / groups);
  const blockPitch = width * pitch + gapBetween;
  const middle = (bench.window + bench.partial + 1) / 2;
  return {
    tensor: 'weights',
    shape: stage.weightShape,
    counts: [width, height, groups, maps],
    origin: [middle - ((maps - 1) * blockPitch + (width - 1) * pitch) / 2, below - gapAbove - pitch / 2, 0],
    pitch: [pitch, pitch],
    depth: [0, 0, -deep],
    repeat: [blockPitch, 0, 0],
    cell: [pitch * boxShare, pitch * boxShare, deep * boxShare],
    base: 0,
    strides: [filters, width * filters, maps, 1],
    slabs: false,
  };
}
