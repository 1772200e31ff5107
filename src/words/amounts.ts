/** Large amounts at a glance. They stand apart from the numbers that every figure prints. */
import { formatCount, formatNumber } from './numbers.js';

/** '1.2 kB', '3.4 MB', in units of 1,000. */
export function formatBytes(bytes: number): string {
  if (bytes < 1000) return `${bytes} B`;
  const [value, unit] =
    bytes < 1e6 ? [bytes / 1e3, 'kB'] : bytes < 1e9 ? [bytes / 1e6, 'MB'] : [bytes / 1e9, 'GB'];
  return `${Number(value.toPrecision(3))} ${unit}`;
}

/** '568.7 M', '4.87 G': a large count at a glance, in powers of 1,000; below 10,000 whole. */
export function formatLarge(count: number): string {
  if (count < 1e4) return formatCount(count);
  const [value, unit] =
    count < 1e6 ? [count / 1e3, 'k'] : count < 1e9 ? [count / 1e6, 'M'] : [count / 1e9, 'G'];
  return `${formatNumber(Number(value.toPrecision(value < 100 ? 3 : 4)))} ${unit}`;
}
