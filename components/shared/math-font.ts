/** The font that formulas need for stretchy brackets, sums and fractions: a subset of STIX Two Math (OFL 1.1). */

/** To be named first in `font-family`; the fallback is the system's own `math`. */
export const mathFontFamily = 'STIX Two Math';

let loading: Promise<void> | undefined;

/**
 * Makes the font known to the document, once, however many formulas ask. A page where fonts cannot be added keeps the
 * system's math font, so this never rejects.
 */
export function loadMathFont(): Promise<void> {
  loading ??= addMathFont().catch(() => undefined);
  return loading;
}

/** From bytes and not from an address: it works in a sandboxed frame, from a file, and under any font policy. */
async function addMathFont(): Promise<void> {
  if (typeof FontFace === 'undefined' || hasMathFont()) return;
  const { default: dataUrl } = await import('./math-font.woff2?inline');
  const base64 = dataUrl.slice(dataUrl.indexOf(',') + 1);
  const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
  const face = await new FontFace(mathFontFamily, bytes).load();
  document.fonts.add(face);
}

/** True when another copy of the package was here first. */
function hasMathFont(): boolean {
  return [...document.fonts].some((face) => face.family.replaceAll('"', '') === mathFontFamily);
}
