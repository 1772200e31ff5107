/** The rules of padding against loops that walk along the axis, and against what the frameworks document. */
import { describe, expect, it } from 'vitest';
import { readAlike, ruledAxis, type AxisLayer, type PaddingRule } from '../../src/math/padding-rules.js';
import { overlap, spreadOf } from '../../src/math/overlap.js';
import { uncoveredAxis } from '../../src/math/uncovered.js';
import conv from '../golden/conv-cases.json' with { type: 'json' };

const rules: readonly PaddingRule[] = ['valid', 'same', 'same-lower', 'symmetric', 'half'];

function everyLayer(visit: (layer: AxisLayer) => void): void {
  for (let input = 1; input <= 10; input++)
    for (let kernel = 1; kernel <= 6; kernel++)
      for (let stride = 1; stride <= 4; stride++)
        for (let dilation = 1; dilation <= 2; dilation++) visit({ input, kernel, stride, dilation });
}

describe('the rules of padding', () => {
  it('begin windows and leave cells as a walk along the axis does', () => {
    everyLayer((layer) => {
      const { input, kernel, stride, dilation } = layer;
      for (const rule of rules) {
        const ruled = ruledAxis(rule, layer);
        const starts: number[] = [];
        const read = new Set<number>();
        const reach = dilation * (kernel - 1) + 1;
        for (let start = 0 - ruled.before; start + reach <= input + ruled.after; start += stride) {
          starts.push(start);
          for (let tap = 0; tap < kernel; tap++) read.add(start + tap * dilation);
        }
        const where = `${rule} ${JSON.stringify(layer)}`;
        expect(ruled.starts, where).toEqual(starts);
        expect(ruled.output, where).toBe(starts.length);
        expect(ruled.problem === null, where).toBe(starts.length > 0);
        if (ruled.problem) continue;
        const unread = Array.from({ length: input }, (_, cell) => cell).filter((cell) => !read.has(cell));
        expect(ruled.unread, where).toEqual(unread);
      }
    });
  });

  it('keep ⌈n / s⌉ cells under SAME, with as little as that takes, the odd cell at one end', () => {
    everyLayer((layer) => {
      const [upper, lower] = [ruledAxis('same', layer), ruledAxis('same-lower', layer)];
      expect(upper.output).toBe(Math.ceil(layer.input / layer.stride));
      expect([lower.before, lower.after]).toEqual([upper.after, upper.before]);
      expect([0, 1]).toContain(upper.after - upper.before);
      expect(upper.paddingFormula.endsWith(`= ${upper.before + upper.after}`)).toBe(true);
    });
  });

  it('tell the worked example’s three stops: 6 cells, kernel 3, stride 2', () => {
    const layer = { input: 6, kernel: 3, stride: 2, dilation: 1 };
    const facts = rules.map((rule) => {
      const { before, after, starts, unread } = ruledAxis(rule, layer);
      return [before, after, starts, unread];
    });
    expect(facts).toEqual([
      [0, 0, [0, 2], [5]],
      [0, 1, [0, 2, 4], []],
      [1, 0, [-1, 1, 3], []],
      [1, 1, [-1, 1, 3], []],
      [1, 1, [-1, 1, 3], []],
    ]);
    expect(ruledAxis('same', layer).paddingFormula).toBe('max((⌈6 / 2⌉ − 1) · 2 + 3 − 6, 0) = 1');
    expect(readAlike(ruledAxis('same', layer), ruledAxis('symmetric', layer))).toBe(false);
    expect(readAlike(ruledAxis('same-lower', layer), ruledAxis('symmetric', layer))).toBe(true);
  });

  it('resolve the golden cases of SAME as TensorFlow did', () => {
    const same = conv.cases.filter((each) => each.paddingMode === 'same' && each.op === 'conv2d');
    expect(same.length).toBeGreaterThan(3);
    for (const { name, input, weights, strides, dilations, padding } of same) {
      for (const axis of [0, 1]) {
        const layer = {
          input: input.shape[axis + 1],
          kernel: weights.shape[axis],
          stride: strides[axis],
          dilation: dilations[axis],
        };
        const { before, after } = ruledAxis('same', layer);
        expect([before, after], name).toEqual(padding.slice(2 * axis, 2 * axis + 2));
      }
    }
  });
});

describe('output padding', () => {
  it('uncovers a 0 with p = 0 and a computed number with p = 1', () => {
    const layer = { input: 2, kernel: 3, stride: 2, dilation: 1 };
    const zero = uncoveredAxis(layer, 0, 1);
    expect(zero).toMatchObject({
      output: 6,
      values: [1, 1, 2, 1, 1, 0],
      uncovered: [0],
      border: 2,
      returns: 2,
    });
    const real = uncoveredAxis(layer, 1, 1);
    expect(real).toMatchObject({ output: 4, canvas: [1, 1, 2, 1, 1], values: [1, 2, 1, 1], uncovered: [1] });
    expect(real.formula).toBe('(2 − 1) · 2 + 3 − 1 − 1 + 1 = 4');
    const refused = uncoveredAxis(layer, 1, 2);
    expect(refused).toMatchObject({ output: 0, problem: { kind: 'output-padding-too-large' } });
    expect(uncoveredAxis(layer, 3, 0).problem?.kind).toBe('empty-output');
  });

  it('shows the cells that stamps leave, by a plain loop', () => {
    for (let input = 1; input <= 4; input++)
      for (let kernel = 1; kernel <= 5; kernel++)
        for (let stride = 1; stride <= 4; stride++)
          for (let dilation = 1; dilation <= 3; dilation++)
            for (let crop = 0; crop <= 3; crop++)
              for (let extra = 0; extra < Math.max(stride, dilation); extra++) {
                const found = uncoveredAxis({ input, kernel, stride, dilation }, crop, extra);
                const cells = new Map<number, number>();
                for (let cell = 0; cell < input; cell++)
                  for (let tap = 0; tap < kernel; tap++) {
                    const at = cell * stride + tap * dilation;
                    cells.set(at, (cells.get(at) ?? 0) + 1);
                  }
                const size = (input - 1) * stride + (kernel - 1) * dilation + 1 - 2 * crop + extra;
                const where = JSON.stringify({ input, kernel, stride, dilation, crop, extra });
                expect(found.output, where).toBe(Math.max(size, 0));
                expect(found.values, where).toEqual(
                  Array.from({ length: Math.max(size, 0) }, (_, cell) => cells.get(cell + crop) ?? 0),
                );
                expect(found.border, where).toBe((kernel - 1) * dilation - crop);
              }
  });
});

describe('the spread of an overlap', () => {
  it('is that of both axes together', () => {
    const uneven = overlap({ op: 'transposed', input: [5, 5, 1], kernel: [3, 4], stride: 2 });
    expect(spreadOf(uneven)).toEqual({ least: 2, most: 4, ratio: 2 });
    expect([spreadOf(uneven, 0), spreadOf(uneven, 1)]).toEqual([
      { least: 1, most: 2, ratio: 2 },
      { least: 2, most: 2, ratio: 1 },
    ]);
    expect(spreadOf(overlap({ op: 'transposed', input: [5, 5, 1], kernel: 2, stride: 3 })).ratio).toBe(
      Infinity,
    );
  });
});
