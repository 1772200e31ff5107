import { describe, expect, it } from 'vitest';
import type { ConvSpec } from '../../src/math/types.js';
import { lanes } from '../../src/views/scene/choreography/lanes/lanes.js';
import { lanesLayout } from '../../src/views/scene/choreography/lanes/layout.js';
import { factsOf } from '../../src/views/scene/choreography/facts.js';
import { partialCentre, tileCentre } from '../../src/views/scene/layout/bench.js';
import { holds } from '../../src/views/scene/layout/comb.js';
import { project } from '../../src/views/scene/camera.js';
import { outlineOf } from '../../src/views/scene/labels.js';
import { panesOf, roomOf } from '../../src/views/scene/panes.js';
import {
  boxOfLattice,
  boxShare,
  cellCentre,
  indexAt,
  placeOf,
  volumeLattice,
  type Lattice,
} from '../../src/views/scene/layout/lattice.js';
import type { Room } from '../../src/views/scene/layout/scene-layout.js';
import { unite, type Vector } from '../../src/views/scene/layout/space.js';
import type { Staging } from '../../src/views/scene/staging.js';
import { elementAt, smallIntegers, stepIn, texturesByChannel, type Example } from './scene-moment.js';
import { elementsOf, numbersOf, printed, stagingOf, tilesAt } from './scene-settings.js';

const example = texturesByChannel();
const layoutFor = (from: Example) => lanesLayout(factsOf(from.at(0)));
const layout = layoutFor(example);
const at = (step: number) => stagingOf(lanes, example, step);
const sums = (staging: Staging) =>
  layout.rows.map((row) => tilesAt(staging, partialCentre(layout.bench, row))[0]?.text ?? '');

function distance(a: Vector, b: Vector): number {
  return Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]);
}

describe('the depthwise example stands where it is meant to stand', () => {
  it('bench, lanes, walls and outputs', () => {
    const { bench } = layout;
    expect([bench.window, bench.slice, bench.products, bench.partial, bench.sum]).toEqual([
      8,
      12,
      16,
      20,
      null,
    ]);
    expect(layout.lanes.map(({ y }) => y)).toEqual([6, 0, -6]);
    expect(layout.walls.map(({ min, max }) => [min[1], max[1]])).toEqual([
      [3, 3],
      [-3, -3],
    ]);
    const [input, output] = [layout.input, layout.output].map((parts) =>
      unite(parts.map(({ apart }) => boxOfLattice(apart))),
    );
    expect([input.min[0], input.max[0], input.max[1], input.min[1]]).toEqual([0, 5, 8.5, -8.5]);
    expect([output.min[0], output.max[0], output.max[1]]).toEqual([27, 30, 7.5]);
  });

  it('glued, its sheets are the volume that everybody else draws', () => {
    const { stage } = layout;
    const volume = volumeLattice('output', stage.output, 27);
    for (const { glued } of layout.output)
      for (let channel = 0; channel < 3; channel++)
        expect(
          distance(
            cellCentre(glued, placeOf(glued, [0, 1, 2, channel])!),
            cellCentre(volume, [2, 1, channel, 0]),
          ),
        ).toBe(0);
  });
});

describe('the first place', () => {
  it('starts as a volume, slides apart, and brings each lane a slice of its own', () => {
    const depths = [0, stepIn(example.plan, 'spread', 0.5), stepIn(example.plan, 'filter', 0.2)].map(
      (step) => at(step).volumes[layout.input[0].id].lattice.depth,
    );
    expect(depths[0]).toEqual([0, 0, -1]);
    expect(depths[1][1]).toBeLessThan(-0.5);
    expect(depths[1][1]).toBeGreaterThan(-6);
    expect(depths[2]).toEqual([0, -6, 0]);
    const done = at(stepIn(example.plan, 'filter', 1));
    const middles = layout.rows.map(
      (row) => tilesAt(done, tileCentre(layout.bench, 'slice', row, [1, 1]))[0].text,
    );
    expect(middles).toEqual(['0', '1', '−1']);
    expect(done.volumes['rack'].ghosts).toEqual([0, 0]);
  });

  it('one lane goes alone while the others are glass and wait', () => {
    const staging = at(stepIn(example.plan, 'write', 0.2));
    expect(sums(staging)).toEqual(['10', '', '']);
    const { solid, glass } = staging.volumes[layout.input[0].id];
    expect([0, 1, 2].map((lane) => holds(solid!, [2, 2, lane, 0]))).toEqual([true, false, false]);
    expect(glass).toBeLessThan(0.5);
    expect(
      staging.lines.filter(({ tone, station }) => tone === 'kernel' && station === 'input'),
    ).toHaveLength(12);
  });

  it('then the others at once, and 10 stays beside 5 and 3: there is no sum', () => {
    const staging = at(stepIn(example.plan, 'write', 0.9, 1));
    expect(sums(staging)).toEqual(['10', '5', '3']);
    const products = (row: number) =>
      [0, 1, 2].map((tap) =>
        [0, 1, 2].map((column) =>
          tilesAt(staging, tileCentre(layout.bench, 'products', layout.rows[row], [tap, column]))
            .map(({ text }) => text)
            .join(),
        ),
      );
    expect(products(0)).toEqual([
      ['0', '0', '2'],
      ['−2', '0', '8'],
      ['−2', '0', '4'],
    ]);
    expect(products(2)[0]).toEqual(['4', '0', '0']);
    expect(tilesAt(staging, [23.5, 0])).toEqual([]);
    expect(staging.lines.filter(({ dash, station }) => dash > 0 && station === 'sum')).toHaveLength(4);
  });

  it('later all lanes run in step, and glue into a volume at the end', () => {
    const staging = at(stepIn(example.plan, 'write', 0.1, 12));
    expect(sums(staging)).toEqual(
      [4, 0, 1].map((_, lane) => printed(elementAt(example.view.output, [0, 1, 1, lane]))),
    );
    expect(
      staging.lines.filter(({ tone, station }) => tone === 'kernel' && station === 'input'),
    ).toHaveLength(36);
    const end = at(243).volumes[layout.output[0].id];
    expect(end.lattice.depth).toEqual([0, 0, -1]);
    expect(end.done).toBe(27);
  });
});

it('the last cells stand in their maps once they are written, before these slide together', () => {
  const done = (share: number) =>
    at(stepIn(example.plan, 'write', share, 24)).volumes[layout.output[0].id].done;
  expect([done(0.5), done(1)]).toEqual([24, 27]);
});

it('no line and no tile ever crosses from one lane to another', () => {
  const laneAt = (y: number) => layout.lanes.findIndex((lane) => Math.abs(y - lane.y) <= 3);
  const begin = stepIn(example.plan, 'filter', 1);
  for (let i = 0; i <= 200; i++) {
    const step = begin + i;
    const staging = at(step);
    const crossing = staging.lines.filter(
      ({ station, from, to }) => station !== 'aside' && laneAt(from[1]) !== laneAt(to[1]),
    );
    expect(crossing).toEqual([]);
    const values = staging.tiles.filter(
      ({ target, station }) => target?.tensor === 'output' && station === 'sum',
    );
    expect(values.map(({ centre }) => laneAt(centre[1]))).toEqual(
      values.map(({ target }) => target!.index[3]),
    );
  }
});

it('an input channel lights only its own outputs', () => {
  const twice = texturesByChannel({ filters: 6 });
  const selection = { stage: 0, tensor: 'input', index: [0, 2, 2, 1], pinned: false } as const;
  const { volumes } = stagingOf(lanes, twice, 400, { selection });
  const lit = new Set<number>();
  for (const [id, { lattice, lit: comb }] of Object.entries(volumes)) {
    if (!id.startsWith('output')) continue;
    for (let lane = 0; lane < lattice.counts[2]; lane++)
      for (let map = 0; map < lattice.counts[3]; map++)
        if (holds(comb!, [1, 1, lane, map])) lit.add(indexAt(lattice, [1, 1, lane, map])[3]);
  }
  expect([...lit]).toEqual([2, 3]);
});

it('two maps a channel: each slice’s map stands level with it, in the order R1, R2, G1, G2, B1, B2', () => {
  const twice = texturesByChannel({ filters: 6 });
  const wide = layoutFor(twice);
  expect(wide.rows.map(({ channels, maps }) => [channels[0], maps[0]])).toEqual(
    [0, 1, 2].flatMap((channel) => [0, 1].map((map) => [channel, map])),
  );
  const [{ apart }] = wide.output;
  for (const [i, row] of wide.rows.entries())
    expect(cellCentre(apart, placeOf(apart, [0, 1, 1, i])!)[1]).toBeCloseTo(row.y, 10);
  const staging = stagingOf(lanes, twice, stepIn(twice.plan, 'write', 0.1, 6));
  const shown = wide.rows.map((row) => tilesAt(staging, partialCentre(wide.bench, row))[0].text);
  expect(shown).toEqual(
    [0, 1, 2, 3, 4, 5].map((map) => printed(elementAt(twice.view.output, [0, 0, 1, map]))),
  );
});

it('a bias is added in each lane, then the activation', () => {
  const biased = texturesByChannel({ bias: true, activation: 'relu' });
  const last = 3 * 8;
  const text = (beat: 'add' | 'bias' | 'activate') => {
    const staging = stagingOf(lanes, biased, stepIn(biased.plan, beat, 1, last));
    return tilesAt(staging, partialCentre(layout.bench, layout.rows[0]))[0].text;
  };
  expect([text('add'), text('bias'), text('activate')]).toEqual(['−2', '−1', '0']);
});

it('numbers that are not there yet are not made up', () => {
  const moment = { ...example.at(stepIn(example.plan, 'write', 0.5, 6)), values: null, alongside: [] };
  const staging = lanes(factsOf(moment)).stage(moment, false);
  expect(sums(staging)).toEqual(['', '', '']);
});

it('under reduced motion a beat is done as soon as it begins', () => {
  const still = stagingOf(lanes, example, stepIn(example.plan, 'spread', 0.1), { still: true });
  expect(still.volumes[layout.input[0].id].lattice.depth).toEqual([0, -6, 0]);
});

const specs: ConvSpec[] = [
  { input: [5, 5, 4], groups: 4, filters: 4, bias: true, padding: 'same' },
  { input: [2, 4, 6, 5], groups: 5, filters: 10, stride: 2 },
  { input: [8, 8, 9], groups: 9, filters: 36, padding: 1, activation: 'relu6' },
  { input: [3, 7, 2], kernel: [1, 5], groups: 2, filters: 14 },
  { input: [64, 64, 64], groups: 64, filters: 64, dilation: 2 },
];

describe.each(specs)('any spec: %o', (spec) => {
  const any = smallIntegers(spec);
  const made = layoutFor(any);

  it('each element of an image is shown once', () => {
    for (const tensor of ['input', 'output'] as const) {
      const shown = made[tensor].flatMap(({ apart }) => elementsOf(apart));
      const [, height, width, channels] = made.stage[tensor];
      expect(shown).toHaveLength(height * width * channels);
      expect(new Set(shown).size).toBe(shown.length);
    }
    expect(new Set(elementsOf(made.rack)).size).toBe(any.view.weights.data.length);
  });

  it('lanes do not touch, and stand in the order of the channels', () => {
    const boxes = made.lanes.map((_, lane) => (made.walls[lane] ? made.walls[lane].min[1] : -Infinity));
    for (const [lane, wall] of boxes.entries()) expect(made.lanes[lane].y).toBeGreaterThan(wall);
    expect(made.bounds.bench.max[0]).toBeLessThan(made.bounds.output.min[0]);
    expect(made.bounds.input.max[0]).toBeLessThan(made.bounds.bench.min[0]);
    expect(made.bounds.rack.max[1]).toBeLessThan(made.bounds.bench.min[1]);
  });

  it('at any step every volume has a state, every number is finite, every copy is its tensor’s', () => {
    const { steps } = any.at(0).frame;
    for (let i = 0; i <= 40; i++) {
      const step = i < 20 ? (i / 20) * Math.min(steps, 9 * made.stage.filters * 3) : ((i - 20) / 20) * steps;
      const setting = lanes(factsOf(any.at(step)));
      const staging = setting.stage(any.at(step), false);
      expect(numbersOf(staging).every(Number.isFinite)).toBe(true);
      expect(Object.keys(staging.volumes).sort()).toEqual(setting.layout.volumes.map(({ id }) => id).sort());
      const copies = staging.tiles.filter(
        ({ target, tone }) => target?.tensor === 'input' && tone === 'input',
      );
      expect(copies.map(({ text }) => text)).toEqual(
        copies.map(({ target }) => printed(elementAt(any.view.input, target!.index))),
      );
    }
  });
});

describe('where the picture is low or narrow', () => {
  const layoutIn = (room: Room, from: Example) => lanesLayout(factsOf(from.at(0), { room }));

  it('rows of the bench stand close, however high the input', () => {
    for (const height of [5, 7, 12]) {
      const from = smallIntegers({ input: [height, 5, 3], groups: 3, filters: 3, padding: 1 });
      const heights = (room: Room) => layoutIn(room, from).rows.map(({ y }) => y);
      expect([heights('narrow'), heights('low')]).toEqual([
        [4, 0, -4],
        [5, 0, -5],
      ]);
    }
  });

  it.each(specs.flatMap((spec) => [['low', spec] as const, ['narrow', spec] as const]))(
    '%s: each sheet keeps to its lane, zeros and all: %o',
    (room, spec) => {
      const { stage, lanes: all, walls, input, output, rows } = layoutIn(room, smallIntegers(spec));
      const [top, bottom] = stage.padding;
      for (const [parts, ring] of [
        [input, stage.op === 'conv' ? Math.max(top, bottom) : 0],
        [output, 0],
      ] as const) {
        const height = (lattice: Lattice) => (lattice.counts[1] + 2 * ring) * lattice.pitch[1];
        for (const { apart } of parts) {
          const room = parts === input ? all : rows;
          const pitch = room.length > 1 ? room[0].y - room[1].y : Infinity;
          expect(height(apart)).toBeLessThanOrEqual(pitch + 1e-9);
        }
      }
      for (const [i, { min }] of walls.entries()) {
        expect(min[1]).toBeLessThan(all[i].y);
        expect(min[1]).toBeGreaterThan(all[i + 1].y);
      }
    },
  );

  it('a phone is narrow, and so is the place beside a question; a slide is low', () => {
    const room = (width: number, height: number) => roomOf({ width, height });
    expect([room(360, 266), room(555, 470), room(900, 365), room(900, 600)]).toEqual([
      'narrow',
      'narrow',
      'low',
      'ample',
    ]);
  });

  it('on a phone the numbers of three lanes can be read', () => {
    const size = { width: 360, height: 266 };
    const low = lanesLayout(factsOf(example.at(0), { room: roomOf(size) }));
    const [{ view, size: pane }] = panesOf(low, 'kernel', size);
    const { scale } = project(view, tileCentre(low.bench, 'products', low.rows[1], [1, 1]), pane);
    expect(scale * boxShare).toBeGreaterThan(15);
  });

  it('at the end, slid together, the volumes fill a phone', () => {
    const size = { width: 332, height: 280 };
    const room = roomOf(size);
    const over = lanesLayout(factsOf(example.at(example.at(0).frame.steps), { room }));
    const panes = panesOf(over, 'output', size);
    expect(panes.map(({ shows }) => shows)).toEqual([['output'], ['input']]);
    for (const { view, size: pane, shows } of panes) {
      const box = over.bounds[shows[0] as 'input' | 'output'];
      const { left, right } = outlineOf(box, { view, size: pane });
      expect((right - left) / pane.width).toBeGreaterThan(0.8);
    }
    const glued = unite(over.output.map((part) => boxOfLattice(part.glued)));
    expect(over.bounds.output).toEqual(glued);
  });
});

describe('what is pointed at', () => {
  const selection = { stage: 0, tensor: 'input', index: [0, 1, 2, 1], pinned: false } as const;
  const staging = stagingOf(lanes, example, stepIn(example.plan, 'add', 0.5, { ordinal: 12 }), { selection });

  it('leaves only its own lane: every other sheet is glass', () => {
    for (const { id } of [...layout.input, ...layout.output]) {
      const { solid, glass, lattice } = staging.volumes[id];
      expect(glass).toBeLessThan(0.2);
      for (let channel = 0; channel < lattice.counts[2]; channel++)
        expect(holds(solid!, [0, 0, channel, 0])).toBe(indexAt(lattice, [0, 0, channel, 0])[3] === 1);
    }
  });

  it('other lanes step back on the bench too', () => {
    const opacities = layout.rows.map(({ y }) =>
      Math.max(
        ...staging.tiles
          .filter(
            ({ station, kind, centre }) =>
              station === 'bench' && kind === 'solid' && Math.abs(centre[1] - y) < 2,
          )
          .map(({ opacity }) => opacity),
      ),
    );
    expect(opacities[1]).toBe(1);
    expect(Math.max(opacities[0], opacities[2])).toBeLessThan(0.3);
  });
});

describe('facts beside the depthwise ones', () => {
  it('an activation has its curve in each lane, with the numbers of that lane', () => {
    const relu = texturesByChannel({ activation: 'relu' });
    const step = stepIn(relu.plan, 'activate', 1, { ordinal: 12 });
    const { lines } = stagingOf(lanes, relu, step);
    const curves = lines.filter(({ tone, thickness }) => tone === 'ink' && thickness === 0.07);
    expect(curves).toHaveLength(3 * 24);
    const leads = lines.filter(({ tone, dash }) => tone === 'accent' && dash > 0);
    expect(leads).toHaveLength(3 * 2);
  });

  it('a stride has pegs on every sheet, the one in hand in full', () => {
    const strided = smallIntegers({ input: [7, 7, 3], groups: 3, filters: 3, stride: 2 });
    const { lines } = stagingOf(lanes, strided, stepIn(strided.plan, 'weigh', 0.5, { ordinal: 15 }));
    const pegs = lines.filter(
      ({ station, tone, from, to, behind }) =>
        station === 'input' &&
        tone === 'kernel' &&
        behind === 0 &&
        Math.hypot(from[0] - to[0], from[1] - to[1]) < 0.5,
    );
    expect(pegs).toHaveLength(3 * (3 + 3));
    expect(pegs.filter(({ opacity }) => opacity === 1)).toHaveLength(3 * 2);
  });
});
