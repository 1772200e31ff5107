/** Times, rates and bytes as text, three digits and a unit, the same in every language. */
import { formatCount, formatNumber } from '../../words/numbers.js';

const digits = 3;

function scaled(value: number, units: readonly (readonly [size: number, unit: string])[]): string {
  const [size, unit] = units.find(([least]) => value >= 0.9995 * least) ?? units[units.length - 1];
  return `${formatNumber(value / size, { digits })} ${unit}`;
}

/** @param milliseconds `0.01234` → '12.3 µs', `1234` → '1.23 s' */
export function timeText(milliseconds: number): string {
  return scaled(milliseconds, [
    [1000, 's'],
    [1, 'ms'],
    [1e-3, 'µs'],
    [1e-6, 'ns'],
  ]);
}

/** Less than a nanosecond is the remainder of a sum. */
const leastTime = 1e-6;

/** With its sign: `0.5` → '+500 µs', `-2` → '−2 ms', next to nothing → '0' */
export function signedTimeText(milliseconds: number): string {
  if (Math.abs(milliseconds) < leastTime) return '0';
  const text = timeText(Math.abs(milliseconds));
  return milliseconds < 0 ? `−${text}` : `+${text}`;
}

/** Two times in the unit of the larger one: '1.21 … 1.34 ms'. */
export function spanText(lower: number, upper: number): string {
  const [number, unit] = timeText(upper).split(' ');
  const size = { s: 1000, ms: 1, µs: 1e-3, ns: 1e-6 }[unit] ?? 1;
  return `${formatNumber(lower / size, { digits })} … ${number} ${unit}`;
}

const prefixes = [
  [1e12, 'T'],
  [1e9, 'G'],
  [1e6, 'M'],
  [1e3, 'k'],
  [1, ''],
] as const;

/** Thousand, million, … as SI prefixes: `37748736` → '37.7 M'. */
export function amountText(amount: number): string {
  return scaled(amount, prefixes).trim();
}

/** `6400000` → '6.4 MB' */
export function bytesText(bytes: number): string {
  return `${scaled(bytes, prefixes)}B`;
}

/** Memory, of which devices have whole powers of two: '256 MiB'. */
export function memoryText(bytes: number): string {
  return `${formatCount(Math.ceil(bytes / 2 ** 20))} MiB`;
}

/** `8.352` → '8.35' */
export function ratioText(ratio: number): string {
  return formatNumber(ratio, { digits });
}

/** Per cent without a dot: a share of a noisy time has no more digits. */
export function shareText(share: number): string {
  return String(Math.round(100 * share));
}
