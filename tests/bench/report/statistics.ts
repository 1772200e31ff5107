/** NaN of nothing. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length / 2;
  return Number.isInteger(middle) ? (sorted[middle - 1] + sorted[middle]) / 2 : sorted[Math.floor(middle)];
}

/** NaN of nothing. */
export function minimum(values: readonly number[]): number {
  return values.length === 0 ? NaN : Math.min(...values);
}

/** Of what is a number; NaN of nothing. */
export function geometricMean(values: readonly number[]): number {
  const logarithms = values.filter((value) => !Number.isNaN(value)).map(Math.log);
  return Math.exp(logarithms.reduce((sum, value) => sum + value, 0) / logarithms.length);
}
