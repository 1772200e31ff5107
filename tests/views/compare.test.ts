import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { counts, plan, tensor, type ConvSpec, type Tensor } from '../../src/math/index.js';
import { benchOf } from '../../src/views/compare/bench.js';
import { advanceTick, placeAt, placesAfter, ticksInRow, ticksOf } from '../../src/views/compare/clock.js';
import { windowFrame } from '../../src/views/compare/frames.js';
import { namesOf } from '../../src/views/compare/names.js';
import { resultsAt, verdictAt } from '../../src/views/compare/results.js';
import { ruleSentence } from '../../src/views/compare/rule.js';
import { compareSentence } from '../../src/views/compare/sentence.js';
import { usefulUpTo } from '../../src/views/compare/useful.js';
import { anyCase } from '../fixtures/random-spec.js';
import { composed, layerOf, mixing, slices, type Layer } from './compare-numbers.js';
import { chinese, english, threeTextures } from './moments.js';

const SEED = 20240612;
const input = threeTextures();
const standardOf = (weights: Tensor): Layer =>
  layerOf([{ input: [5, 5, 3], filters: 4 }], input, [{ weights }]);
const standard = standardOf(composed);
const separable = layerOf(
  [
    { input: [5, 5, 3], filters: 3, groups: 3 },
    { kernel: 1, filters: 4 },
  ],
  input,
  [{ weights: slices }, { weights: mixing }],
);
const both = [
  { name: 'standard', ...standard },
  { name: 'separable', ...separable },
];

describe('the shared clock', () => {
  it('has a tick for every place of the last output, and earlier stages go along', () => {
    expect(ticksOf([standard.plan, separable.plan])).toBe(9);
    const stage = separable.plan.stages[0];
    expect(placeAt(stage, { at: 0, of: 9 })).toBeNull();
    expect([0.4, 1, 4.2, 9].map((at) => placeAt(stage, { at, of: 9 })!.slice(1, 3))).toEqual([
      ...[[0, 0], [0, 0], [1, 1], [2, 2]], // prettier-ignore
    ]);
  });

  it('lets maps of different size share the fraction of their places', () => {
    const [small, large] = [2, 1].map((stride) => plan({ input: [7, 7, 1], stride }));
    expect([ticksOf([small, large]), ticksInRow([small, large])]).toEqual([25, 5]);
    const [stage] = small.stages;
    expect([1, 12, 13, 24, 25].map((tick) => placesAfter(stage, tick, 25))).toEqual([1, 5, 5, 9, 9]);
  });

  it('plays every tick, the first ones slowly, and stops at the end', () => {
    expect(advanceTick({ at: 0, of: 9 }, 2400)).toBeCloseTo(1, 9);
    expect(advanceTick({ at: 8.5, of: 9 }, 60_000)).toBe(9);
    expect(advanceTick({ at: 9 - 1e-10, of: 9 }, 130), 'a rounding before the end').toBe(9);
    const inOne = advanceTick({ at: 0, of: 9 }, 5000);
    const inTwo = advanceTick({ at: advanceTick({ at: 0, of: 9 }, 1234), of: 9 }, 5000 - 1234);
    expect(inTwo).toBeCloseTo(inOne, 9);
  });
});

describe('the benches', () => {
  it('hold as many products as the layer has at a place: 108 against 27 + 12', () => {
    const clock = { at: 1, of: 9 };
    const products = (layer: Layer): number[] => benchOf(layer.stages, clock).map((bench) => bench.products);
    expect([products(standard), products(separable)]).toEqual([[108], [27, 12]]);
    const [first, second] = benchOf(separable.stages, clock);
    expect(first.rows.map(({ result }) => result)).toEqual([10, 5, 3]);
    expect(first.rows.map((row) => row.slices.map((slice) => slice?.values.length ?? 0))).toEqual([
      ...[[9, 0, 0], [0, 9, 0], [0, 0, 9]], // prettier-ignore
    ]);
    expect(second.windows.map(({ values }) => values)).toEqual([[10], [5], [3]]);
    expect(second.rows.map(({ result }) => result)).toEqual([18, 13, 1, 17]);
  });

  it('add up: windows times slices is the result, at every place of any layer', () => {
    fc.assert(
      fc.property(anyCase(), fc.nat(), ({ spec, integers: { input: read, stages } }, seed) => {
        const [{ weights }] = stages;
        const layer = layerOf([{ ...spec, bias: false, activation: 'none' }], read, [{ weights }]);
        const of = ticksOf([layer.plan]);
        const [bench] = benchOf(layer.stages, { at: 1 + (seed % of), of });
        fc.pre(bench.hiddenColumns === 0);
        for (const { slices: row, result } of bench.rows) {
          const sums = row.map((slice, c) =>
            (slice?.values ?? []).reduce(
              (sum, weight, tap) => sum + weight * (bench.windows[c].values[tap] ?? 0),
              0,
            ),
          );
          expect(sums.reduce((sum, part) => sum + part, 0) + 0).toBe(result! + 0);
        }
      }),
      { seed: SEED, numRuns: 60 },
    );
  });

  it('fill from stage to stage while a place is in hand, and give no result before its products', () => {
    const landed = (at: number): number =>
      benchOf(separable.stages, { at, of: 9 })
        .flatMap(({ rows }) => rows.flatMap((row) => row.slices))
        .reduce((sum, slice) => sum + (slice?.landed ?? 0), 0);
    expect([landed(0), landed(2 / 3), landed(1)]).toEqual([0, 26, 39]);
    const [first, second] = benchOf(separable.stages, { at: 2 / 3, of: 9 });
    expect(first.rows.map(({ result }) => result)).toEqual([10, 5, null]);
    expect([first.ready, second.ready, second.rows.every(({ result }) => result === null)]).toEqual([
      true,
      false,
      true,
    ]);
    expect(benchOf(separable.stages, { at: 27 / 39, of: 9 }).map(({ ready }) => ready)).toEqual([true, true]);
  });

  it('draw some of many filters and channels, and say how many more there are', () => {
    const wide = layerOf([{ input: [3, 3, 9], filters: 64 }], tensor([1, 3, 3, 9], 1), [
      { weights: tensor([3, 3, 9, 64], 1) },
    ]);
    const [bench] = benchOf(wide.stages, { at: 1, of: 1 });
    expect([bench.rows.length, bench.hiddenRows, bench.windows.length, bench.hiddenColumns]).toEqual([
      6, 58, 6, 3,
    ]);
    expect(bench.products).toBe(9 * 9 * 64);
  });

  it('show where the window stands, and which cells a dilated kernel reads', () => {
    const { stages } = plan({ input: [7, 7, 1], dilation: 2, padding: 1 });
    const frame = windowFrame(stages[0], { at: 1, of: 25 })!;
    expect([frame.row, frame.column, frame.height, frame.width]).toEqual([-1, -1, 5, 5]);
    expect(frame.cells).toEqual([[1, 1], [1, 3], [3, 1], [3, 3]]); // prettier-ignore
  });
});

describe('the results at one place', () => {
  it('are equal where the standard weights are M·D, and else not', () => {
    const clock = { at: 1, of: 9 };
    expect(resultsAt(standard.stages, clock)).toEqual([18, 13, 1, 17]);
    expect(verdictAt([standard.stages, separable.stages], clock)).toBe('equal');
    const changed = tensor(composed.shape, Float32Array.from(composed.data));
    changed.data[0] += 1;
    const other = standardOf(changed);
    expect(verdictAt([other.stages, separable.stages], { at: 2, of: 9 })).toBe('different');
    const small = layerOf([{ input: [5, 5, 3], filters: 2 }], input, [{ weights: tensor([3, 3, 3, 2], 1) }]);
    expect(verdictAt([standard.stages, small.stages], clock)).toBe('incomparable');
  });

  it('are said in one sentence, in both languages', () => {
    expect(compareSentence(both, { at: 1, of: 9 }, english)).toBe(
      'Position 1 of 9: standard 108 multiply-adds, separable 39; the 4 results are equal.',
    );
    expect(
      compareSentence(
        both.map((layer, i) => ({ ...layer, name: ['标准卷积', '可分离'][i] })),
        { at: 1, of: 9 },
        chinese,
      ),
    ).toBe('第 1 个位置（共 9 个）：标准卷积 108 次乘加，可分离 39 次；4 个结果相同。');
    expect(compareSentence(both, { at: 0.5, of: 9 }, english)).toBe(
      'Position 1 of 9: standard 108 multiply-adds, separable 39.',
    );
    expect(compareSentence(both, { at: 9, of: 9 }, english)).toMatch(
      /All positions done: 972 against 351\.$/,
    );
    expect(ruleSentence(both, english)).toBe(
      'Multiply-adds = weights × output positions: 108 × 9 = 972, (27 + 12) × 9 = 351.',
    );
  });
});

describe('the work at a place', () => {
  it('is told with its share on real cells where zeros are among it', () => {
    const read = tensor([1, 2, 2, 1], [1, 2, 3, 5]);
    const kernel = tensor([3, 3, 1, 1], [1, 2, 3, 4, 5, 6, 7, 8, 9]);
    const layers = [
      {
        name: 'transposed',
        ...layerOf([{ op: 'transposed', input: [2, 2, 1], stride: 2 }], read, [{ weights: kernel }]),
      },
      { name: 'padded', ...layerOf([{ input: [2, 2, 1], padding: 1 }], read, [{ weights: kernel }]) },
    ];
    expect(compareSentence(layers, { at: 13, of: 25 }, english)).toBe(
      'Position 13 of 25: transposed 9 multiply-adds (4 on real cells), padded 9 (4 on real cells).',
    );
  });
});

describe('useful products', () => {
  it('are those of real cells, counted place by place; all places make the total', () => {
    const [stage] = plan({ input: [6, 6, 1], padding: 'same', stride: 2 }).stages;
    expect([1, 2, 3, 9].map((places) => usefulUpTo(stage, places))).toEqual([9, 18, 24, 64]);
    fc.assert(
      fc.property(anyCase(), ({ spec }) => {
        const planned = plan(spec);
        const [{ output }] = planned.stages;
        expect(usefulUpTo(planned.stages[0], output[0] * output[1] * output[2])).toBe(
          counts(planned).usefulMacs,
        );
      }),
      { seed: SEED, numRuns: 60 },
    );
  });
});

describe('names', () => {
  const layer = (variant: 'dilated' | 'strided', spec: ConvSpec, label = '') => ({
    variant,
    label,
    stages: plan({ input: [7, 7, 1], ...spec }).stages,
  });

  it('are the variants’, with the settings in which two of the same differ', () => {
    const layers = [
      layer('dilated', { dilation: 1 }),
      layer('dilated', { dilation: 2 }),
      layer('strided', { stride: 2 }),
    ];
    expect(namesOf(layers, english)).toEqual([
      ...['dilated (dilation rate 1)', 'dilated (dilation rate 2)', 'strided'],
    ]);
    expect(namesOf([layer('dilated', {}, 'mine'), layer('dilated', { dilation: 2 })], english)).toEqual([
      ...['mine', 'dilated'],
    ]);
  });
});
