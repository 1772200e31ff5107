import { addBneck } from '../../networks/index.js';
import { blockOf } from '../parts.js';
import type { Block } from '../types.js';

interface BneckOptions {
  readonly squeeze: 'on' | 'off';
  readonly activation: 'h-swish' | 'relu';
  readonly stride: number;
}

/** Of the paper: the second line of 112 channels of MobileNet V3 Large. */
const sizes = {
  paper: { side: 14, channels: 112, expanded: 672 },
  small: { side: 6, channels: 3, expanded: 12 },
} as const;

/** An inverted residual whose channels are weighed by squeeze and excite, with h-swish. */
export const bneck: Block<BneckOptions> = {
  id: 'bneck',
  knobs: [
    { name: 'squeeze', default: 'on', choices: ['on', 'off'] },
    { name: 'activation', default: 'h-swish', choices: ['h-swish', 'relu'] },
    { name: 'stride', default: 1, choices: [1, 2] },
  ],
  networks: ['mobilenet-v3-large', 'mobilenet-v3-small'],
  source: 'Howard et al. 2019, arXiv:1905.02244, table 1 and figure 4',
  build: ({ squeeze = 'on', activation = 'h-swish', stride = 1 }, size) => {
    const { side, channels, expanded } = sizes[size];
    const squeezes = squeeze === 'on';
    return blockOf([side, side, channels], (net) =>
      addBneck(net, 'block', channels, {
        ...{ kernel: 3, expanded, filters: channels },
        ...{ squeezes, activation, stride },
      }),
    );
  },
};
