/** onnxruntime-web on its wasm backend. */
import * as ort from 'onnxruntime-web/wasm';
import loader from 'onnxruntime-web/ort-wasm-simd-threaded.mjs?url';
import wasm from 'onnxruntime-web/ort-wasm-simd-threaded.wasm?url';
import type { Adapter, Case, Session } from '../adapter/adapter.js';
import { onnxModel } from '../engine/onnx-model.js';

export function createOnnxAdapter(threads: number): Adapter {
  ort.env.wasm.wasmPaths = { wasm, mjs: new URL(loader, location.href).href };
  ort.env.wasm.numThreads = threads;
  ort.env.logLevel = 'error';
  return { name: 'onnx-wasm', prepare, dispose() {} };
}

/** It takes NCHW, and so would its users hold their data: the change of layout is outside the measured time. */
async function prepare(layer: Case, x: Float32Array, w: Float32Array): Promise<Session> {
  const { C, H, W, OC, OH, OW } = layer;
  const options = { executionProviders: ['wasm'], graphOptimizationLevel: 'all' } as const;
  const session = await ort.InferenceSession.create(onnxModel(layer, w), options);
  const tensorOf = (data: Float32Array) =>
    new ort.Tensor('float32', exchangeAxes(data, H * W, C), [1, C, H, W]);
  const resident = tensorOf(x);
  let given = { data: x, tensor: resident };
  return {
    /** Copies into and out of the wasm memory each time: it has no way to leave a tensor there. */
    async step() {
      await session.run({ x: resident });
    },
    sync() {},
    async roundtrip(data, wantOut) {
      if (given.data !== data) given = { data, tensor: tensorOf(data) };
      const { y } = await session.run({ x: given.tensor });
      const result = y.data as Float32Array;
      return wantOut ? exchangeAxes(result, OC, OH * OW) : result;
    },
    dispose: () => session.release(),
  };
}

/** The matrix rows × columns, transposed. */
function exchangeAxes(data: Float32Array, rows: number, columns: number): Float32Array {
  const result = new Float32Array(data.length);
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      result[column * rows + row] = data[row * columns + column];
    }
  }
  return result;
}
