/** The glossary says what the interface says: one term for each thing, and where it is explained. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { zh } from '../../src/words/zh.js';

interface Term {
  readonly id: string;
  /** Key of a string in the words in which the term stands; null where the interface does not need it. */
  readonly key: string | null;
  readonly names: readonly [english: string, chinese: string];
  readonly lessons: readonly string[];
}

const html = readFileSync('lessons/glossary.html', 'utf8');
const terms = html
  .split('<div class="term"')
  .slice(1)
  .map((text): Term => {
    const names = Array.from(text.matchAll(/<dfn>([^<]*)<\/dfn>/g), ([, name]) => name.trim());
    return {
      id: /id="([^"]*)"/.exec(text)?.[1] ?? '',
      key: /data-word="([^"]*)"/.exec(text)?.[1] ?? null,
      names: [names[0], names[1]],
      lessons: Array.from(text.matchAll(/href="\.\/(?:en|zh)\/([^"]*)"/g), ([, page]) => page),
    };
  });

describe('the glossary', () => {
  test('has its terms once, in the order of the alphabet', () => {
    const names = terms.map(({ names: [name] }) => name.toLowerCase());
    expect(names).toEqual([...new Set(names)].sort());
    expect(new Set(terms.map(({ id }) => id)).size).toBe(terms.length);
  });

  test('lists them in Chinese in the order of pinyin', () => {
    const links = Array.from(html.matchAll(/<li><a href="#([^"]*)">([^<]*)</g), ([, id, name]) => ({
      id,
      name,
    }));
    const collator = new Intl.Collator('zh-Hans-u-co-pinyin');
    const wanted = terms.map(({ id, names: [, name] }) => ({ id, name }));
    expect(links).toEqual(wanted.sort((one, other) => collator.compare(one.name, other.name)));
  });

  test.each(terms.filter(({ key }) => key !== null))(
    '$names.0: is called in Chinese as in the interface',
    ({ key, names: [, chinese] }) => {
      expect(zh[key as keyof typeof zh]).toContain(chinese);
    },
  );

  test.each(terms)('$names.0: leads to one lesson in both languages', ({ lessons }) => {
    expect(lessons).toHaveLength(2);
    expect(lessons[0]).toMatch(/^\d\d-[a-z0-9-]+\/index\.html$/);
    expect(lessons[1]).toBe(lessons[0]);
  });
});
