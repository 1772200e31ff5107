/** Numbers as the tables print them; a dash where there is none. */

const none = '–';

/** Two digits, or all before the point: 0.42, 6.5, 93. */
export function ratio(value: number): string {
  if (!Number.isFinite(value)) return none;
  if (value >= 10) return Math.round(value).toLocaleString('en');
  return value.toFixed(value < 0.995 ? 2 : 1);
}

export function percent(share: number): string {
  return Number.isFinite(share) ? `${Math.round(share * 100)} %` : none;
}

/** One digit and a power of ten, e.g. 3e-7. */
export function power(value: number | null): string {
  return value === null || !Number.isFinite(value) ? none : value.toExponential(0);
}

/** 22 k, 1.8 M. */
export function amount(value: number): string {
  if (value < 1e3) return String(value);
  const [scaled, unit] = value < 1e6 ? [value / 1e3, 'k'] : [value / 1e6, 'M'];
  return `${scaled < 9.95 ? scaled.toFixed(1) : Math.round(scaled)} ${unit}`;
}

export function milliseconds(value: number): string {
  return Number.isFinite(value) ? value.toFixed(value < 10 ? 3 : 1) : none;
}
