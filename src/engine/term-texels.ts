/** From the texels of terms.frag.glsl, (input value, product, running sum, channel sum) each, to what callers get. */

import { termsOf } from '../math/incidence.js';
import type { TermValue } from '../math/reference.js';
import { offsetOf } from '../math/tensor.js';
import type { Index4, Stage, Tensor } from '../math/types.js';

/** The weights are the caller's own; every other number was computed by the shader. */
export function termsFrom(texels: Float32Array, stage: Stage, weights: Tensor, cell: Index4): TermValue[] {
  return termsOf(stage, cell).map((term, order) => {
    const [input, product, runningSum, channelSum] = texels.subarray(order * 4, order * 4 + 4);
    const weight = weights.data[offsetOf(stage.weightShape, term.weight)];
    return { input, weight, product, runningSum, channelSum };
  });
}
