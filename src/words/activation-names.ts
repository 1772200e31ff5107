import type { Activation } from '../math/types.js';

/** Names of the activations, the same in every language; none for 'none'. */
export const activationNames: Readonly<Record<Activation, string>> = {
  none: '',
  relu: 'ReLU',
  relu6: 'ReLU6',
  'h-swish': 'h-swish',
};
