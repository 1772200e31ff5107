import { en, type WordKey } from './en.js';

export type { WordKey } from './en.js';

/** English and Simplified Chinese. */
export type Language = 'en' | 'zh';

export type Parameters = Readonly<Record<string, string | number>>;

type Table = Readonly<Record<WordKey, string>>;

/** English: what every figure needs, and what the elements on the page have brought. */
const english: Partial<Record<WordKey, string>> = { ...en };

/** English is always there; another language comes, whole, when it is first needed. */
const tables = new Map<Language, Readonly<Partial<Record<WordKey, string>>>>([['en', english]]);

/** Brings the English strings of an element; called beside its class, so that they load with it. */
export function teach(words: Readonly<Partial<Record<WordKey, string>>>): void {
  Object.assign(english, words);
}

const loaders: Readonly<Record<Exclude<Language, 'en'>, () => Promise<Table>>> = {
  zh: async () => (await import('./zh.js')).zh,
};

/** Can the language be spoken now? */
export function isLanguageLoaded(language: Language): boolean {
  return tables.has(language);
}

/** Fetches a language's table. Until then, and where it cannot be had, {@link say} speaks English. */
export async function loadLanguage(language: Language): Promise<void> {
  if (language !== 'en' && !tables.has(language)) tables.set(language, await loaders[language]());
}

/** The string of a key with its {places} filled. */
export function say(language: Language, key: WordKey, parameters: Parameters = {}): string {
  const text = tables.get(language)?.[key] ?? english[key] ?? key;
  return text.replace(/\{(\w+)\}/g, (place, name: string) =>
    name in parameters ? String(parameters[name]) : place,
  );
}

/** Is this a key of the tables? For keys that are put together, such as `problem.<kind>`. */
export function isWordKey(key: string): key is WordKey {
  return Object.hasOwn(english, key);
}

/**
 * Our language for a language tag: every Chinese one gets Simplified Chinese (a reader of Traditional Chinese is
 * closer to it than to English), everything else English.
 */
export function languageOf(tag: string | null | undefined): Language {
  return /^zh\b/i.test(tag ?? '') ? 'zh' : 'en';
}
