/** Blocks on their own, with the numbers that texts tell of them. */
import { describe, expect, it } from 'vitest';
import {
  addBneck,
  addInception,
  addInvertedResidual,
  buildMobileNetV2,
  Draft,
  totals,
  understand,
} from '../../src/networks/index.js';
import type { NetworkRow, Shape } from '../../src/networks/index.js';

function block(shape: Shape, add: (net: Draft) => void): readonly NetworkRow[] {
  const net = new Draft();
  net.add('input', { op: 'input', shape });
  add(net);
  const { rows, problems } = understand(net.spec);
  expect(problems).toEqual([]);
  return rows;
}

/** Weights of convolutions, without biases and norms. */
function weights(rows: readonly NetworkRow[]): number {
  const stages = rows.flatMap(({ stages: each, layer }) => (layer ? each : []));
  return stages.reduce(
    (sum, { weightShape }) => sum + weightShape.reduce((product, size) => product * size, 1),
    0,
  );
}

describe("GoogLeNet's module 3a", () => {
  const module = (reductions: 'with' | 'without'): readonly NetworkRow[] =>
    block([28, 28, 192], (net) => addInception(net, 'module', [64, 96, 128, 16, 32, 32], reductions));

  it('has 163,328 weights with its reductions', () => {
    const rows = module('with');
    expect(weights(rows)).toBe(163_328);
    expect(totals(rows).macs).toBe(128_049_152);
    expect(rows.at(-1)!.output).toEqual([28, 28, 256]);
  });

  it('narrows its third branch to 16 channels, not to 96', () => {
    expect(module('with').find(({ name }) => name === 'module.branch3_reduce')!.output).toEqual([28, 28, 16]);
  });

  it('would have 387,072 without them, and hand on all that it pools', () => {
    const rows = module('without');
    expect(weights(rows)).toBe(387_072);
    expect(rows.at(-1)!.output).toEqual([28, 28, 64 + 128 + 32 + 192]);
  });
});

describe('an inverted residual', () => {
  const residual = (channels: number, filters: number, stride: number): readonly NetworkRow[] =>
    block([28, 28, channels], (net) =>
      addInvertedResidual(net, 'block', { channels, expansion: 6, filters, stride }),
    );

  it('need not save weights: 8,208 for 24 channels, where a plain 3 × 3 layer has 5,184', () => {
    expect(weights(residual(24, 24, 1))).toBe(8208);
    const plain = block([28, 28, 24], (net) => net.add('plain', { op: 'conv', filters: 24, kernel: 3 }));
    expect(weights(plain)).toBe(5184);
  });

  it.each([
    [24, 24, 1, true],
    [24, 24, 2, false],
    [24, 32, 1, false],
  ])('from %i to %i channels with stride %i has a shortcut: %s', (channels, filters, stride, has) => {
    expect(residual(channels, filters, stride).some(({ kind }) => kind === 'add')).toBe(has);
  });

  it('ends without an activation', () => {
    const kinds = residual(24, 32, 1).map(({ kind }) => kind);
    expect(kinds.slice(-2)).toEqual(['pointwise', 'batch-norm']);
  });
});

it('builds MobileNet V2 from any table of t, c, n, s', () => {
  const { rows } = understand(
    buildMobileNetV2({}, [
      [1, 16, 1, 1],
      [4, 24, 3, 2],
    ]),
  );
  expect(rows.filter(({ kind }) => kind === 'depthwise').map(({ output }) => output)).toEqual([
    [112, 112, 32],
    [56, 56, 64],
    [56, 56, 96],
    [56, 56, 96],
  ]);
});

it('weighs the channels of a bneck by numbers of the whole plane', () => {
  const rows = block([14, 14, 16], (net) =>
    addBneck(net, 'block', 16, {
      kernel: 5,
      expanded: 64,
      filters: 16,
      squeezes: true,
      activation: 'h-swish',
      stride: 1,
    }),
  );
  const scale = rows.find(({ kind }) => kind === 'multiply')!;
  expect(scale).toMatchObject({
    inputs: [
      [1, 1, 64],
      [14, 14, 64],
    ],
    output: [14, 14, 64],
  });
  expect(rows.at(-1)!.kind).toBe('add');
});
