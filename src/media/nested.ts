/** Fields of text in nested lists: what both a table and a bracketed list become before shapes are checked. */
import { NumberRefusal } from './number-problems.js';

/** A value, still as text, or a list of them. */
export type Nested = string | Nested[];

/** Deeper lists than [image][row][column][channel] mean nothing here. */
const deepest = 4;

/**
 * Reads '[[1, 2], [3, 4]]' and '[[1 2] [3 4]]'. No recursion: a text may hold 100,000 opening brackets.
 * @param splitRow cuts the inside of an innermost list into fields
 */
export function readBrackets(text: string, splitRow: (row: string) => string[]): Nested[] {
  const root: Nested[] = [];
  const open: Nested[][] = [root];
  let start = 0;
  for (const match of text.matchAll(/[[\]]/g)) {
    const list = open[open.length - 1];
    const between = text.slice(start, match.index).trim();
    if (match[0] === '[') {
      expectSeparator(between, list.length > 0, open.length > 1);
      if (open.length > deepest) {
        throw new NumberRefusal('nesting-too-deep', { given: `${open.length}`, allowed: `${deepest}` });
      }
      const inner: Nested[] = [];
      list.push(inner);
      open.push(inner);
    } else {
      if (open.length === 1) throw new NumberRefusal('unbalanced-bracket', { given: ']' });
      if (list.length === 0) list.push(...splitRow(between));
      else expectSeparator(between, true, true);
      open.pop();
    }
    start = match.index + 1;
  }
  if (open.length > 1) throw new NumberRefusal('unbalanced-bracket', { given: '[' });
  expectSeparator(text.slice(start).trim(), true, false);
  // Rows that stand bracketed one after the other, without a list around them, are a list too.
  return root.length === 1 ? (root[0] as Nested[]) : root;
}

/** Between the lists of one level stands nothing or one comma. */
function expectSeparator(text: string, commaAllowed: boolean, inside: boolean): void {
  if (text === '' || (commaAllowed && text === ',')) return;
  if (text.includes('...')) throw new NumberRefusal('elided', { given: '...' });
  throw new NumberRefusal(inside ? 'uneven-nesting' : 'unexpected-text', { given: text });
}

/** Depth of the first branch: 1 for a flat list. An empty list counts as one level. */
export function depthOf(nested: Nested): number {
  let depth = 0;
  for (let level: Nested | undefined = nested; Array.isArray(level); level = level[0]) depth++;
  return depth;
}
