import { Draft } from '../draft.js';
import type { Layer, NetworkSpec } from '../types.js';
import { classes, resolution } from './recipe.js';
import type { Recipe } from './recipe.js';

export interface GoogLeNetOptions {
  readonly resolution: number;
  readonly classes: number;
  /** 'without': the naive module, whose 3 × 3 and 5 × 5 layers read all channels and whose pool is not narrowed. */
  readonly reductions: 'with' | 'without';
}

/** Filters of an Inception module: #1×1, #3×3 reduce, #3×3, #5×5 reduce, #5×5, pool proj. */
export type InceptionWidths = readonly [number, number, number, number, number, number];

/** Rows of table 1 of arXiv 1409.4842; a pool stands before 4a and before 5a. */
const modules: readonly (readonly [name: string, widths: InceptionWidths])[] = [
  ['3a', [64, 96, 128, 16, 32, 32]],
  ['3b', [128, 128, 192, 32, 96, 64]],
  ['4a', [192, 96, 208, 16, 48, 64]],
  ['4b', [160, 112, 224, 24, 64, 64]],
  ['4c', [128, 128, 256, 24, 64, 64]],
  ['4d', [112, 144, 288, 32, 64, 64]],
  ['4e', [256, 160, 320, 32, 128, 128]],
  ['5a', [256, 160, 320, 32, 128, 128]],
  ['5b', [384, 192, 384, 48, 128, 128]],
];

/** The largest pool of the paper's "3 × 3 / 2": a last window that is only partly there counts. */
const halving = { op: 'max-pool', kernel: 3, stride: 2, ceil: true } as const;

function addConv(
  net: Draft,
  name: string,
  reluName: string,
  layer: { filters: number; kernel: number; stride?: number },
  from?: readonly string[],
): string {
  net.add(name, { op: 'conv', padding: 'symmetric', bias: true, ...layer }, from);
  return net.add(reluName, { op: 'activation', activation: 'relu' });
}

/** Adds the four branches of an Inception module that reads the last row, and joins them. */
export function addInception(
  net: Draft,
  name: string,
  widths: InceptionWidths,
  reductions: 'with' | 'without',
): void {
  const [direct, reduce3, filters3, reduce5, filters5, projected] = widths;
  const input = net.last;
  const reduces = reductions === 'with';
  const branch = (index: number, reduced: number, kernel: number, filters: number): string => {
    const prefix = `${name}.branch${index}`;
    const from = reduces
      ? addConv(net, `${prefix}_reduce`, `${prefix}_reduce_relu`, { filters: reduced, kernel: 1 }, [input])
      : input;
    return addConv(net, `${prefix}_${kernel}x${kernel}`, `${prefix}_relu`, { filters, kernel }, [from]);
  };
  net.block = name;
  const outputs = [
    addConv(net, `${name}.branch1_1x1`, `${name}.branch1_relu`, { filters: direct, kernel: 1 }, [input]),
    branch(2, reduce3, 3, filters3),
    branch(3, reduce5, 5, filters5),
    net.add(`${name}.branch4_pool`, { op: 'max-pool', kernel: 3, stride: 1, padding: 1 }, [input]),
  ];
  if (reduces) {
    outputs[3] = addConv(net, `${name}.branch4_proj`, `${name}.branch4_relu`, {
      filters: projected,
      kernel: 1,
    });
  }
  net.add('cat', { op: 'concat' }, outputs);
}

function build(options: Partial<GoogLeNetOptions>): NetworkSpec {
  const { resolution: size = 224, classes: units = 1000, reductions = 'with' } = options;
  const net = new Draft();
  const normalisation: Layer = { op: 'local-response-norm' };
  net.add('input', { op: 'input', shape: [size, size, 3] });
  addConv(net, 'conv1', 'relu1', { filters: 64, kernel: 7, stride: 2 });
  net.add('pool1', halving);
  net.add('lrn1', normalisation);
  addConv(net, 'conv2_reduce', 'relu2r', { filters: 64, kernel: 1 });
  addConv(net, 'conv2', 'relu2', { filters: 192, kernel: 3 });
  net.add('lrn2', normalisation);
  net.add('pool2', halving);
  for (const [name, widths] of modules) {
    net.block = undefined;
    if (name === '4a') net.add('pool3', halving);
    if (name === '5a') net.add('pool4', halving);
    addInception(net, `inception${name}`, widths, reductions);
  }
  net.block = undefined;
  // One 7 × 7 window over the plane that 224 pixels leave; another resolution leaves another plane.
  const plane = Math.floor(Math.ceil(size / 2) / 16);
  net.add('avgpool', { op: 'average-pool', kernel: plane, stride: 1 });
  net.add('dropout', { op: 'dropout' });
  net.add('flatten', { op: 'flatten' });
  net.add('linear', { op: 'dense', units });
  net.add('softmax', { op: 'softmax' });
  return net.spec;
}

/** Nine Inception modules, as the paper has them: biases, no batch norm, no auxiliary heads (Szegedy et al. 2015). */
export const googLeNet: Recipe<GoogLeNetOptions> = {
  id: 'googlenet',
  knobs: [
    resolution(224, [128, 160, 192, 224, 256]),
    classes(1000),
    { name: 'reductions', default: 'with', choices: ['with', 'without'] },
  ],
  published: [],
  build: (options = {}) => build(options),
};

/**
 * The network that torchvision ships under the name: batch norm instead of biases, and 3 × 3 layers where the paper has 5 × 5
 * ones, a mistake that was kept for the sake of trained weights (pytorch/vision #906).
 */
function buildTorchvision({
  resolution: size = 224,
  classes: units = 1000,
}: Partial<GoogLeNetOptions>): NetworkSpec {
  const net = new Draft();
  const conv = (name: string, filters: number, kernel: number, from = net.last, stride = 1): string => {
    net.add(`${name}.conv`, { op: 'conv', filters, kernel, stride, padding: 'symmetric' }, [from]);
    net.add(`${name}.bn`, { op: 'batch-norm' });
    return net.add('relu', { op: 'activation', activation: 'relu' });
  };
  net.add('input', { op: 'input', shape: [size, size, 3] });
  conv('conv1', 64, 7, net.last, 2);
  net.add('maxpool1', halving);
  conv('conv2', 64, 1);
  conv('conv3', 192, 3);
  net.add('maxpool2', halving);
  for (const [place, [direct, reduce3, filters3, reduce5, filters5, projected]] of modules) {
    net.block = undefined;
    if (place === '4a') net.add('maxpool3', halving);
    if (place === '5a') net.add('maxpool4', { ...halving, kernel: 2 });
    const [name, input] = [`inception${place}`, net.last];
    net.block = name;
    const outputs = [
      conv(`${name}.branch1`, direct, 1, input),
      conv(`${name}.branch2.1`, filters3, 3, conv(`${name}.branch2.0`, reduce3, 1, input)),
      conv(`${name}.branch3.1`, filters5, 3, conv(`${name}.branch3.0`, reduce5, 1, input)),
      conv(
        `${name}.branch4.1`,
        projected,
        1,
        net.add(`${name}.branch4.0`, { op: 'max-pool', kernel: 3, stride: 1, padding: 1 }, [input]),
      ),
    ];
    net.add('cat', { op: 'concat' }, outputs);
  }
  net.block = undefined;
  net.add('avgpool', { op: 'global-average-pool', keepsPlane: true });
  net.add('flatten', { op: 'flatten' });
  net.add('dropout', { op: 'dropout' });
  net.add('fc', { op: 'dense', units });
  return net.spec;
}

export const googLeNetTorchvision: Recipe<Omit<GoogLeNetOptions, 'reductions'>> = {
  id: 'googlenet-torchvision',
  knobs: [resolution(224, [128, 160, 192, 224, 256]), classes(1000)],
  published: [{ source: 'torchvision documentation of GoogLeNet', topOne: 0.69778 }],
  build: (options = {}) => buildTorchvision(options),
};
