import { stageOf } from './stage.js';
import type { Variant } from './types.js';

/** One filter as deep as the input makes one output channel. */
export const standard: Variant = {
  name: 'standard',
  defaults: { input: [5, 5, 3], filters: 4, kernel: [3, 3], stride: [1, 1], padding: 'valid', bias: false },
  sample: 'three-textures',
  weights: () => ['standard'],
  knobs: ['kernel', 'stride', 'padding', 'filters', 'bias'],
  moreKnobs: ['activation', 'dilation', 'groups', 'turned'],
  stages: (layer) => [stageOf(layer)],
};
