import { describe, expect, it } from 'vitest';
import { recipeOf, swapAll, swappables, swapped, totals, understand } from '../../src/networks/index.js';
import type { Network, NetworkSpec, Swap, Totals } from '../../src/networks/index.js';
import { goldenNetwork } from './golden.js';

interface Built extends Network {
  readonly spec: NetworkSpec;
}

function understood(spec: NetworkSpec): Built {
  const network = understand(spec);
  expect(network.problems).toEqual([]);
  return { spec, ...network };
}

const built = (id: string): Built => understood(recipeOf(id)!.build());

function after({ spec, rows }: Built, swaps: ReadonlyMap<string, Swap>): Built {
  return understood(swapped(spec, rows, swaps));
}

const all = (network: Built, to: Swap): Built => after(network, swapAll(network.rows, to));

/** Weights and biases, without what batch norm holds. */
function weights({ byKind, params }: Totals): number {
  return params - (byKind.get('batch-norm')?.params ?? 0);
}

describe('the VGG pair', () => {
  const [standard, separable] = [
    goldenNetwork('vgg-cifar').totals,
    goldenNetwork('vgg-cifar-separable').totals,
  ];

  it('turns one into the other and back', () => {
    const swappedNetwork = all(built('vgg-cifar'), 'separable');
    expect(swappedNetwork.spec).toEqual(built('vgg-cifar-separable').spec);
    expect(totals(swappedNetwork.rows)).toMatchObject({ params: separable.params, macs: separable.macs });
    const back = all(swappedNetwork, 'standard');
    expect(totals(back.rows)).toMatchObject({ params: standard.params, macs: standard.macs });
  });

  it('takes one layer at a time', () => {
    const network = after(built('vgg-cifar'), new Map([['block3_conv2', 'separable']]));
    expect(totals(network.rows).params).toBe(standard.params - 590_080 + 68_096);
    expect(network.rows.filter(({ kind }) => kind === 'separable').map(({ name }) => name)).toEqual([
      'block3_conv2',
    ]);
  });

  it('groups what can be grouped', () => {
    const network = all(built('vgg-cifar'), { groups: 4 });
    const kinds = network.rows
      .filter(({ stages, kind }) => stages.length > 0 && kind !== 'max-pool')
      .map(({ kind }) => kind);
    expect(kinds).toEqual(['standard', 'grouped', 'grouped', 'grouped', 'grouped', 'grouped', 'dense']);
    expect(totals(network.rows).byKind.get('grouped')!.params).toBe((1_145_408 - 1_792 - 832) / 4 + 832);
    expect(all(network, 'standard').rows.map(({ params }) => params)).toEqual(
      built('vgg-cifar').rows.map(({ params }) => params),
    );
  });
});

describe('MobileNet V1', () => {
  it('with full 3 × 3 layers costs what the founding text would have paid', () => {
    const network = all(built('mobilenet-v1'), 'standard');
    const sum = totals(network.rows);
    expect(weights(sum)).toBe(29_282_120);
    expect(sum.macs).toBe(4_867_293_184);
    expect(sum.macs / totals(built('mobilenet-v1').rows).macs).toBeCloseTo(8.56, 2);
    expect(network.rows.at(-1)!.output).toEqual([1000]);
  });

  it('is left alone where it is separable already', () => {
    const network = built('mobilenet-v1');
    const swaps = new Map(swapAll(network.rows, 'separable'));
    swaps.delete('conv1');
    expect(after(network, swaps).spec).toEqual(network.spec);
  });

  it('exchanges a depthwise layer together with the pointwise one behind it', () => {
    const unit = swappables(built('mobilenet-v1').rows).get('conv_pw_2');
    const rows = ['conv_dw_2', 'conv_dw_2_bn', 'conv_dw_2_relu', 'conv_pw_2'];
    expect(unit).toEqual({ rows, is: 'separable' });
    const network = after(built('mobilenet-v1'), new Map([['conv_pw_2', 'standard']]));
    const row = network.rows.find(({ name }) => name === 'conv_pw_2')!;
    expect(row).toMatchObject({
      kind: 'standard',
      inputs: [[112, 112, 64]],
      output: [56, 56, 128],
      params: 9 * 64 * 128,
    });
  });
});

it('keeps the shortcuts of MobileNet V2', () => {
  const network = all(built('mobilenet-v2'), 'standard');
  expect(network.rows.filter(({ kind }) => kind === 'add')).toHaveLength(10);
  expect(network.rows.filter(({ kind }) => kind === 'depthwise')).toHaveLength(0);
});

it('leaves a depthwise layer whose output is weighed by squeeze-and-excite', () => {
  const network = built('mobilenet-v3-large');
  const withSqueeze = network.rows.filter(({ kind }) => kind === 'multiply').length;
  const left = all(network, 'standard').rows.filter(({ kind }) => kind === 'depthwise');
  expect(left).toHaveLength(withSqueeze);
});

it('ignores names that cannot be exchanged', () => {
  const network = built('vgg-cifar');
  expect(
    after(
      network,
      new Map([
        ['dense', 'separable'],
        ['nowhere', 'separable'],
      ]),
    ).spec,
  ).toEqual(network.spec);
});
