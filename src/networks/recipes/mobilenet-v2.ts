import { Draft } from '../draft.js';
import type { NetworkSpec } from '../types.js';
import { multipleOfEight, normed } from './parts.js';
import { classes, kerasApplications, resolution } from './recipe.js';
import type { Recipe } from './recipe.js';

/** A line of the paper's table 2: expansion t, output channels c, repeats n, stride s of the first repeat. */
export type BottleneckLine = readonly [t: number, c: number, n: number, s: number];

export interface MobileNetV2Options {
  /** Width multiplier; counts of channels become multiples of 8, the last layer's 1,280 never fall. */
  readonly alpha: number;
  readonly resolution: number;
  readonly classes: number;
}

/** Table 2 of arXiv 1801.04381. */
export const bottleneckLines: readonly BottleneckLine[] = [
  [1, 16, 1, 1],
  [6, 24, 2, 2],
  [6, 32, 3, 2],
  [6, 64, 4, 2],
  [6, 96, 3, 1],
  [6, 160, 3, 2],
  [6, 320, 1, 1],
];

/** One inverted residual with a linear bottleneck, reading the last row. */
export interface InvertedResidual {
  /** Channels that come in. */
  readonly channels: number;
  /** t: how many times as many channels the depthwise layer works on. */
  readonly expansion: number;
  readonly filters: number;
  readonly stride: number;
}

/** Adds the rows of an inverted residual; a shortcut only where stride and channels leave the shape as it is. */
export function addInvertedResidual(net: Draft, name: string, block: InvertedResidual): void {
  const { channels, expansion, filters, stride } = block;
  const input = net.last;
  let place = 0;
  if (expansion !== 1) {
    normed(net, `${name}.${place++}`, { op: 'conv', filters: channels * expansion, kernel: 1 }, 'relu6');
  }
  normed(net, `${name}.${place++}`, { op: 'depthwise', kernel: 3, stride, padding: 'symmetric' }, 'relu6');
  net.add(`${name}.${place++}`, { op: 'conv', filters, kernel: 1 });
  const output = net.add(`${name}.${place}`, { op: 'batch-norm' });
  if (stride === 1 && channels === filters) net.add('add', { op: 'add' }, [input, output]);
}

/** @param lines the table of t, c, n, s */
export function buildMobileNetV2(
  { alpha = 1, resolution: size = 224, classes: units = 1000 }: Partial<MobileNetV2Options>,
  lines: readonly BottleneckLine[] = bottleneckLines,
): NetworkSpec {
  const net = new Draft();
  let channels = multipleOfEight(32 * alpha);
  net.add('input', { op: 'input', shape: [size, size, 3] });
  const stem = { op: 'conv', filters: channels, kernel: 3, stride: 2, padding: 'symmetric' } as const;
  normed(net, 'features.0', stem, 'relu6');
  let index = 1;
  for (const [expansion, c, repeats, s] of lines) {
    const filters = multipleOfEight(c * alpha);
    for (let repeat = 0; repeat < repeats; repeat++) {
      net.block = `features.${index}`;
      const stride = repeat === 0 ? s : 1;
      addInvertedResidual(net, `features.${index}.conv`, { channels, expansion, filters, stride });
      channels = filters;
      index += 1;
    }
  }
  net.block = undefined;
  const last = multipleOfEight(1280 * Math.max(alpha, 1));
  normed(net, `features.${index}`, { op: 'conv', filters: last, kernel: 1 }, 'relu6');
  net.add('adaptive_avg_pool2d', { op: 'global-average-pool', keepsPlane: true });
  net.add('flatten', { op: 'flatten' });
  net.add('classifier.0', { op: 'dropout' });
  net.add('classifier.1', { op: 'dense', units });
  return net.spec;
}

/** Inverted residuals with linear bottlenecks (Sandler et al. 2018). */
export const mobileNetV2: Recipe<MobileNetV2Options> = {
  id: 'mobilenet-v2',
  knobs: [
    { name: 'alpha', default: 1, choices: [0.35, 0.5, 0.75, 1, 1.3, 1.4] },
    resolution(224, [96, 128, 160, 192, 224]),
    classes(1000),
  ],
  published: [{ source: kerasApplications, topOne: 0.713 }],
  build: (options = {}) => buildMobileNetV2(options),
};
