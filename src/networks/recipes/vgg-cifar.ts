import { Draft } from '../draft.js';
import type { NetworkSpec } from '../types.js';
import { classes, resolution } from './recipe.js';
import type { Recipe } from './recipe.js';

export interface VggCifarOptions {
  readonly resolution: number;
  readonly classes: number;
}

/** Filters of both convolutions of each block; a block ends with a pool. */
const blocks = [64, 128, 256];

function build(
  op: 'conv' | 'separable',
  { resolution: size = 32, classes: units = 10 }: Partial<VggCifarOptions>,
): NetworkSpec {
  const net = new Draft();
  net.add('input', { op: 'input', shape: [size, size, 3] });
  blocks.forEach((filters, index) => {
    const block = `block${index + 1}`;
    net.block = block;
    for (const place of [1, 2]) {
      net.add(`${block}_conv${place}`, { op, filters, kernel: 3, padding: 'same', bias: true });
      net.add(`${block}_relu${place}`, { op: 'activation', activation: 'relu' });
    }
    net.add(`${block}_pool`, { op: 'max-pool' });
  });
  net.block = undefined;
  net.add('flatten', { op: 'flatten' });
  net.add('dense', { op: 'dense', units });
  net.add('softmax', { op: 'softmax' });
  return net.spec;
}

const source = 'Using Depthwise Separable Convolutions in TensorFlow';
const knobs = [resolution(32, [32, 48, 64]), classes(10)];

/** The founding text's network for CIFAR-10: three VGG blocks and one dense layer. */
export const vggCifar: Recipe<VggCifarOptions> = {
  id: 'vgg-cifar',
  knobs,
  published: [{ source, topOne: 0.756 }],
  build: (options = {}) => build('conv', options),
};

/** The same with Keras' SeparableConv2D in place of every convolution. */
export const vggCifarSeparable: Recipe<VggCifarOptions> = {
  id: 'vgg-cifar-separable',
  knobs,
  published: [{ source, topOne: 0.7582 }],
  build: (options = {}) => build('separable', options),
};
