import { Draft } from '../draft.js';
import type { NetworkSpec } from '../types.js';
import { classes, resolution } from './recipe.js';
import type { Recipe } from './recipe.js';

export interface MobileNetV1Options {
  /** Width multiplier; counts of channels are rounded down, as Keras does it. */
  readonly alpha: number;
  readonly resolution: number;
  /** Channels that a depthwise layer makes of each of its own (Keras' depth_multiplier). */
  readonly multiplier: number;
  readonly classes: number;
}

/** Filters of the pointwise layer and stride of the depthwise one before it (arXiv 1704.04861, table 1). */
const blocks: readonly (readonly [filters: number, stride: number])[] = [
  [64, 1],
  [128, 2],
  [128, 1],
  [256, 2],
  [256, 1],
  [512, 2],
  [512, 1],
  [512, 1],
  [512, 1],
  [512, 1],
  [512, 1],
  [1024, 2],
  // The table prints stride 2 here, but 7 × 7 stays 7 × 7.
  [1024, 1],
];

function build(options: Partial<MobileNetV1Options>): NetworkSpec {
  const { alpha = 1, resolution: size = 224, multiplier = 1, classes: filters = 1000 } = options;
  const net = new Draft();
  const wide = (channels: number): number => Math.floor(channels * alpha);
  net.add('input', { op: 'input', shape: [size, size, 3] });
  net.add('conv1', { op: 'conv', filters: wide(32), kernel: 3, stride: 2, padding: 'same' });
  addNorm(net, 'conv1');
  blocks.forEach(([channels, stride], index) => {
    net.block = `conv_${index + 1}`;
    addDepthwisePair(net, index + 1, { filters: wide(channels), stride, multiplier });
  });
  net.block = undefined;
  net.add('global_average_pooling2d', { op: 'global-average-pool', keepsPlane: true });
  net.add('dropout', { op: 'dropout' });
  net.add('conv_preds', { op: 'conv', filters, kernel: 1, bias: true });
  net.add('flatten', { op: 'flatten' });
  net.add('softmax', { op: 'softmax' });
  return net.spec;
}

function addNorm(net: Draft, name: string): void {
  net.add(`${name}_bn`, { op: 'batch-norm' });
  net.add(`${name}_relu`, { op: 'activation', activation: 'relu6' });
}

/** Settings of a depthwise layer and the pointwise one behind it. */
export interface DepthwisePair {
  /** Of the pointwise layer. */
  readonly filters: number;
  /** Of the depthwise layer. */
  readonly stride: number;
  /** Default 1. */
  readonly multiplier?: number;
}

/** Adds a depthwise and a pointwise layer, each with its norm and activation. */
export function addDepthwisePair(
  net: Draft,
  place: number,
  { filters, stride, multiplier = 1 }: DepthwisePair,
): void {
  net.add(`conv_dw_${place}`, { op: 'depthwise', kernel: 3, stride, multiplier, padding: 'same' });
  addNorm(net, `conv_dw_${place}`);
  net.add(`conv_pw_${place}`, { op: 'conv', filters, kernel: 1 });
  addNorm(net, `conv_pw_${place}`);
}

const tables = 'Howard et al. 2017, arXiv:1704.04861, tables 6 and 7';

/** Depthwise and pointwise layers in turn (Howard et al. 2017, arXiv 1704.04861). */
export const mobileNetV1: Recipe<MobileNetV1Options> = {
  id: 'mobilenet-v1',
  knobs: [
    { name: 'alpha', default: 1, choices: [0.25, 0.5, 0.75, 1] },
    resolution(224, [128, 160, 192, 224]),
    { name: 'multiplier', default: 1, choices: [1, 2, 4] },
    classes(1000),
  ],
  published: [
    { source: tables, topOne: 0.706 },
    { source: tables, topOne: 0.684, at: { alpha: 0.75 } },
    { source: tables, topOne: 0.637, at: { alpha: 0.5 } },
    { source: tables, topOne: 0.506, at: { alpha: 0.25 } },
    { source: tables, topOne: 0.691, at: { resolution: 192 } },
    { source: tables, topOne: 0.672, at: { resolution: 160 } },
    { source: tables, topOne: 0.644, at: { resolution: 128 } },
  ],
  build: (options = {}) => build(options),
};
