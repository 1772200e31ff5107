import { Draft } from '../draft.js';
import type { NetworkSpec } from '../types.js';
import { multipleOfEight, normed } from './parts.js';
import { classes, resolution } from './recipe.js';
import type { Recipe } from './recipe.js';

export interface MobileNetV3Options {
  /** Width multiplier on every count of channels, as torchvision has it; Keras leaves the expansions and the last layer alone. */
  readonly alpha: number;
  readonly resolution: number;
  readonly classes: number;
}

type Nonlinearity = 'relu' | 'h-swish';

/** One bneck: a line of the paper's tables. */
export interface Bneck {
  readonly kernel: number;
  /** Channels that the depthwise layer works on. */
  readonly expanded: number;
  readonly filters: number;
  readonly squeezes: boolean;
  readonly activation: Nonlinearity;
  readonly stride: number;
}

type Line = readonly [
  kernel: number,
  expanded: number,
  filters: number,
  squeezes: boolean,
  activation: 'RE' | 'HS',
  stride: number,
];

/** Tables 1 and 2 of arXiv 1905.02244, with the hidden units of the classifier. */
const tables = {
  large: {
    hidden: 1280,
    lines: [
      [3, 16, 16, false, 'RE', 1],
      [3, 64, 24, false, 'RE', 2],
      [3, 72, 24, false, 'RE', 1],
      [5, 72, 40, true, 'RE', 2],
      [5, 120, 40, true, 'RE', 1],
      [5, 120, 40, true, 'RE', 1],
      [3, 240, 80, false, 'HS', 2],
      [3, 200, 80, false, 'HS', 1],
      [3, 184, 80, false, 'HS', 1],
      [3, 184, 80, false, 'HS', 1],
      [3, 480, 112, true, 'HS', 1],
      [3, 672, 112, true, 'HS', 1],
      [5, 672, 160, true, 'HS', 2],
      [5, 960, 160, true, 'HS', 1],
      [5, 960, 160, true, 'HS', 1],
    ],
  },
  small: {
    hidden: 1024,
    lines: [
      [3, 16, 16, true, 'RE', 2],
      [3, 72, 24, false, 'RE', 2],
      [3, 88, 24, false, 'RE', 1],
      [5, 96, 40, true, 'HS', 2],
      [5, 240, 40, true, 'HS', 1],
      [5, 240, 40, true, 'HS', 1],
      [5, 120, 48, true, 'HS', 1],
      [5, 144, 48, true, 'HS', 1],
      [5, 288, 96, true, 'HS', 2],
      [5, 576, 96, true, 'HS', 1],
      [5, 576, 96, true, 'HS', 1],
    ],
  },
} as const satisfies Record<string, { hidden: number; lines: readonly Line[] }>;

/** Adds the rows of a bneck that reads `channels` channels from the last row. */
export function addBneck(net: Draft, name: string, channels: number, block: Bneck): void {
  const { kernel, expanded, filters, squeezes, activation, stride } = block;
  const input = net.last;
  let place = 0;
  if (expanded !== channels) {
    normed(net, `${name}.${place++}`, { op: 'conv', filters: expanded, kernel: 1 }, activation);
  }
  normed(net, `${name}.${place++}`, { op: 'depthwise', kernel, stride, padding: 'symmetric' }, activation);
  if (squeezes) addSqueezeAndExcite(net, `${name}.${place++}`, expanded);
  const output = normed(net, `${name}.${place}`, { op: 'conv', filters, kernel: 1 });
  if (stride === 1 && channels === filters) net.add('add', { op: 'add' }, [output, input]);
}

/** Each channel times a number that is found from the means of all channels. */
export function addSqueezeAndExcite(net: Draft, name: string, channels: number): void {
  const input = net.last;
  const squeezed = multipleOfEight(Math.floor(channels / 4));
  net.add(`${name}.avgpool`, { op: 'global-average-pool', keepsPlane: true });
  net.add(`${name}.fc1`, { op: 'conv', filters: squeezed, kernel: 1, bias: true });
  net.add(`${name}.activation`, { op: 'activation', activation: 'relu' });
  net.add(`${name}.fc2`, { op: 'conv', filters: channels, kernel: 1, bias: true });
  const scale = net.add(`${name}.scale_activation`, { op: 'activation', activation: 'hard-sigmoid' });
  net.add('mul', { op: 'multiply' }, [scale, input]);
}

function build(size: keyof typeof tables, options: Partial<MobileNetV3Options>): NetworkSpec {
  const { alpha = 1, resolution: pixels = 224, classes: units = 1000 } = options;
  const { hidden, lines } = tables[size];
  const wide = (channels: number): number => multipleOfEight(channels * alpha);
  const net = new Draft();
  let channels = wide(16);
  net.add('input', { op: 'input', shape: [pixels, pixels, 3] });
  const stem = { op: 'conv', filters: channels, kernel: 3, stride: 2, padding: 'symmetric' } as const;
  normed(net, 'features.0', stem, 'h-swish');
  lines.forEach(([kernel, expanded, filters, squeezes, nonlinearity, stride], index) => {
    const name = `features.${index + 1}`;
    net.block = name;
    const activation = nonlinearity === 'RE' ? 'relu' : 'h-swish';
    const block = {
      kernel,
      expanded: wide(expanded),
      filters: wide(filters),
      squeezes,
      activation,
      stride,
    } as const;
    addBneck(net, `${name}.block`, channels, block);
    channels = block.filters;
  });
  net.block = undefined;
  normed(net, `features.${lines.length + 1}`, { op: 'conv', filters: 6 * channels, kernel: 1 }, 'h-swish');
  net.add('avgpool', { op: 'global-average-pool', keepsPlane: true });
  net.add('flatten', { op: 'flatten' });
  net.add('classifier.0', { op: 'dense', units: wide(hidden) });
  net.add('classifier.1', { op: 'activation', activation: 'h-swish' });
  net.add('classifier.2', { op: 'dropout' });
  net.add('classifier.3', { op: 'dense', units });
  return net.spec;
}

const knobs = [
  { name: 'alpha', default: 1, choices: [0.35, 0.5, 0.75, 1, 1.25] } as const,
  resolution(224, [96, 128, 160, 192, 224, 256]),
  classes(1000),
];
/** With all widths at 1; Keras' narrower ones leave the expansions as they are. */
const kerasMobileNetV3 = 'Keras documentation of MobileNetV3Large and MobileNetV3Small';

/** Bottlenecks with squeeze-and-excite and h-swish (Howard et al. 2019). */
export const mobileNetV3Large: Recipe<MobileNetV3Options> = {
  id: 'mobilenet-v3-large',
  knobs,
  published: [{ source: kerasMobileNetV3, topOne: 0.756 }],
  build: (options = {}) => build('large', options),
};

export const mobileNetV3Small: Recipe<MobileNetV3Options> = {
  id: 'mobilenet-v3-small',
  knobs,
  published: [{ source: kerasMobileNetV3, topOne: 0.681 }],
  build: (options = {}) => build('small', options),
};
