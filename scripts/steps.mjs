/** Running other programs one after the other, each named and timed on one line. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import process from 'node:process';

const root = join(import.meta.dirname, '..');
const programs = join(root, 'node_modules');

/** Where the packages keep the scripts that npm would start for us, so that no shell is needed on any system. */
const entryPoints = {
  cem: '@custom-elements-manifest/analyzer/cem.js',
  oxlint: 'oxlint/bin/oxlint',
  playwright: 'playwright/cli.js',
  prettier: 'prettier/bin/prettier.cjs',
  tsc: 'typescript/bin/tsc',
  vite: 'vite/bin/vite.js',
  vitest: 'vitest/vitest.mjs',
};

/**
 * Runs one of the project's tools, or a script of this folder, in the repository root.
 *
 * @param {string} tool a key of `entryPoints`, or a file name in scripts/
 * @param {string[]} [toolArguments]
 * @param {Record<string, string>} [environment] added to the present one
 * @returns {boolean} whether it ended well
 */
export function runTool(tool, toolArguments = [], environment = {}) {
  const entry = entryPoints[tool];
  const script = entry ? join(programs, entry) : join(root, 'scripts', tool);
  const { status, error } = spawnSync(process.execPath, [script, ...toolArguments], {
    cwd: root,
    env: { ...process.env, ...environment },
    stdio: 'inherit',
  });
  if (error) console.error(error.message);
  return status === 0;
}

/**
 * A heading before and the seconds after, around anything that says whether it ended well.
 *
 * @param {string} name
 * @param {() => boolean} action
 * @returns {boolean} what the action returned
 */
export function step(name, action) {
  console.log(`\n── ${name}`);
  const start = performance.now();
  const ended = action();
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  console.log(`${ended ? 'done' : 'FAILED'}: ${name} (${seconds} s)`);
  return ended;
}
