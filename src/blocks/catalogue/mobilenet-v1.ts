import { addDepthwisePair } from '../../networks/index.js';
import { blockOf } from '../parts.js';
import type { Block } from '../types.js';

interface PairOptions {
  readonly stride: number;
}

/** Where the block strides it gives out twice as many channels. */
const sizes = { paper: { side: 14, channels: 512 }, small: { side: 6, channels: 4 } } as const;

/** A depthwise and a pointwise layer, each with batch norm and ReLU6. */
export const depthwisePair: Block<PairOptions> = {
  id: 'mobilenet-v1',
  knobs: [{ name: 'stride', default: 1, choices: [1, 2] }],
  networks: ['mobilenet-v1'],
  source: 'Howard et al. 2017, arXiv:1704.04861, table 1 and figure 3',
  build: ({ stride = 1 }, size) => {
    const { side, channels } = sizes[size];
    return blockOf([side, side, channels], (net) =>
      addDepthwisePair(net, 1, { filters: stride === 1 ? channels : 2 * channels, stride }),
    );
  },
};
