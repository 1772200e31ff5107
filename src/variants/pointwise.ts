import { stageOf } from './stage.js';
import type { Variant } from './types.js';

/** All channels of one place are mixed with learned weights; neighbours play no part. */
export const pointwise: Variant = {
  name: 'pointwise',
  defaults: { input: [5, 5, 3], filters: 4, kernel: [1, 1], stride: [1, 1], padding: 'valid', bias: false },
  pinned: ['kernel'],
  sample: 'three-textures',
  weights: () => ['mixing'],
  knobs: ['filters', 'padding', 'bias'],
  moreKnobs: ['stride', 'groups', 'activation'],
  stages: (layer) => [stageOf(layer)],
};
