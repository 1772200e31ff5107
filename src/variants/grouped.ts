import { stageOf } from './stage.js';
import type { Variant } from './types.js';

/** Filters read only the channels of their own group: between the standard and the depthwise convolution. */
export const grouped: Variant = {
  name: 'grouped',
  defaults: {
    input: [5, 5, 4],
    filters: 4,
    kernel: [3, 3],
    stride: [1, 1],
    padding: 'valid',
    groups: 2,
    bias: false,
  },
  sample: 'four-textures',
  weights: () => ['standard'],
  knobs: ['groups', 'filters', 'kernel', 'padding', 'bias'],
  moreKnobs: ['stride', 'dilation', 'activation', 'turned'],
  stages: (layer) => [stageOf(layer)],
};
