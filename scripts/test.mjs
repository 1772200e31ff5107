/** `npm test`: everything, one suite after the other, then one line with the sum. Failures are printed where they happen. */
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { ensureBrowser } from './browser.mjs';
import { countPlaywright, countVitest, sum } from './counts.mjs';
import { runTool, step } from './steps.mjs';

const results = join(import.meta.dirname, '../test-results');

/** A tool that says only yes or no counts as one test. */
function check(name, tool, toolArguments) {
  const ended = step(name, () => runTool(tool, toolArguments));
  return ended ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}

/** A suite that reports its tests; one that fails without a failed test counts as one failure. */
function suite(name, tool, toolArguments, reportName, count, environment = {}) {
  const report = join(results, reportName);
  rmSync(report, { force: true });
  const ended = step(name, () => runTool(tool, toolArguments, environment));
  const counts = countReport(report, count);
  return ended || counts.failed > 0 ? counts : { ...counts, failed: 1 };
}

function countReport(report, count) {
  try {
    return count(JSON.parse(readFileSync(report, 'utf8')));
  } catch (error) {
    console.error(`No report of this suite: ${error.message}`);
    return { passed: 0, failed: 1 };
  }
}

function vitest(project) {
  const report = `${project}.json`;
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${join(results, report)}`];
  return suite(
    `${project} tests`,
    'vitest',
    ['run', '--project', project, ...reporters],
    report,
    countVitest,
  );
}

async function main() {
  console.log(`Browser: ${await ensureBrowser()}`);
  mkdirSync(results, { recursive: true });
  const counts = [
    check('types', 'tsc', []),
    check('lint', 'oxlint', ['--type-aware', '--deny-warnings']),
    check('format', 'prettier', ['--check', '.']),
    check('build', 'build.mjs', []),
    check('build of the test pages', 'vite', ['build', '--mode', 'pages', '--logLevel', 'warn']),
    vitest('node'),
    vitest('package'),
    vitest('browser'),
    suite('end-to-end tests', 'playwright', ['test'], 'e2e.json', countPlaywright),
  ];
  const { passed, failed } = sum(counts);
  console.log(`\n${passed} passed, ${failed} failed`);
  process.exitCode = failed > 0 || passed === 0 ? 1 : 0;
}

try {
  await main();
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}
