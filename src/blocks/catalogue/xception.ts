import { addExitFlow, addMiddleFlow, addStridingBlock } from '../../networks/index.js';
import type { ExitFlow } from '../../networks/index.js';
import { blockOf } from '../parts.js';
import type { Block, BlockSize } from '../types.js';

interface XceptionOptions {
  readonly flow: 'entry' | 'middle' | 'exit';
}

interface Sizes {
  readonly entry: { readonly side: number; readonly channels: number; readonly widths: readonly number[] };
  readonly middle: { readonly side: number; readonly channels: number };
  readonly exit: ExitFlow;
}

const sizes: Readonly<Record<BlockSize, Sizes>> = {
  paper: {
    entry: { side: 74, channels: 128, widths: [256, 256] },
    middle: { side: 19, channels: 728 },
    exit: { narrowing: [728, 1024], widening: [1536, 2048], classes: 1000 },
  },
  small: {
    entry: { side: 6, channels: 3, widths: [5, 5] },
    middle: { side: 6, channels: 4 },
    exit: { narrowing: [4, 5], widening: [6, 8], classes: 5 },
  },
};

/** A block of each part of Xception: one that halves the plane, one that keeps it, and the end. */
export const xceptionFlow: Block<XceptionOptions> = {
  id: 'xception',
  knobs: [{ name: 'flow', default: 'middle', choices: ['entry', 'middle', 'exit'] }],
  networks: ['xception'],
  source: 'Chollet 2017, arXiv:1610.02357, figure 5',
  build: ({ flow = 'middle' }, size) => {
    const { entry, middle, exit } = sizes[size];
    if (flow === 'entry') {
      return blockOf([entry.side, entry.side, entry.channels], (net) =>
        addStridingBlock(net, 'block3', entry.widths),
      );
    }
    return blockOf([middle.side, middle.side, middle.channels], (net) =>
      flow === 'middle' ? addMiddleFlow(net, 'block5', middle.channels) : addExitFlow(net, exit),
    );
  },
};
