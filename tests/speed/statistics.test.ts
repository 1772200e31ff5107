import { describe, expect, it } from 'vitest';
import { medianOf, spreadOf } from '../../src/speed/statistics.js';

describe('the spread of samples', () => {
  it('has the median and the quartiles, whatever the order', () => {
    expect(spreadOf([5, 1, 4, 2, 3])).toEqual({ median: 3, lower: 2, upper: 4, outliers: [] });
  });

  it('takes the straight line between two samples', () => {
    expect(spreadOf([1, 2, 3, 4])).toEqual({ median: 2.5, lower: 1.75, upper: 3.25, outliers: [] });
    expect(medianOf([4, 1])).toBe(2.5);
  });

  it('marks outliers and keeps them', () => {
    const found = spreadOf([10, 11, 12, 13, 14, 40, 1]);
    expect(found.outliers).toEqual([1, 40]);
    expect(found.median).toBe(12);
  });

  it('is one number of one sample', () => {
    expect(spreadOf([7])).toEqual({ median: 7, lower: 7, upper: 7, outliers: [] });
  });
});
