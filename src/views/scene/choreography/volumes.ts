/** States of volumes that every choreography starts from. */
import type { Stage } from '../../../math/types.js';
import { ordinalOf } from '../../../timeline/cells.js';
import { combOf, type Comb, type Teeth } from '../layout/comb.js';
import { indexAt, placesOf, type Lattice } from '../layout/lattice.js';
import { nowhere, type VolumeState } from '../staging.js';

/** All cells have their values and none stands out. */
export function atRest(lattice: Lattice): VolumeState {
  return {
    lattice,
    solid: null,
    done: Infinity,
    order: { offset: 0, strides: [0, 0, 0, 0] },
    making: nowhere,
    lit: null,
    ghosts: nowhere,
  };
}

/** Order numbers of the cells of an output, as the run makes them. */
export function orderOf(stage: Stage, lattice: Lattice): VolumeState['order'] {
  const ordinal = (place: readonly [number, number, number, number]) => {
    const [batch, row, column, channel] = indexAt(lattice, place);
    return ordinalOf(stage, [batch, row, column, channel]);
  };
  const offset = ordinal([0, 0, 0, 0]);
  const stride = (axis: number) => {
    if (lattice.counts[axis] === 1) return 0;
    const [column, row, depth, repeat] = [0, 1, 2, 3].map((each) => (each === axis ? 1 : 0));
    return ordinal([column, row, depth, repeat]) - offset;
  };
  return { offset, strides: [stride(0), stride(1), stride(2), stride(3)] };
}

export const noCell: Comb = [0, 1, 2, 3].map((): Teeth => ({
  from: 0,
  step: 1,
  count: 0,
})) as unknown as Comb;

/** The lit cells of a volume: null where nothing is lit anywhere, an empty comb where only others are. */
export function litIn(lattice: Lattice, lit: readonly (readonly number[])[] = []): Comb | null {
  return lit.length === 0 ? null : (combOf(placesOf(lattice, lit)) ?? noCell);
}

/** The channels from one on, so that those in front of it turn to glass; null where there are none in front. */
export function behind({ counts }: Lattice, first: number): Comb | null {
  if (first <= 0) return null;
  const whole = (count: number): Teeth => ({ from: 0, step: 1, count });
  return [
    whole(counts[0]),
    whole(counts[1]),
    { from: first, step: 1, count: Math.max(counts[2] - first, 0) },
    whole(counts[3]),
  ];
}
