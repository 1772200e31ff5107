import { channelsOfInput, endings, stageOf } from './stage.js';
import type { ConvSpec, Pair } from '../math/types.js';
import { pairOf, sidesOf } from './pair.js';
import type { ResolvedFields, Variant } from './types.js';

/**
 * A column of k taps, then a row of k taps: what a k × k kernel of rank one can be split into. Each channel is read alone,
 * like in a depthwise convolution; stride, dilation and padding are split by axis.
 */
export const spatiallySeparable: Variant = {
  name: 'spatially-separable',
  defaults: { input: [5, 5, 1], kernel: [3, 3], stride: [1, 1], padding: 'valid', bias: false },
  sample: 'three-textures',
  weights: () => ['smoothing-column', 'difference-row'],
  knobs: ['kernel', 'stride', 'padding', 'bias'],
  moreKnobs: ['dilation', 'biases', 'activation', 'activations', 'turned'],
  stages: (layer) => {
    const channels = channelsOfInput(layer);
    const shared = { filters: channels, groups: channels };
    const { input, ...rest } = stageOf(layer);
    return [
      { ...rest, ...(input ? { input } : {}), ...shared, ...alongAxis(layer, 0), ...endings(layer, false) },
      { ...rest, ...shared, ...alongAxis(layer, 1), ...endings(layer, true) },
    ];
  },
};

/** What acts along one axis, 0 rows or 1 columns; the other axis is left as it is. */
function alongAxis(layer: ResolvedFields, axis: 0 | 1): ConvSpec {
  return {
    kernel: onAxis(layer.kernel ?? 3, axis),
    stride: onAxis(layer.stride ?? 1, axis),
    dilation: onAxis(layer.dilation ?? 1, axis),
    ...(layer.padding === undefined ? {} : { padding: paddingOnAxis(layer.padding, axis) }),
  };
}

/** What is no number or pair goes on as it is, so that the plan explains it. */
function onAxis(value: number | Pair, axis: 0 | 1): number | Pair {
  const pair = pairOf(value, -Infinity);
  if (!pair) return value;
  return axis === 0 ? [pair[0], 1] : [1, pair[1]];
}

function paddingOnAxis(padding: NonNullable<ConvSpec['padding']>, axis: 0 | 1): ConvSpec['padding'] {
  const sides = typeof padding === 'string' ? null : sidesOf(padding);
  if (!sides) return padding;
  const [top, bottom, left, right] = sides;
  return axis === 0 ? [top, bottom, 0, 0] : [0, 0, left, right];
}
