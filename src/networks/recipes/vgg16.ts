import { Draft } from '../draft.js';
import type { NetworkSpec } from '../types.js';
import { classes, kerasApplications, resolution } from './recipe.js';
import type { Recipe } from './recipe.js';

export interface Vgg16Options {
  readonly resolution: number;
  readonly classes: number;
}

/** Configuration D of arXiv 1409.1556, table 1: filters of 3 × 3 convolutions, and pools. */
const features = [
  64,
  64,
  'pool',
  128,
  128,
  'pool',
  256,
  256,
  256,
  'pool',
  512,
  512,
  512,
  'pool',
  512,
  512,
  512,
  'pool',
] as const;

function build({ resolution: size = 224, classes: units = 1000 }: Partial<Vgg16Options>): NetworkSpec {
  const net = new Draft();
  let [place, block] = [0, 1];
  net.add('input', { op: 'input', shape: [size, size, 3] });
  for (const feature of features) {
    net.block = `block${block}`;
    if (feature === 'pool') {
      net.add(`features.${place++}`, { op: 'max-pool' });
      block += 1;
    } else {
      net.add(`features.${place++}`, {
        op: 'conv',
        filters: feature,
        kernel: 3,
        padding: 'symmetric',
        bias: true,
      });
      net.add(`features.${place++}`, { op: 'activation', activation: 'relu' });
    }
  }
  net.block = undefined;
  net.add('avgpool', { op: 'adaptive-average-pool', size: 7 });
  net.add('flatten', { op: 'flatten' });
  for (const [index, width] of [4096, 4096].entries()) {
    net.add(`classifier.${3 * index}`, { op: 'dense', units: width });
    net.add(`classifier.${3 * index + 1}`, { op: 'activation', activation: 'relu' });
    net.add(`classifier.${3 * index + 2}`, { op: 'dropout' });
  }
  net.add('classifier.6', { op: 'dense', units });
  return net.spec;
}

/** Thirteen 3 × 3 convolutions and three dense layers (Simonyan and Zisserman 2015). */
export const vgg16: Recipe<Vgg16Options> = {
  id: 'vgg16',
  knobs: [resolution(224, [128, 160, 192, 224, 256]), classes(1000)],
  published: [{ source: kerasApplications, topOne: 0.713 }],
  build: (options = {}) => build(options),
};
