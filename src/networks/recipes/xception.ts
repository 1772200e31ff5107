import { Draft } from '../draft.js';
import type { NetworkSpec } from '../types.js';
import { classes, resolution } from './recipe.js';
import type { Recipe } from './recipe.js';

export interface XceptionOptions {
  readonly resolution: number;
  readonly classes: number;
}

const middleBlocks = [5, 6, 7, 8, 9, 10, 11, 12];

/** Figure 5 of arXiv 1610.02357: entry flow, eight times the middle flow, exit flow; rows are named as in Keras. */
function build({ resolution: size = 299, classes: units = 1000 }: Partial<XceptionOptions>): NetworkSpec {
  const net = new Draft();
  net.add('input', { op: 'input', shape: [size, size, 3] });
  net.block = 'block1';
  addConvolution(net, 'block1_conv1', 32, 2);
  addConvolution(net, 'block1_conv2', 64, 1);
  addStridingBlock(net, 'block2', [128, 128], false);
  addStridingBlock(net, 'block3', [256, 256]);
  addStridingBlock(net, 'block4', [728, 728]);
  for (const index of middleBlocks) addMiddleFlow(net, `block${index}`, 728);
  addExitFlow(net, { narrowing: [728, 1024], widening: [1536, 2048], classes: units });
  return net.spec;
}

function relu(net: Draft, name: string): void {
  net.add(name, { op: 'activation', activation: 'relu' });
}

function addConvolution(net: Draft, name: string, filters: number, stride: number): void {
  net.add(name, { op: 'conv', filters, kernel: 3, stride });
  net.add(`${name}_bn`, { op: 'batch-norm' });
  relu(net, `${name}_act`);
}

function addSeparable(net: Draft, name: string, filters: number): void {
  net.add(name, { op: 'separable', filters, kernel: 3, padding: 'same' });
  net.add(`${name}_bn`, { op: 'batch-norm' });
}

/** Two separable layers and a pool that halves the plane, around a shortcut that a 1 × 1 layer halves too. */
export function addStridingBlock(
  net: Draft,
  block: string,
  widths: readonly number[],
  beginsWithRelu = true,
): void {
  const input = net.last;
  net.block = block;
  widths.forEach((filters, index) => {
    const name = `${block}_sepconv${index + 1}`;
    if (index > 0 || beginsWithRelu) relu(net, `${name}_act`);
    addSeparable(net, name, filters);
  });
  const pool = net.add(`${block}_pool`, { op: 'max-pool', kernel: 3, stride: 2, padding: 'same' });
  const filters = widths[widths.length - 1];
  net.add(`${block}_res`, { op: 'conv', filters, kernel: 1, stride: 2, padding: 'same' }, [input]);
  const shortcut = net.add(`${block}_res_bn`, { op: 'batch-norm' });
  net.add('add', { op: 'add' }, [pool, shortcut]);
}

/** Three separable layers around a plain shortcut; all of them have as many filters as channels come in. */
export function addMiddleFlow(net: Draft, block: string, filters: number): void {
  const input = net.last;
  net.block = block;
  for (const place of [1, 2, 3]) {
    relu(net, `${block}_sepconv${place}_act`);
    addSeparable(net, `${block}_sepconv${place}`, filters);
  }
  net.add('add', { op: 'add' }, [net.last, input]);
}

/** Widths of the exit flow: of the block that halves the plane, of the two layers behind it, and of the answer. */
export interface ExitFlow {
  readonly narrowing: readonly number[];
  readonly widening: readonly number[];
  readonly classes: number;
}

/** The last block with a shortcut, two more separable layers, the mean of each channel, and the classifier. */
export function addExitFlow(net: Draft, { narrowing, widening, classes: units }: ExitFlow): void {
  addStridingBlock(net, 'block13', narrowing);
  net.block = 'block14';
  widening.forEach((filters, index) => {
    const name = `block14_sepconv${index + 1}`;
    addSeparable(net, name, filters);
    relu(net, `${name}_act`);
  });
  net.block = undefined;
  net.add('avg_pool', { op: 'global-average-pool' });
  net.add('predictions', { op: 'dense', units });
  net.add('softmax', { op: 'softmax' });
}

/** Inception taken to its end: depthwise separable layers throughout (Chollet 2017). */
export const xception: Recipe<XceptionOptions> = {
  id: 'xception',
  knobs: [resolution(299, [149, 224, 299]), classes(1000)],
  published: [{ source: 'Chollet 2017, arXiv:1610.02357, table 1', topOne: 0.79 }],
  build: (options = {}) => build(options),
};
