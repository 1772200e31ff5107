import { describe, expect, it } from 'vitest';
import { equalsSign, formatCount, formatNumber, parsePrinted, sumSign } from '../../src/words/numbers.js';

describe('formatNumber', () => {
  it.each([
    [0, '0'],
    [-0, '0'],
    [18, '18'],
    [-2, '−2'],
    [123456, '123456'],
    [0.1234567, '0.1235'],
    [-12.3456, '−12.35'],
    [123456.7, '123457'],
    [0.5, '0.5'],
    [2 / 3, '0.6667'],
    [0.0000012, '1.2e−6'],
    [-3.4e38, '−3.4e38'],
    [1e9, '1e9'],
    [NaN, 'NaN'],
    [-Infinity, '−∞'],
  ])('%d → %s', (value, text) => expect(formatNumber(value)).toBe(text));

  it('prints as many digits as asked', () => expect(formatNumber(2 / 3, { digits: 7 })).toBe('0.6666667'));

  it('groups counts', () => {
    expect([972, 1296, 462_000_000].map(formatCount)).toEqual(['972', '1,296', '462,000,000']);
  });

  it('is read back by parsePrinted', () => {
    for (const value of [0, -2, 0.1235, 1.2e-6, -3.4e38, 1296])
      expect(parsePrinted(formatNumber(value))).toBe(value);
    expect(parsePrinted(formatCount(462_000_000))).toBe(462_000_000);
  });
});

describe('= or ≈', () => {
  it('a single number: does the text name this float32?', () => {
    expect(equalsSign(18, '18')).toBe('=');
    expect(equalsSign(Math.fround(0.1), '0.1')).toBe('=');
    expect(equalsSign(1 / 3, '0.3333')).toBe('≈');
    expect(equalsSign(NaN, 'NaN')).toBe('=');
  });

  it('a sum: does the reader with pencil and paper agree?', () => {
    expect(
      sumSign(
        [
          ['0', '−1'],
          ['2', '1'],
        ],
        '2',
      ),
    ).toBe('=');
    expect(sumSign([['0.1'], ['0.2']], '0.3')).toBe('=');
    expect(sumSign([['0.3333'], ['0.3333']], '0.6667')).toBe('≈');
    expect(sumSign([['1e9'], ['−1e9'], ['1.5e−3']], '0.0015')).toBe('=');
    expect(sumSign([['NaN'], ['1']], 'NaN')).toBe('≈');
  });
});
