import { addBottleneck, bottleneckExpansion } from '../../networks/index.js';
import { blockOf } from '../parts.js';
import type { Block } from '../types.js';

interface BottleneckOptions {
  readonly stride: number;
}

/** Side of the plane and width of the 3 × 3 layer; where the block strides, the width doubles. */
const sizes = { paper: { side: 56, width: 64 }, small: { side: 6, width: 2 } } as const;

/** ResNet's: narrow inside, wide at both ends. */
export const bottleneck: Block<BottleneckOptions> = {
  id: 'bottleneck',
  knobs: [{ name: 'stride', default: 1, choices: [1, 2] }],
  networks: ['resnet50'],
  source: 'He et al. 2016, arXiv:1512.03385, figure 5 and table 1',
  build: ({ stride = 1 }, size) => {
    const { side, width } = sizes[size];
    return blockOf([side, side, width * bottleneckExpansion], (net) => {
      net.block = 'layer';
      if (stride === 1) addBottleneck(net, width, [1, 1], null);
      else addBottleneck(net, 2 * width, [1, stride], stride);
    });
  },
};
