/**
 * The colour of a number, the same in every view: a diverging scale centred on 0, orange below and blue above, which
 * people with any colour vision can tell apart. 0 is the theme's own neutral, so that it recedes on paper and on board.
 */
import { interpolateLab, lab, piecewise, rgb } from 'd3';
import type { ViewTheme } from './theme.js';

/** What a scale depends on. */
export type PaletteTheme = Pick<ViewTheme, 'dark'>;

export interface CellColour {
  /** CSS colour of the cell. */
  readonly fill: string;
  /** Black or white, whichever stands out more: at least 4.5 : 1 on the fill. */
  readonly ink: '#000000' | '#ffffff';
}

/** Texels of the look-up table: 255 steps of the scale, then the colour of what is not a finite number. */
export const paletteSize = 256;
const steps = paletteSize - 1;
const zeroStep = (steps - 1) / 2;
const nonFiniteStep = steps;

/** From −1 to 1; the middle one is the colour of 0. */
const stops = {
  paper: ['#8a2d04', '#c65a13', '#eb9a56', '#f6d3b0', '#f1eee7', '#bcd5ec', '#6ba3d6', '#2a6cb0', '#0b3a78'],
  board: ['#ffb067', '#ef8130', '#b9561a', '#6f3b1d', '#2b3038', '#1f4a70', '#2571b4', '#4a9be6', '#9bcbff'],
} as const;
const nonFinite = { paper: '#b0128f', board: '#ff6ad5' } as const;

/**
 * @param range largest absolute value that the scale spans; what lies beyond takes the end colours, 0 makes all neutral
 */
export function colourOf(value: number, range: number, theme: PaletteTheme): CellColour {
  return tableOf(theme)[paletteStep(value, range)];
}

/** Where a value lies in the table, 0 … 255. The shader does the same sum. */
export function paletteStep(value: number, range: number): number {
  if (!Number.isFinite(value)) return nonFiniteStep;
  if (!(range > 0)) return zeroStep;
  const share = Math.min(Math.max(value / range, -1), 1);
  return Math.round((share + 1) * zeroStep);
}

/** The whole table as RGBA bytes, for the look-up texture of the 3-D scene. */
export function paletteTexels(theme: PaletteTheme): Uint8Array<ArrayBuffer> {
  const texels = new Uint8Array(paletteSize * 4);
  tableOf(theme).forEach(({ fill }, index) => {
    const { r, g, b } = rgb(fill);
    texels.set([r, g, b, 255], index * 4);
  });
  return texels;
}

/** CSS colours from −1 to 1 for a legend, evenly spaced, 0 in the middle. */
export function paletteRamp(theme: PaletteTheme, count = 9): string[] {
  return Array.from({ length: count }, (_, i) => colourOf((2 * i) / (count - 1) - 1, 1, theme).fill);
}

/** Black or white on an sRGB colour, by WCAG's relative luminance. The shader uses the same bound. */
export function inkOn(fill: string): CellColour['ink'] {
  const { r, g, b } = rgb(fill);
  const luminance = 0.2126 * linear(r) + 0.7152 * linear(g) + 0.0722 * linear(b);
  return luminance > equalContrast ? '#000000' : '#ffffff';
}

/** The luminance on which black and white stand out equally: √(1.05 · 0.05) − 0.05. */
const equalContrast = Math.sqrt(1.05 * 0.05) - 0.05;

function linear(byte: number): number {
  const share = byte / 255;
  return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
}

const tables = new Map<boolean, readonly CellColour[]>();

function tableOf({ dark }: PaletteTheme): readonly CellColour[] {
  const known = tables.get(dark);
  if (known) return known;
  const name = dark ? 'board' : 'paper';
  const scale = piecewise(
    interpolateLab,
    stops[name].map((stop) => lab(stop)),
  );
  const table = Array.from({ length: steps }, (_, step) => entry(scale(step / (steps - 1))));
  table.push(entry(nonFinite[name]));
  tables.set(dark, table);
  return table;
}

function entry(colour: string): CellColour {
  const fill = rgb(colour).formatHex();
  return { fill, ink: inkOn(fill) };
}
