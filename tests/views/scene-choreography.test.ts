import { describe, expect, it } from 'vitest';
import { standardLayout } from '../../src/views/scene/choreography/standard/layout.js';
import { stageStandard } from '../../src/views/scene/choreography/standard/stage.js';
import { holds } from '../../src/views/scene/layout/comb.js';
import { partialCentre, sumCentre, tileCentre } from '../../src/views/scene/layout/bench.js';
import { cellCentre } from '../../src/views/scene/layout/lattice.js';
import type { Vector } from '../../src/views/scene/layout/space.js';
import type { Staging, Tile } from '../../src/views/scene/staging.js';
import type { ConvSpec } from '../../src/math/types.js';
import type { Moment, Selection } from '../../src/timeline/types.js';
import { smallIntegers, stepIn, threeTextures, type Example } from './scene-moment.js';

const standard = threeTextures();
const layout = standardLayout(standard.view.stage);

function stage(
  example: Example,
  step: number,
  reducedMotion = false,
  selection: Selection | null = null,
): Staging {
  const moment = example.at(step, selection);
  return stageStandard(
    moment,
    standardLayout(moment.stages[0].stage, { batch: moment.frame.cell[0], filter: moment.frame.cell[3] }),
    reducedMotion,
  );
}

function near(a: Vector, b: Vector): boolean {
  return Math.hypot(a[0] - b[0], a[1] - b[1]) < 1e-6;
}

/** Solid tiles whose middle is at a place of the stage, seen from the front. */
function at(staging: Staging, place: Vector): Tile[] {
  return staging.tiles.filter(
    (tile) => tile.kind !== 'plain' && tile.kind !== 'mark' && near(tile.centre, place),
  );
}

function textsOfColumn(staging: Staging, column: 'window' | 'slice' | 'products', row = 0): string[] {
  return [0, 1, 2].flatMap((y) =>
    [0, 1, 2].map(
      (x) => at(staging, tileCentre(layout.bench, column, layout.bench.rows[row], [y, x]))[0]?.text ?? '-',
    ),
  );
}

const wholeCell = (beat: Parameters<typeof stepIn>[1], share = 1, channel?: number) =>
  stepIn(standard.plan, beat, share, channel === undefined ? 0 : { channel });

describe('the first cell of the standard example, beat by beat', () => {
  it('start: empty bench, whole rack, no frame', () => {
    const staging = stage(standard, 0);
    expect(staging.tiles.filter(({ kind }) => kind === 'solid')).toHaveLength(0);
    expect(staging.lines.filter(({ tone }) => tone === 'kernel')).toHaveLength(0);
    expect(staging.volumes.rack.ghosts).toEqual([-1, -1]);
    expect(staging.volumes.output.done).toBe(0);
  });

  it('filter: three slices leave the rack, whose slot stays as a ghost, and stand on the bench', () => {
    const half = stage(standard, wholeCell('filter', 0.5));
    expect(half.volumes.rack.ghosts).toEqual([0, 0]);
    expect(half.tiles.filter(({ tone }) => tone === 'kernel')).toHaveLength(27);
    expect(half.links.length).toBeGreaterThan(0);
    const done = stage(standard, wholeCell('filter'));
    expect(textsOfColumn(done, 'slice', 0)).toEqual(['−1', '0', '1', '−2', '0', '2', '−1', '0', '1']);
  });

  it('place: a frame on the input and an outline on the output, before any value', () => {
    const staging = stage(standard, wholeCell('place'));
    expect(staging.lines.filter(({ tone }) => tone === 'kernel')).toHaveLength(12);
    expect(
      staging.lines.filter(({ tone, thickness }) => tone === 'output' && thickness === 0.08),
    ).toHaveLength(12);
    expect(textsOfColumn(staging, 'window')).toEqual(new Array(9).fill('-'));
  });

  it('lift: copies start on their originals and end in the window column', () => {
    const begun = stage(standard, wholeCell('lift', 0.001));
    const copies = begun.tiles.filter(({ tone, kind }) => kind === 'solid' && tone === 'input');
    expect(copies).toHaveLength(27);
    const [dx, dy] = cellCentre(layout.input, [0, 0, 2, 0]).map(
      (place, axis) => copies[18].centre[axis] - place,
    );
    expect(Math.hypot(dx, dy)).toBeLessThan(0.05);
    const done = stage(standard, wholeCell('lift'));
    expect(textsOfColumn(done, 'window')).toEqual(['0', '1', '2', '1', '3', '4', '2', '4', '4']);
    expect(textsOfColumn(done, 'products')).toEqual(new Array(9).fill('-'));
  });

  it('weigh: product tiles appear one after the other', () => {
    const half = stage(standard, wholeCell('weigh', 0.5));
    const shown = textsOfColumn(half, 'products').filter((text) => text !== '-').length;
    expect(shown).toBeGreaterThan(0);
    expect(shown).toBeLessThan(9);
    const done = stage(standard, wholeCell('weigh'));
    expect(textsOfColumn(done, 'products')).toEqual(['0', '0', '2', '−2', '0', '8', '−2', '0', '4']);
  });

  it('add: the partial holds the running sum of the terms added, those settle, one is on its way', () => {
    for (let term = 1; term <= 9; term++) {
      const staging = stage(standard, term);
      const expected = [0, 0, 2, 0, 0, 8, 6, 6, 10][term - 1];
      expect(at(staging, partialCentre(layout.bench, layout.bench.rows[0]))[0].text).toBe(faceOf(expected));
      const settled = staging.tiles.filter(
        ({ opacity, kind, centre }) => kind === 'solid' && opacity < 1 && centre[0] > 16 && centre[1] > 2,
      );
      expect(settled).toHaveLength(term);
    }
    const moving = stage(standard, 3.5).tiles.filter(
      ({ centre, glow }) => centre[0] > 16 && centre[0] < 20.4 && glow > 0,
    );
    expect(moving.map(({ text }) => text)).toEqual(['−2']);
  });

  it('merge: 10, 15, 18', () => {
    const sums = [0.4, 0.7, 1].map(
      (share) => at(stage(standard, wholeCell('merge', share)), sumCentre(layout.bench))[0]?.text,
    );
    expect(sums).toEqual(['10', '15', '18']);
  });

  it('write: the value flies from the sum into its cell, which has it at the end', () => {
    const half = stage(standard, wholeCell('write', 0.5));
    const flying = half.tiles.filter(
      ({ centre, text }) => text === '18' && centre[0] > 24 && centre[0] < 27.5,
    );
    expect(flying).toHaveLength(1);
    expect(half.volumes.output.done).toBe(0);
    const done = stage(standard, 27);
    expect(done.volumes.output.done).toBe(1);
    expect(done.tiles.filter(({ centre }) => centre[0] > 24.5)).toHaveLength(0);
  });
});

function faceOf(value: number): string {
  return String(value).replace('-', '−');
}

it('numbers that are not there yet are not made up', () => {
  const moment: Moment = { ...standard.at(27), values: null };
  const staging = stageStandard(moment, layout);
  expect(at(staging, sumCentre(layout.bench))).toEqual([]);
  expect(textsOfColumn(staging, 'products')).toEqual(new Array(9).fill('-'));
  const stale = { ...standard.at(27), values: standard.at(54).values };
  expect(at(stageStandard(stale, layout), sumCentre(layout.bench))).toEqual([]);
});

it('partial sums are the engine’s: a changed engine number is shown as it is', () => {
  const moment = standard.at(9);
  const values = moment.values!;
  const channelSum = values.channelSum.map((sum) => sum + 1);
  const staging = stageStandard({ ...moment, values: { ...values, channelSum } }, layout);
  expect(at(staging, partialCentre(layout.bench, layout.bench.rows[0]))[0].text).toBe('11');
});

it('the sum with bias replaces the sum when the chip has come', () => {
  const biased = threeTextures({ bias: true });
  const [early, late] = [0.2, 1].map((share) => stage(biased, stepIn(biased.plan, 'bias', share)));
  const sum = sumCentre(standardLayout(biased.view.stage).bench);
  expect([early, late].map((staging) => at(staging, sum)[0].text)).toEqual(['18', '19']);
  expect(late.tiles.some(({ text, tone }) => text === '+1' && tone === 'bias')).toBe(true);
});

it('without channels to add, the partial is the sum', () => {
  const single = smallIntegers({ input: [4, 4, 1] });
  const { bench } = standardLayout(single.view.stage);
  const staging = stage(single, 9);
  expect(at(staging, sumCentre(bench))[0].text).toBe(faceOf(single.view.output.data[0]));
  expect(staging.lines.filter(({ tone }) => tone === 'line')).toHaveLength(0);
});

it('taps on padding are outlines with a crossed product', () => {
  const padded = smallIntegers({ input: [4, 4, 1], padding: 1 });
  const staging = stage(padded, 9);
  const dashed = staging.tiles.filter(({ kind }) => kind === 'dashed');
  expect(dashed.filter(({ text }) => text === '0')).toHaveLength(5);
  expect(dashed.filter(({ text }) => text === '⊗')).toHaveLength(5);
  expect(dashed.filter(({ text }) => text === '')).toHaveLength(20);
});

describe('motion', () => {
  const steps = Array.from({ length: 60 }, (_, i) => (i / 59) * 60);

  it('is a function of the step: order of visits does not matter', () => {
    const forward = steps.map((step) => stage(standard, step));
    const backward = [...steps]
      .reverse()
      .map((step) => stage(standard, step))
      .reverse();
    expect(backward).toEqual(forward);
  });

  it('under reduced motion nothing is between places, and the merge is numbered', () => {
    const places = new Set<string>();
    const still = steps.filter((step) => step > 0 && step < 27).map((step) => stage(standard, step, true));
    for (const { tiles } of still)
      for (const tile of tiles) if (tile.kind === 'solid') places.add(tile.centre.join());
    // window, slice and product places, three partials and the sum; the value itself is in its cell at once
    expect(places.size).toBe(27 * 3 + 3 + 1);
    const merging = stage(standard, wholeCell('merge', 0.2), true);
    expect(merging.tiles.filter(({ tone }) => tone === 'accent').map(({ text }) => text)).toEqual([
      '1',
      '2',
      '3',
    ]);
  });
});

describe('volumes', () => {
  it('channels in front of what is read, and maps in front of what is made, turn to glass', () => {
    const grouped = smallIntegers({ input: [5, 5, 4], groups: 2, filters: 4 });
    const cell = stepIn(grouped.plan, 'lift', 1, 9 * 2);
    const { input, output } = stage(grouped, cell).volumes;
    expect([input, output].map(({ solid }) => solid?.[2])).toEqual(
      new Array(2).fill({ from: 2, step: 1, count: 2 }),
    );
    expect(stage(grouped, 9 * 4 * 18).volumes.output.solid).toBeNull();
  });

  it('a pointed output lights its window, an input every output that it feeds', () => {
    const output = stage(standard, 972, false, {
      stage: 0,
      tensor: 'output',
      index: [0, 1, 2, 0],
      pinned: false,
    });
    expect(holds(output.volumes.input.lit!, [2, 1, 0, 0])).toBe(true);
    expect(holds(output.volumes.input.lit!, [1, 1, 0, 0])).toBe(false);
    const input = stage(standard, 972, false, {
      stage: 0,
      tensor: 'input',
      index: [0, 0, 0, 1],
      pinned: false,
    });
    expect(input.volumes.output.lit!.map(({ count }) => count)).toEqual([1, 1, 4, 1]);
    expect(input.volumes.rack.lit!.map(({ count }) => count)).toEqual([1, 1, 1, 4]);
  });

  it('order numbers tell finished cells, also when the filters take turns', () => {
    const pointwise = smallIntegers({ input: [3, 4, 2], kernel: 1, filters: 5 });
    const { order } = stage(pointwise, 2).volumes.output;
    expect(order).toEqual({ offset: 0, strides: [5, 20, 1, 0] });
    expect(stage(standard, 0).volumes.output.order.strides).toEqual([1, 3, 9, 0]);
  });
});

const specs: ConvSpec[] = [
  { input: [1, 1, 1], kernel: 1 },
  { input: [2, 3, 4, 6], kernel: [1, 3], groups: 3, filters: 6, bias: true, padding: 'same' },
  { input: [9, 4, 7], kernel: [5, 2], stride: [2, 1], dilation: [2, 1], filters: 9 },
  { input: [12, 12, 1], kernel: 11, padding: 5, bias: true },
  { input: [6, 5, 40], filters: 2 },
  { input: [3, 3, 2], op: 'transposed', kernel: 3, stride: 2, filters: 2 },
  {
    input: [3, 2, 4],
    op: 'transposed',
    kernel: [2, 3],
    groups: 2,
    filters: 4,
    padding: 1,
    stride: 3,
    outputPadding: 1,
    bias: true,
  },
];

describe.each(specs)('never breaks: %o', (spec) => {
  it('at any step, every number is finite and every value on the bench is its tensor’s', () => {
    const example = smallIntegers(spec);
    const { steps } = example.at(0).frame;
    for (let i = 0; i <= 150; i++) {
      const staging = stage(example, (i / 150) * steps);
      const numbers = staging.tiles.flatMap((tile) => [
        ...tile.centre,
        ...tile.size,
        tile.opacity,
        tile.glow,
      ]);
      const ends = staging.lines.flatMap((line) => [...line.from, ...line.to, line.thickness, line.opacity]);
      expect([...numbers, ...ends].every(Number.isFinite)).toBe(true);
      const copies = staging.tiles.filter(
        ({ target, tone }) => target?.tensor === 'input' && tone === 'input',
      );
      const { shape, data } = example.view.input;
      expect(copies.map(({ text }) => text)).toEqual(
        copies.map(({ target }) => faceOf(lookUp(shape, data, target!.index))),
      );
    }
  });
});

function lookUp(shape: readonly number[], data: Float32Array, index: readonly number[]): number {
  return data[index.reduce((flat, place, axis) => flat * shape[axis] + place, 0)];
}
