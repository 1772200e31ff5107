/** Which boxes each pass of a volume looks at, against every cell asked one by one. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  facesOf,
  opaqueBlock,
  seenThroughBlock,
  type BoxBlock,
} from '../../src/views/scene/draw/pass-boxes.js';
import { holds, type Comb } from '../../src/views/scene/layout/comb.js';
import { volumeLattice, type Lattice, type Places } from '../../src/views/scene/layout/lattice.js';

const SEED = 12;
type State = Parameters<typeof opaqueBlock>[0];

const lattice = (counts: Places, slabs = false): Lattice => ({
  ...volumeLattice('input', [1, counts[1], counts[0], counts[2]], 0),
  counts,
  slabs,
});

function placesOf([columns, rows, depths, repeats]: Places): Places[] {
  const range = (count: number) => Array.from({ length: count }, (_, place) => place);
  return range(repeats).flatMap((w) =>
    range(depths).flatMap((z) =>
      range(rows).flatMap((y) => range(columns).map((x) => [x, y, z, w] as const)),
    ),
  );
}

const isIn = ({ first, counts }: BoxBlock, place: Places) =>
  place.every((at, axis) => at >= first[axis] && at < first[axis] + counts[axis]);

const isOpaque = ({ solid, done, order, ghosts }: State, place: Places) =>
  (solid === null || holds(solid, place)) &&
  order.strides.reduce((sum, stride, axis) => sum + stride * place[axis], order.offset) < done &&
  !(place[3] >= ghosts[0] && place[3] <= ghosts[1]);

const teeth = fc.record({
  from: fc.integer({ min: 0, max: 2 }),
  step: fc.integer({ min: 1, max: 2 }),
  count: fc.integer({ min: 0, max: 4 }),
});
const four = <Value>(value: fc.Arbitrary<Value>) => fc.tuple(value, value, value, value);
const states: fc.Arbitrary<State> = fc.record({
  lattice: four(fc.integer({ min: 1, max: 4 })).map((counts) => lattice(counts)),
  solid: fc.option<Comb>(four(teeth)),
  done: fc.double({ min: -3, max: 60, noNaN: true }).map(Math.fround),
  order: fc.record({
    offset: fc.integer({ min: -2, max: 2 }),
    strides: four(fc.nat(12)),
  }),
  ghosts: fc.constantFrom([-1, -1] as const, [0, 1] as const, [1, 1] as const, [2, 4] as const),
});

describe('the blocks of boxes of the two passes', () => {
  it('hold every cell that belongs to them, in any state', () => {
    fc.assert(
      fc.property(states, (state) => {
        const [opaque, seenThrough] = [opaqueBlock(state), seenThroughBlock(state)];
        const places = placesOf(state.lattice.counts);
        const isMissed = (place: Places) => !isIn(isOpaque(state, place) ? opaque : seenThrough, place);
        const isHole = (place: Places) => isIn(opaque, place) && !isOpaque(state, place);
        expect(places.filter(isMissed)).toEqual([]);
        expect(opaque.isFilled && places.some(isHole)).toBe(false);
      }),
      { seed: SEED, numRuns: 500 },
    );
  });

  const full: State = {
    lattice: lattice([10, 10, 10, 1]),
    solid: null,
    done: 1e30,
    order: { offset: 0, strides: [1, 10, 100, 0] },
    ghosts: [-1, -1],
  };

  it('are no larger than they need to be: nothing to see through in a finished volume, nothing opaque in a blank one', () => {
    expect(seenThroughBlock(full).counts).toEqual([0, 0, 0, 0]);
    expect(opaqueBlock({ ...full, done: 0 }).counts).toEqual([0, 0, 0, 0]);
    const half = { ...full, done: 450 };
    expect([opaqueBlock(half), seenThroughBlock(half)]).toEqual([
      { first: [0, 0, 0, 0], counts: [10, 10, 5, 1], isFilled: false },
      { first: [0, 0, 4, 0], counts: [10, 10, 6, 1] },
    ]);
  });

  it('show the faces of the outermost boxes alone where nothing is seen between boxes', () => {
    expect(facesOf(opaqueBlock(full), [0, 0, 0])).toEqual([1000, 1000, 1000]);
    expect(facesOf(opaqueBlock(full), [1, 1, 0])).toEqual([100, 100, 1000]);
    expect(facesOf(opaqueBlock({ ...full, done: 0 }), [1, 1, 1])).toEqual([0, 0, 0]);
  });

  it('leave a filled block beside filters that are away', () => {
    const rack = { ...full, lattice: lattice([3, 3, 4, 5]), ghosts: [0, 1] as const };
    expect(opaqueBlock(rack)).toEqual({ first: [0, 0, 0, 2], counts: [3, 3, 4, 3], isFilled: true });
    expect(seenThroughBlock(rack)).toEqual({ first: [0, 0, 0, 0], counts: [3, 3, 4, 2] });
    expect(opaqueBlock({ ...rack, ghosts: [0, 4] }).counts).toEqual([0, 0, 0, 0]);
  });

  it('count a slab as one box', () => {
    const slabs = { ...full, lattice: lattice([10, 10, 10, 1], true), done: 450 };
    expect(opaqueBlock(slabs)).toEqual({ first: [0, 0, 0, 0], counts: [1, 1, 5, 1], isFilled: false });
    expect(facesOf(opaqueBlock({ ...slabs, done: 500 }), [1, 1, 1])).toEqual([5, 5, 1]);
  });
});
