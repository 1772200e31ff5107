/** The short form of a number that fits on the face of a cell; exact values stand in the grid and the formula. */

import { fixed, isFixed } from '../../words/numbers.js';

const minus = '−';
const magnitudes: readonly [at: number, letter: string][] = [
  [1e9, 'G'],
  [1e6, 'M'],
  [1e3, 'k'],
];

/** Signs that a face has room for, beside one for the sign of the number. */
const mostFixed = 7;

/**
 * Up to four significant characters: '−13', '0.25', '1.2k', '3e-5'. A trailing zero says that the number was rounded.
 *
 * @param decimals of a number that is not whole, where they are set and fit
 */
export function faceText(value: number, decimals?: number): string {
  if (isFixed(value, decimals)) {
    const text = fixed(value, decimals);
    if (text.length <= mostFixed + Number(value < 0)) return text;
  }
  if (Number.isNaN(value)) return 'NaN';
  const sign = value < 0 ? minus : '';
  const size = Math.abs(value);
  if (size === Infinity) return `${sign}∞`;
  return sign + sizeText(size);
}

function sizeText(size: number): string {
  if (Number.isInteger(size) && size < 10_000) return String(size);
  if (size >= 9999.5) return largeText(size);
  if (size < 0.01) return size.toExponential(0).replace('e-', `e${minus}`);
  const decimals = size < 9.995 ? 2 : size < 99.95 ? 1 : 0;
  const text = size.toFixed(decimals);
  const short = decimals > 0 ? text.replace(/\.?0+$/, '') : text;
  return Math.fround(Number(short)) === Math.fround(size) ? short : text;
}

function largeText(size: number): string {
  const [at, letter] =
    magnitudes.find(([least]) => size >= least * 0.99995) ?? magnitudes[magnitudes.length - 1];
  const scaled = size / at;
  if (scaled >= 999.5) return size.toExponential(0).replace('e+', 'e');
  return (scaled < 9.95 ? scaled.toFixed(1) : scaled.toFixed(0)) + letter;
}
