/**
 * `npm run palette`: writes src/views/palette-stops.ts, the colours of the diverging scales. They are mixed in CIE Lab, in which
 * equal steps look equal, and sampled so densely that straight lines between them in sRGB are at most one byte off; the page
 * then needs no colour library to begin with.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { interpolateLab, lab, piecewise, rgb } from 'd3';

/** From −1 to 1; the middle one is the colour of 0: the theme's own neutral, so that it recedes on paper and on board. */
export const scales = {
  paper: ['#8a2d04', '#c65a13', '#eb9a56', '#f6d3b0', '#f1eee7', '#bcd5ec', '#6ba3d6', '#2a6cb0', '#0b3a78'],
  board: ['#ffb067', '#ef8130', '#b9561a', '#6f3b1d', '#2b3038', '#1f4a70', '#2571b4', '#4a9be6', '#9bcbff'],
};
const samples = 33;

/** @param {string[]} stops @returns {(share: number) => string} colour at 0 … 1 */
export function scaleOf(stops) {
  const scale = piecewise(
    interpolateLab,
    stops.map((stop) => lab(stop)),
  );
  return (share) => rgb(scale(share)).formatHex();
}

function sampled(stops) {
  const scale = scaleOf(stops);
  const colours = Array.from({ length: samples }, (_, i) => scale(i / (samples - 1)).slice(1));
  return colours.reduce((lines, colour, i) => lines + (i % 11 === 0 ? '\n    ' : ' ') + colour, '');
}

if (import.meta.main ?? process.argv[1] === import.meta.filename) {
  const themes = Object.entries(scales).map(([name, stops]) => `  ${name}: \`${sampled(stops)}\`,`);
  const text = `/** Written by scripts/palette.mjs: colours of the diverging scales, evenly spaced from −1 to 1. */
export const paletteStops = {
${themes.join('\n')}
} as const;
`;
  writeFileSync(join(import.meta.dirname, '../src/views/palette-stops.ts'), text);
}
