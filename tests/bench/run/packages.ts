/** What is installed in this folder alone, and versions of everything measured. */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';

const folder = join(import.meta.dirname, '..');
const repository = join(folder, '../..');

/** @throws {Error} when npm does not succeed */
export function install(): void {
  const [wanted, installed] = ['package-lock.json', 'node_modules/.package-lock.json'].map((name) =>
    join(folder, name),
  );
  if (existsSync(installed) && statSync(installed).mtimeMs >= statSync(wanted).mtimeMs) return;
  console.log('Installing what is compared (about 240 MB, into tests/bench/node_modules).');
  const npm = spawnSync('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: folder,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  if (npm.status !== 0)
    throw new Error('npm ci in tests/bench failed; --only calls,scene,page needs none of it.');
}

interface Manifest {
  readonly version: string;
  readonly dependencies: Readonly<Record<string, string>>;
}

const read = (path: string) => JSON.parse(readFileSync(path, 'utf8')) as Manifest;

/** By package name: all that a section is compared with. */
export function versions(): Readonly<Record<string, string>> {
  const three = read(join(repository, 'node_modules/three/package.json')).version;
  return { ...read(join(folder, 'package.json')).dependencies, three };
}

/** Short hash of the commit, with a + where files differ from it; '' without git. */
export function commit(): string {
  const git = (...parameters: string[]) =>
    spawnSync('git', parameters, { cwd: repository, encoding: 'utf8' }).stdout?.trim() ?? '';
  const hash = git('rev-parse', '--short', 'HEAD');
  const results = ':!docs';
  return git('status', '--porcelain', '--', '.', results) ? `${hash}+` : hash;
}
