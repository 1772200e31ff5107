import { describe, expect, it } from 'vitest';
import { cases } from '../bench/engine/cases.js';
import { onnxModel } from '../bench/engine/onnx-model.js';

describe('a model in ONNX’s format', () => {
  const layer = cases.find(({ id }) => id === 'odd-groups5')!;
  const weights = Float32Array.from({ length: 3 * 3 * 3 * 25 }, (_, i) => i);
  const bytes = onnxModel(layer, weights);

  it('holds its operator and the whole of its weights', () => {
    const text = new TextDecoder('latin1').decode(bytes);
    expect(text).toContain('Conv');
    expect(text).toContain('kernel_shape');
    expect(bytes.length).toBeGreaterThan(weights.byteLength);
  });

  it('has the weights of a filter one after the other, row by row', () => {
    // Filter 0, channel 0: taps 0, 1 and 2 are 3 · 25 apart in the layout of TensorFlow.
    const run = new Uint8Array(Float32Array.of(0, 75, 150).buffer);
    const found = bytes.findIndex((_, start) => run.every((byte, i) => bytes[start + i] === byte));
    expect(found).toBeGreaterThan(0);
  });
});
