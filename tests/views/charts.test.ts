import { describe, expect, it } from 'vitest';
import { plan, type ConvSpec, type Plan } from '../../src/math/index.js';
import { costCharts, costedUnderSame, type CostChart } from '../../src/views/charts/costs.js';
import { english } from './moments.js';

const separable = (bias = false): Plan =>
  plan([
    { input: [5, 5, 3], filters: 3, groups: 3 },
    { kernel: 1, filters: 4, bias },
  ]);
const standard = (bias = false): Plan => plan({ input: [5, 5, 3], filters: 4, bias });
const charts = (plans: readonly Plan[], at = 9, of = 9): ReadonlyMap<string, CostChart> =>
  new Map(
    costCharts(
      plans.map((each, i) => ({ name: `layer ${i + 1}`, plan: each })),
      { at, of },
      english,
    ).map((chart) => [chart.kind, chart]),
  );
const told = (chart: CostChart): string[] =>
  chart.bars.map(({ value, terms, ratio }) => [value, terms, ratio].filter(Boolean).join(' | '));

describe('costs beside each other', () => {
  it('come with their terms and 1/N + 1/k² where a separable layer replaces a standard one', () => {
    const all = charts([standard(), separable()]);
    expect(told(all.get('parameters')!)).toEqual([
      '108 | 3·3·3·4 = 108',
      '39 | 3·3·3 + 3·4 = 39 | 1/4 + 1/9 ≈ 0.3611',
    ]);
    expect(told(all.get('macs')!)).toEqual([
      '972 / 972 | 108 × 9 = 972',
      '351 / 351 | (27 + 12) × 9 = 351 | 1/4 + 1/9 ≈ 0.3611',
    ]);
    expect(told(all.get('activations')!)).toEqual([
      '144 | 3·3·4 × 4 = 144',
      '252 | (3·3·3 + 3·3·4) × 4 = 252 | 252/144 = 1.75',
    ]);
    expect(told(all.get('weights')!)[1]).toBe('156 | (3·3·3 + 3·4) × 4 = 156 | 1/4 + 1/9 ≈ 0.3611');
    expect(all.get('useful')!.repeats).toBe(true);
    expect(all.has('gather')).toBe(false);
  });

  it('count biases as parameters, and then the short rule does not hold', () => {
    expect(told(charts([standard(true), separable(true)]).get('parameters')!)).toEqual([
      '112 | 3·3·3·4 + 4 = 112',
      '43 | 3·3·3 + 3·4 + 4 = 43 | 43/112 ≈ 0.3839',
    ]);
  });

  it('grow by 108 and 39 a tick on one scale', () => {
    const now = (at: number): number[] =>
      charts([standard(), separable()], at)
        .get('macs')!
        .bars.map((bar) => bar.now);
    expect([0, 1, 2, 9].map(now)).toEqual([[0, 0], [108, 39], [216, 78], [972, 351]]); // prettier-ignore
    expect(now(0.5)).toEqual([54, 20]);
    expect(charts([separable(), standard()]).get('macs')!.scale).toBe(972);
  });

  it('are those of SAME where dilation rates differ', () => {
    const rate = (dilation: number, padding: ConvSpec['padding'] = 'valid'): Plan =>
      plan({ input: [7, 7, 1], dilation, padding });
    const plans = [rate(1), rate(2), rate(3)];
    expect(costedUnderSame(plans.map((each) => ({ plan: each })))).toBe(true);
    const { bars } = charts(plans, 25, 25).get('macs')!;
    expect(bars.map(({ total, ratio }) => [total, ratio])).toEqual([[441, ''], [441, '1'], [441, '1']]); // prettier-ignore
    const useful = charts(plans, 25, 25).get('useful')!;
    expect([useful.repeats, useful.bars.map(({ total }) => total)]).toEqual([false, [361, 289, 225]]);
    expect(costedUnderSame([{ plan: rate(1, 'same') }, { plan: rate(2, 'same') }])).toBe(false);
    expect(costedUnderSame([{ plan: rate(2) }, { plan: rate(2) }])).toBe(false);
  });

  it('tell what inserted zeros cost a transposed convolution: 225 for 36', () => {
    const transposed = plan({ op: 'transposed', input: [2, 2, 1], stride: 2 });
    const all = charts([transposed, plan({ input: [5, 5, 1] })], 25, 25);
    expect(['macs', 'gather', 'useful'].map((kind) => all.get(kind)!.bars[0].total)).toEqual([36, 225, 36]);
    expect(all.get('gather')!.bars[0].terms).toBe('9 × 25 = 225');
  });
});
