import type { Variant } from './types.js';

/** One filter as deep as the input makes one output channel. */
export const standard: Variant = {
  name: 'standard',
  defaults: { input: [5, 5, 3], filters: 4, kernel: [3, 3], stride: [1, 1], padding: 'valid', bias: false },
  sample: 'three-textures',
  knobs: ['kernel', 'stride', 'padding', 'filters', 'bias'],
  moreKnobs: ['dilation', 'groups'],
  stages: (layer) => [layer],
};
