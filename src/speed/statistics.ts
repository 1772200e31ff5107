/** A few samples as a spread. Nothing is thrown away. */
import type { Spread } from './types.js';

/** Beyond this many times the quartiles' distance a sample is marked (Tukey 1977). */
const fence = 1.5;

/** @param samples at least one, in any order */
export function spreadOf(samples: readonly number[]): Spread {
  const sorted = [...samples].sort((one, other) => one - other);
  const [lower, median, upper] = [0.25, 0.5, 0.75].map((share) => quantile(sorted, share));
  const reach = fence * (upper - lower);
  const outliers = sorted.filter((each) => each < lower - reach || each > upper + reach);
  return { median, lower, upper, outliers };
}

/** Between two samples the straight line; NaN of none. */
function quantile(sorted: readonly number[], share: number): number {
  const place = share * (sorted.length - 1);
  const [before, after] = [sorted[Math.floor(place)], sorted[Math.ceil(place)]];
  return before + (after - before) * (place - Math.floor(place));
}

export function medianOf(samples: readonly number[]): number {
  return quantile(
    [...samples].sort((one, other) => one - other),
    0.5,
  );
}
