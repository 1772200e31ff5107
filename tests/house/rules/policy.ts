/** What the site's policy (scripts/headers.mjs) refuses in a browser, found in the source. */
import type { SourceFile } from '../sources.js';

const refused: readonly RegExp[] = [
  /<[a-z][^<>]*\sstyle=/,
  /<style\b/,
  /\bstyleMap\b/,
  /\bunsafe(?:HTML|SVG|MathML|Static)\b/,
  /\.(?:innerHTML|outerHTML|srcdoc)\s*=[^=]/,
  /\b(?:insertAdjacentHTML|createContextualFragment)\(/,
  /\.(?:setAttribute|attr)\(\s*['"`]style['"`]/,
  /\bnew Function\(|\beval\(/,
];

/** One sentence per breach. */
export function policyBreaches(files: readonly SourceFile[]): string[] {
  return files.flatMap(({ path, text }) =>
    refused.flatMap((pattern) => {
      const found = pattern.exec(text);
      if (!found) return [];
      const line = text.slice(0, found.index).split('\n').length;
      return [`${path}:${line} has ${found[0].replace(/\s+/g, ' ')}`];
    }),
  );
}
