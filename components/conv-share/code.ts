/** A QR code as the outline of its dark modules. Loaded when a code is asked for. */
import { correction, generate } from 'lean-qr';
import { toSvgPath } from 'lean-qr/extras/svg';

/** Modules of light around a code, without which cameras do not find it. */
const quiet = 4;

/** Bytes of a text whose code a camera still reads from a projector: some 117 modules a side. */
export const longestCode = 1200;

export interface Code {
  /** For the `d` of a path. */
  readonly path: string;
  readonly viewBox: string;
}

/** @returns null for a text that is too long */
export function codeOf(text: string): Code | null {
  if (new TextEncoder().encode(text).length > longestCode) return null;
  const code = generate(text, { minCorrectionLevel: correction.L });
  const side = code.size + 2 * quiet;
  return { path: toSvgPath(code), viewBox: `${-quiet} ${-quiet} ${side} ${side}` };
}
