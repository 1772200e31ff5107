/** Pasted code cut into tokens: what Python, JSON and JavaScript have in common where a layer is called. */

/** Where something stands in the text, counted from 1. */
export interface Place {
  readonly line: number;
  readonly column: number;
}

export type TokenKind = 'name' | 'number' | 'string' | 'sign' | 'newline' | 'end' | 'unknown';

export interface Token {
  readonly kind: TokenKind;
  /** As written; of a string what is between its quotes. */
  readonly text: string;
  readonly place: Place;
}

/** In the order in which they are tried; the first that matches here wins. */
const patterns: readonly (readonly [kind: TokenKind | 'space' | 'line-end', pattern: RegExp])[] = [
  ['line-end', /\r\n|[\n\r;]/y],
  // A backslash joins lines; a # begins a comment, and so do two slashes unless they divide a number.
  ['space', /\\\r?\n|[^\S\n\r]+|#[^\n\r]*|\/\/(?! *[\d(])[^\n\r]*|\/\*[^]*?(?:\*\/|$)/y],
  ['string', /[rbfu]{0,2}("""|''')([^]*?)\1/iy],
  ['string', /[rbfu]{0,2}("|'|`)((?:\\[^]|(?!\1)[^\\\n\r])*)\1/iy],
  ['name', /[\p{L}_$][\p{L}\p{N}_$]*/uy],
  ['number', /0x[\da-f]+|(?:\d[\d_]*\.?\d*|\.\d+)(?:e[+-]?\d+)?/iy],
  ['sign', /\*\*|\/\/|->|=>|==|[()[\]{}<>,.:=+\-*/%@|&!~?^]/y],
  ['unknown', /[^]/uy],
];

const opening = '([{';
const closing = ')]}';

/**
 * The tokens of a text, an `end` last. A line's end is a token only outside brackets, where it ends a statement. What
 * belongs to no language becomes `unknown`, one character each; nothing throws.
 */
export function tokensOf(text: string): readonly Token[] {
  const tokens: Token[] = [];
  let [line, lineStart, depth, at] = [1, 0, 0, 0];
  while (at < text.length) {
    const { kind, source, inner } = matchAt(text, at);
    const place = { line, column: at - lineStart + 1 };
    if (kind === 'line-end') {
      if (depth === 0) tokens.push({ kind: 'newline', text: source, place });
    } else if (kind !== 'space') tokens.push({ kind, text: inner, place });
    if (kind === 'sign' && opening.includes(source)) depth += 1;
    if (kind === 'sign' && closing.includes(source)) depth = Math.max(depth - 1, 0);
    for (const lineEnd of source.matchAll(/\r\n|\r|\n/g)) {
      line += 1;
      lineStart = at + lineEnd.index + lineEnd[0].length;
    }
    at += source.length;
  }
  tokens.push({ kind: 'end', text: '', place: { line, column: at - lineStart + 1 } });
  return tokens;
}

function matchAt(
  text: string,
  at: number,
): { kind: TokenKind | 'space' | 'line-end'; source: string; inner: string } {
  for (const [kind, pattern] of patterns) {
    pattern.lastIndex = at;
    const match = pattern.exec(text);
    if (match) return { kind, source: match[0], inner: kind === 'string' ? match[2] : match[0] };
  }
  return { kind: 'unknown', source: text[at], inner: text[at] };
}
