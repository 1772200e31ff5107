import type { Draft, PoolLayer } from '../../networks/index.js';
import { addRectified, blockOf } from '../parts.js';
import type { Block } from '../types.js';

type Step = 'module' | 'simplified' | 'one-pointwise' | 'per-channel';

interface ToSeparableOptions {
  readonly step: Step;
}

/** Side of the plane, channels that come in, and filters of each tower. */
const sizes = {
  paper: { side: 35, channels: 192, width: 64 },
  small: { side: 6, channels: 5, width: 3 },
} as const;

const smoothing: PoolLayer = { op: 'average-pool', kernel: 3, stride: 1, padding: 1 };
const towers = 3;

const steps: Readonly<Record<Step, (net: Draft, width: number) => void>> = {
  /** Figure 1: towers of different depth. */
  module: (net, width) => {
    const input = net.last;
    const chain = (name: string, kernels: readonly number[], from: string): string =>
      kernels.reduce(
        (last, kernel, index) =>
          addRectified(net, `${name}_${index + 1}`, { filters: width, kernel }, [last]),
        from,
      );
    const outputs = [
      chain('tower1', [1], input),
      chain('tower2', [1, 3], input),
      chain('tower3', [1, 3, 3], input),
      chain('tower4', [1], net.add('tower4_pool', smoothing, [input])),
    ];
    net.add('concat', { op: 'concat' }, outputs);
  },
  /** Figure 2: towers that are all alike. */
  simplified: (net, width) => {
    const input = net.last;
    const outputs = Array.from({ length: towers }, (_, index) => {
      const name = `tower${index + 1}`;
      const narrowed = addRectified(net, `${name}_1x1`, { filters: width, kernel: 1 }, [input]);
      return addRectified(net, `${name}_3x3`, { filters: width, kernel: 3 }, [narrowed]);
    });
    net.add('concat', { op: 'concat' }, outputs);
  },
  /** Figure 3: the same numbers, with the 1 × 1 layers in one. */
  'one-pointwise': (net, width) => {
    const filters = towers * width;
    addRectified(net, 'all_1x1', { filters, kernel: 1 });
    addRectified(net, 'parts_3x3', { filters, kernel: 3, groups: towers });
  },
  /** Figure 4: a part for each channel. */
  'per-channel': (net, width) => {
    const filters = towers * width;
    addRectified(net, 'all_1x1', { filters, kernel: 1 });
    net.add('depthwise_3x3', { op: 'depthwise', kernel: 3, padding: 'symmetric', bias: true });
    net.add('depthwise_3x3_relu', { op: 'activation', activation: 'relu' });
  },
};

/** The three steps from an Inception module to a separable layer. */
export const toSeparable: Block<ToSeparableOptions> = {
  id: 'to-separable',
  knobs: [
    {
      name: 'step',
      default: 'simplified',
      choices: ['module', 'simplified', 'one-pointwise', 'per-channel'],
    },
  ],
  networks: [],
  source: 'Chollet 2017, arXiv:1610.02357, figures 1–4',
  build: ({ step = 'simplified' }, size) => {
    const { side, channels, width } = sizes[size];
    return blockOf([side, side, channels], (net) => steps[step](net, width));
  },
};
