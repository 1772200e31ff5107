import { describe, expect, it } from 'vitest';
import { countPlaywright, countVitest, sum } from '../../scripts/counts.mjs';

const file = (status: string, ...tests: string[]) => ({
  status,
  assertionResults: tests.map((test) => ({ status: test })),
});

describe('the counts of a test report', () => {
  it('add up over files', () => {
    const testResults = [file('passed', 'passed', 'passed'), file('failed', 'passed', 'failed')];
    expect(countVitest({ testResults })).toEqual({ passed: 3, failed: 1 });
  });

  it('call a test that did not run failed', () => {
    expect(countVitest({ testResults: [file('passed', 'skipped', 'passed')] })).toEqual({
      passed: 1,
      failed: 1,
    });
    const stats = { expected: 4, unexpected: 1, flaky: 1, skipped: 1 };
    expect(countPlaywright({ stats, errors: [] })).toEqual({ passed: 4, failed: 3 });
  });

  it('call a file that could not be loaded one failure', () => {
    expect(countVitest({ testResults: [file('failed')] })).toEqual({ passed: 0, failed: 1 });
    const stats = { expected: 0, unexpected: 0, flaky: 0, skipped: 0 };
    expect(countPlaywright({ stats, errors: ['no such file'] })).toEqual({ passed: 0, failed: 1 });
  });

  it('add up over suites', () => {
    const suites = [
      { passed: 1, failed: 0 },
      { passed: 2, failed: 3 },
    ];
    expect(sum(suites)).toEqual({ passed: 3, failed: 3 });
  });
});
