/** Blocks on numbers: whole ones against PyTorch (tests/blocks/record.py), and each row against the rows that it reads. */
import { describe, expect, it } from 'vitest';
import golden from '../golden/block-runs.json';
import { reference } from '../../src/math/index.js';
import type { Tensor } from '../../src/math/index.js';
import { blockNamed, runBlock, type Block, type RunLayer } from '../../src/blocks/index.js';
import { understand } from '../../src/networks/index.js';
import type { NetworkRow } from '../../src/networks/index.js';
import { everySetting, settingText } from './settings.js';

const run: RunLayer = (plan, tensors) => Promise.resolve(reference(plan, tensors));

interface Ran {
  readonly rows: readonly NetworkRow[];
  readonly outputs: readonly Tensor[];
}

async function ran(block: Block, settings = {}, seed = 1): Promise<Ran> {
  const { rows } = understand(block.build(settings, 'small'));
  return { rows, outputs: await runBlock(rows, { run, seed }) };
}

function outputOf({ rows, outputs }: Ran, matches: (row: NetworkRow) => boolean): Tensor {
  return outputs[rows.findIndex(matches)];
}

describe('a whole block', () => {
  it.each(golden.cases)(
    '$block $settings ends as PyTorch has it',
    async ({ block, settings, shape, data }) => {
      const { outputs } = await ran(blockNamed(block)!, settings, golden.seed);
      const last = outputs[outputs.length - 1];
      expect(last.shape).toEqual(shape);
      data.forEach((wanted, cell) => expect(last.data[cell], `cell ${cell}`).toBeCloseTo(wanted, 4));
    },
  );
});

describe.each(everySetting)('$block.id $settings', ({ block, settings }) => {
  it('gives every row finite numbers of its shape', async () => {
    const { rows, outputs } = await ran(block, settings);
    expect(outputs.map(({ shape }) => shape.reduce((product, size) => product * size, 1))).toEqual(
      rows.map(({ output }) => output!.reduce((product, size) => product * size, 1)),
    );
    for (const [index, { data }] of outputs.entries()) {
      expect(data.every(Number.isFinite), rows[index].name).toBe(true);
      expect(new Set(data).size, rows[index].name).toBeGreaterThan(1);
    }
  });

  it('hands each layer to the engine once, and none else', async () => {
    const { rows } = understand(block.build(settings, 'small'));
    const stages: number[] = [];
    await runBlock(rows, {
      run: (plan, tensors) => {
        stages.push(plan.stages.length);
        return run(plan, tensors);
      },
      seed: 1,
    });
    expect(stages).toEqual(rows.filter(({ layer }) => layer).map(({ stages: each }) => each.length));
  });
});

it('is the same for the same seed, and another for another', async () => {
  const block = blockNamed('inverted-residual')!;
  const [one, again, other] = await Promise.all([ran(block), ran(block), ran(block, {}, 2)]);
  expect(again.outputs).toEqual(one.outputs);
  expect(other.outputs.at(-1)).not.toEqual(one.outputs.at(-1));
});

it('passes on what the engine rejects with', async () => {
  const { rows } = understand(blockNamed('bneck')!.build({}, 'small'));
  const lost = new Error('lost');
  await expect(runBlock(rows, { run: () => Promise.reject(lost), seed: 1 })).rejects.toBe(lost);
});

describe('squeeze and excite', () => {
  it('multiplies each channel by one number between 0 and 1', async () => {
    const result = await ran(blockNamed('bneck')!);
    const product = result.rows.findIndex(({ kind }) => kind === 'multiply');
    const [scale, whole] = result.rows[product].from.map((source) => result.outputs[source].data);
    expect(scale.every((factor) => factor >= 0 && factor <= 1)).toBe(true);
    result.outputs[product].data.forEach((value, cell) =>
      expect(value).toBe(Math.fround(whole[cell] * scale[cell % scale.length])),
    );
  });
});

it('a softmax adds up to 1', async () => {
  const result = await ran(blockNamed('head')!);
  const shares = outputOf(result, ({ kind }) => kind === 'softmax').data;
  expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 6);
});

it('names its settings apart', () => {
  const texts = everySetting.map(settingText);
  expect(new Set(texts).size).toBe(texts.length);
});
