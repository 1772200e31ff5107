/** The layers that engines are compared on. Every engine gets the same numbers. */
import type { Case } from '../adapter/adapter.js';

interface Layer {
  readonly id: string;
  readonly op: Case['op'];
  /** Height, width, channels; the batch is 1. */
  readonly input: readonly [height: number, width: number, channels: number];
  readonly kernel: readonly [height: number, width: number];
  /** Output channels. */
  readonly filters: number;
  readonly stride?: number;
  readonly dilation?: number;
  readonly groups?: number;
  readonly padding?: Case['pad'];
}

const layers: readonly Layer[] = [
  // Sizes of teaching, where fixed costs decide.
  { id: 'tiny-conv', op: 'conv', input: [10, 10, 3], kernel: [3, 3], filters: 8 },
  { id: 'tiny-dw', op: 'dw', input: [10, 10, 3], kernel: [3, 3], filters: 3 },
  { id: 'tiny-pw', op: 'conv', input: [10, 10, 3], kernel: [1, 1], filters: 8 },
  { id: 'tiny-dil2', op: 'conv', input: [10, 10, 3], kernel: [3, 3], filters: 8, dilation: 2 },
  { id: 'tiny-tr2x2', op: 'tr', input: [2, 2, 1], kernel: [3, 3], filters: 1, stride: 2, padding: 'valid' },
  { id: 'tiny-tr4x4', op: 'tr', input: [4, 4, 1], kernel: [3, 3], filters: 1, stride: 2, padding: 'valid' },
  // Layers of small and mobile networks.
  { id: 'cifar-first', op: 'conv', input: [32, 32, 3], kernel: [3, 3], filters: 64 },
  { id: 'cifar-mid', op: 'conv', input: [32, 32, 64], kernel: [3, 3], filters: 64 },
  { id: 'cifar-dil2', op: 'conv', input: [32, 32, 64], kernel: [3, 3], filters: 64, dilation: 2 },
  { id: 'mob-first', op: 'conv', input: [224, 224, 3], kernel: [3, 3], filters: 32, stride: 2 },
  { id: 'mob-dw112', op: 'dw', input: [112, 112, 32], kernel: [3, 3], filters: 32 },
  { id: 'mob-pw56', op: 'conv', input: [56, 56, 128], kernel: [1, 1], filters: 128 },
  { id: 'mob-pw14', op: 'conv', input: [14, 14, 512], kernel: [1, 1], filters: 512 },
  { id: 'img-dw512', op: 'dw', input: [512, 512, 3], kernel: [3, 3], filters: 3 },
  { id: 'img-7x7', op: 'conv', input: [1024, 1024, 1], kernel: [7, 7], filters: 1 },
  { id: 'tr-64', op: 'tr', input: [64, 64, 32], kernel: [4, 4], filters: 16, stride: 2 },
  // Sizes that divide by nothing, so that no engine lives on round numbers.
  { id: 'odd-channels', op: 'conv', input: [43, 57, 13], kernel: [3, 3], filters: 19 },
  { id: 'odd-5x5', op: 'conv', input: [28, 28, 16], kernel: [5, 5], filters: 24 },
  { id: 'odd-stride2', op: 'conv', input: [55, 55, 24], kernel: [3, 3], filters: 33, stride: 2 },
  { id: 'odd-dil3', op: 'conv', input: [33, 33, 32], kernel: [3, 3], filters: 48, dilation: 3 },
  { id: 'odd-1x7', op: 'conv', input: [17, 61, 20], kernel: [1, 7], filters: 20, padding: 'valid' },
  { id: 'odd-groups4', op: 'conv', input: [28, 28, 48], kernel: [3, 3], filters: 48, groups: 4 },
  { id: 'odd-groups5', op: 'conv', input: [31, 31, 15], kernel: [3, 3], filters: 25, groups: 5 },
  { id: 'odd-dw5x5', op: 'dw', input: [57, 57, 22], kernel: [5, 5], filters: 22, stride: 2 },
  { id: 'odd-dw-x2', op: 'dw', input: [56, 56, 11], kernel: [3, 3], filters: 22 },
  { id: 'odd-tr3x3', op: 'tr', input: [29, 29, 13], kernel: [3, 3], filters: 7, stride: 2 },
];

export const cases: readonly Case[] = layers.map(caseOf);

/** Sizes along one axis. */
interface Axis {
  readonly output: number;
  readonly before: number;
}

function axisOf(layer: Layer, axis: 0 | 1): Axis {
  const { op, stride = 1, dilation = 1, padding = 'same' } = layer;
  const [size, kernel] = [layer.input[axis], layer.kernel[axis]];
  const reach = (kernel - 1) * dilation + 1;
  const half = (total: number) => Math.floor(Math.max(total, 0) / 2);
  if (op === 'tr') {
    if (padding === 'valid') return { output: (size - 1) * stride + kernel, before: 0 };
    return { output: size * stride, before: half(kernel - stride) };
  }
  if (padding === 'valid') return { output: Math.floor((size - reach) / stride) + 1, before: 0 };
  const output = Math.ceil(size / stride);
  return { output, before: half((output - 1) * stride + reach - size) };
}

function caseOf(layer: Layer): Case {
  const { id, op, filters, stride = 1, dilation = 1, groups = 1, padding = 'same' } = layer;
  const [H, W, C] = layer.input;
  const [KH, KW] = layer.kernel;
  const [rows, columns] = [axisOf(layer, 0), axisOf(layer, 1)];
  const taps = KH * KW;
  const shapes = {
    conv: {
      wShape: [KH, KW, C / groups, filters],
      madds: (rows.output * columns.output * C * filters) / groups,
    },
    dw: { wShape: [KH, KW, C, filters / C], madds: rows.output * columns.output * filters },
    tr: { wShape: [KH, KW, filters, C], madds: H * W * C * filters },
  };
  return {
    ...{ id, op, H, W, C, KH, KW },
    ...{ OH: rows.output, OW: columns.output, OC: filters, s: stride, d: dilation },
    ...{ pad: padding, pt: rows.before, pl: columns.before },
    ...(op === 'dw' ? { mult: filters / C } : {}),
    ...(groups > 1 ? { groups } : {}),
    wShape: shapes[op].wShape,
    madds: shapes[op].madds * taps,
  };
}
