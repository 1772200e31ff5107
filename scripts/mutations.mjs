/**
 * Proves the net: every seeded mistake must make each of the tests named beside it fail, and those tests must pass
 * without it. Prints a table; exits 1 when a mistake survives.
 *
 * Usage: node scripts/mutations.mjs [part of a mutation's name]
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { mutations } from './mutation-list.mjs';

const root = join(import.meta.dirname, '..');
const folder = mkdtempSync(join(tmpdir(), 'convscope-mutations-'));

const escaped = (text) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
const keyOf = ({ file, name }) => `${file}: ${name}`;

/** Tests by project, because one run of the test runner takes one project. */
function byProject(tests) {
  const groups = new Map();
  for (const test of tests) groups.set(test.project, [...(groups.get(test.project) ?? []), test]);
  return groups;
}

/**
 * Runs the named tests and nothing else.
 * @returns {Map<string, string>} status of each ('passed', 'failed', or 'missing')
 */
function run(tests, mutation) {
  const statuses = new Map(tests.map((test) => [keyOf(test), 'missing']));
  for (const [project, group] of byProject(tests)) {
    for (const { file, name, status } of report(project, group, mutation)) {
      const key = keyOf({ file, name });
      if (statuses.has(key)) statuses.set(key, status);
    }
  }
  return statuses;
}

/** Every test of one run of the test runner: file, full name and status. */
function report(project, tests, mutation) {
  const output = join(folder, 'report.json');
  rmSync(output, { force: true });
  const files = [...new Set(tests.map(({ file }) => file))];
  const pattern = `^(${tests.map(({ name }) => escaped(name)).join('|')})$`;
  const runner = join(root, 'node_modules/vitest/vitest.mjs');
  const options = [
    '--project',
    project,
    '--testNamePattern',
    pattern,
    '--reporter=json',
    `--outputFile=${output}`,
  ];
  const { stderr } = spawnSync(process.execPath, [runner, 'run', ...options, ...files], {
    cwd: root,
    env: { ...process.env, CONVSCOPE_MUTATION: mutation ?? '' },
    encoding: 'utf8',
  });
  try {
    const { testResults } = JSON.parse(readFileSync(output, 'utf8'));
    return testResults.flatMap((result) =>
      result.assertionResults.map(({ fullName, status }) => ({
        file: result.name.slice(root.length + 1),
        name: fullName,
        status,
      })),
    );
  } catch {
    throw new Error(`The test runner left no report.\n${stderr}`);
  }
}

function line(verdict, name, detail = '') {
  console.log(`${verdict.padEnd(9)} ${name}${detail && `\n          ${detail}`}`);
}

/** @returns {number} failures */
function checkWithoutMutation(chosen) {
  const tests = [
    ...new Map(chosen.flatMap(({ caughtBy }) => caughtBy).map((test) => [keyOf(test), test])).values(),
  ];
  const unfit = [...run(tests)].filter(([, status]) => status !== 'passed');
  for (const [test, status] of unfit) line(status, 'without a mutation', test);
  if (unfit.length === 0) line('passed', `all ${tests.length} named tests, without a mutation`);
  return unfit.length;
}

/** @returns {number} 1 when a named test does not fail, or another failure hides it */
function checkMutation({ name, caughtBy }) {
  const blind = [...run(caughtBy, name)].filter(([, status]) => status !== 'failed');
  line(
    blind.length === 0 ? 'caught' : 'SURVIVED',
    name,
    blind.map(([test, status]) => `${status}: ${test}`).join('\n          '),
  );
  return Math.min(blind.length, 1);
}

try {
  const wanted = process.argv[2] ?? '';
  const chosen = mutations.filter(({ name }) => name.includes(wanted));
  let failures = checkWithoutMutation(chosen);
  for (const mutation of chosen) failures += checkMutation(mutation);
  console.log(`${chosen.length} mutations, ${failures} failures`);
  process.exitCode = failures > 0 ? 1 : 0;
} finally {
  rmSync(folder, { recursive: true, force: true });
}
