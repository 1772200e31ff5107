import { describe, expect, it } from 'vitest';
import { estimateTime, paceSet, type EstimatedLayer } from '../../src/speed/estimate.js';
import { counted } from '../../src/speed/counted.js';
import type { LayerKind, Report, Spread } from '../../src/speed/types.js';

const set = paceSet();
const launch = 0.25;

/** A device on which every kind goes at a pace of its own, in multiply-adds a millisecond, and half as much and twice as much at times. */
function report(rateOf: (kind: LayerKind) => number | null): Report {
  const spreads = set.layers.map(({ kind, plan }): Spread | null => {
    const rate = rateOf(kind);
    if (rate === null) return null;
    const work = counted(plan).multiplyAdds / rate;
    return { median: launch + work, lower: launch + work / 2, upper: launch + work * 2, outliers: [] };
  });
  return {
    ...{ set, ways: ['fast'], rounds: 3, launch: [launch], conditions: [], device: 'a test' },
    spreads: spreads.map((spread) => [spread]),
    onGpu: spreads.map(() => [null]),
    ceilings: { gpu: null, javascript: null },
  };
}

const layers: readonly EstimatedLayer[] = [
  { kind: 'standard', multiplyAdds: 1e6, stages: 1 },
  { kind: 'depthwise', multiplyAdds: 2e5, stages: 1 },
  { kind: 'separable', multiplyAdds: 4e5, stages: 2 },
];

describe('the estimate of a network’s time', () => {
  it('is each layer at the pace of its kind, and the price of asking once a stage', () => {
    const estimate = estimateTime(
      layers,
      report((kind) => (kind === 'depthwise' ? 1e5 : 1e6)),
      0,
    )!;
    // 1 + 2 + 0.4 ms of work; the separable layer was not measured and goes at the standard pace.
    expect(estimate.milliseconds).toBeCloseTo(3.4 + 4 * launch, 9);
    expect(estimate.lower).toBeCloseTo(1.7 + 4 * launch, 9);
    expect(estimate.upper).toBeCloseTo(6.8 + 4 * launch, 9);
    expect([estimate.borrowed, estimate.measured]).toEqual([['separable'], set.layers.length]);
  });

  it('is none where no standard layer was measured', () => {
    expect(
      estimateTime(
        layers,
        report((kind) => (kind === 'standard' ? null : 1e6)),
        0,
      ),
    ).toBeNull();
  });

  it('lies within its own bounds, however uneven the paces are', () => {
    let which = 0;
    const estimate = estimateTime(
      layers,
      report(() => 1e5 * (1 + (which++ % 7))),
      0,
    )!;
    expect(estimate.lower).toBeLessThanOrEqual(estimate.milliseconds);
    expect(estimate.upper).toBeGreaterThanOrEqual(estimate.milliseconds);
  });

  it('measures layers of every kind that it does not borrow, all of them legal and small', () => {
    expect(new Set(set.layers.map(({ kind }) => kind))).toEqual(
      new Set(['standard', 'grouped', 'depthwise', 'pointwise', 'dilated', 'transposed', 'dense']),
    );
    for (const { plan } of set.layers) {
      expect(plan.problems).toEqual([]);
      expect(counted(plan).multiplyAdds).toBeLessThan(4e7);
    }
  });
});
