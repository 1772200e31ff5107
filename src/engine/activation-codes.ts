import type { Activation } from '../math/types.js';

/** As in shaders/activation.glsl. */
export const activationCodes: Record<Activation, number> = { none: 0, relu: 1, relu6: 2, 'h-swish': 3 };
