import type { Language } from '../../src/words/say.js';

/** The languages of the site: our code, the tag of a page in it, and its name in itself. */
export const languages: readonly { readonly id: Language; readonly tag: string; readonly name: string }[] = [
  { id: 'en', tag: 'en', name: 'English' },
  { id: 'zh', tag: 'zh-Hans', name: '中文' },
];

/** The language tag of a page in one of our languages. */
export function tagOf(code: Language): string {
  return languages.find(({ id }) => id === code)?.tag ?? 'en';
}
