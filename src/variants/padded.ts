import { stageOf } from './stage.js';
import type { Variant } from './types.js';

/** Zeros round the input: none, TensorFlow's SAME with its odd row below and to the right, or any on four sides. */
export const padded: Variant = {
  name: 'padded',
  defaults: { input: [6, 6, 1], filters: 1, kernel: [3, 3], stride: [2, 2], padding: 'same', bias: false },
  sample: 'one-to-thirty-six',
  weights: () => ['alternating'],
  knobs: ['padding', 'stride', 'kernel'],
  moreKnobs: ['filters', 'dilation', 'bias', 'activation', 'turned'],
  stages: (layer) => [stageOf(layer)],
};
