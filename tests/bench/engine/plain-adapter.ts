import type { Adapter } from '../adapter/adapter.js';
import { convolve } from './plain-convolution.js';

export function createPlainAdapter(): Adapter {
  return {
    name: 'javascript',
    prepare(layer, x, w) {
      const out = new Float32Array(layer.OH * layer.OW * layer.OC);
      return Promise.resolve({
        step: () => void convolve(layer, x, w, out),
        sync() {},
        roundtrip: (data) => convolve(layer, data, w, out).slice(),
        dispose() {},
      });
    },
    dispose() {},
  };
}
