import { describe, expect, it } from 'vitest';
import {
  commentedOutCode,
  focusedTests,
  maximumLines,
  outsideFolders,
  rawDecorators,
  tooLong,
} from './rules/text.js';
import { sourcesIn, textFiles, trackedPaths } from './sources.js';

const code = sourcesIn(['src', 'components', 'offline', 'api', 'scripts', 'tests'], ['.ts', '.mjs', '.glsl']);
const tracked = trackedPaths();
const file = (text: string, path = 'src/math/x.ts') => ({ path, text });
/** Words that the rules look for are put together here, so that this file does not break the rule that it tests. */
const joined = (...parts: string[]) => parts.join('');

describe('every file', () => {
  it(`has at most ${maximumLines} lines`, () => {
    expect(tooLong(code)).toEqual([]);
  });

  it('holds no test that runs alone or not at all', () => {
    expect(focusedTests(code.filter(({ path }) => path.startsWith('tests/')))).toEqual([]);
  });

  it('holds no code in comments', () => {
    expect(commentedOutCode(code)).toEqual([]);
  });

  it('names no folder outside the repository', () => {
    expect(tracked.length).toBeGreaterThan(50);
    expect(outsideFolders(textFiles(tracked), tracked)).toEqual([]);
  });
});

describe('the scene', () => {
  const builtInMaterials = (text: string) =>
    text.match(/\b(?!RawShader|Shader)[A-Z]\w*Material\b(?!\w*Parameters)/g) ?? [];

  it("draws with shaders of its own only, because the build leaves three's library out", () => {
    const scene = sourcesIn(['src/views/scene'], ['.ts', '.glsl']);
    expect(scene.length).toBeGreaterThan(0);
    expect(scene.flatMap(({ text }) => builtInMaterials(text))).toEqual([]);
    expect(scene.flatMap(({ text }) => text.match(/\bnew ShaderMaterial|#include </g) ?? [])).toEqual([]);
  });

  it('would be caught with a built-in material', () => {
    expect(
      builtInMaterials('new MeshBasicMaterial(); new RawShaderMaterial(); a: ShaderMaterialParameters'),
    ).toEqual(['MeshBasicMaterial']);
  });
});

describe('the rules themselves', () => {
  it('count lines', () => {
    expect(tooLong([file('x\n'.repeat(maximumLines)), file('x\n'.repeat(maximumLines + 1))])).toHaveLength(1);
  });

  it.each(['only', 'skip', 'todo', 'fixme'])('find .%s', (word) => {
    expect(focusedTests([file(joined('it', '.', word, "('x', () => {});"))])).toHaveLength(1);
    expect(focusedTests([file(joined('describe', '.each([1])', "('x', () => {});"))])).toEqual([]);
  });

  it.each(['// const x = 1;', '  // if (a) {\n  //   b();\n  // }', '// return value;', '// await run();'])(
    'find code in %j',
    (text) => expect(commentedOutCode([file(text)])).toHaveLength(1),
  );

  it.each([
    '// one sum a cell, then the bias;',
    '// big = small * stride + tap',
    '// https://example.org/a;b',
    '// a {set} of words',
    'const x = 1; // trailing;',
  ])('leave prose and formulas alone: %j', (text) => expect(commentedOutCode([file(text)])).toEqual([]));

  it.each([
    joined('/', 'home', '/someone/project'),
    joined('see ', '/', 'work', '/notes.md'),
    joined('..', '/..', '/..', '/elsewhere'),
    joined('..', '/shared', '/DESIGN.md'),
  ])('find the folder in %j', (text) => {
    expect(outsideFolders([file(text)], ['src/math/x.ts', 'components/shared/y.ts'])).toHaveLength(1);
  });

  it.each([`import '../gpu/context.js';`, 'https://example.org/home/page', '/usr/bin/chromium'])(
    'leave %j alone',
    (text) => expect(outsideFolders([file(text)], ['src/math/x.ts', 'src/gpu/context.ts'])).toEqual([]),
  );

  it('find a raw decorator, and an address that only looks like one', () => {
    const decorated = joined('class A { ', '@', 'property() b = 1; }');
    expect(rawDecorators([file(decorated, 'dist/a.js')])).toHaveLength(1);
    expect(rawDecorators([file(`const mail = 'a@b.c'; /* @property */`, 'dist/a.js')])).toEqual([]);
  });
});
