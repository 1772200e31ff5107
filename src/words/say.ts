import { en, type WordKey } from './en.js';
import { zh } from './zh.js';

export type { WordKey } from './en.js';

/** English and Simplified Chinese. */
export type Language = 'en' | 'zh';

export type Parameters = Readonly<Record<string, string | number>>;

const tables: Readonly<Record<Language, Readonly<Record<WordKey, string>>>> = { en, zh };

/** The string of a key with its {places} filled. */
export function say(language: Language, key: WordKey, parameters: Parameters = {}): string {
  return tables[language][key].replace(/\{(\w+)\}/g, (place, name: string) =>
    name in parameters ? String(parameters[name]) : place,
  );
}

/** Is this a key of the tables? For keys that are put together, such as `problem.<kind>`. */
export function isWordKey(key: string): key is WordKey {
  return Object.hasOwn(en, key);
}

/**
 * Our language for a language tag: every Chinese one gets Simplified Chinese (a reader of Traditional Chinese is
 * closer to it than to English), everything else English.
 */
export function languageOf(tag: string | null | undefined): Language {
  return /^zh\b/i.test(tag ?? '') ? 'zh' : 'en';
}
