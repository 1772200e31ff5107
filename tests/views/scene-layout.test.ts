import { describe, expect, it } from 'vitest';
import { plan } from '../../src/math/index.js';
import type { ConvSpec, Stage } from '../../src/math/types.js';
import { benchOf, isRest, sumCentre, tileCentre } from '../../src/views/scene/layout/bench.js';
import { combOf, holds } from '../../src/views/scene/layout/comb.js';
import {
  boxOfLattice,
  cellCentre,
  indexAt,
  placeOf,
  type Lattice,
  type Places,
} from '../../src/views/scene/layout/lattice.js';
import { standardLayout } from '../../src/views/scene/choreography/standard/layout.js';
import { filtersShown } from '../../src/views/scene/layout/rack.js';
import { readPlaces, windowBox } from '../../src/views/scene/layout/taps.js';

function stageOf(spec: ConvSpec): Stage {
  return plan(spec).stages[0];
}

describe('the standard example stands where it is meant to stand', () => {
  const layout = standardLayout(stageOf({ input: [5, 5, 3], filters: 4 }));
  const { bench } = layout;

  it('bench columns', () => {
    expect([bench.window, bench.slice, bench.products, bench.partial, bench.sum]).toEqual([
      8, 12, 16, 20, 23,
    ]);
    expect(bench.rows.map(({ y }) => y)).toEqual([4, 0, -4]);
  });

  it('volumes', () => {
    const [input, output] = [boxOfLattice(layout.input), boxOfLattice(layout.output)];
    expect([input.min[0], input.max[0], input.min[1], input.max[1]]).toEqual([0, 5, -2.5, 2.5]);
    expect([output.min[0], output.max[0]]).toEqual([27, 30]);
    expect([0, 1, 2, 3].map((channel) => cellCentre(layout.output, [0, 0, channel, 0])[2])).toEqual(
      [0, -1, -2, -3].map((z) => z + 0),
    );
  });

  it('rack of four half-size blocks, 2.5 apart, 1 below the bench', () => {
    const { lattice } = layout.rack;
    expect(lattice.counts).toEqual([3, 3, 3, 4]);
    expect([...lattice.pitch, lattice.depth[2], lattice.repeat[0]]).toEqual([0.5, 0.5, -0.5, 2.5]);
    expect(boxOfLattice(lattice).max[1]).toBeCloseTo(-4 - 1.5 - 1, 10);
  });
});

it('one channel has no sum column, and the output moves up to the partial', () => {
  const { bench, output } = standardLayout(stageOf({ input: [6, 6, 1], stride: 2 }));
  expect([bench.window, bench.slice, bench.products, bench.partial, bench.sum]).toEqual([
    9,
    13,
    17,
    21,
    null,
  ]);
  expect(boxOfLattice(output).min[0]).toBe(25);
  expect(sumCentre(bench)).toEqual([21.5, 0, 0]);
});

it('a 1×1 kernel has rows two apart', () => {
  expect(benchOf(stageOf({ input: [5, 5, 3], kernel: 1 }), 8).rows.map(({ y }) => y)).toEqual([2, 0, -2]);
});

it('large kernels shrink their tiles, so that no column is wider than 3', () => {
  const bench = benchOf(stageOf({ input: [12, 16, 1], kernel: [7, 11] }), 0);
  expect(bench.tile * 11).toBeCloseTo(3, 10);
  const first = tileCentre(bench, 'window', bench.rows[0], [0, 0]);
  const last = tileCentre(bench, 'window', bench.rows[0], [6, 10]);
  expect(last[0] - first[0]).toBeCloseTo(10 * bench.tile, 10);
  expect(first[1] - last[1]).toBeCloseTo(6 * bench.tile, 10);
});

it('more than four channels: three rows, one for the rest, the last', () => {
  const { rows } = benchOf(stageOf({ input: [5, 5, 64] }), 0);
  expect(rows.map(({ channels }) => channels)).toEqual([
    [0, 0],
    [1, 1],
    [2, 2],
    [3, 62],
    [63, 63],
  ]);
  expect(rows.map(isRest)).toEqual([false, false, false, true, false]);
  expect(benchOf(stageOf({ input: [5, 5, 4] }), 0).rows).toHaveLength(4);
});

it('a large rack shows the active filter with two neighbours on each side', () => {
  const shown = (filters: number, active: number) => filtersShown({ op: 'conv', filters, groups: 1 }, active);
  expect(shown(6, 5)).toEqual({ first: 0, count: 6 });
  expect(shown(64, 0)).toEqual({ first: 0, count: 5 });
  expect(shown(64, 33)).toEqual({ first: 31, count: 5 });
  expect(shown(64, 63)).toEqual({ first: 59, count: 5 });
  expect(filtersShown({ op: 'transposed', filters: 8, groups: 2 }, 5)).toEqual({ first: 4, count: 4 });
});

const odd: ConvSpec[] = [
  { input: [1, 1, 1], kernel: 1 },
  { input: [1, 9, 2], kernel: [1, 3], filters: 3 },
  { input: [9, 1, 4], kernel: [3, 1], groups: 4, filters: 8 },
  { input: [7, 11, 6], kernel: [2, 5], stride: [3, 1], padding: [2, 0, 1, 4], groups: 3, filters: 6 },
  { input: [3, 14, 15, 92], kernel: 3, padding: 'same', filters: 65 },
  { input: [224, 224, 3], kernel: 7, stride: 2, padding: 3, filters: 64 },
  { input: [4, 3, 2], op: 'transposed', kernel: [3, 2], stride: 2, filters: 5 },
  { input: [4, 3, 4], op: 'transposed', kernel: 3, stride: [2, 3], padding: 1, groups: 2, filters: 4 },
  { input: [8, 8, 3], dilation: [2, 3], filters: 2 },
];

/** Every index that the lattice's arithmetic reaches, by brute force. */
function elements({ counts, base, strides }: Lattice): number[] {
  const found: number[] = [];
  for (let repeat = 0; repeat < counts[3]; repeat++)
    for (let depth = 0; depth < counts[2]; depth++)
      for (let row = 0; row < counts[1]; row++)
        for (let column = 0; column < counts[0]; column++)
          found.push(
            base + column * strides[0] + row * strides[1] + depth * strides[2] + repeat * strides[3],
          );
  return found;
}

describe.each(odd)('any spec: %o', (spec) => {
  const stage = stageOf(spec);
  const layout = standardLayout(stage);

  it('stations follow each other without overlap', () => {
    const { input, bench, rack, output } = layout.bounds;
    expect(input.max[0]).toBeLessThan(bench.min[0] + 1e-9);
    expect(bench.max[0]).toBeLessThan(output.min[0]);
    expect(rack.max[1]).toBeLessThan(bench.min[1]);
    for (const box of Object.values(layout.bounds))
      for (const end of [...box.min, ...box.max]) expect(end).toBeTypeOf('number');
    expect(
      Object.values(layout.bounds)
        .flatMap((box) => [...box.min, ...box.max])
        .every(Number.isFinite),
    ).toBe(true);
  });

  it('volumes show each element of one image once', () => {
    const [, height, width, channels] = stage.input;
    expect(new Set(elements(layout.input)).size).toBe(height * width * channels);
    expect(elements(layout.output).at(-1)).toBe(stage.output[1] * stage.output[2] * stage.output[3] - 1);
  });

  it('the rack stays inside the weights and shows no element twice', () => {
    const shown = elements(layout.rack.lattice);
    const size = stage.weightShape.reduce((a, b) => a * b, 1);
    expect(new Set(shown).size).toBe(shown.length);
    expect(shown.every((index) => index >= 0 && index < size)).toBe(true);
  });

  it('names the weight that a place of the rack shows, and finds the place again', () => {
    for (const active of [0, stage.filters - 1]) {
      const { rack } = standardLayout(stage, { filter: active });
      const { counts, base, strides } = rack.lattice;
      const place: Places = [counts[0] - 1, 0, counts[2] - 1, counts[3] - 1];
      const index = indexAt(rack.lattice, place);
      expect(placeOf(rack.lattice, index)).toEqual(place);
      const flat = index.reduce((sum, at, axis) => sum * stage.weightShape[axis] + at, 0);
      expect(base + place.reduce((sum, at, axis) => sum + at * strides[axis], 0)).toBe(flat);
    }
  });
});

it('cells of later images of a batch show later elements', () => {
  const stage = stageOf({ input: [2, 3, 4, 5] });
  expect(standardLayout(stage, { batch: 1 }).input.base).toBe(60);
});

describe('windows', () => {
  it('reach over the padding and through the channels of the group', () => {
    const stage = stageOf({ input: [5, 5, 4], groups: 2, filters: 4, padding: 1 });
    const { input } = standardLayout(stage);
    const { min, max } = windowBox(stage, input, [0, 0, 0, 2]);
    expect([min[0], max[0], max[1], min[1]]).toEqual([-1, 2, 3.5, 0.5]);
    expect([max[2], min[2]]).toEqual([-1.5, -3.5]);
  });

  it('stretch with the dilation', () => {
    const stage = stageOf({ input: [7, 7, 1], dilation: 2 });
    const { min, max } = windowBox(stage, standardLayout(stage).input, [0, 1, 2, 0]);
    expect([min[0], max[0]]).toEqual([2, 7]);
    expect(max[1] - min[1]).toBe(5);
  });

  it('leave rows and columns unread where the stride skips them', () => {
    expect(readPlaces(stageOf({ input: [6, 6, 1], stride: 2 }), 0)).toEqual([
      true,
      true,
      true,
      true,
      true,
      false,
    ]);
    expect(readPlaces(stageOf({ input: [6, 6, 1], stride: 2, padding: 'same' }), 1)).toEqual(
      new Array(6).fill(true),
    );
    expect(readPlaces(stageOf({ input: [7, 7, 1], kernel: 1, stride: 3 }), 1)).toEqual([
      true,
      false,
      false,
      true,
      false,
      false,
      true,
    ]);
  });
});

describe('combs', () => {
  it('hold exactly the cells of an evenly spaced set', () => {
    const cells = [1, 3, 5].flatMap((column) =>
      [2, 5].flatMap((row) => [0, 1].map((depth) => [column, row, depth, 0] as const)),
    );
    const comb = combOf(cells)!;
    let held = 0;
    for (let column = 0; column < 8; column++)
      for (let row = 0; row < 8; row++)
        for (let depth = 0; depth < 3; depth++) if (holds(comb, [column, row, depth, 0])) held++;
    expect(held).toBe(cells.length);
    expect(cells.every((cell) => holds(comb, cell))).toBe(true);
  });

  it('are null for nothing', () => expect(combOf([])).toBeNull());
});
