import { countOf, depthwiseStage, endings } from './stage.js';
import type { ConvSpec } from '../math/types.js';
import type { ResolvedFields, Variant } from './types.js';

/**
 * A depthwise stage and a pointwise one, in Keras' order or in that of the Xception paper's extreme Inception. Stride, dilation and padding belong to the
 * depthwise stage; bias and activation come once, at the end, unless asked for in every stage.
 */
export const separable: Variant = {
  name: 'separable',
  defaults: {
    input: [5, 5, 3],
    filters: 4,
    kernel: [3, 3],
    stride: [1, 1],
    padding: 'valid',
    multiplier: 1,
    order: 'depthwise-first',
    bias: false,
    biases: 'once',
  },
  sample: 'three-textures',
  weights: (layer) => (isDepthwiseFirst(layer) ? ['depthwise', 'mixing'] : ['mixing', 'depthwise']),
  knobs: ['filters', 'kernel', 'order', 'bias', 'biases'],
  moreKnobs: ['multiplier', 'stride', 'dilation', 'padding', 'activation', 'activations', 'turned'],
  stages: (layer) => {
    const { filters = 1, input } = layer;
    const mixing = { filters, kernel: [1, 1] as const };
    return isDepthwiseFirst(layer)
      ? [
          { ...depthwiseStage(layer), ...endings(layer, false) },
          { ...mixing, ...endings(layer, true) },
        ]
      : [
          { ...mixing, ...(input ? { input } : {}), ...endings(layer, false) },
          { ...withoutInput(depthwiseStage(layer, countOf(filters))), ...endings(layer, true) },
        ];
  },
};

function isDepthwiseFirst({ order = 'depthwise-first' }: ResolvedFields): boolean {
  return order === 'depthwise-first';
}

function withoutInput(spec: ConvSpec): ConvSpec {
  const { input: _input, ...rest } = spec;
  return rest;
}
