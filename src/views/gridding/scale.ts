/** The colour of a number of paths: one hue from light to dark (on board: from dark to light), by the logarithm. */
import { colourOf, type CellColour, type PaletteTheme } from '../palette.js';

/** Where the scale begins, so that one path differs from the ground: shares of the palette's positive half. */
const faintest = 0.22;

/** @param most paths at the strong end, of all stacks that are compared */
export function pathColour(paths: number, most: number, theme: PaletteTheme): CellColour {
  return colourOf(faintest + (1 - faintest) * shareOf(paths, most), 1, theme);
}

/** 0 for one path, 1 for the most. */
export function shareOf(paths: number, most: number): number {
  return most > 1 ? Math.log(paths) / Math.log(most) : 0;
}

/** Numbers for a legend from 1 to the most, evenly spread over the scale, each once. */
export function legendStops(most: number, wanted = 5): number[] {
  const stops = Array.from({ length: wanted }, (_, i) => Math.round(most ** (i / (wanted - 1))));
  return [...new Set(stops)];
}
