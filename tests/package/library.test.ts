/** What `npm run build` left in dist/: each entry is there, imports in plain Node, and holds no raw decorator. */
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { elementTags } from '../../scripts/elements.mjs';
import { rawDecorators } from '../house/rules/text.js';
import { root, sourcesIn } from '../house/sources.js';

/** Subpaths as a user writes them after the package's name. */
const subpaths = ['', '/core', '/cdn', ...elementTags().map((tag) => `/${tag}`)];

/** A statement that imports from elsewhere than a file beside it. */
const foreign =
  /^import\b[^'"]*['"](?!\.)|^(?:export|\})[^'"=(]*\bfrom\s*['"](?!\.)|\bimport\(\s*['"](?!\.)/m;

/** Runs a module in a Node of its own, in the repository, where the package may import itself by name. */
function inNode(source: string): string {
  return execFileSync(process.execPath, ['--input-type=module', '--eval', source], {
    cwd: root,
    encoding: 'utf8',
  });
}

beforeAll(() => {
  if (!existsSync(join(root, 'dist/src/core.js')))
    throw new Error('dist/ is missing: run `npm run build` first.');
});

describe('the published package', () => {
  it.each(subpaths)('has convscope%s, with its types', (subpath) => {
    const address = inNode(`console.log(import.meta.resolve('convscope${subpath}'))`).trim();
    const file = fileURLToPath(address);
    expect(existsSync(file), file).toBe(true);
    const types = subpath === '/cdn' ? join(root, 'dist/src/cdn.d.ts') : file.replace(/\.js$/, '.d.ts');
    expect(existsSync(types), types).toBe(true);
  });

  it('has a core that computes in plain Node without any dependency', () => {
    const output = inNode(`
      import { counts, plan, reference, tensor } from 'convscope/core';
      const made = plan({ input: [1, 3, 3, 1], kernel: 2 });
      const input = tensor([1, 3, 3, 1], [1, 2, 3, 4, 5, 6, 7, 8, 9]);
      const weights = tensor([2, 2, 1, 1], [1, 0, 0, 1]);
      console.log(JSON.stringify([counts(made).macs, [...reference(made, { input, weights }).data]]));`);
    expect(JSON.parse(output)).toEqual([16, [6, 8, 12, 14]]);
    const outside = sourcesIn(['dist/src'], ['.js'])
      .filter(({ path }) => /dist\/src\/(core|math|engine|gpu|variants)\b/.test(path))
      .filter(({ text }) => foreign.test(text));
    expect(outside.map(({ path }) => path)).toEqual([]);
  });

  it('imports as a whole in plain Node, for sites that are built on a server', () => {
    expect(inNode(`import { ConvFigure } from 'convscope'; console.log(typeof ConvFigure);`).trim()).toBe(
      'function',
    );
  });

  it('says in its manifest what every element is', () => {
    const manifest = JSON.parse(readFileSync(join(root, 'dist/custom-elements.json'), 'utf8'));
    const tags = manifest.modules.flatMap((module: { declarations?: { tagName?: string }[] }) =>
      (module.declarations ?? []).flatMap(({ tagName }) => tagName ?? []),
    );
    expect(tags.sort()).toEqual(elementTags());
  });
});

describe('built files', () => {
  const built = sourcesIn(['dist', 'site'], ['.js']);

  it('parse and hold no raw decorator', () => {
    expect(built.length).toBeGreaterThan(2);
    expect(rawDecorators(built)).toEqual([]);
  });
});
