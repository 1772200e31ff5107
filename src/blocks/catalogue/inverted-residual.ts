import { addInvertedResidual } from '../../networks/index.js';
import { blockOf } from '../parts.js';
import type { Block } from '../types.js';

interface InvertedOptions {
  /** t. At 1 there is no first 1 × 1 layer. */
  readonly expansion: number;
  readonly stride: number;
  /** 'other': more channels go out than came in. */
  readonly output: 'equal' | 'other';
}

const sizes = {
  paper: { side: 56, channels: 24, others: 32 },
  small: { side: 6, channels: 3, others: 4 },
} as const;

/** Wide inside, narrow and linear at both ends, with a shortcut where the shape stays. */
export const invertedResidual: Block<InvertedOptions> = {
  id: 'inverted-residual',
  knobs: [
    { name: 'expansion', default: 6, choices: [1, 2, 4, 6] },
    { name: 'stride', default: 1, choices: [1, 2] },
    { name: 'output', default: 'equal', choices: ['equal', 'other'] },
  ],
  networks: ['mobilenet-v2'],
  source: 'Sandler et al. 2018, arXiv:1801.04381, tables 1 and 2',
  build: ({ expansion = 6, stride = 1, output = 'equal' }, size) => {
    const { side, channels, others } = sizes[size];
    const filters = output === 'equal' ? channels : others;
    return blockOf([side, side, channels], (net) =>
      addInvertedResidual(net, 'conv', { channels, expansion, filters, stride }),
    );
  },
};
