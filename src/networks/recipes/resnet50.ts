import { Draft } from '../draft.js';
import type { NetworkSpec } from '../types.js';
import { classes, resolution } from './recipe.js';
import type { Recipe } from './recipe.js';

export interface ResNet50Options {
  readonly resolution: number;
  readonly classes: number;
  /** Which layer of a bottleneck strides: the 3 × 3 (torchvision, "v1.5") or the first 1 × 1 (the paper, Keras). */
  readonly strideAt: '3x3' | '1x1';
}

/** Width of the 3 × 3 layer, bottlenecks and first stride of each stage (arXiv 1512.03385, table 1). */
const stages = [
  { width: 64, repeats: 3, stride: 1 },
  { width: 128, repeats: 4, stride: 2 },
  { width: 256, repeats: 6, stride: 2 },
  { width: 512, repeats: 3, stride: 2 },
] as const;

/** A bottleneck gives out this many times the width of its 3 × 3 layer. */
export const bottleneckExpansion = 4;

function build(options: Partial<ResNet50Options>): NetworkSpec {
  const { resolution: size = 224, classes: units = 1000, strideAt = '3x3' } = options;
  const net = new Draft();
  net.add('input', { op: 'input', shape: [size, size, 3] });
  net.add('conv1', { op: 'conv', filters: 64, kernel: 7, stride: 2, padding: 'symmetric' });
  net.add('bn1', { op: 'batch-norm' });
  net.add('relu', { op: 'activation', activation: 'relu' });
  net.add('maxpool', { op: 'max-pool', kernel: 3, stride: 2, padding: 1 });
  stages.forEach(({ width, repeats, stride }, index) => {
    for (let repeat = 0; repeat < repeats; repeat++) {
      net.block = `layer${index + 1}.${repeat}`;
      const isFirst = repeat === 0;
      const step = isFirst ? stride : 1;
      const strides = strideAt === '3x3' ? ([1, step] as const) : ([step, 1] as const);
      addBottleneck(net, width, strides, isFirst ? step : null);
    }
  });
  net.block = undefined;
  net.add('avgpool', { op: 'global-average-pool', keepsPlane: true });
  net.add('flatten', { op: 'flatten' });
  net.add('fc', { op: 'dense', units });
  return net.spec;
}

/**
 * Adds the rows of a bottleneck that reads the last row, under the name of the draft's block.
 *
 * @param strides of the first 1 × 1 and of the 3 × 3 layer
 * @param projection stride of a 1 × 1 layer on the shortcut; null: the shortcut is the input itself
 */
export function addBottleneck(
  net: Draft,
  width: number,
  strides: readonly [number, number],
  projection: number | null,
): void {
  const [name, input] = [net.block!, net.last];
  const layers = [
    { filters: width, kernel: 1, stride: strides[0] },
    { filters: width, kernel: 3, stride: strides[1], padding: 'symmetric' },
    { filters: width * bottleneckExpansion, kernel: 1, stride: 1 },
  ] as const;
  layers.forEach((layer, index) => {
    net.add(`${name}.conv${index + 1}`, { op: 'conv', ...layer });
    net.add(`${name}.bn${index + 1}`, { op: 'batch-norm' });
    if (index < 2) net.add(`${name}.relu`, { op: 'activation', activation: 'relu' });
  });
  const output = net.last;
  let shortcut = input;
  if (projection !== null) {
    const layer = {
      op: 'conv',
      filters: width * bottleneckExpansion,
      kernel: 1,
      stride: projection,
    } as const;
    net.add(`${name}.downsample.0`, layer, [input]);
    shortcut = net.add(`${name}.downsample.1`, { op: 'batch-norm' });
  }
  net.add('add', { op: 'add' }, [output, shortcut]);
  net.add(`${name}.relu`, { op: 'activation', activation: 'relu' });
}

/** Bottlenecks that narrow, convolve and widen again around a shortcut (He et al. 2016). */
export const resNet50: Recipe<ResNet50Options> = {
  id: 'resnet50',
  knobs: [
    resolution(224, [128, 160, 192, 224, 256]),
    classes(1000),
    { name: 'strideAt', default: '3x3', choices: ['3x3', '1x1'] },
  ],
  published: [{ source: 'torchvision documentation of ResNet-50, first weights', topOne: 0.7613 }],
  build: (options = {}) => build(options),
};
