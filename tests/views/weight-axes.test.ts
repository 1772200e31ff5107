import { describe, expect, it } from 'vitest';
import { plan } from '../../src/variants/plan-layer.js';
import { printAxes, weightLayout } from '../../src/views/weight-axes.js';
import { countersOf } from '../../src/views/counts/model.js';
import type { Dialect } from '../../src/words/dialect.js';
import { english, transposedMoment } from './moments.js';

describe('the axes of a weight tensor', () => {
  const conv = { input: [8, 8, 6], filters: 4, kernel: [3, 5] } as const;
  const transposed = { ...conv, op: 'transposed', input: [8, 8, 4], filters: 6 } as const;
  const printed = (spec: Parameters<typeof plan>[0], dialect: Dialect): string => {
    const layout = weightLayout(plan(spec).stages[0], dialect);
    return `${layout.layer} ${printAxes(layout)}`;
  };

  it.each<[Parameters<typeof plan>[0], Dialect, string]>([
    [conv, 'keras', 'Conv2D (kh 3, kw 5, in 6, out 4)'],
    [conv, 'pytorch', 'Conv2d (out 4, in 6, kh 3, kw 5)'],
    [conv, 'paddle', 'Conv2D (out 4, in 6, kh 3, kw 5)'],
    [transposed, 'keras', 'Conv2DTranspose (kh 3, kw 5, out 6, in 4)'],
    [transposed, 'pytorch', 'ConvTranspose2d (in 4, out 6, kh 3, kw 5)'],
    [transposed, 'paddle', 'Conv2DTranspose (in 4, out 6, kh 3, kw 5)'],
    [{ ...conv, groups: 2 }, 'keras', 'Conv2D (kh 3, kw 5, in/groups 3, out 4)'],
    [{ ...conv, groups: 2 }, 'pytorch', 'Conv2d (out 4, in/groups 3, kh 3, kw 5)'],
    [{ ...transposed, groups: 2 }, 'pytorch', 'ConvTranspose2d (in 4, out/groups 3, kh 3, kw 5)'],
    [{ ...conv, groups: 6, filters: 12 }, 'keras', 'DepthwiseConv2D (kh 3, kw 5, in 6, multiplier 2)'],
    [{ ...conv, groups: 6, filters: 12 }, 'pytorch', 'Conv2d (out 12, in/groups 1, kh 3, kw 5)'],
  ])('%j in %s', (spec, dialect, text) => expect(printed(spec, dialect)).toBe(text));

  it('hold as many numbers as the weights, in every framework', () => {
    for (const spec of [conv, transposed, { ...conv, groups: 2 }, { ...conv, groups: 6, filters: 12 }]) {
      const [stage] = plan(spec).stages;
      const weights = stage.weightShape.reduce((all, size) => all * size, 1);
      for (const dialect of ['keras', 'pytorch', 'paddle'] as const) {
        const sizes = weightLayout(stage, dialect).axes.map(({ size }) => size);
        expect(sizes.reduce((all, size) => all * size, 1)).toBe(weights);
      }
    }
  });

  it('are counted with the weights, and the swap of a transposed convolution is pointed out', () => {
    const terms = (dialect: Dialect, groups = 1) =>
      countersOf(transposedMoment(0, 'output', { groups }), { say: english, unit: 'flops', dialect })[2]
        .terms;
    expect(terms('keras')).toEqual([
      '3·3·1·1 = 9',
      'Keras Conv2DTranspose (kh 3, kw 3, out 1, in 1)',
      'axes swapped: in and out have changed places',
    ]);
    const keras = weightLayout(plan({ ...transposed, groups: 2 }).stages[0], 'keras');
    expect([keras.exists, keras.swapped]).toEqual([false, true]);
  });
});
