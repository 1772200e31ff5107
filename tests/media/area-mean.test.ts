import fc from 'fast-check';
import { expect, test } from 'vitest';
import { areaMean } from '../../src/media/area-mean.js';

test('halving takes the mean of each two by two cells', () => {
  const data = [1, 3, 10, 20, 5, 7, 30, 40];
  expect([...areaMean(data, [2, 4, 1], [1, 2])]).toEqual([4, 25]);
});

test('a cell that is covered in part counts in part', () => {
  const [first, second] = areaMean([0, 6, 30], [1, 3, 1], [1, 2]);
  expect([first, second]).toEqual([expect.closeTo(2, 12), expect.closeTo(22, 12)]);
});

test('doubling repeats every cell; channels stay apart', () => {
  expect([...areaMean([1, 9, 2, 8], [1, 2, 2], [2, 4])]).toEqual(
    [...Array(2)].flatMap(() => [1, 9, 1, 9, 2, 8, 2, 8]),
  );
});

test('the mean of all cells is kept, and no value leaves the range', () => {
  const size = fc.integer({ min: 1, max: 12 });
  const property = fc.property(
    size,
    size,
    size,
    size,
    fc.infiniteStream(fc.integer({ min: 0, max: 255 })),
    (...parts) => {
      const [height, width, toHeight, toWidth, stream] = parts;
      const data = Array.from({ length: height * width }, () => stream.next().value as number);
      const result = [...areaMean(data, [height, width, 1], [toHeight, toWidth])];
      const mean = (values: number[]): number =>
        values.reduce((sum, value) => sum + value, 0) / values.length;
      expect(mean(result)).toBeCloseTo(mean(data), 8);
      expect(Math.min(...result)).toBeGreaterThan(Math.min(...data) - 1e-9);
      expect(Math.max(...result)).toBeLessThan(Math.max(...data) + 1e-9);
    },
  );
  fc.assert(property, { numRuns: 300, seed: 21 });
});
