/** Blocks and what they cost, with the numbers that papers and texts tell of them. */
import { describe, expect, it } from 'vitest';
import {
  blockNamed,
  blockOfNetwork,
  blocks,
  costOf,
  kernelWeights,
  plainLayerCost,
} from '../../src/blocks/index.js';
import { recipeOf, understand } from '../../src/networks/index.js';
import type { NetworkRow } from '../../src/networks/index.js';
import { everySetting } from './settings.js';

function paperRows(id: string, settings = {}): readonly NetworkRow[] {
  return understand(blockNamed(id)!.build(settings, 'paper')).rows;
}

const kindsOf = (rows: readonly NetworkRow[]) => rows.map(({ kind }) => kind);

describe.each(everySetting)('$block.id $settings', ({ block, settings }) => {
  it('is the same block in both sizes, and without problems', () => {
    const [paper, small] = (['paper', 'small'] as const).map((size) =>
      understand(block.build(settings, size)),
    );
    expect([...paper.problems, ...small.problems]).toEqual([]);
    const form = ({ name, from, kind }: NetworkRow) => ({ name, from, kind });
    expect(small.rows.map(form)).toEqual(paper.rows.map(form));
  });

  it('is small enough to see every number', () => {
    const { rows } = understand(block.build(settings, 'small'));
    const cells = rows.map(({ output }) => output!.reduce((product, size) => product * size, 1));
    expect(Math.max(...cells)).toBeLessThanOrEqual(700);
  });

  it('uses its defaults for what is left open', () => {
    const defaults = Object.fromEntries(block.knobs.map(({ name, default: usual }) => [name, usual]));
    expect(block.build({}, 'paper')).toEqual(block.build(defaults, 'paper'));
  });
});

describe('an Inception module', () => {
  it('saves weights by its reductions: 163,328 against 387,072', () => {
    expect(kernelWeights(paperRows('inception'))).toBe(163_328);
    expect(kernelWeights(paperRows('inception', { reductions: 'without' }))).toBe(387_072);
  });

  it('narrows its third branch to 28×28×16', () => {
    const branch = paperRows('inception').find(({ name }) => name.endsWith('branch3_reduce'))!;
    expect(branch.output).toEqual([28, 28, 16]);
  });
});

it('two 3×3 layers cost 18 weights where one of 5×5 costs 25', () => {
  const [one, two] = ['one', 'two'].map((as) => kernelWeights(paperRows('five-by-five', { as })));
  expect(two / one).toBe(18 / 25);
});

describe('an inverted residual', () => {
  it('need not save weights by itself: 8,208 against 5,184', () => {
    const rows = paperRows('inverted-residual');
    expect(kernelWeights(rows)).toBe(8208);
    expect(plainLayerCost(rows)!.weights).toBe(5184);
  });

  it.each([
    [{}, true],
    [{ stride: 2 }, false],
    [{ output: 'other' }, false],
    [{ stride: 2, output: 'other' }, false],
  ])('with %j has a shortcut: %s', (settings, has) => {
    expect(kindsOf(paperRows('inverted-residual', settings)).includes('add')).toBe(has);
  });

  it('has no activation behind its last layer', () => {
    expect(kindsOf(paperRows('inverted-residual')).slice(-3)).toEqual(['pointwise', 'batch-norm', 'add']);
  });
});

it('towers that are alike cost as much as one 1×1 layer and three groups', () => {
  const [towers, joined] = ['simplified', 'one-pointwise'].map((step) =>
    costOf(paperRows('to-separable', { step })),
  );
  expect(joined.params).toBe(towers.params);
  expect(joined.macs).toBe(towers.macs);
});

it('a plain layer is compared where one fits: not with a head', () => {
  expect(plainLayerCost(paperRows('head'))).toBeNull();
  expect(plainLayerCost(paperRows('bottleneck', { stride: 2 }))!.weights).toBe(9 * 256 * 512);
});

it('a head that flattens its plane has a weight for each place of it', () => {
  const [mean, flat] = ['mean', 'flatten'].map((list) => costOf(paperRows('head', { list })));
  expect(flat.weights).toBe(49 * mean.weights);
});

it("Xception's flows are those of the whole network", () => {
  expect(kindsOf(paperRows('xception')).filter((kind) => kind === 'separable')).toHaveLength(3);
  expect(paperRows('xception', { flow: 'entry' }).at(-1)!.output).toEqual([37, 37, 256]);
  expect(kindsOf(paperRows('xception', { flow: 'exit' })).slice(-3)).toEqual([
    'global-average-pool',
    'dense',
    'softmax',
  ]);
});

describe('the networks of a block', () => {
  it('are known, and lead to no other block', () => {
    const ids = blocks.flatMap(({ networks }) => networks);
    expect(ids.filter((id) => recipeOf(id) === undefined)).toEqual([]);
    expect(new Set(ids).size).toBe(ids.length);
    expect(blockOfNetwork('mobilenet-v2')?.id).toBe('inverted-residual');
    expect(blockOfNetwork('vgg16')).toBeUndefined();
  });

  it('hold the rows that the block has, one after the other', () => {
    const kinds = (id: string) =>
      understand(recipeOf(id)!.build())
        .rows.map(({ kind }) => kind)
        .join(' ');
    const without = (id: string) => kindsOf(paperRows(id)).slice(1).join(' ');
    for (const id of ['inception', 'inverted-residual', 'bneck', 'bottleneck', 'mobilenet-v1', 'xception']) {
      const { networks } = blockNamed(id)!;
      expect(
        networks.some((network) => kinds(network).includes(without(id))),
        id,
      ).toBe(true);
    }
  });
});
