import { depthwiseStage } from './stage.js';
import type { Variant } from './types.js';

/** One slice, one channel, one map: nothing is added over channels. Groups and filters follow from the input. */
export const depthwise: Variant = {
  name: 'depthwise',
  defaults: {
    input: [5, 5, 3],
    kernel: [3, 3],
    stride: [1, 1],
    padding: 'valid',
    multiplier: 1,
    bias: false,
  },
  sample: 'three-textures',
  weights: () => ['depthwise'],
  knobs: ['multiplier', 'kernel', 'stride', 'padding', 'bias'],
  moreKnobs: ['dilation', 'activation', 'turned'],
  stages: (layer) => [depthwiseStage(layer)],
};
