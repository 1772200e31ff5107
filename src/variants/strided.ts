import { stageOf } from './stage.js';
import type { Variant } from './types.js';

/** Windows start every second cell; what lies behind the last start is never read. */
export const strided: Variant = {
  name: 'strided',
  defaults: { input: [6, 6, 1], filters: 1, kernel: [3, 3], stride: [2, 2], padding: 'valid', bias: false },
  sample: 'one-to-thirty-six',
  weights: () => ['alternating'],
  knobs: ['stride', 'kernel', 'padding'],
  moreKnobs: ['filters', 'dilation', 'bias', 'activation', 'turned'],
  stages: (layer) => [stageOf(layer)],
};
