/** The colour of a number of paths: one hue from light to dark (on board: from dark to light), by the logarithm. */
import { colourOf, type CellColour, type PaletteTheme } from '../palette.js';
import type { Touched } from './types.js';

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

/** Paths at the strong end of the scale of all maps. */
export function mostOf(maps: readonly Touched[]): number {
  return Math.max(...maps.map(({ most }) => most));
}

/** Numbers for a legend from the least to the most that stand in the maps, about evenly spread over the scale, each once. */
export function legendStops(maps: readonly Touched[], wanted = 5): number[] {
  const standing = numbersIn(maps);
  const most = mostOf(maps);
  const nearest = (stop: number): number =>
    standing.reduce((best, each) => (Math.abs(each - stop) < Math.abs(best - stop) ? each : best));
  const stops = Array.from({ length: wanted }, (_, i) => nearest(most ** (i / (wanted - 1))));
  return [...new Set(stops)];
}

/** Every number of paths from a pixel, in no order. */
function numbersIn(maps: readonly Touched[]): number[] {
  const products = maps.flatMap(({ paths }) => {
    const axis = [...new Set(paths)].filter((each) => each > 0);
    return axis.flatMap((row) => axis.map((column) => row * column));
  });
  return [...new Set(products)];
}
