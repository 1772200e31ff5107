/** The plain loops against the reference that the engine is held to, and shapes against our own plan. */
import { describe, expect, it } from 'vitest';
import { plan, reference, type Plan } from '../../src/math/index.js';
import type { Case } from '../bench/adapter/adapter.js';
import { cases } from '../bench/engine/cases.js';
import { convolve } from '../bench/engine/plain-convolution.js';

const small = cases.filter(({ madds }) => madds < 1.2e6);
const wave = (count: number, pace: number) =>
  Float32Array.from({ length: count }, (_, i) => Math.round(8 * Math.sin(i * pace)));

function planOf({ op, H, W, C, OC, KH, KW, s, d, pad, groups = 1 }: Case): Plan {
  return plan({
    op: op === 'tr' ? 'transposed' : 'conv',
    input: [H, W, C],
    filters: OC,
    kernel: [KH, KW],
    stride: s,
    dilation: d,
    padding: pad,
    groups: op === 'dw' ? C : groups,
  });
}

describe('the cases of the benchmark', () => {
  it('have names of their own', () => {
    expect(new Set(cases.map(({ id }) => id)).size).toBe(cases.length);
  });

  it.each(cases)('have the shapes of our plan: $id', (layer) => {
    const [stage] = planOf(layer).stages;
    expect(stage.output).toEqual([1, layer.OH, layer.OW, layer.OC]);
    const size = (shape: readonly number[]) => shape.reduce((a, b) => a * b, 1);
    expect(size(layer.wShape)).toBe(size(stage.weightShape));
  });

  it('hold every kind among the small ones', () => {
    const kinds = new Set(small.map(({ op, groups }) => (groups ? 'grouped' : op)));
    expect(kinds).toEqual(new Set(['conv', 'grouped', 'dw', 'tr']));
  });

  it.each(small)('come out of plain loops as out of the reference: $id', (layer) => {
    const planned = planOf(layer);
    const [{ input, weightShape }] = planned.stages;
    const x = { shape: input, data: wave(layer.H * layer.W * layer.C, 1.7) };
    const weights = {
      shape: weightShape,
      data: wave(
        layer.wShape.reduce((a, b) => a * b, 1),
        2.9,
      ),
    };
    const out = convolve(layer, x.data, weights.data, new Float32Array(layer.OH * layer.OW * layer.OC));
    expect(out).toEqual(reference(planned, { input: x, weights }).data);
  });
});
