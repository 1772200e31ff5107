import { addInception } from '../../networks/index.js';
import type { InceptionWidths, Shape } from '../../networks/index.js';
import { blockOf } from '../parts.js';
import type { Block, BlockSize } from '../types.js';

interface InceptionOptions {
  /** 'without': the naive module, whose 3 × 3 and 5 × 5 layers read all channels. */
  readonly reductions: 'with' | 'without';
}

/** Of the paper: module 3a. */
const sizes: Readonly<Record<BlockSize, { readonly input: Shape; readonly widths: InceptionWidths }>> = {
  paper: { input: [28, 28, 192], widths: [64, 96, 128, 16, 32, 32] },
  small: { input: [6, 6, 8], widths: [3, 4, 5, 2, 3, 3] },
};

/** Four branches side by side, joined again. */
export const inception: Block<InceptionOptions> = {
  id: 'inception',
  knobs: [{ name: 'reductions', default: 'with', choices: ['with', 'without'] }],
  networks: ['googlenet', 'googlenet-torchvision'],
  source: 'Szegedy et al. 2015, arXiv:1409.4842, table 1 (3a)',
  build: ({ reductions = 'with' }, size) =>
    blockOf(sizes[size].input, (net) => addInception(net, 'module', sizes[size].widths, reductions)),
};
