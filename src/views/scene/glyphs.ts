/** The signs that are printed on cells, and how a short text travels to the shader: two numbers of four signs each. */

/** A glyph's place in this string is its code; code 0 prints nothing. At most 32. */
export const glyphs = ' 0123456789−.+ekMG∞Na×=→⋮⊗#';

const bitsPerGlyph = 32;
const glyphsPerNumber = 4;
/** Longest text that two numbers hold. */
export const longestText = 2 * glyphsPerNumber;

/** Codes of a text, first sign in the highest place; each number stays below 2²⁰, exact in float32. */
export function packText(text: string): readonly [number, number] {
  const codes = Array.from(text.slice(0, longestText), (sign) => Math.max(glyphs.indexOf(sign), 0));
  const pack = (from: number) =>
    Array.from({ length: glyphsPerNumber }, (_, i) => codes[from + i] ?? 0).reduce(
      (all, code) => all * bitsPerGlyph + code,
      0,
    );
  return [pack(0), pack(glyphsPerNumber)];
}
