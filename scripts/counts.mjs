/** How many tests a report says passed and failed. A skipped or pending test is one that failed to run. */

/** @typedef {{ passed: number, failed: number }} Counts */

/**
 * @param {{ testResults: { status: string, assertionResults: { status: string }[] }[] }} report of Vitest's json reporter
 * @returns {Counts}
 */
export function countVitest(report) {
  const files = report.testResults.map(({ status, assertionResults }) => {
    const passed = assertionResults.filter((test) => test.status === 'passed').length;
    const failed = assertionResults.length - passed;
    const brokenFile = status !== 'passed' && failed === 0 ? 1 : 0;
    return { passed, failed: failed + brokenFile };
  });
  return sum(files);
}

/**
 * @param {{ stats: { expected: number, unexpected: number, flaky: number, skipped: number }, errors: unknown[] }} report
 *   of Playwright's json reporter
 * @returns {Counts}
 */
export function countPlaywright({ stats, errors }) {
  return { passed: stats.expected, failed: stats.unexpected + stats.flaky + stats.skipped + errors.length };
}

/**
 * @param {Counts[]} counts
 * @returns {Counts}
 */
export function sum(counts) {
  return counts.reduce(
    (total, { passed, failed }) => ({ passed: total.passed + passed, failed: total.failed + failed }),
    { passed: 0, failed: 0 },
  );
}
