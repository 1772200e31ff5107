import type { Signature } from '../signature.js';
import { keras } from './keras.js';

const camel = (name: string): string =>
  name.replace(/_(\w)/g, (_match, letter: string) => letter.toUpperCase());

/** Layers of TensorFlow.js: Keras' arguments in one object, in camel case; no groups, no output padding. */
export const tfjs: readonly Signature[] = keras
  .filter(({ name }) => !name.includes('Convolution') && name !== 'DepthwiseConv1D')
  .filter(({ name }) => !['SeparableConv1D', 'Conv1DTranspose'].includes(name))
  .map((signature) => ({
    ...signature,
    framework: 'tfjs',
    name: `${signature.name[0].toLowerCase()}${signature.name.slice(1)}`.replace(/(\d)D/, '$1d'),
    positional: [],
    required: signature.required.map(camel),
    readers: Object.fromEntries(
      Object.entries(signature.readers)
        .filter(([argument]) => !['groups', 'output_padding'].includes(argument))
        .map(([argument, reader]) => [camel(argument), reader]),
    ),
  }));
