/**
 * The colour of a number, the same in every view: a diverging scale centred on 0, orange below and blue above, which
 * people with any colour vision can tell apart. 0 is the theme's own neutral, so that it recedes on paper and on board.
 */
import { paletteStops } from './palette-stops.js';
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

type Rgb = readonly [red: number, green: number, blue: number];

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
    texels.set([...bytesOf(fill), 255], index * 4);
  });
  return texels;
}

/** CSS colours from −1 to 1 for a legend, evenly spaced, 0 in the middle. */
export function paletteRamp(theme: PaletteTheme, count = 9): string[] {
  return Array.from({ length: count }, (_, i) => colourOf((2 * i) / (count - 1) - 1, 1, theme).fill);
}

/** Black or white on an sRGB colour (#rrggbb), by WCAG's relative luminance. The shader uses the same bound. */
export function inkOn(fill: string): CellColour['ink'] {
  const [red, green, blue] = bytesOf(fill);
  const luminance = 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
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
  const stops = paletteStops[name].trim().split(/\s+/);
  const table = Array.from({ length: steps }, (_, step) => entry(between(stops, step / (steps - 1))));
  table.push(entry(nonFinite[name]));
  tables.set(dark, table);
  return table;
}

/** The stops lie so close that a straight line in sRGB is as good as one in Lab. */
function between(stops: readonly string[], share: number): string {
  const place = share * (stops.length - 1);
  const before = Math.min(Math.floor(place), stops.length - 2);
  const [from, to] = [bytesOf(stops[before]), bytesOf(stops[before + 1])];
  const mixed = from.map((byte, i) => Math.round(byte + (to[i] - byte) * (place - before)));
  return `#${mixed.map((byte) => byte.toString(16).padStart(2, '0')).join('')}`;
}

/** Of a colour in six hexadecimal digits. */
function bytesOf(colour: string): Rgb {
  const number = parseInt(colour.replace('#', ''), 16);
  return [(number >> 16) & 255, (number >> 8) & 255, number & 255];
}

function entry(fill: string): CellColour {
  return { fill, ink: inkOn(fill) };
}
