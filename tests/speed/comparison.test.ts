import { describe, expect, it } from 'vitest';
import { bindingPart, comparisonOf, excessOf, shownPlace, timeParts } from '../../src/speed/comparison.js';
import { diagnosisAt, ratesAt } from '../../src/speed/diagnosis.js';
import { cifarReport } from './fakes.js';

describe('what fewer multiply-adds bought', () => {
  it('is as much where time follows the count', () => {
    const { fewer, bought } = comparisonOf(
      cifarReport((multiplyAdds) => multiplyAdds / 1e6),
      0,
    )!;
    expect(fewer).toBeCloseTo(8.352, 3);
    expect(bought).toBeCloseTo(fewer, 9);
  });

  it('is less where each task has its price, which is then where the time went', () => {
    const report = cifarReport((multiplyAdds, stages) => 0.05 * stages + multiplyAdds / 1e10);
    const { bought, base, other } = comparisonOf(report, 0)!;
    expect(bought).toBeLessThan(2);
    expect([base.stages, other.stages]).toEqual([7, 13]);
    expect(bindingPart(other.parts!)).toBe('launch');
    expect(other.parts!.launch).toBeCloseTo(13 * 0.05);
    for (const { parts, time } of [base, other])
      expect(timeParts.reduce((sum, part) => sum + parts![part], 0)).toBeCloseTo(time, 9);
  });

  it('leaves an excess that its parts add up to', () => {
    const report = cifarReport((multiplyAdds, stages) => 0.2 * stages + multiplyAdds / 1e9);
    const comparison = comparisonOf(report, 0)!;
    const excess = excessOf(comparison)!;
    const { base, other, fewer } = comparison;
    expect(timeParts.reduce((sum, part) => sum + excess[part], 0)).toBeCloseTo(
      other.time - base.time / fewer,
      9,
    );
    expect(excessOf(comparisonOf({ ...report, launch: [null, null] }, 0)!)).toBeNull();
  });

  it('is shown first of a way that was measured', () => {
    const report = cifarReport(() => 1);
    const withoutGpu = { ...report, spreads: report.spreads.map(([, javascript]) => [null, javascript]) };
    expect([shownPlace(report, null), shownPlace(withoutGpu, null), shownPlace(withoutGpu, 'fast')]).toEqual([
      0, 1, 0,
    ]);
    const nothing = { ...report, spreads: report.spreads.map(() => [null, null]) };
    expect([shownPlace(nothing, null), shownPlace(report, 'exact')]).toEqual([0, 0]);
  });

  it('is unknown where a layer was not measured', () => {
    const report = cifarReport(() => 1);
    expect(comparisonOf({ ...report, spreads: [[null, null], ...report.spreads.slice(1)] }, 0)).toBeNull();
  });
});

describe('where the time of a layer went', () => {
  /** The second layer: 37,748,736 multiply-adds, 671,744 bytes with its biases. */
  const at = (time: number) =>
    diagnosisAt(
      cifarReport(() => time),
      2,
      0,
    )!;
  const arithmetic = 3.7748736;

  it('is arithmetic near the ceiling', () => {
    const found = at(4);
    expect(found).toMatchObject({ bound: 'compute', ceiling: 'compute', launch: 0.05 });
    expect(found.work).toBeCloseTo(arithmetic, 6);
    expect(found.share).toBeCloseTo(arithmetic / 4, 6);
  });

  it('is the rest far below it', () => {
    const found = at(20);
    expect(found.bound).toBe('rest');
    expect(found.launch + found.work + found.rest).toBeCloseTo(20, 9);
  });

  it('is never more than the time itself', () => {
    const found = at(0.03);
    expect(found).toMatchObject({ launch: 0.03, work: 0, rest: 0, bound: 'launch' });
  });

  it('is memory where bytes take longer than sums', () => {
    // The dense layer at the end: 40,960 multiply-adds, each with a weight of its own.
    const found = diagnosisAt(
      cifarReport(() => 0.25),
      12,
      0,
    )!;
    expect(found).toMatchObject({ bound: 'memory', ceiling: 'memory' });
  });

  it('has rates a second', () => {
    expect(
      ratesAt(
        cifarReport(() => 10),
        2,
        0,
      )!.multiplyAdds,
    ).toBeCloseTo(37_748_736 * 100, 3);
  });

  it('is unknown without ceilings', () => {
    const report = cifarReport(() => 1);
    expect(diagnosisAt({ ...report, ceilings: { gpu: null, javascript: null } }, 0, 0)).toBeNull();
  });
});
