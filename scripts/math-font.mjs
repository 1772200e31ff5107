/**
 * `npm run math-font`: cuts STIX Two Math down to the signs that our formulas use. Run it after changing `signs` and commit
 * the result; the font's licence allows it and is kept in public/third-party.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import subsetFont from 'subset-font';

const root = join(import.meta.dirname, '..');
const require = createRequire(import.meta.url);
const source = require.resolve('@fontsource/stix-two-math/files/stix-two-math-latin-400-normal.woff2');
const target = join(root, 'components/shared/math-font.woff2');

const range = (first, last) =>
  Array.from({ length: last.codePointAt(0) - first.codePointAt(0) + 1 }, (_, step) =>
    String.fromCodePoint(first.codePointAt(0) + step),
  ).join('');

const signs = [
  range(' ', '~'),
  '×·−±÷≈≠≤≥=<>∑∏√∞∂∈∉∀→←↔↦⇒…⋯⋮⋱′″°⊤⊗⊙⊕∗∘',
  '⌊⌋⌈⌉()[]{}|‖⟨⟩',
  'αβγδελμπσΔΣ',
  // Mathematical italic, where MathML puts single letters; its h is the Planck constant.
  range('𝐴', '𝑍') + range('𝑎', '𝑔') + 'ℎ' + range('𝑖', '𝑧'),
].join('');

const font = await subsetFont(readFileSync(source), signs, { targetFormat: 'woff2' });
writeFileSync(target, font);
console.log(`components/shared/math-font.woff2: ${(font.length / 1000).toFixed(1)} kB`);
