import { describe, expect, it } from 'vitest';
import { labelText } from '../../components/conv-scene/label-text.js';
import { plan } from '../../src/math/index.js';
import type { ConvSpec } from '../../src/math/types.js';
import { chainOf } from '../../src/views/scene/choreography/chain/chain.js';
import { costsOf } from '../../src/views/scene/choreography/chain/costs.js';
import { choreographyFor } from '../../src/views/scene/choreography/choose.js';
import type { Setting } from '../../src/views/scene/choreography/choreography.js';
import { factsOf } from '../../src/views/scene/choreography/facts.js';
import { lanes } from '../../src/views/scene/choreography/lanes/lanes.js';
import { rod } from '../../src/views/scene/choreography/rod/rod.js';
import { standard } from '../../src/views/scene/choreography/standard/standard.js';
import { boxOfLattice, cellCentre, placeOf } from '../../src/views/scene/layout/lattice.js';
import { labelsOf } from '../../src/views/scene/labels.js';
import { panesOf, roomOf } from '../../src/views/scene/panes.js';
import type { Staging } from '../../src/views/scene/staging.js';
import { say } from '../../src/words/say.js';
import { smallIntegers, stepIn, texturesSeparable, type Example } from './scene-moment.js';
import { numbersOf } from './scene-settings.js';

const separable = texturesSeparable();
const byChannelThenPlace = chainOf([lanes, rod]);

function at(
  example: Example,
  step: number,
  choreography = byChannelThenPlace,
): { setting: Setting; staging: Staging } {
  const moment = example.at(step);
  const setting = choreography(factsOf(moment));
  return { setting, staging: setting.stage(moment, false) };
}

/** Where the cells of the tensor between the stages stand. */
function middleCells({ setting, staging }: ReturnType<typeof at>): string[] {
  return [0, 1, 2].flatMap((channel) =>
    setting.layout.volumes
      .filter(
        ({ stage, lattice: { tensor } }) =>
          (stage === 0 && tensor === 'output') || (stage === 1 && tensor === 'input'),
      )
      .flatMap(({ id }) => {
        const { lattice } = staging.volumes[id];
        const place = placeOf(lattice, [0, 2, 1, channel]);
        return place
          ? [
              cellCentre(lattice, place)
                .map((x) => x.toFixed(6))
                .join(),
            ]
          : [];
      }),
  );
}

describe('the separable example', () => {
  it('stands where it is meant to stand', () => {
    const { layout } = at(separable, 0).setting;
    const left = (tensor: string, stage: number) =>
      layout.volumes
        .filter((volume) => volume.stage === stage && volume.lattice.tensor === tensor)
        .map(({ lattice }) => boxOfLattice(lattice).min[0])[0];
    expect([left('input', 0), left('output', 0)]).toEqual([0, 22]);
    expect(layout.bounds.bench!.min[0]).toBeCloseTo(7 - 0.1, 10);
    expect(layout.bounds.bench!.max[0]).toBeCloseTo(20 + 0.1, 10);
  });

  it.each([
    ['by channel', 0, 'write'],
    ['by place', 1, 'write'],
  ] as const)(
    '%s, products stand in a column of their own, and values stay beside their weights',
    (_, stage, beat) => {
      const { staging } = at(separable, stepIn(separable.plan, beat, 0.1, { stage, ordinal: 2 }));
      const own = staging.tiles.filter(({ station, kind }) => station === 'bench' && kind === 'solid');
      const places = own.map(({ centre }) => centre.slice(0, 2).join());
      expect(new Set(places).size).toBe(places.length);
    },
  );

  it('shows the tensor between the stages once, at the same place before and after the change of stage', () => {
    const end = middleCells(at(separable, 243));
    const begin = middleCells(at(separable, 243 + 1e-4));
    expect(end).toHaveLength(3);
    expect(begin).toEqual(end);
  });

  it.each([
    ['before', 1, 'input', 0],
    ['after', 0, 'output', 1],
  ] as const)('where nothing works, %s the stage in hand, tensors stand near', (_, stage, tensor, other) => {
    const { staging, setting } = at(separable, stepIn(separable.plan, 'weigh', 0.5, { stage, ordinal: 2 }));
    const boxOf = (wanted: string, of: number) => {
      const { id } = setting.layout.volumes.find((each) => each.id.startsWith(`${of} ${wanted}`))!;
      return boxOfLattice(staging.volumes[id].lattice);
    };
    const waiting = boxOf(tensor, other);
    const middle = boxOf(tensor === 'input' ? 'input' : 'output', stage);
    const [left, right] = stage === 1 ? [waiting, middle] : [middle, waiting];
    expect(right.min[0] - left.max[0]).toBeGreaterThan(3);
    expect(right.min[0] - left.max[0]).toBeLessThan(7);
  });

  it('the first bench fades as the second stage begins, and is gone after its first beat', () => {
    const leaving = (step: number, still = false) => {
      const moment = separable.at(step);
      const setting = byChannelThenPlace(factsOf(moment));
      const { tiles } = setting.stage(moment, still);
      return tiles.filter(({ station, kind }) => station === 'aside' && kind === 'solid');
    };
    const beat = (share: number) => stepIn(separable.plan, 'filter', share, { stage: 1 });
    const [early, late] = [leaving(beat(0.2)), leaving(beat(0.8))];
    expect(early.length).toBeGreaterThanOrEqual(27);
    expect(late.length).toBe(early.length);
    expect(late[0].opacity).toBeLessThan(early[0].opacity);
    expect(early.every(({ target }) => target === undefined)).toBe(true);
    expect(leaving(beat(0.2), true)).toEqual([]);
    expect(leaving(stepIn(separable.plan, 'lift', 0.5, { stage: 1 }))).toEqual([]);
  });

  it('keeps the first result while the second stage runs', () => {
    const { staging, setting } = at(
      separable,
      stepIn(separable.plan, 'merge', 0.5, { stage: 1, ordinal: 5 }),
    );
    const middle = setting.layout.volumes.filter(
      ({ stage, lattice }) => stage === 1 && lattice.tensor === 'input',
    );
    expect(middle).toHaveLength(1);
    expect(staging.volumes[middle[0].id].done).toBe(Infinity);
    const output = setting.layout.volumes.find(
      ({ stage, lattice }) => stage === 1 && lattice.tensor === 'output',
    )!;
    expect(staging.volumes[output.id].done).toBe(5);
  });

  it('only the stage in hand has a bench; cameras of the bench and the output see nothing else', () => {
    for (const [stage, tensor] of [
      [0, 'input'],
      [1, 'input'],
    ] as const) {
      const step = stepIn(separable.plan, 'write', 0.5, { stage, ordinal: 9 });
      const { staging, setting } = at(separable, step);
      const targets = staging.tiles.flatMap(({ target }) => target ?? []);
      expect(new Set(targets.map((target) => target.stage))).toEqual(new Set([stage]));
      const own = setting.layout.volumes.filter(({ station }) => station !== 'aside');
      expect(new Set(own.map((volume) => volume.stage))).toEqual(new Set([stage]));
      expect(own.some(({ lattice }) => lattice.tensor === tensor)).toBe(true);
    }
  });

  it('a close-up of the mixing shows its table of weights and what comes of it, where there is room', () => {
    const moment = separable.at(stepIn(separable.plan, 'weigh', 0.5, { stage: 1 }));
    const closeUp = (width: number, height: number) => {
      const size = { width, height };
      const { layout } = byChannelThenPlace(factsOf(moment, { room: roomOf(size) }));
      return panesOf(layout, 'kernel', size).find(({ kind }) => kind === 'main')!;
    };
    expect(closeUp(680, 620).shows).toEqual(expect.arrayContaining(['input', 'bench', 'rack', 'output']));
    expect(closeUp(1200, 340).shows).toEqual(['bench', 'sum']);
    expect(closeUp(360, 400).shows).not.toContain('output');
  });

  it('names its three tensors and its costs', () => {
    const moment = separable.at(10);
    const { setting } = at(separable, 10);
    const size = { width: 905, height: 365 };
    const labels = labelsOf(
      setting.labels(moment),
      setting.layout,
      panesOf(setting.layout, 'overview', size),
    );
    expect(labels.map(({ key }) => key)).toEqual(
      expect.arrayContaining(['input', 'middle', 'output', 'costStandard']),
    );
    expect(labels.find(({ key }) => key === 'costStages')!.parameters).toEqual({ terms: '27 + 12 = 39' });
    expect(new Set(labels.map(({ id }) => id)).size).toBe(labels.length);
  });

  it('bars are in one scale, and the stages’ stand end to end when the run is over', () => {
    const bars = at(separable, separable.at(0).frame.steps).staging.tiles.filter(
      ({ kind }) => kind === 'bar',
    );
    const lengths = bars.map(({ size }) => size[0]);
    expect(lengths[1] / lengths[0]).toBeCloseTo(27 / 108, 10);
    expect(lengths[2] / lengths[0]).toBeCloseTo(12 / 108, 10);
    expect(bars[2].centre[0] - lengths[2] / 2).toBeCloseTo(bars[1].centre[0] + lengths[1] / 2, 10);
  });
});

describe('costs beside the convolution that the stages replace', () => {
  const costs = (...specs: ConvSpec[]) => costsOf(plan(specs));
  it.each([
    [
      [
        { input: [5, 5, 3], groups: 3, filters: 3 },
        { kernel: 1, filters: 4 },
      ],
      [27, 12],
      108,
    ],
    [
      [
        { input: [5, 5, 3], kernel: 1, filters: 4 },
        { groups: 4, filters: 4 },
      ],
      [12, 36],
      108,
    ],
    [[{ input: [5, 5, 1], kernel: [3, 1] }, { kernel: [1, 3] }], [3, 3], 9],
    [
      [
        { input: [5, 5, 3], kernel: [3, 1], groups: 3, filters: 3 },
        { kernel: [1, 3], groups: 3, filters: 3 },
      ],
      [9, 9],
      27,
    ],
    [
      [
        { input: [32, 32, 3], groups: 3, filters: 3, bias: true },
        { kernel: 1, filters: 64, bias: true },
      ],
      [30, 256],
      1792,
    ],
    [[{ input: [9, 9, 1] }, {}], [9, 9], null],
    [[{ input: [4, 4, 1], op: 'transposed' }, { kernel: 1 }], [9, 1], null],
  ] as [ConvSpec[], number[], number | null][])('%j', (specs, stages, replaced) => {
    expect(costs(...specs)).toEqual({ stages, total: stages.reduce((a, b) => a + b), replaced });
  });
});

const chains: ConvSpec[][] = [
  [
    { input: [5, 5, 3], kernel: 1, filters: 4 },
    { groups: 4, filters: 4 },
  ],
  [{ input: [5, 5, 1], kernel: [3, 1] }, { kernel: [1, 3] }],
  [
    { input: [6, 7, 3], kernel: [3, 1], groups: 3, filters: 3 },
    { kernel: [1, 3], groups: 3, filters: 6, padding: 1 },
  ],
  [
    { input: [9, 9, 2], filters: 3, bias: true },
    { filters: 2, stride: 2 },
    { kernel: 1, filters: 5, activation: 'relu' },
  ],
  [
    { input: [64, 64, 16], groups: 16, filters: 16, padding: 'same' },
    { kernel: 1, filters: 64 },
  ],
  [
    { input: [4, 4, 2], filters: 2 },
    { op: 'transposed', stride: 2, filters: 2 },
  ],
];

describe.each(chains)('any chain: %o %o', (...specs) => {
  const given = specs.filter((spec) => typeof spec === 'object');
  const example = smallIntegers(...given);

  it('at any step every volume has a state and every number is finite', async () => {
    const choreography = await choreographyFor(factsOf(example.at(0)));
    const { steps } = example.at(0).frame;
    for (let i = 0; i <= 30; i++) {
      const { setting, staging } = at(example, (i / 30) * steps, choreography);
      expect(numbersOf(staging).every(Number.isFinite)).toBe(true);
      expect(Object.keys(staging.volumes).sort()).toEqual(setting.layout.volumes.map(({ id }) => id).sort());
      const labels = setting.labels(example.at((i / 30) * steps));
      const ids = labels.map(({ key, id = key }) => id);
      expect(new Set(ids).size).toBe(ids.length);
      for (const { key, parameters = {} } of labels)
        expect(labelText({ key, parameters }, (words, given) => say('en', words, given), 0)).not.toMatch(
          /[{}]/,
        );
    }
  });

  it('stages stand in a row without overlap', async () => {
    const choreography = await choreographyFor(factsOf(example.at(0)));
    const { layout } = choreography(factsOf(example.at(example.at(0).frame.steps)));
    const lefts = layout.volumes
      .filter(({ lattice }) => lattice.tensor !== 'weights')
      .map(({ lattice }) => boxOfLattice(lattice).min[0]);
    expect(new Set(lefts).size).toBeGreaterThanOrEqual(given.length + 1);
    for (const box of Object.values(layout.bounds))
      expect([...box.min, ...box.max].every(Number.isFinite)).toBe(true);
  });
});

it('one stage needs no chain, and facts choose', async () => {
  const choose = async (...specs: ConvSpec[]) => choreographyFor(factsOf(smallIntegers(...specs).at(0)));
  expect(await choose({ input: [5, 5, 3], groups: 3, filters: 6 })).toBe(lanes);
  expect(await choose({ input: [5, 5, 3], kernel: 1, filters: 6 })).toBe(rod);
  expect(choreographyFor(factsOf(smallIntegers({ input: [5, 5, 1] }).at(0)))).toBe(standard);
});
