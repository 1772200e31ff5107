import { describe, expect, it } from 'vitest';
import type { ConvSpec } from '../../src/math/types.js';
import { overviewAngles, project } from '../../src/views/scene/camera.js';
import { factsOf } from '../../src/views/scene/choreography/facts.js';
import { rodLayout } from '../../src/views/scene/choreography/rod/layout.js';
import { rod } from '../../src/views/scene/choreography/rod/rod.js';
import { sumCentre, tileCentre } from '../../src/views/scene/layout/bench.js';
import { holds } from '../../src/views/scene/layout/comb.js';
import { boxOfLattice, cellCentre } from '../../src/views/scene/layout/lattice.js';
import { panesOf } from '../../src/views/scene/panes.js';
import { elementAt, smallIntegers, stepIn, texturesMixed } from './scene-moment.js';
import { elementsOf, numbersOf, printed, stagingOf, tilesAt } from './scene-settings.js';

const example = texturesMixed();
const layout = rodLayout(factsOf(example.at(0)));
/** Ordinal of the place of row 3, column 2, which the worked example works through. */
const place = (2 * 5 + 1) * 4;

describe('the pointwise example', () => {
  it('bench of single tiles, rows two apart, no partials between products and sum', () => {
    const { bench } = layout;
    expect(bench.rows.map(({ y }) => y)).toEqual([2, 0, -2]);
    expect([bench.slice - bench.window, bench.products - bench.slice, bench.sum - bench.products]).toEqual([
      2, 2, 3,
    ]);
    const output = boxOfLattice(layout.output.glued);
    expect([output.min[0] - bench.sum, output.max[0] - output.min[0]]).toEqual([4, 5]);
  });

  it('three tiles slide out along the rod before they go to the bench', () => {
    const staging = stagingOf(rod, example, stepIn(example.plan, 'lift', 0.2, place));
    const [first] = staging.tiles.filter(({ tone, kind }) => kind === 'solid' && tone === 'input');
    const from = cellCentre(layout.input.apart, [1, 2, 0, 0]);
    expect(first.centre.slice(0, 2)).toEqual(from.slice(0, 2));
    expect(first.centre[2]).toBeGreaterThan(from[2]);
    const done = stagingOf(rod, example, stepIn(example.plan, 'weigh', 0.1, place));
    const texts = layout.bench.rows.map(
      (row) => tilesAt(done, tileCentre(layout.bench, 'window', row, [0, 0]))[0].text,
    );
    expect(texts).toEqual(['4', '1', '2']);
  });

  it('four rows of the table use the same three values: 7, 8, 1, 4', () => {
    const sums = [0, 1, 2, 3].map((filter) => {
      const staging = stagingOf(rod, example, stepIn(example.plan, 'merge', 1, place + filter));
      const values = layout.bench.rows.map(
        (row) => tilesAt(staging, tileCentre(layout.bench, 'window', row, [0, 0]))[0].text,
      );
      expect(values).toEqual(['4', '1', '2']);
      return tilesAt(staging, sumCentre(layout.bench)).at(-1)!.text;
    });
    expect(sums).toEqual(['7', '8', '1', '4']);
  });

  it('the sum runs 8, 6, 8 as the products arrive', () => {
    const sums = [0.34, 0.67, 1].map((share) => {
      const staging = stagingOf(rod, example, stepIn(example.plan, 'merge', share, place + 1));
      return tilesAt(staging, sumCentre(layout.bench)).find(({ size }) => size[0] > 0.9)?.text;
    });
    expect(sums).toEqual(['8', '6', '8']);
  });

  it('only the place is solid, in all sheets of input and output; each sheet’s place is outlined', () => {
    const { volumes, lines } = stagingOf(rod, example, stepIn(example.plan, 'weigh', 0.5, place));
    for (const id of ['input', 'output']) {
      const { solid, glass, lattice } = volumes[id];
      expect(glass).toBe(0.25);
      for (let depth = 0; depth < lattice.counts[2]; depth++) {
        expect(holds(solid!, [1, 2, depth, 0])).toBe(true);
        expect(holds(solid!, [2, 2, depth, 0])).toBe(false);
        expect(holds(solid!, [1, 1, depth, 0])).toBe(false);
      }
    }
    const onInput = lines.filter(({ station, tone }) => station === 'input' && tone === 'kernel');
    expect(onInput).toHaveLength(1 + 3 * 12);
    const [one] = onInput;
    expect([one.from[0] - one.to[0], one.from[1] - one.to[1]]).toEqual([0, 0]);
    expect(one.from[2] - one.to[2]).toBeGreaterThan(5);
  });

  it('begins and ends as volumes, sheets apart in between', () => {
    const depth = (step: number) => -stagingOf(rod, example, step).volumes['input'].lattice.depth[2];
    expect([depth(0), depth(300)]).toEqual([1, 1]);
    expect(depth(150)).toBeGreaterThan(2);
    const ending = stagingOf(rod, example, stepIn(example.plan, 'write', 0.8, 99)).volumes['output'];
    expect(ending.done).toBe(100);
  });

  it('is seen from further to the side than others', () => {
    expect(layout.overview!.yaw).toBeGreaterThan(overviewAngles.yaw);
    expect(layout.overview!.pitch).toBeLessThanOrEqual(overviewAngles.pitch);
  });

  it('from the front, too, all values on the rod are seen beside each other', () => {
    const { overview: _, ...fromFront } = layout;
    const size = { width: 905, height: 365 };
    const [{ view }] = panesOf(fromFront, 'front', size);
    const spots = [0, 1, 2].map((channel) =>
      project(view, cellCentre(layout.input.apart, [1, 2, channel, 0]), size),
    );
    for (const [i, spot] of spots.slice(1).entries())
      expect(Math.hypot(spot.x - spots[i].x, spot.y - spots[i].y)).toBeGreaterThan(0.9 * spot.scale);
  });
});

it('padding makes a rim of bias alone', () => {
  const padded = texturesMixed({ padding: 1, bias: true });
  const staging = stagingOf(rod, padded, stepIn(padded.plan, 'bias', 1, 2));
  const { bench } = rodLayout(factsOf(padded.at(0)));
  expect(tilesAt(staging, sumCentre(bench)).map(({ text }) => text)).toContain('0');
  expect(staging.tiles.filter(({ kind, text }) => kind === 'dashed' && text === '⊗')).toHaveLength(3);
});

it('numbers that are not there yet are not made up', () => {
  const moment = { ...example.at(stepIn(example.plan, 'merge', 1, place)), values: null };
  expect(tilesAt(rod(factsOf(moment)).stage(moment, false), sumCentre(layout.bench))).toEqual([]);
});

it('under reduced motion nothing is on its way, and the merge is numbered', () => {
  const staging = stagingOf(rod, example, stepIn(example.plan, 'merge', 0.2, place), { still: true });
  expect(tilesAt(staging, sumCentre(layout.bench))[0].text).toBe('7');
  const numbers = staging.tiles.filter(({ tone }) => tone === 'accent');
  expect(numbers.map(({ text }) => text)).toEqual(['1', '2', '3']);
  // None touches the box of the sum.
  const [left] = sumCentre(layout.bench).map((at) => at - 0.5);
  for (const { centre, size } of numbers) expect(centre[0] + size[0] / 2).toBeLessThan(left - 0.25);
});

const specs: ConvSpec[] = [
  { input: [1, 1, 1], kernel: 1 },
  { input: [2, 3, 4, 7], kernel: 1, filters: 9, stride: 2, bias: true, activation: 'relu' },
  { input: [64, 64, 64], kernel: 1, filters: 64 },
  { input: [2, 2, 600], kernel: 1, filters: 300 },
];

describe.each(specs)('any spec: %o', (spec) => {
  const any = smallIntegers(spec);
  const made = rodLayout(factsOf(any.at(0)));

  it('the table shows weights of the right filters, none twice, and no more than can be drawn', () => {
    const shown = elementsOf(made.table);
    expect(new Set(shown).size).toBe(shown.length);
    expect(Math.max(...shown)).toBeLessThan(any.view.weights.data.length);
    expect(shown.length).toBeLessThanOrEqual(5000);
  });

  it('stations do not overlap', () => {
    const { input, bench, rack, output } = made.bounds;
    expect(input.max[0]).toBeLessThan(bench.min[0]);
    expect(bench.max[0]).toBeLessThan(output.min[0]);
    expect(rack.max[1]).toBeLessThan(bench.min[1]);
  });

  it('at any step every number is finite and every copy is its tensor’s', () => {
    const { steps } = any.at(0).frame;
    for (let i = 0; i <= 24; i++) {
      const staging = stagingOf(rod, any, (i / 24) ** 3 * steps);
      expect(numbersOf(staging).every(Number.isFinite)).toBe(true);
      const copies = staging.tiles.filter(
        ({ target, tone }) => target?.tensor === 'input' && tone === 'input',
      );
      expect(copies.map(({ text }) => text)).toEqual(
        copies.map(({ target }) => printed(elementAt(any.view.input, target!.index))),
      );
    }
  });
});
