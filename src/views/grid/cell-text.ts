import { formatNumber } from '../../words/numbers.js';

/** Digits, and at most as many decimals, of a number that is not whole: more would make the tables too wide. */
const mostDigits = 3;
/** Values that are looked at to learn how wide a column must be. */
const mostMeasured = 4096;

/** A number as a cell prints it. */
export function cellText(value: number): string {
  const size = Math.abs(value);
  const leadingZeros = size > 0 && size < 1 ? -Math.floor(Math.log10(size)) - 1 : 0;
  return formatNumber(value, { digits: Math.max(mostDigits - leadingZeros, 1) });
}

const widths = new WeakMap<Float32Array, number>();

/**
 * Characters that the cells of a tensor need, from its final values: a column must not grow while a run fills it.
 */
export function textWidth(data: Float32Array): number {
  const known = widths.get(data);
  if (known !== undefined) return known;
  const width = data
    .subarray(0, mostMeasured)
    .reduce((widest, value) => Math.max(widest, cellText(value).length), 1);
  widths.set(data, width);
  return width;
}
