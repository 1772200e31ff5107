/** Numbers, counts and lists as a sentence has them. */
import { equalsSign, formatNumber, type NumberFormat } from './numbers.js';
import { say, type Language } from './say.js';

/** A number as a sentence has it: 'about' stands before one that is not printed in full. */
export function spoken(
  language: Language,
  value: number,
  { decimals }: Pick<NumberFormat, 'decimals'> = {},
): string {
  const text = formatNumber(value, { decimals });
  return equalsSign(value, text) === '=' ? text : say(language, 'sentence.about', { value: text });
}

/** Parts of a list that are read out one by one; more are counted. */
const mostRead = 6;

/** '10, 5 and 3', or '0, 1, 2, 3, 4, 5 and 14 more'. */
export function listOf(language: Language, parts: readonly string[]): string {
  if (parts.length > mostRead) return withCommas(language, parts);
  const last = parts.at(-1) ?? '';
  const before = parts.slice(0, -1).join(say(language, 'sentence.comma'));
  return before === '' ? last : `${before}${say(language, 'sentence.and')}${last}`;
}

/** '10, 5, 3' */
export function withCommas(language: Language, parts: readonly string[], separator?: string): string {
  const shown = parts.slice(0, mostRead).join(separator ?? say(language, 'sentence.comma'));
  const rest = parts.length - mostRead;
  return rest > 0 ? say(language, 'sentence.more', { shown, count: rest }) : shown;
}

export function spokenList(
  language: Language,
  values: readonly number[],
  format: Pick<NumberFormat, 'decimals'>,
): string {
  return listOf(
    language,
    values.map((value) => spoken(language, value, format)),
  );
}

const words: Readonly<Record<Language, readonly string[]>> = {
  en: ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'],
  zh: ['零', '一', '两', '三', '四', '五', '六', '七', '八', '九', '十'],
};
const ordinals = ['', 'first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth'];

/** A small count in words, as it stands before what is counted: 'nine', '两'; from eleven on in digits. */
export function countWord(language: Language, count: number): string {
  return words[language][count] ?? (language === 'zh' ? `${count} ` : `${count}`);
}

/** 'second', as in 'every second one'. */
export function ordinalWord(place: number): string {
  return ordinals[place] ?? `${place}th`;
}

/** 'row 1', 'rows 1 to 3', 'filters 1 and 2'; counted from 1. */
export function rangeOf(
  language: Language,
  axis: 'row' | 'column' | 'channel' | 'filter',
  [first, last]: readonly [number, number],
): string {
  if (first === last) return say(language, `sentence.${axis}-one`, { first });
  const isPair = last === first + 1 && (axis === 'channel' || axis === 'filter');
  const to = say(language, isPair ? 'sentence.and' : 'sentence.to');
  return say(language, `sentence.${axis}-range`, { first, to, last });
}

/** 'one row', 'two padded columns' */
export function linesOf(language: Language, axis: 'row' | 'column', count: number, padded = false): string {
  const noun = count === 1 ? axis : `${axis}s`;
  return say(language, `note.${padded ? 'padded-' : ''}${axis}s`, {
    count: countWord(language, count),
    noun,
  });
}
