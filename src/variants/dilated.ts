import { stageOf } from './stage.js';
import type { Variant } from './types.js';

/** The same taps with holes between them reach further. */
export const dilated: Variant = {
  name: 'dilated',
  defaults: {
    input: [7, 7, 1],
    filters: 1,
    kernel: [3, 3],
    stride: [1, 1],
    dilation: [2, 2],
    padding: 'valid',
    bias: false,
  },
  sample: 'one-to-forty-nine',
  weights: () => ['alternating'],
  knobs: ['dilation', 'stride', 'kernel', 'padding'],
  moreKnobs: ['filters', 'bias', 'activation', 'turned'],
  stages: (layer) => [stageOf(layer)],
};
