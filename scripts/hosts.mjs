/**
 * `npm run test:hosts`: packs the package as it would be published, installs it beside React, Vue, reveal.js and Observable Framework
 * from npm, and looks whether figures work there, in a notebook's way of running a cell, and in a SCORM package. Needs `npm run build`
 * before.
 */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { ensureBrowser } from './browser.mjs';
import { scormFiles } from './scorm.mjs';
import { runTool, step } from './steps.mjs';

const root = join(import.meta.dirname, '..');
const hosts = join(root, 'tests/hosts');
const config = (name) => ['--config', join('tests/hosts', name)];

/** @param {string} folder @param {string[]} words */
function npm(folder, ...words) {
  const { status } = spawnSync('npm', words, {
    cwd: folder,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  return status === 0;
}

/** A file of its own name: npm keeps what it has installed under the same one. */
function install() {
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  return (
    npm(root, 'pack', '--silent', '--pack-destination', hosts) &&
    npm(hosts, 'ci', '--silent') &&
    npm(hosts, 'install', '--silent', '--no-save', '--no-package-lock', `./convscope-${version}.tgz`)
  );
}

/** Framework takes `html` from a CDN unless its cache has it; put there, it lets npm's registry be all that is asked. */
function buildObservable() {
  const pages = join(hosts, 'observable');
  cpSync(join(root, 'dist/cdn/convscope.js'), join(pages, 'convscope.js'));
  cpSync(
    join(hosts, 'node_modules/htl/dist/index.js'),
    join(pages, '.observablehq/cache/_npm/htl@1.0.0/_esm.js'),
  );
  const program = join(hosts, 'node_modules/@observablehq/framework/dist/bin/observable.js');
  const { status } = spawnSync(process.execPath, [program, 'build'], {
    cwd: hosts,
    env: { ...process.env, OBSERVABLE_TELEMETRY_DISABLE: 'true' },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  return status === 0;
}

function unpackScorm() {
  const embed = readFileSync(join(root, 'dist/embed.html'), 'utf8');
  const files = scormFiles({ query: 'variant=dilated&dilation=2&step=20', title: 'Dilated', embed });
  const folder = join(hosts, 'built/scorm');
  mkdirSync(folder, { recursive: true });
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  return true;
}

console.log(`Browser: ${await ensureBrowser()}`);
const passed =
  step('package and hosts from npm', install) &&
  step('pages of the hosts', () =>
    runTool('vite', ['build', ...config('vite.config.ts'), '--logLevel', 'warn']),
  ) &&
  step('site of Observable Framework', buildObservable) &&
  step('SCORM package', unpackScorm) &&
  step('tests', () => runTool('playwright', ['test', ...config('playwright.config.ts')]));
process.exitCode = passed ? 0 : 1;
