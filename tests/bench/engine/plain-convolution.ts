/** A convolution in plain loops: the reference of every engine's error, and the contestant that needs no library. */
import type { Case } from '../adapter/adapter.js';

/** @param out receives the result, NHWC */
export function convolve(layer: Case, x: Float32Array, w: Float32Array, out: Float32Array): Float32Array {
  out.fill(0);
  if (layer.op === 'tr') scatter(layer, x, w, out);
  else gather(layer, x, w, out);
  return out;
}

/** Every output pixel collects from the taps that meet the input. */
function gather(layer: Case, x: Float32Array, w: Float32Array, out: Float32Array): void {
  const { H, W, C, OH, OW, OC, KH, KW, s, d, pt, pl } = layer;
  const groups = layer.op === 'dw' ? C : (layer.groups ?? 1);
  const [read, made] = [C / groups, OC / groups];
  for (let outputRow = 0; outputRow < OH; outputRow++) {
    for (let outputColumn = 0; outputColumn < OW; outputColumn++) {
      const output = (outputRow * OW + outputColumn) * OC;
      for (let kernelRow = 0; kernelRow < KH; kernelRow++) {
        const row = outputRow * s - pt + kernelRow * d;
        if (row < 0 || row >= H) continue;
        for (let kernelColumn = 0; kernelColumn < KW; kernelColumn++) {
          const column = outputColumn * s - pl + kernelColumn * d;
          if (column < 0 || column >= W) continue;
          let input = (row * W + column) * C;
          const tap = (kernelRow * KW + kernelColumn) * read;
          for (let first = 0; first < OC; first += made) {
            for (let channel = 0; channel < read; channel++) {
              const value = x[input++];
              const weights = (tap + channel) * OC + first;
              const sums = output + first;
              for (let filter = 0; filter < made; filter++) out[sums + filter] += value * w[weights + filter];
            }
          }
        }
      }
    }
  }
}

/** Every input pixel adds to the output pixels that it reaches. */
function scatter(layer: Case, x: Float32Array, w: Float32Array, out: Float32Array): void {
  const { H, W, C, OH, OW, OC, KH, KW, s, pt, pl } = layer;
  for (let inputRow = 0; inputRow < H; inputRow++) {
    for (let inputColumn = 0; inputColumn < W; inputColumn++) {
      const input = (inputRow * W + inputColumn) * C;
      for (let kernelRow = 0; kernelRow < KH; kernelRow++) {
        const row = inputRow * s - pt + kernelRow;
        if (row < 0 || row >= OH) continue;
        for (let kernelColumn = 0; kernelColumn < KW; kernelColumn++) {
          const column = inputColumn * s - pl + kernelColumn;
          if (column < 0 || column >= OW) continue;
          const output = (row * OW + column) * OC;
          let weights = (kernelRow * KW + kernelColumn) * OC * C;
          for (let filter = 0; filter < OC; filter++) {
            let sum = 0;
            for (let channel = 0; channel < C; channel++) sum += x[input + channel] * w[weights++];
            out[output + filter] += sum;
          }
        }
      }
    }
  }
}
