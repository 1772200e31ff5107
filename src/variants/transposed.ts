import { stageOf } from './stage.js';
import type { Variant } from './types.js';

/** The same relation read the other way: every input cell is stamped onto the output through all taps. */
export const transposed: Variant = {
  name: 'transposed',
  defaults: {
    op: 'transposed',
    input: [2, 2, 1],
    filters: 1,
    kernel: [3, 3],
    stride: [2, 2],
    padding: [0, 0, 0, 0],
    outputPadding: [0, 0],
    bias: false,
  },
  pinned: ['op'],
  sample: 'one-two-three-five',
  weights: () => ['counting'],
  walk: 'input',
  knobs: ['stride', 'kernel', 'padding', 'outputPadding', 'outputSize'],
  moreKnobs: ['filters', 'dilation', 'groups', 'bias', 'activation'],
  stages: (layer) => [stageOf(layer)],
};
