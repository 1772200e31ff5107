/** Golden parameters and multiply-adds. */

import { describe, expect, it } from 'vitest';
import { counts, plan } from '../../src/math/index.js';
import { goldenCases, largeGoldenCases, standardEquivalents } from '../fixtures/golden.js';
import type { GoldenCounts } from '../fixtures/golden.js';

function fourCounts({ params, macs, gatherMacs, usefulMacs }: GoldenCounts): GoldenCounts {
  return { params, macs, gatherMacs, usefulMacs };
}

describe('golden counts', () => {
  it.each(goldenCases)('$name', ({ specs, stageCounts, counts: expected, outputs }) => {
    const counted = counts(specs);
    expect(fourCounts(counted)).toEqual(expected);
    expect(counted.stages.map(fourCounts)).toEqual(stageCounts);
    expect(counted.outputShape).toEqual(outputs.at(-1)!.shape);
    expect(counted.activationBytes).toBe(outputs.reduce((bytes, { data }) => bytes + data.byteLength, 0));
    expect(counted.weightBytes).toBe(4 * expected.params);
  });

  it.each(largeGoldenCases)('$name', ({ spec, counts: expected }) => {
    expect(fourCounts(counts(spec))).toEqual(expected);
  });

  it.each(standardEquivalents)('the standard equivalent of $name', ({ spec, params, macs }) => {
    expect(counts(spec)).toMatchObject({ params, macs });
  });
});

it('counts a plan like its spec', () => {
  const spec = { input: [5, 5, 2], filters: 3 };
  expect(counts(plan(spec))).toEqual(counts(spec));
});

it('stays exact beyond 2^32 multiply-adds', () => {
  const spec = { input: [512, 512, 512], filters: 512, padding: 'same' } as const;
  expect(counts(spec).macs).toBe(512 ** 4 * 9);
  expect(counts(spec).usefulMacs).toBe((3 * 512 - 2) ** 2 * 512 ** 2);
});

it('throws the first problem of an illegal spec', () => {
  const kind = 'kernel-larger-than-input';
  const refusal = expect.objectContaining({ name: 'ConvError', code: 'illegal-plan', kind });
  expect(() => counts({ input: [4, 4, 1], kernel: 5 })).toThrow(refusal);
});
