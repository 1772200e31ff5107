/** Scatter and gather as linked views: what pointing lights up and finds; and how much they draw of large stages. */
import { describe, expect, it } from 'vitest';
import { startOfCellAt, stepsOf } from '../../src/timeline/position.js';
import type { Moment } from '../../src/timeline/types.js';
import type { Road } from '../../src/views/scene/choreography/choreography.js';
import { cellCentre } from '../../src/views/scene/layout/lattice.js';
import type { Vector } from '../../src/views/scene/layout/space.js';
import { pickTarget } from '../../src/views/scene/picking.js';
import type { Staging, Target } from '../../src/views/scene/staging.js';
import { smallIntegers, stepIn, transposedExample } from './scene-moment.js';
import { settingOf, stagingOf as stage } from './transposed-staging.js';

/** What stands at a place, seen from the front. */
function under(road: Road, moment: Moment, [x, y]: Vector): Target | null {
  const ray = { origin: [x, y, 40], direction: [0, 0, -1] } as const;
  return pickTarget(ray, settingOf(road, moment).layout, stage(road, moment));
}

function finished(): Moment {
  const { at, plan } = transposedExample();
  return at(stepsOf(plan, 'input'), null, 'input');
}

describe('pointing', () => {
  const pair = { input: [0, 0, 1, 0], output: [0, 2, 2, 0] } as const;
  const weight = [2, 0, 0, 0];
  const lit = ({ tiles }: Staging) => tiles.filter(({ glow, tone }) => glow === 1 && tone === 'accent');

  it.each(['scatter', 'gather'] as const)(
    '%s: one product lights its weight, its two cells and itself',
    (road) => {
      const { at, plan } = transposedExample();
      const step = stepIn(plan, 'weigh', 1, { ordinal: 12 });
      const selection = { stage: 0, tensor: 'weights', index: weight, pair, pinned: false } as const;
      const staging = stage(road, at(step, selection));
      const products = lit(staging).filter(({ target }) => target?.pair);
      expect(new Set(products.map(({ text }) => text))).toEqual(new Set(['14']));
      const kernel = lit(staging).filter(({ target }) => target?.tensor === 'weights' && !target.pair);
      expect(new Set(kernel.map(({ text }) => text))).toEqual(new Set(['7']));
      expect(staging.volumes['input'].lit).not.toBeNull();
    },
  );

  it('lights what an input cell feeds, piles and their counts included', () => {
    const { at, plan } = transposedExample();
    const selection = { stage: 0, tensor: 'input', index: [0, 0, 1, 0], pinned: false } as const;
    const staging = stage('scatter', at(startOfCellAt(plan, 0, 4, 'input'), selection, 'input'));
    const outputs = lit(staging).filter(
      ({ target, kind }) => target?.tensor === 'output' && kind === 'solid',
    );
    expect(outputs.map(({ text }) => text)).toEqual(['5', '4', '6', '14', '10', '12', '37', '26', '33']);
  });

  it('lights the weights that an output cell uses, and none that meets a zero', () => {
    const { at, plan } = transposedExample();
    const selection = { stage: 0, tensor: 'output', index: [0, 2, 2, 0], pinned: false } as const;
    const staging = stage('scatter', at(stepsOf(plan, 'input'), selection, 'input'));
    const weights = lit(staging).filter(({ target }) => target?.tensor === 'weights');
    expect(weights.map(({ text }) => text)).toEqual(['1', '3', '7', '9']);
  });

  it.each(['scatter', 'gather'] as const)('%s: finds a product as one use of its weight', (road) => {
    const { at, plan } = transposedExample();
    const moment = at(stepIn(plan, 'weigh', 1, { ordinal: 12 }));
    const product = stage(road, moment).tiles.find(({ text, target }) => text === '14' && target?.pair)!;
    const found = { stage: 0, tensor: 'weights', index: weight, pair };
    expect(under(road, moment, product.centre)).toEqual(found);
  });

  it('finds piles', () => {
    const moment = finished();
    const { tiles } = stage('scatter', moment);
    const pile = tiles.find(({ text, target }) => text === '37' && target?.tensor === 'output')!;
    expect(under('scatter', moment, pile.centre)).toMatchObject({ tensor: 'output', index: [0, 2, 2, 0] });
  });

  it('finds cells that have moved apart', () => {
    const moment = finished();
    const { lattice } = stage('gather', moment).volumes['stretched'];
    const centre = cellCentre(lattice, [1, 0, 0, 0]);
    expect(under('gather', moment, centre)).toMatchObject({ tensor: 'input', index: [0, 0, 1, 0] });
  });
});

describe('large stages', () => {
  it.each([
    ['64×64', { input: [64, 64, 2], filters: 2 }],
    ['64 channels', { input: [4, 4, 64], filters: 64 }],
  ] as const)('%s: few tiles and lines on both roads', (_, spec) => {
    const { at, plan } = smallIntegers({ op: 'transposed', stride: 2, ...spec });
    for (const walk of ['input', 'output'] as const)
      for (const road of ['scatter', 'gather'] as const) {
        const moment = at(startOfCellAt(plan, 0, 30, walk) + 3, null, walk);
        const { tiles, lines } = stage(road, moment);
        expect([road, walk, tiles.length < 1200, lines.length < 3000]).toEqual([road, walk, true, true]);
      }
  });
});
