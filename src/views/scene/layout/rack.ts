import type { Stage } from '../../../math/types.js';
import { benchBottom, benchRight, channelsRead, type Bench } from './bench.js';
import { boxShare, mostBoxes, type Lattice } from './lattice.js';

/** The filters that wait below the bench, full-depth, at half size. */
export interface Rack {
  readonly lattice: Lattice;
  /** Number of the first filter shown; the others follow it. */
  readonly first: number;
  /** All filters, of which the lattice shows some. */
  readonly filters: number;
}

const mostFilters = 6;
const neighbours = 2;
const halfSize = 0.5;
const gapBetween = 1;
const gapAbove = 1;
const deepest = 3;
const freeDepth = 1.5;
const depthUpwards = 0.3;

/**
 * The filters in view: all, or the active one with two neighbours on each side. Of a grouped transposed convolution
 * only the active one's group: its other filters do not lie evenly in the weights.
 */
export function filtersShown(
  stage: Pick<Stage, 'op' | 'filters' | 'groups'>,
  active: number,
): { first: number; count: number } {
  const together = stage.op === 'conv' ? stage.filters : stage.filters / stage.groups;
  const start = Math.floor(active / together) * together;
  if (together <= mostFilters) return { first: start, count: together };
  const count = 2 * neighbours + 1;
  return { first: start + Math.min(Math.max(active - start - neighbours, 0), together - count), count };
}

/** Seen from above, deep blocks reach up behind their fronts. */
function roomForDepth(depth: number): number {
  return Math.max(0, depth - freeDepth) * depthUpwards;
}

export function rackOf(stage: Stage, bench: Bench, active: number): Rack {
  const [height, width] = stage.kernel;
  const channels = channelsRead(stage);
  const { first, count } = filtersShown(stage, active);
  const pitch = bench.tile * halfSize;
  const deep = Math.min(pitch, deepest / channels);
  const blockPitch = width * pitch + gapBetween;
  const middle = (bench.window + benchRight(bench)) / 2;
  const left = middle - (count * blockPitch - gapBetween) / 2;
  return {
    first,
    filters: stage.filters,
    lattice: {
      tensor: 'weights',
      shape: stage.weightShape,
      counts: [width, height, channels, count],
      origin: [
        left + pitch / 2,
        benchBottom(bench) - gapAbove - roomForDepth(deep * channels) - pitch / 2,
        0,
      ],
      pitch: [pitch, pitch],
      depth: [0, 0, -deep],
      repeat: [blockPitch, 0, 0],
      cell: [pitch * boxShare, pitch * boxShare, deep * boxShare],
      ...weightStrides(stage, first),
      slabs: width * height * channels * count > mostBoxes,
    },
  };
}

/**
 * Weights are [kh, kw, Cbig / groups, Csmall]. A filter of a convolution is one small channel and reaches over the big
 * ones; a filter of a transposed convolution is one big channel and reaches over the small ones of its group.
 */
function weightStrides(stage: Stage, first: number): Pick<Lattice, 'base' | 'strides'> {
  const [, width, big, small] = stage.weightShape;
  const column = big * small;
  const row = width * column;
  if (stage.op === 'conv') return { base: first, strides: [column, row, small, 1] };
  const bigChannel = first % big;
  const smallChannel = (Math.floor(first / big) * small) / stage.groups;
  return { base: bigChannel * small + smallChannel, strides: [column, row, 1, small] };
}
