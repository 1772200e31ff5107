import { beforeAll, describe, expect, it } from 'vitest';
import { thin } from '../../src/views/scene/choreography/lines.js';
import { partialCentre } from '../../src/views/scene/layout/bench.js';
import { boxOfLattice, cellCentre } from '../../src/views/scene/layout/lattice.js';
import type { Line, Tile } from '../../src/views/scene/staging.js';
import { addresses, fourTextures, stepIn, threeTextures } from './scene-moment.js';
import {
  column,
  columnAt,
  keys,
  near,
  output,
  rowAt,
  show,
  sumOf,
  textAt,
  type Shown,
} from './scene-shown.js';

/** Rows and columns that have a peg: short, thick, one end on the border. */
function pegs({ staging, layout }: Shown): { rows: number[]; columns: number[] } {
  const thick = staging.lines.filter(({ tone, thickness }) => tone === 'kernel' && thickness > 0.12);
  const upright = ({ from, to }: Line) => from[0] === to[0];
  return {
    rows: thick.filter((peg) => !upright(peg)).map(({ from }) => Math.round(rowAt(layout, from[1]))),
    columns: thick.filter(upright).map(({ from }) => Math.round(columnAt(layout, from[0]))),
  };
}

/** Cells of padding, as "row column"; hatched ones have strokes. */
function paddingCells({ staging, layout }: Shown): { all: string[]; hatched: Set<string> } {
  const name = (x: number, y: number) => `${Math.round(rowAt(layout, y))} ${Math.round(columnAt(layout, x))}`;
  const dashed = staging.tiles.filter(({ kind, station }) => kind === 'dashed' && station === 'input');
  const strokes = staging.lines.filter(
    ({ from, to, tone }) => tone === 'muted' && from[0] !== to[0] && from[1] !== to[1],
  );
  const middle = ({ from, to }: Line) => [(from[0] + to[0]) / 2, (from[1] + to[1]) / 2] as const;
  return {
    all: dashed.map(({ centre: [x, y] }) => name(x, y)),
    hatched: new Set(strokes.map((stroke) => name(...middle(stroke)))),
  };
}

const frameEdges = ({ staging }: Shown) =>
  staging.lines.filter(({ tone, thickness }) => tone === 'kernel' && thickness === 0.08);
/** Of a spread-out window: how far it reaches, thin, and the cells that it reads. */
const reachEdges = ({ staging }: Shown) =>
  staging.lines.filter(
    ({ station, tone, thickness }) => station === 'input' && tone === 'kernel' && thickness === thin,
  );
const readEdges = ({ staging }: Shown) =>
  staging.lines.filter(({ station, tone }) => station === 'input' && tone === 'input');

describe('stride and padding: where windows start', () => {
  const valid = addresses({ stride: 2 });
  const same = addresses({ stride: 2, padding: 'same' });
  const ring = addresses({ stride: 2, padding: 1 });

  it('makes the worked example’s results', () => {
    expect(output(valid)).toEqual([-78, -88, -138, -148]);
    expect(output(same)).toEqual([-78, -88, 16, -138, -148, 28, 108, 114, -9]);
    expect(output(ring)).toEqual([-9, -57, -63, -19, -113, -123, -31, -173, -183]);
  });

  it.each([
    ['valid', valid, [0, 2]],
    ['same', same, [0, 2, 4]],
    ['a ring of one', ring, [-1, 1, 3]],
  ])('%s: a peg on each row and column where a window starts', async (_, example, starts) => {
    const shown = await show(example, 0);
    expect(pegs(shown)).toEqual({ rows: starts, columns: starts });
  });

  it('only the pegs of the window in hand are strong', async () => {
    const shown = await show(same, stepIn(same.plan, 'weigh', 1, 5));
    const strong = shown.staging.lines.filter(({ thickness, opacity }) => thickness > 0.12 && opacity === 1);
    expect(pegs({ ...shown, staging: { ...shown.staging, lines: strong } })).toEqual({
      rows: [2],
      columns: [4],
    });
  });

  it('same: a row below and a column at the right, none above or left, and all of it read', async () => {
    const { all, hatched } = paddingCells(await show(same, 0));
    const expected = [0, 1, 2, 3, 4, 5, 6].flatMap((i) => [`${i} 6`, `6 ${i}`]);
    expect(new Set(all)).toEqual(new Set(expected));
    expect(all).toHaveLength(13);
    expect(hatched.size).toBe(0);
  });

  it('a ring of one: its bottom row and right column are hatched', async () => {
    const { all, hatched } = paddingCells(await show(ring, 0));
    expect(all).toHaveLength(28);
    const rest = [-1, 0, 1, 2, 3, 4, 5, 6].flatMap((i) => [`${i} 6`, `6 ${i}`]);
    expect(hatched).toEqual(new Set(rest));
  });

  it('what is never read is hatched and said so', async () => {
    const left = await show(valid, 0);
    const read = left.layout.volumes.find(({ id }) => id === 'input')!.read!;
    expect([read.rows, read.columns]).toEqual(new Array(2).fill([true, true, true, true, true, false]));
    expect(keys(left)).toContain('unread');
    expect(keys(await show(ring, 0))).toContain('unread');
    expect(keys(await show(same, 0))).not.toContain('unread');
  });

  it('windows jump: the frame is never between two starts', async () => {
    const corners = new Set<string>();
    for (let i = 1; i <= 72; i++) {
      const shown = await show(valid, i / 2);
      const edges = frameEdges(shown);
      if (edges.length === 0) continue;
      const left = Math.min(...edges.map(({ from, to }) => Math.min(from[0], to[0])));
      const top = Math.max(...edges.map(({ from, to }) => Math.max(from[1], to[1])));
      corners.add(`${rowAt(shown.layout, top) + 0.5} ${columnAt(shown.layout, left) + 0.5}`);
    }
    expect([...corners]).toEqual(['0 0', '0 2', '2 0', '2 2']);
  });

  it('under reduced motion all windows stand at once, numbered in the order of the run', async () => {
    const still = await show(same, 40, { still: true });
    const numbers = still.staging.tiles.filter(({ kind, tone }) => kind === 'plain' && tone === 'kernel');
    expect(numbers.map(({ text }) => text)).toEqual(['1', '2', '3', '4', '5', '6', '7', '8', '9']);
    const places = numbers.map(({ centre: [x, y] }) => [
      Math.floor(rowAt(still.layout, y) + 0.5),
      Math.floor(columnAt(still.layout, x) + 0.5),
    ]);
    expect(places[5]).toEqual([2, 4]);
    const moving = await show(same, 40);
    expect(moving.staging.tiles.filter(({ text, tone }) => text === '9' && tone === 'kernel')).toEqual([]);
    const plain = await show(threeTextures(), 40, { still: true });
    expect(pegs(plain)).toEqual({ rows: [], columns: [] });
  });

  it('the output has its empty places from the start', async () => {
    const { staging } = await show(same, 0);
    expect(staging.volumes.output.done).toBe(0);
    expect(staging.volumes.output.lattice.counts).toEqual([3, 3, 1, 1]);
  });
});

describe('dilation: the same nine weights, spread out', () => {
  const posts = ({ staging }: Shown): Tile[] =>
    staging.tiles.filter(({ station, target }) => station === 'input' && target?.tensor === 'weights');

  it.each([
    [2, [1, 3, 5, 15, 17, 19, 29, 31, 33], '−173', 5],
    [3, [1, 4, 7, 22, 25, 28, 43, 46, 49], '−257', 7],
  ])('rate %i: every post is joined to the cell that it weighs', async (rate, cells, sum, reach) => {
    const example = addresses({ input: [7, 7, 1], dilation: rate });
    const shown = await show(example, 9 - 1e-9);
    const { staging, layout, moment } = shown;
    const [width, standing] = [layout.input.pitch[0], posts(shown)];
    expect(standing.map(({ text }) => text)).toEqual(['−1', '2', '−3', '4', '−5', '6', '−7', '8', '−9']);
    const under = standing.map(({ centre: [x, y] }) => {
      const [row, at] = [Math.round(rowAt(layout, y)), Math.round(columnAt(layout, x))];
      return moment.stages[0].input.data[row * 7 + at];
    });
    expect(under).toEqual(cells);
    for (const { centre } of standing) {
      expect(centre[2]).toBeCloseTo(1.2);
      const rods = staging.lines.filter(({ from }) => near(from, centre) && from[2] === centre[2]);
      expect(rods.map(({ to }) => to[2])).toEqual([layout.input.cell[2] / 2]);
      expect(near(rods[0].to, centre)).toBe(true);
    }
    expect(column(shown, 'window')).toEqual(cells.map(String));
    expect(sumOf(shown)).toBe(sum);
    const edges = reachEdges(shown).flatMap(({ from, to }) => [from[0], to[0]]);
    expect((Math.max(...edges) - Math.min(...edges)) / width).toBeCloseTo(reach);
    expect(readEdges(shown)).toHaveLength(9 * 4);
    const label = shown.labels.find(({ key }) => key === 'reach');
    expect(label?.parameters).toMatchObject({ reach, kernel: 3, gaps: 2, holes: rate - 1 });
  });

  it('before the run the posts wait over the first window, so that a change of the rate is seen', async () => {
    const waiting = await show(addresses({ input: [7, 7, 1], dilation: 3 }), 0);
    const under = posts(waiting).map(({ centre: [x, y] }) => [
      Math.round(rowAt(waiting.layout, y)),
      Math.abs(Math.round(columnAt(waiting.layout, x))),
    ]);
    expect(under).toEqual([0, 3, 6].flatMap((row) => [0, 3, 6].map((at) => [row, at])));
  });

  it('without motion the windows of a spread-out kernel are not drawn into each other', async () => {
    const numbers = async (dilation: number) => {
      const { staging } = await show(addresses({ input: [7, 7, 1], dilation, stride: 2 }), 9, {
        still: true,
      });
      return staging.tiles.filter(({ station, kind }) => station === 'input' && kind === 'plain').length;
    };
    expect([await numbers(1), await numbers(2)]).toEqual([9, 0]);
  });

  it('the bench stays compact, whatever the rate', async () => {
    const benches = await Promise.all(
      [1, 2, 3].map(async (dilation) => {
        const { layout } = await show(addresses({ input: [7, 7, 1], dilation }), 0);
        return layout.bench;
      }),
    );
    expect(benches[1]).toEqual(benches[0]);
    expect(benches[2]).toEqual(benches[0]);
  });

  it('the next window starts one cell further, two with a stride of two', async () => {
    const one = addresses({ input: [7, 7, 1], dilation: 2 });
    expect(column(await show(one, 18 - 1e-9), 'window').slice(0, 3)).toEqual(['2', '4', '6']);
    expect(output(one)).toEqual([-173, -178, -183, -208, -213, -218, -243, -248, -253]);
    const both = addresses({ input: [7, 7, 1], dilation: 2, stride: 2 });
    expect(column(await show(both, 18 - 1e-9), 'window').slice(0, 3)).toEqual(['3', '5', '7']);
    expect(output(both)).toEqual([-173, -183, -243, -253]);
  });

  it('without a dilation there are no posts and nothing is said of a reach', async () => {
    const shown = await show(addresses({ input: [7, 7, 1] }), 9 - 1e-9);
    expect(posts(shown)).toEqual([]);
    expect(keys(shown)).not.toContain('reach');
  });
});

describe('groups: walls and lines', () => {
  const two = fourTextures(2);
  const atFilter = (filter: number) => stepIn(two.plan, 'merge', 1, filter * 9);
  const walls = ({ staging }: Shown, station: string) =>
    staging.tiles.filter((tile) => tile.kind === 'glass' && tile.station === station);
  let first: Shown;
  let last: Shown;
  beforeAll(async () => {
    [first, last] = [await show(two, atFilter(0)), await show(two, atFilter(3))];
  });

  it('filters see their own group: the worked example’s sums', async () => {
    const all = fourTextures(1);
    expect(sumOf(await show(all, stepIn(all.plan, 'merge', 1)))).toBe('11');
    expect(sumOf(first)).toBe('−16');
    expect(sumOf(last)).toBe('−6');
    const partials = last.layout.bench.rows.map((row) =>
      textAt(last.staging, partialCentre(last.layout.bench, row)),
    );
    expect(partials).toEqual(['−13', '7']);
  });

  it('one wall between channels 2 and 3 of input and output', () => {
    for (const volume of ['input', 'output'] as const) {
      const [wall, ...others] = walls(first, volume);
      expect(others).toEqual([]);
      const [before, after] = [1, 2].map(
        (channel) => cellCentre(first.layout[volume], [0, 0, channel, 0])[2],
      );
      expect(wall.centre[2]).toBeCloseTo((before + after) / 2);
      const { min, max } = boxOfLattice(first.layout[volume]);
      expect(wall.size[0]).toBeGreaterThan(max[0] - min[0]);
      expect(wall.size[1]).toBeGreaterThan(max[1] - min[1]);
    }
  });

  it('of the group in hand channels and filters are solid, all others step back', () => {
    const solid = ({ staging: { volumes } }: Shown) => [volumes.input.solid?.[2], volumes.rack.solid?.[3]];
    expect(solid(first)).toEqual(new Array(2).fill({ from: 0, step: 1, count: 2 }));
    expect(solid(last)).toEqual(new Array(2).fill({ from: 2, step: 1, count: 2 }));
  });

  it('strong lines go from the channels that are read to the filters that read them', () => {
    const { staging, layout } = last;
    const wires = staging.links.filter(({ tone, opacity }) => tone === 'input' && opacity > 0.5);
    const side = boxOfLattice(layout.input).max[0];
    const depths = wires.filter(({ from }) => Math.abs(from[0] - side) < 1e-6).map(({ from }) => from[2]);
    expect(depths.map((z) => Math.round(z / layout.input.depth[2]))).toEqual([2, 3]);
    const top = boxOfLattice(layout.rack.lattice).max[1];
    const ends = wires.filter(({ to }) => Math.abs(to[1] - top) < 1e-6).map(({ to }) => to[0]);
    const { origin, repeat } = layout.rack.lattice;
    expect(ends.map((x) => Math.round((x - origin[0]) / repeat[0]))).toEqual([2, 3]);
  });

  it('without groups there are no walls', async () => {
    const shown = await show(fourTextures(1), 40);
    expect([...walls(shown, 'input'), ...walls(shown, 'output')]).toEqual([]);
  });
});
