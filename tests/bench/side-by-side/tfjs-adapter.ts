/** TensorFlow.js as its users get it: default flags. */
import * as tf from '@tensorflow/tfjs-core';
import '@tensorflow/tfjs-backend-cpu';
import { setThreadsCount, setWasmPaths } from '@tensorflow/tfjs-backend-wasm';
import plainWasm from '@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm.wasm?url';
import simdWasm from '@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm-simd.wasm?url';
import threadedWasm from '@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm-threaded-simd.wasm?url';
import type { MathBackendWebGL } from '@tensorflow/tfjs-backend-webgl';
import '@tensorflow/tfjs-backend-webgl';
import type { Adapter, Case, Session } from '../adapter/adapter.js';

type Image = tf.Tensor4D;

/** @param threads of the wasm backend */
export async function createTfjsAdapter(backend: 'webgl' | 'wasm', threads: number): Promise<Adapter> {
  if (backend === 'webgl') {
    // By default it refuses a context without a GPU.
    tf.env().set('SOFTWARE_WEBGL_ENABLED', true);
  } else {
    setWasmPaths({
      'tfjs-backend-wasm.wasm': plainWasm,
      'tfjs-backend-wasm-simd.wasm': simdWasm,
      'tfjs-backend-wasm-threaded-simd.wasm': threadedWasm,
    });
    setThreadsCount(threads);
  }
  const activate = async () => {
    if (tf.getBackend() === backend) return;
    if (!(await tf.setBackend(backend))) throw new Error(`The backend ${backend} does not start.`);
  };
  await activate();
  return {
    name: `tfjs-${backend}`,
    activate,
    async prepare(layer, x, w) {
      await activate();
      return prepare(backend, layer, x, w);
    },
    dispose: () => tf.removeBackend(backend),
  };
}

function prepare(backend: 'webgl' | 'wasm', layer: Case, x: Float32Array, w: Float32Array): Session {
  const imageOf = (data: Float32Array) => tf.tensor4d(data, [1, layer.H, layer.W, layer.C]);
  const input = imageOf(x);
  const run = runner(layer, w);
  let last: Image | undefined;
  const pixel = new Float32Array(4);
  return {
    step() {
      last?.dispose();
      last = run(input);
    },
    /** Reads a texel of the result, which is still bound as the target. */
    sync() {
      if (backend === 'wasm') return;
      const { gl } = (tf.backend() as MathBackendWebGL).gpgpu;
      gl.readPixels(0, 0, 1, 1, gl.RGBA, gl.FLOAT, pixel);
    },
    roundtrip: (data) => tf.tidy(() => run(imageOf(data)).dataSync()) as Float32Array,
    dispose() {
      input.dispose();
      run.weights.forEach((tensor) => tensor.dispose());
      last?.dispose();
    },
  };
}

/** A layer whose weights are already where they are needed. */
interface Runner {
  (input: Image): Image;
  readonly weights: readonly tf.Tensor[];
}

function runner(layer: Case, w: Float32Array): Runner {
  const { op, OH, OW, OC, s, d, pad, groups = 1 } = layer;
  const weights = tf.tensor4d(w, layer.wShape as Image['shape']);
  if (groups > 1) return groupedRunner(layer, weights);
  const run = {
    conv: (input: Image) => tf.conv2d(input, weights, s, pad, 'NHWC', d),
    dw: (input: Image) => tf.depthwiseConv2d(input, weights, s, pad, 'NHWC', d),
    tr: (input: Image) => tf.conv2dTranspose(input, weights, [1, OH, OW, OC], s, pad),
  };
  // The types allow an image without a batch, too.
  return Object.assign((input: Image) => run[op](input) as Image, { weights: [weights] });
}

/** It has no groups: a convolution for each, and what they made put together, is what its users do. */
function groupedRunner({ s, d, pad, groups = 1 }: Case, weights: Image): Runner {
  const parts = tf.split(weights, groups, 3) as Image[];
  weights.dispose();
  const run = (input: Image) =>
    tf.tidy(() => {
      const pieces = tf.split(input, groups, 3) as Image[];
      return tf.concat(
        pieces.map((piece, group) => tf.conv2d(piece, parts[group], s, pad, 'NHWC', d)),
        3,
      );
    });
  return Object.assign(run, { weights: parts });
}
