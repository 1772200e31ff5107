import { blockOf } from '../parts.js';
import type { Block } from '../types.js';

interface HeadOptions {
  /** What makes a list of the plane. */
  readonly list: 'mean' | 'flatten';
}

const sizes = {
  paper: { side: 7, channels: 1024, classes: 1000 },
  small: { side: 4, channels: 6, classes: 5 },
} as const;

/** The end of a classifier: a list of numbers, a dense layer, and shares of certainty. */
export const head: Block<HeadOptions> = {
  id: 'head',
  knobs: [{ name: 'list', default: 'mean', choices: ['mean', 'flatten'] }],
  networks: [],
  source: 'Lin et al. 2014, arXiv:1312.4400, section 3.2',
  build: ({ list = 'mean' }, size) => {
    const { side, channels, classes: units } = sizes[size];
    return blockOf([side, side, channels], (net) => {
      if (list === 'mean') net.add('mean', { op: 'global-average-pool', keepsPlane: true });
      net.add('flatten', { op: 'flatten' });
      net.add('dense', { op: 'dense', units });
      net.add('softmax', { op: 'softmax' });
    });
  },
};
