import { Draft } from '../draft.js';
import type { NetworkSpec, PoolLayer } from '../types.js';
import { classes, kerasApplications, resolution } from './recipe.js';
import type { Recipe } from './recipe.js';

export interface InceptionV3Options {
  readonly resolution: number;
  readonly classes: number;
}

/** A convolution of a branch; the plane keeps its size unless the layer strides, and then nothing is padded. */
type Link = readonly [
  suffix: string,
  filters: number,
  kernel: number | readonly [number, number],
  stride?: number,
];

const smoothing: PoolLayer = { op: 'average-pool', kernel: 3, stride: 1, padding: 1 };
const halving: PoolLayer = { op: 'max-pool', kernel: 3, stride: 2 };

/** The network while it grows: convolutions come with batch norm and ReLU, modules join their branches. */
class Inception {
  readonly net = new Draft();

  conv(
    name: string,
    filters: number,
    kernel: Link[2],
    stride = 1,
    padding: 'symmetric' | 'valid' = 'symmetric',
    from = this.net.last,
  ): string {
    this.net.add(`${name}.conv`, { op: 'conv', filters, kernel, stride, padding }, [from]);
    this.net.add(`${name}.bn`, { op: 'batch-norm' });
    return this.net.add('relu', { op: 'activation', activation: 'relu' });
  }

  /** Convolutions one after the other, from a row on. */
  chain(from: string, links: readonly Link[]): string {
    return links.reduce(
      (last, [suffix, filters, kernel, stride = 1]) =>
        this.conv(
          `${this.net.block}.${suffix}`,
          filters,
          kernel,
          stride,
          stride === 1 ? 'symmetric' : 'valid',
          last,
        ),
      from,
    );
  }

  /** A pool, and the 1 × 1 convolution that follows it where the plane keeps its size. */
  poolBranch(from: string, filters: number): string {
    const pool = this.net.add('avg_pool2d', smoothing, [from]);
    return this.chain(pool, [['branch_pool', filters, 1]]);
  }

  join(rows: readonly string[]): string {
    return this.net.add('cat', { op: 'concat' }, rows);
  }

  module(name: string, branches: (input: string) => readonly string[]): void {
    const input = this.net.last;
    this.net.block = name;
    this.join(branches(input));
    this.net.block = undefined;
  }
}

/** Figure 5: a 5 × 5 layer, and its replacement by two 3 × 3 layers. */
function addFiveByFive(inception: Inception, name: string, pooled: number): void {
  inception.module(name, (input) => [
    inception.chain(input, [['branch1x1', 64, 1]]),
    inception.chain(input, [
      ['branch5x5_1', 48, 1],
      ['branch5x5_2', 64, 5],
    ]),
    inception.chain(input, [
      ['branch3x3dbl_1', 64, 1],
      ['branch3x3dbl_2', 96, 3],
      ['branch3x3dbl_3', 96, 3],
    ]),
    inception.poolBranch(input, pooled),
  ]);
}

/** Figure 6: 7 × 7 layers as 1 × 7 and 7 × 1 ones, of `width` filters inside. */
function addSevenBySeven(inception: Inception, name: string, width: number): void {
  inception.module(name, (input) => [
    inception.chain(input, [['branch1x1', 192, 1]]),
    inception.chain(input, [
      ['branch7x7_1', width, 1],
      ['branch7x7_2', width, [1, 7]],
      ['branch7x7_3', 192, [7, 1]],
    ]),
    inception.chain(input, [
      ['branch7x7dbl_1', width, 1],
      ['branch7x7dbl_2', width, [7, 1]],
      ['branch7x7dbl_3', width, [1, 7]],
      ['branch7x7dbl_4', width, [7, 1]],
      ['branch7x7dbl_5', 192, [1, 7]],
    ]),
    inception.poolBranch(input, 192),
  ]);
}

/** Figure 7: 3 × 3 layers as a 1 × 3 and a 3 × 1 one side by side. */
function addWide(inception: Inception, name: string): void {
  const split = (from: string, prefix: string): string => {
    const across = inception.chain(from, [[`${prefix}a`, 384, [1, 3]]]);
    return inception.join([across, inception.chain(from, [[`${prefix}b`, 384, [3, 1]]])]);
  };
  inception.module(name, (input) => [
    inception.chain(input, [['branch1x1', 320, 1]]),
    split(inception.chain(input, [['branch3x3_1', 384, 1]]), 'branch3x3_2'),
    split(
      inception.chain(input, [
        ['branch3x3dbl_1', 448, 1],
        ['branch3x3dbl_2', 384, 3],
      ]),
      'branch3x3dbl_3',
    ),
    inception.poolBranch(input, 192),
  ]);
}

/** The first of two modules that halve the plane. */
function addFirstReduction(inception: Inception): void {
  inception.module('Mixed_6a', (input) => [
    inception.chain(input, [['branch3x3', 384, 3, 2]]),
    inception.chain(input, [
      ['branch3x3dbl_1', 64, 1],
      ['branch3x3dbl_2', 96, 3],
      ['branch3x3dbl_3', 96, 3, 2],
    ]),
    inception.net.add('max_pool2d', halving, [input]),
  ]);
}

function addSecondReduction(inception: Inception): void {
  inception.module('Mixed_7a', (input) => [
    inception.chain(input, [
      ['branch3x3_1', 192, 1],
      ['branch3x3_2', 320, 3, 2],
    ]),
    inception.chain(input, [
      ['branch7x7x3_1', 192, 1],
      ['branch7x7x3_2', 192, [1, 7]],
      ['branch7x7x3_3', 192, [7, 1]],
      ['branch7x7x3_4', 192, 3, 2],
    ]),
    inception.net.add('max_pool2d', halving, [input]),
  ]);
}

function build({ resolution: size = 299, classes: units = 1000 }: Partial<InceptionV3Options>): NetworkSpec {
  const inception = new Inception();
  const { net } = inception;
  net.add('input', { op: 'input', shape: [size, size, 3] });
  inception.conv('Conv2d_1a_3x3', 32, 3, 2, 'valid');
  inception.conv('Conv2d_2a_3x3', 32, 3, 1, 'valid');
  inception.conv('Conv2d_2b_3x3', 64, 3);
  net.add('maxpool1', halving);
  inception.conv('Conv2d_3b_1x1', 80, 1);
  inception.conv('Conv2d_4a_3x3', 192, 3, 1, 'valid');
  net.add('maxpool2', halving);
  addFiveByFive(inception, 'Mixed_5b', 32);
  addFiveByFive(inception, 'Mixed_5c', 64);
  addFiveByFive(inception, 'Mixed_5d', 64);
  addFirstReduction(inception);
  addSevenBySeven(inception, 'Mixed_6b', 128);
  addSevenBySeven(inception, 'Mixed_6c', 160);
  addSevenBySeven(inception, 'Mixed_6d', 160);
  addSevenBySeven(inception, 'Mixed_6e', 192);
  addSecondReduction(inception);
  addWide(inception, 'Mixed_7b');
  addWide(inception, 'Mixed_7c');
  net.add('avgpool', { op: 'global-average-pool', keepsPlane: true });
  net.add('dropout', { op: 'dropout' });
  net.add('flatten', { op: 'flatten' });
  net.add('fc', { op: 'dense', units });
  return net.spec;
}

/** Inception with its large kernels factorised, without the auxiliary head (Szegedy et al. 2016). */
export const inceptionV3: Recipe<InceptionV3Options> = {
  id: 'inception-v3',
  knobs: [resolution(299, [149, 224, 299]), classes(1000)],
  published: [{ source: kerasApplications, topOne: 0.779 }],
  build: (options = {}) => build(options),
};
