/** Where the rows of blocks stand. */
import { describe, expect, it } from 'vitest';
import { everySetting } from '../../blocks/settings.js';
import { blockNamed } from '../../../src/blocks/index.js';
import { understand } from '../../../src/networks/index.js';
import type { NetworkRow } from '../../../src/networks/index.js';
import { isWide, placesOf, type BlockPlaces } from '../../../src/views/scene/block/layout.js';
import { cellsOf, settingOf } from '../../../src/views/scene/block/setting.js';
import { cellCount } from '../../../src/views/scene/layout/lattice.js';
import { centreOf, type Box } from '../../../src/views/scene/layout/space.js';
import { tensor } from '../../../src/math/index.js';

function rowsOf(id: string, settings = {}): readonly NetworkRow[] {
  return understand(blockNamed(id)!.build(settings, 'small')).rows;
}

const overlap = (one: Box, other: Box): boolean =>
  [0, 1].every((axis) => one.min[axis] < other.max[axis] && other.min[axis] < one.max[axis]);

/** Does a straight piece of a wire, seen from the front, cross the inside of a box? */
function crosses([from, to]: readonly (readonly number[])[], { min, max }: Box): boolean {
  return [0, 1].every((axis) => {
    const [low, high] = [Math.min(from[axis], to[axis]), Math.max(from[axis], to[axis])];
    return low < max[axis] - 1e-6 && high > min[axis] + 1e-6;
  });
}

describe.each(everySetting)('$block.id $settings', ({ block, settings }) => {
  const { rows } = understand(block.build(settings, 'small'));
  const places = placesOf(rows);

  it('shows every number of every row once', () => {
    rows.forEach(({ output }, index) => {
      expect(cellCount(places.lattices[index])).toBe(output!.reduce((product, size) => product * size, 1));
    });
  });

  it('stands each row behind what it reads, and none in front of another', () => {
    rows.forEach(({ from }, index) => {
      for (const source of from) {
        expect(places.boxes[source].max[0]).toBeLessThan(places.boxes[index].min[0]);
      }
      const others = places.boxes.filter((_, other) => other !== index);
      expect(others.some((box) => overlap(places.boxes[index], box))).toBe(false);
    });
  });

  it('leads one wire along each edge, through no row', () => {
    const edges = rows.flatMap(({ from }, to) => from.map((source) => `${source} to ${to}`));
    expect(new Set(places.wires.map(({ from, to }) => `${from} to ${to}`))).toEqual(new Set(edges));
    expect(places.wires).toHaveLength(edges.length);
    for (const { points } of places.wires) {
      for (let piece = 1; piece < points.length; piece++) {
        const met = places.boxes.filter((box) => crosses([points[piece - 1], points[piece]], box));
        expect(met).toEqual([]);
      }
    }
  });
});

describe('a shortcut', () => {
  it('passes above the rows that it passes', () => {
    const rows = rowsOf('inverted-residual');
    const { wires, boxes } = placesOf(rows);
    const last = rows.length - 1;
    const shortcut = wires.find(({ from, to }) => from === 0 && to === last)!;
    const top = Math.max(...boxes.map(({ max }) => max[1]));
    expect(Math.max(...shortcut.points.map(([, y]) => y))).toBeGreaterThan(top);
  });
});

it('puts the first branch of a module at the top', () => {
  const rows = rowsOf('inception');
  const { boxes } = placesOf(rows);
  const heightOf = (name: string): number =>
    centreOf(boxes[rows.findIndex((row) => row.name.endsWith(name))])[1];
  expect(heightOf('branch1_1x1')).toBeGreaterThan(heightOf('branch2_reduce'));
  expect(heightOf('branch3_reduce')).toBeGreaterThan(heightOf('branch4_pool'));
});

it('tells a chain from a module with many branches', () => {
  expect(isWide(placesOf(rowsOf('inverted-residual')))).toBe(true);
  expect(isWide(placesOf(rowsOf('inception')))).toBe(false);
});

describe('with a row in hand', () => {
  const rows = rowsOf('bneck');
  const places: BlockPlaces = placesOf(rows);
  const hand = rows.findIndex(({ kind }) => kind === 'multiply');
  const stages = rows.map(({ output }) =>
    cellsOf(tensor([...output!], new Array<number>(output!.reduce((a, b) => a * b, 1)).fill(1))),
  );
  const shown = { places, stages, frame: { stage: hand }, pointed: null };
  const setting = settingOf(shown);

  it('what comes after it is still empty', () => {
    const { volumes } = setting.stage(shown, false);
    const filled = rows.map((_, index) => volumes[index].done > 0);
    expect(filled).toEqual(rows.map((_, index) => index <= hand));
  });

  it('a close-up takes in the row and all that it reads', () => {
    expect(setting.layout.closeUp).toHaveLength(1 + rows[hand].from.length);
    expect(setting.layout.closeUp).toContain(places.boxes[hand]);
  });

  it('its name alone is marked', () => {
    const marked = setting.labels(shown).filter(({ active }) => active);
    expect(marked.map(({ id }) => id)).toEqual([`${hand}`]);
  });

  it('a cell that is pointed at is lit in its own row', () => {
    const pointed = { stage: 0, index: [0, 1, 2, 0] };
    const { volumes } = setting.stage({ ...shown, pointed }, false);
    expect(rows.map((_, index) => volumes[index].lit !== null)).toEqual(rows.map((_, index) => index === 0));
  });
});
