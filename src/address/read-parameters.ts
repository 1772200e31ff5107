import type { Notices } from './notices.js';
import { parametersIn, type LinkParameters } from './parameters.js';

/** Characters of a query or a hash that are read; we write far fewer. */
export const longestRead = 2 ** 16;

/** @param text with or without the `?` or `#` before it. Of a name that comes twice the first value holds. */
export function parametersOf(text: string, notices: Notices): LinkParameters {
  const plain = text.replace(/^[?#]/, '');
  if (plain.length > longestRead) notices.add('link.long', { characters: longestRead });
  return parametersIn(cut(plain));
}

/** What is too long ends before the parameter that is not there as a whole. */
function cut(text: string): string {
  if (text.length <= longestRead) return text;
  const end = text.lastIndexOf('&', longestRead);
  return text.slice(0, Math.max(end, 0));
}
