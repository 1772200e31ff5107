/** Random page states, as a link gives them back: nothing that is said by itself, numbers that fit the layer. */
import fc from 'fast-check';
import { documentOfContent, planOf } from '../../src/address/content-document.js';
import { hideNames } from '../../src/address/hiding.js';
import {
  cameras,
  explorerViews,
  laboratoryNames,
  type PageLook,
  type PageState,
} from '../../src/address/page-state.js';
import type { DataSource, StageWeights, WeightGenerator } from '../../src/session/document.js';
import { stepsOf } from '../../src/timeline/position.js';
import { kernelIds } from '../../src/media/kernels.js';
import { presets } from '../../src/variants/presets.js';
import type { LayerSpec } from '../../src/variants/types.js';
import { randomLayer, variantNames } from '../fixtures/random-layer.js';

const finite = fc.float({ noNaN: true, noDefaultInfinity: true });
/** Typed numbers are small and whole; those of a file are anything. */
const number = fc.oneof(fc.integer({ min: -9, max: 9 }), finite);
const seed = fc.integer({ min: 0, max: 2 ** 32 - 1 });

const numbers = (length: number) =>
  fc
    .oneof(
      fc.array(number, { minLength: length, maxLength: length }),
      fc.array(finite, { minLength: length, maxLength: length }),
      number.map((value) => Array.from({ length }, () => value)),
    )
    .map((values) => Float32Array.from(values));

const generator: fc.Arbitrary<WeightGenerator> = fc.oneof(
  fc.constant({ kind: 'example' as const }),
  fc.constantFrom(...kernelIds).map((name) => ({ kind: 'kernel' as const, name })),
  seed.map((each) => ({ kind: 'random' as const, seed: each })),
  fc.constantFrom('counting' as const, 'mixing' as const).map((name) => ({ kind: 'example' as const, name })),
);

/** A random legal layer of every variant, as a link says it. */
export const layer: fc.Arbitrary<LayerSpec> = fc
  .record({ variant: fc.constantFrom(...variantNames), seed: fc.nat(5000) })
  .map((given) => randomLayer(given.variant, given.seed).layer);

const sampleSource = fc.oneof(
  fc.constantFrom('disc', 'digit-7', 'random').map((name) => ({ kind: 'sample' as const, name })),
  seed.map((each) => ({ kind: 'sample' as const, name: 'random', seed: each })),
);

const oneIn = fc.integer({ min: 0, max: 3 }).map((dice) => dice === 0);

function contentFor(given: LayerSpec): fc.Arbitrary<PageState> {
  const { stages } = planOf(documentOfContent({ layer: given }));
  const shape = stages[0].input.slice(1);
  const size = (sizes: readonly number[]): number => sizes.reduce((all, each) => all * each, 1);
  const data: fc.Arbitrary<DataSource> = fc
    .record({ data: numbers(size(shape)), basis: fc.option(sampleSource, { nil: undefined }) })
    .map(({ data: values, basis }) => ({
      kind: 'data',
      tensor: { shape, data: values },
      label: '',
      ...(basis ? { basis } : {}),
    }));
  const weights = fc.tuple(
    ...stages.map((stage): fc.Arbitrary<StageWeights> =>
      fc
        .record({
          generator,
          own: oneIn,
          ownBias: oneIn,
          values: numbers(size(stage.weightShape)),
          bias: numbers(stage.filters),
        })
        .map((drawn) => ({
          generator: drawn.generator,
          ...(drawn.own ? { weights: { shape: stage.weightShape, data: drawn.values } } : {}),
          ...(drawn.ownBias && stage.bias ? { bias: { shape: [stage.filters], data: drawn.bias } } : {}),
        })),
    ),
  );
  return fc.record(
    {
      layer: fc.constant(given),
      source: fc.oneof(sampleSource, data),
      weights,
      walk: fc.constantFrom('output' as const, 'input' as const),
    },
    { requiredKeys: ['layer'] },
  );
}

/** Several words of a list, in its order. */
const someOf = <Word extends string>(words: readonly Word[]) =>
  fc.subarray([...words]) as fc.Arbitrary<Word[]>;

const lookWithoutRun: fc.Arbitrary<PageLook> = fc.record(
  {
    camera: fc.constantFrom(...cameras),
    views: someOf(explorerViews),
    language: fc.constantFrom('en' as const, 'zh' as const),
    theme: fc.constantFrom('paper' as const, 'board' as const),
    dialect: fc.constantFrom('pytorch' as const, 'paddle' as const),
    colourRange: fc.constantFrom('channel' as const, 'locked' as const),
    decimals: fc.constantFrom(0 as const, 1 as const, 2 as const, 3 as const, 4 as const),
    playbackRate: fc.constantFrom(0.25, 0.5, 2, 7.5),
    hidden: someOf(hideNames).filter((names) => names.length > 0),
  },
  { requiredKeys: [] },
);

/** Where the run stands and which cell is pinned. */
function runFor(content: PageState): fc.Arbitrary<PageLook> {
  const document = documentOfContent(content);
  const plan = planOf(document);
  const stage = plan.stages.at(-1)!;
  const cellIn = (shape: readonly number[]) =>
    fc.tuple(...shape.map((size) => fc.integer({ min: 0, max: size - 1 })));
  const output = cellIn(stage.output).map((index) => ({
    stage: stage.index,
    tensor: 'output' as const,
    index,
  }));
  const weight = fc
    .tuple(cellIn(stage.weightShape), cellIn(stage.input), cellIn(stage.output))
    .map(([index, input, result]) => ({
      stage: stage.index,
      tensor: 'weights' as const,
      index,
      pair: { input, output: result },
    }));
  return fc.record(
    {
      step: fc.integer({ min: 1, max: Math.max(1, stepsOf(plan, document.walk)) }),
      selection: fc.oneof(output, weight),
    },
    { requiredKeys: [] },
  ) as unknown as fc.Arbitrary<PageLook>;
}

const attribute = fc.stringMatching(/^[a-z][a-z-]{0,9}$/);
const settingText = fc.oneof(
  fc.constantFrom('', '3', '1 2 3', '3 3/2 t4/2p1+1', '0;1;2', '100 %', '%3B', 'a:b', '[[1, 2],\n[3, 4]]'),
  fc.string({ maxLength: 12 }),
);

const laboratory: fc.Arbitrary<PageLook> = fc
  .record({
    laboratory: fc.constantFrom(...laboratoryNames),
    settings: fc.array(fc.tuple(attribute, settingText), { minLength: 1, maxLength: 5 }),
    own: fc.boolean(),
  })
  .map(({ laboratory: name, settings, own }) => ({
    laboratory: name,
    ...(own ? { laboratorySettings: Object.fromEntries(settings) } : {}),
  }));

const content: fc.Arbitrary<PageState> = fc.oneof(
  fc.constant({}),
  fc.constantFrom(...presets).map(({ id }) => ({ preset: id })),
  layer.chain(contentFor),
);

export const state: fc.Arbitrary<PageState> = content.chain((each) =>
  fc
    .tuple(runFor(each), lookWithoutRun, fc.option(laboratory, { nil: {} }))
    .map(([run, look, place]) => ({ ...each, ...run, ...look, ...place })),
);
