import { formatNumber, type NumberFormat } from '../../words/numbers.js';

/** Digits, and at most as many decimals, of a number that is not whole: more would make the tables too wide. */
const mostDigits = 3;
/** Values that are looked at to learn how wide a column must be. */
const mostMeasured = 4096;

/** A number as a cell prints it, with as many decimals as are asked for. */
export function cellText(value: number, { decimals }: Pick<NumberFormat, 'decimals'> = {}): string {
  const size = Math.abs(value);
  const leadingZeros = size > 0 && size < 1 ? -Math.floor(Math.log10(size)) - 1 : 0;
  return formatNumber(value, { digits: Math.max(mostDigits - leadingZeros, 1), decimals });
}

const widths = new WeakMap<Float32Array, Map<number | undefined, number>>();

/**
 * Characters that the cells of a tensor need, from its final values: a column must not grow while a run fills it.
 */
export function textWidth(data: Float32Array, { decimals }: Pick<NumberFormat, 'decimals'>): number {
  const known = widths.get(data) ?? new Map<number | undefined, number>();
  const before = known.get(decimals);
  if (before !== undefined) return before;
  const width = data
    .subarray(0, mostMeasured)
    .reduce((widest, value) => Math.max(widest, cellText(value, { decimals }).length), 1);
  widths.set(data, known.set(decimals, width));
  return width;
}
