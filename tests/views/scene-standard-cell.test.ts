import { describe, expect, it } from 'vitest';
import type { ConvSpec } from '../../src/math/types.js';
import { choreographyFor } from '../../src/views/scene/choreography/choose.js';
import { factsOf } from '../../src/views/scene/choreography/facts.js';
import { tileCentre } from '../../src/views/scene/layout/bench.js';
import { cellCentre, placeOf } from '../../src/views/scene/layout/lattice.js';
import type { Vector } from '../../src/views/scene/layout/space.js';
import { smallIntegers, stepIn, threeTextures } from './scene-moment.js';
import { column, keys, near, show, sumOf, type Shown } from './scene-shown.js';

describe('the end of a sum', () => {
  const clipped = threeTextures({ bias: true, activation: 'relu6' });
  const at = (share: number, ordinal = 0) => show(clipped, stepIn(clipped.plan, 'activate', share, ordinal));
  const dot = ({ staging }: Shown) =>
    staging.tiles.find(({ station, tone }) => station === 'sum' && tone === 'accent');

  it('the activation replaces the sum with its bias: 18 + 1 = 19, ReLU6 gives 6', async () => {
    const [before, after] = [await at(0.2), await at(1)];
    expect([sumOf(before), sumOf(after)]).toEqual(['19', '6']);
    expect(after.staging.volumes.output.done).toBe(0);
    expect(after.labels.find(({ key }) => key === 'relu6')?.active).toBe(true);
  });

  it('a dot goes up the curve to what comes out', async () => {
    const [before, after] = [await at(0.05), await at(1)];
    expect(dot(after)!.centre[1]).toBeGreaterThan(dot(before)!.centre[1] + 0.3);
    const curve = after.staging.lines.filter(({ station, tone }) => station === 'sum' && tone === 'ink');
    const [x, y] = dot(after)!.centre;
    const touched = curve.some(({ from, to }) =>
      [from, to].some((end) => Math.hypot(end[0] - x, end[1] - y) < 0.1),
    );
    expect(touched).toBe(true);
    const below = await at(1, 18);
    expect(sumOf(below)).toBe('0');
    expect(dot(below)!.centre[0]).toBeLessThan(x - 0.5);
  });

  it('before the activation there is no dot, without one there is no chip', async () => {
    expect(dot(await show(clipped, stepIn(clipped.plan, 'bias', 1)))).toBeUndefined();
    const none = await show(threeTextures({ bias: true }), 26.9);
    expect(none.staging.lines.filter(({ station, tone }) => station === 'sum' && tone === 'ink')).toEqual([]);
    expect(keys(none)).not.toContain('relu6');
  });

  it('says that there is no bias, in all beats, and never beside one', async () => {
    const without = await Promise.all([0, 5, 27].map((step) => show(threeTextures(), step)));
    expect(without.map((shown) => keys(shown).includes('noBias'))).toEqual([true, true, true]);
    expect(keys(await at(0.5))).not.toContain('noBias');
  });

  it('at the end of the run every filter is joined to its map', async () => {
    const [during, end] = [await show(threeTextures(), 900), await show(threeTextures(), 972)];
    const outlined = ({ staging }: Shown) =>
      new Set(staging.links.filter(({ tone }) => tone === 'output').map(({ from }) => from[2])).size;
    expect([outlined(during), outlined(end)]).toEqual([1, 4]);
    expect(end.staging.volumes.output.solid).toBeNull();
  });
});

describe('true convolution', () => {
  const example = threeTextures();
  const asGiven = ['−1', '0', '1', '−2', '0', '2', '−1', '0', '1'];
  const before = [...asGiven].reverse();
  const mark = ({ staging }: Shown) => staging.tiles.find(({ tone }) => tone === 'accent')!.centre;
  const corner = ({ layout: { bench } }: Shown, tap: [number, number], sign: number): Vector => {
    const [x, y, z] = tileCentre(bench, 'slice', bench.rows[0], tap);
    return [x + (sign * bench.tile) / 2, y - (sign * bench.tile) / 2, z];
  };

  it('the rack holds the kernel as it was given: the last of the turned weights stands first', async () => {
    const shown = await show(example, 0, { turned: true });
    const { lattice } = shown.staging.volumes.rack;
    const plain = shown.layout.rack.lattice;
    const centre = (index: number[]) => cellCentre(lattice, placeOf(lattice, index)!);
    expect(centre([2, 2, 0, 1])).toEqual(cellCentre(plain, [0, 0, 0, 1]));
    expect(centre([0, 1, 2, 0])).toEqual(cellCentre(plain, [1, 2, 2, 0]));
  });

  it('slices rise unturned, then turn in their own plane; a corner mark goes along', async () => {
    const risen = await show(example, stepIn(example.plan, 'filter', 0.5), { turned: true });
    expect(column(risen, 'slice')).toEqual(before);
    expect(near(mark(risen), corner(risen, [0, 0], -1))).toBe(true);
    const turned = await show(example, stepIn(example.plan, 'filter', 1), { turned: true });
    expect(column(turned, 'slice')).toEqual(asGiven);
    expect(near(mark(turned), corner(turned, [2, 2], 1))).toBe(true);
    expect(keys(turned)).toContain('turned');
    const half = await show(example, stepIn(example.plan, 'filter', 0.75), { turned: true });
    const depths = half.staging.tiles.filter(({ tone, kind }) => tone === 'kernel' && kind === 'solid');
    for (const { centre } of depths) expect(centre[2]).toBeCloseTo(0);
  });

  it('under reduced motion it is turned at once, and a kernel that is not turned has no mark', async () => {
    const step = stepIn(example.plan, 'filter', 0.1);
    expect(column(await show(example, step, { turned: true, still: true }), 'slice')).toEqual(asGiven);
    const plain = await show(example, step);
    expect(plain.staging.tiles.filter(({ tone }) => tone === 'accent')).toEqual([]);
    expect(keys(plain)).not.toContain('turned');
  });
});

describe('pointing at a weight', () => {
  const example = threeTextures();
  const weight = { stage: 0, tensor: 'weights', index: [0, 2, 1, 0], pinned: false } as const;

  it('lights all pairs of cells that it joins', async () => {
    const { staging } = await show(example, 972, { selection: weight });
    const { input, output: maps, rack } = staging.volumes;
    const teeth = (comb: typeof input.lit) => comb!.map(({ from, count }) => [from, count]);
    expect(teeth(input.lit)).toEqual([
      [2, 3],
      [0, 3],
      [1, 1],
      [0, 1],
    ]);
    expect(teeth(maps.lit)).toEqual([
      [0, 3],
      [0, 3],
      [0, 1],
      [0, 1],
    ]);
    expect(rack.lit!.map(({ count }) => count)).toEqual([1, 1, 1, 1]);
  });

  it('one use of it is a line from the input cell through the weight to the output cell', async () => {
    const pair = { input: [0, 1, 3, 1], output: [0, 1, 1, 0] } as const;
    const { staging, layout } = await show(example, 100, { selection: { ...weight, pair } });
    const lines = staging.links.concat(staging.lines).filter(({ tone }) => tone === 'accent');
    expect(lines).toHaveLength(2);
    expect(near(lines[0].from, cellCentre(layout.input, [3, 1, 1, 0]))).toBe(true);
    const { bench } = layout;
    expect(near(lines[0].to, tileCentre(bench, 'slice', bench.rows[1], [0, 2]))).toBe(true);
    expect(lines[1].from).toEqual(lines[0].to);
    expect(near(lines[1].to, cellCentre(layout.output, [1, 1, 0, 0]))).toBe(true);
  });
});

const specs: ConvSpec[] = [
  { input: [2, 6, 7, 12], groups: 6, filters: 12, stride: [2, 1], padding: 2, activation: 'h-swish' },
  { input: [1, 16, 2], kernel: [1, 3], dilation: [1, 2], stride: [1, 3], activation: 'relu', bias: true },
  { input: [40, 40, 3], stride: 2, padding: 'same', filters: 7, activation: 'relu6' },
  { input: [9, 9, 32], groups: 16, filters: 32, dilation: 3, padding: 1 },
];

describe.each(specs)('never breaks: %o', (spec) => {
  it.each([false, true])('every number is finite at any step (reduced motion: %s)', async (still) => {
    const example = smallIntegers(spec);
    const { steps } = example.at(0).frame;
    for (let i = 0; i <= 40; i++) {
      const { staging } = await show(example, (i / 40) * steps, { still });
      const numbers = staging.tiles.flatMap(({ centre, size, opacity, glow, shade }) => [
        ...centre,
        ...size,
        ...[opacity, glow, shade],
      ]);
      const ends = [...staging.lines, ...staging.links].flatMap((line) => [
        ...line.from,
        ...line.to,
        ...[line.thickness, line.opacity],
      ]);
      expect([...numbers, ...ends].every(Number.isFinite)).toBe(true);
    }
  });
});

it('the plain standard scene is there at once; what a further fact brings in is loaded once', async () => {
  const facts = (spec: Partial<ConvSpec>) => factsOf(threeTextures(spec).at(0));
  expect(choreographyFor(facts({}))).not.toBeInstanceOf(Promise);
  await choreographyFor(facts({ stride: 2 }));
  expect(choreographyFor(facts({ activation: 'relu' }))).not.toBeInstanceOf(Promise);
});
