import { addRectified, blockOf } from '../parts.js';
import type { Block } from '../types.js';

interface FiveByFiveOptions {
  readonly as: 'one' | 'two';
}

/** Channels in and out, and the side of the plane. */
const sizes = { paper: { side: 35, width: 64 }, small: { side: 6, width: 4 } } as const;

/** A 5 × 5 layer, or the two 3 × 3 layers that reach as far. */
export const fiveByFive: Block<FiveByFiveOptions> = {
  id: 'five-by-five',
  knobs: [{ name: 'as', default: 'two', choices: ['one', 'two'] }],
  networks: ['inception-v3'],
  source: 'Szegedy et al. 2016, arXiv:1512.00567, section 3.1',
  build: ({ as = 'two' }, size) => {
    const { side, width: filters } = sizes[size];
    return blockOf([side, side, filters], (net) => {
      if (as === 'one') addRectified(net, 'conv_5x5', { filters, kernel: 5 });
      else for (const name of ['conv_3x3_1', 'conv_3x3_2']) addRectified(net, name, { filters, kernel: 3 });
    });
  },
};
