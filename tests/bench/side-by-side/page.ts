/** The page in which engines are compared. This folder alone needs the packages of tests/bench. */
import type { Adapter, Case } from '../adapter/adapter.js';
import { createAdapter } from '../adapter/convscope-adapter.js';
import { cases } from '../engine/cases.js';
import { measureCeilings } from '../engine/ceilings.js';
import '../engine/engine-page.js';
import { measureCase } from '../engine/measure.js';
import { createPlainAdapter } from '../engine/plain-adapter.js';
import { convolve } from '../engine/plain-convolution.js';
import { createOnnxAdapter } from './onnx-adapter.js';
import { createTfjsAdapter } from './tfjs-adapter.js';

let adapters: readonly Adapter[] = [];

window.enginePage = {
  async start(threads) {
    adapters = [
      await createAdapter(),
      await createTfjsAdapter('webgl', threads),
      await createTfjsAdapter('wasm', threads),
      createOnnxAdapter(threads),
      createPlainAdapter(),
    ];
  },
  ceilings: measureCeilings,
  measure(id, effort) {
    const layer = cases.find((each) => each.id === id)!;
    const x = randomNumbers(layer.H * layer.W * layer.C, 7);
    const w = randomNumbers(
      layer.wShape.reduce((a, b) => a * b, 1),
      11,
    );
    const expected = convolve(layer, x, w, new Float32Array(outputSize(layer)));
    return measureCase(layer, { x, w, expected }, adapters, effort);
  },
};

const outputSize = ({ OH, OW, OC }: Case) => OH * OW * OC;

/** In [−1, 1), the same on every machine (xorshift32). */
function randomNumbers(count: number, seed: number): Float32Array {
  let state = seed;
  return Float32Array.from({ length: count }, () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return state / 2 ** 31;
  });
}
