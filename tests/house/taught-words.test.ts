/** Words that come on demand must come with every element that says them, or a reader would see their keys. */
import { describe, expect, it } from 'vitest';
import { en } from '../../src/words/en.js';
import { english } from '../english.js';
import { importsOf, resolveImport } from './rules/imports.js';
import { sourcesIn, type SourceFile } from './sources.js';

const sources = new Map(sourcesIn(['src', 'components'], ['.ts']).map((file) => [file.path, file]));
const parts = [...sources.values()].filter(({ path }) => /^src\/words\/parts\/[\w-]+\.ts$/.test(path));

/** The part that holds a key, e.g. 'src/words/parts/matrix.ts'. */
const homes = new Map(
  parts.flatMap(({ path, text }) => [...text.matchAll(/^ {2}'([\w.-]+)':/gm)].map(([, key]) => [key, path])),
);

/** What is there as soon as an element's module has run: all that it imports, but not what it imports on demand. */
function closureOf(path: string): ReadonlySet<string> {
  const found = new Set([path]);
  for (const each of found) {
    const file = sources.get(each);
    if (!file || each.startsWith('src/words/parts/')) continue;
    for (const next of importedAtOnce(file)) found.add(next);
  }
  return found;
}

function importedAtOnce(file: SourceFile): string[] {
  const onDemand = new Set(
    [...file.text.matchAll(/\bimport\('([^']+)'\)/g)].map(([, specifier]) => specifier),
  );
  return importsOf(file)
    .filter(({ specifier, typesOnly }) => !typesOnly && specifier.startsWith('.') && !onDemand.has(specifier))
    .map(({ specifier }) => resolveImport(file.path, specifier));
}

/** Keys that a file names whole, in plain quotes. */
function keysIn({ text }: SourceFile): string[] {
  return [...text.matchAll(/'([a-z][\w-]*(?:\.[\w-]+)+)'/g)]
    .map(([, key]) => key)
    .filter((key) => homes.has(key));
}

const elements = [...sources.keys()].filter((path) => /^components\/conv-[\w-]+\/define\.ts$/.test(path));

/** Networks name their problems by keys, which only this file says: who builds networks without reading any needs no words for them. */
const speakerOfNetworks = 'src/views/networks/report-sentence.ts';

function isMute(path: string, closure: ReadonlySet<string>): boolean {
  return path.startsWith('src/networks/') && !closure.has(speakerOfNetworks);
}

describe('words', () => {
  it('have one home each', () => {
    expect(homes.size).toBe(Object.keys(english).length);
    expect(elements.length).toBeGreaterThan(10);
    expect(sources.has(speakerOfNetworks)).toBe(true);
  });

  it.each(elements)('of %s are taught with it', (element) => {
    const closure = closureOf(element);
    const untaught = [...closure].flatMap((path) => {
      const file = sources.get(path);
      if (!file || path.startsWith('src/words/') || isMute(path, closure)) return [];
      return keysIn(file)
        .filter((key) => !Object.hasOwn(en, key) && !closure.has(homes.get(key)!))
        .map((key) => `${path}: ${key}`);
    });
    expect(untaught).toEqual([]);
  });
});
