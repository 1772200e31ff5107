/** What `npm publish` would send: everything that the package promises, its licences, and nothing else. */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { elementTags } from '../../scripts/elements.mjs';
import { root } from '../house/sources.js';

const read = (path: string) => readFileSync(join(root, path), 'utf8');
const packageJson = JSON.parse(read('package.json')) as {
  version: string;
  exports: Record<string, string | Record<string, string>>;
  customElements: string;
};

const [{ files }] = JSON.parse(
  execFileSync('npm', ['pack', '--dry-run', '--json', '--ignore-scripts'], {
    cwd: root,
    encoding: 'utf8',
    shell: process.platform === 'win32',
    stdio: ['ignore', 'pipe', 'ignore'],
  }),
) as [{ files: { path: string }[] }];
const paths = files.map(({ path }) => path);

describe('the package as it would be published', () => {
  it('has every file that it names', () => {
    const named = Object.values(packageJson.exports).flatMap((target) =>
      typeof target === 'string' ? [target] : Object.values(target),
    );
    const wanted = named
      .flatMap((path) =>
        path.includes('*') ? elementTags().map((tag) => path.replaceAll('conv-*', tag)) : path,
      )
      .map((path) => path.replace(/^\.\//, ''));
    expect(wanted.length).toBeGreaterThan(elementTags().length);
    expect([...wanted, packageJson.customElements].filter((path) => !paths.includes(path))).toEqual([]);
  });

  it('has what is copied by hand, with the licences of what is inside', () => {
    for (const path of ['dist/cdn/convscope.js', 'dist/embed.html', 'LICENSE', 'README.md', 'CHANGELOG.md'])
      expect(paths).toContain(path);
    for (const path of ['dist/cdn/licenses.md', 'dist/embed.html'])
      for (const inside of ['## three', '## lit', 'SIL Open Font License'])
        expect(read(path).includes(inside), `${inside} in ${path}`).toBe(true);
  });

  it('has nothing else: no sources of tests, no archives, no site', () => {
    const others = paths.filter(
      (path) => !/^(dist|public\/third-party)\/|^(LICENSE|\w+\.md|package\.json)$/.test(path),
    );
    expect(others).toEqual([]);
    expect(paths.filter((path) => /\.(?:zip|tgz|test\.\w+)$/.test(path))).toEqual([]);
  });

  it('is cited by its version', () => {
    expect(read('CITATION.cff')).toContain(`\nversion: ${packageJson.version}\n`);
  });
});
