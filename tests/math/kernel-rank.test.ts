/** Kernels as columns times rows: known cases, and what the decomposition promises, by plain loops. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { kernelRanks } from '../../src/math/kernel-rank.js';
import { fitSeparable, layerSpectrum } from '../../src/math/separable-fit.js';
import { rankOfParts, rankOneParts } from '../../src/math/singular-values.js';
import { tensor } from '../../src/math/index.js';
import { kernel as namedKernel } from '../../src/media/kernels.js';
import { mulberry32, randomIntegers } from '../fixtures/random-spec.js';

const SEED = 20240713;

const sizes = fc.record({
  height: fc.integer({ min: 1, max: 15 }),
  width: fc.integer({ min: 1, max: 15 }),
  seed: fc.nat(1_000_000),
});

const square = (values: readonly number[]) =>
  tensor([Math.sqrt(values.length), Math.sqrt(values.length)], values);

describe('singular values', () => {
  it(`rebuild the matrix from orthogonal parts, the largest first (seed ${SEED})`, () => {
    fc.assert(
      fc.property(sizes, ({ height, width, seed }) => {
        const random = mulberry32(seed);
        const columns = Array.from({ length: width }, () =>
          Float64Array.from({ length: height }, () => random() * 8 - 4),
        );
        const parts = rankOneParts(columns);
        for (let column = 0; column < width; column++) {
          for (let row = 0; row < height; row++) {
            let sum = 0;
            for (const { direction, shares } of parts) sum += direction[row] * shares[column];
            expect(Math.abs(sum - columns[column][row])).toBeLessThan(1e-12);
          }
        }
        const sizesFound = parts.map(({ size }) => size);
        expect(sizesFound).toEqual(sizesFound.toSorted((a, b) => b - a));
        for (let one = 0; one < width; one++) {
          for (let other = 0; other < width; other++) {
            let [directions, shares] = [0, 0];
            for (let row = 0; row < height; row++)
              directions += parts[one].direction[row] * parts[other].direction[row];
            for (let i = 0; i < width; i++) shares += parts[one].shares[i] * parts[other].shares[i];
            const same = one === other;
            expect(Math.abs(shares - Number(same))).toBeLessThan(1e-12);
            expect(Math.abs(directions - (same ? parts[one].size ** 2 : 0))).toBeLessThan(1e-9);
          }
        }
        expect(rankOfParts(parts)).toBe(Math.min(height, width));
      }),
      { seed: SEED, numRuns: 30 },
    );
  });

  it('of a diagonal, of a known matrix, of nothing', () => {
    const columns = (...lists: number[][]) => lists.map((list) => Float64Array.from(list));
    const sizesOf = (...lists: number[][]) => rankOneParts(columns(...lists)).map(({ size }) => size);
    expect(sizesOf([3, 0, 0], [0, 0, 0], [0, 0, 5])).toEqual([5, 3, 0]);
    // The eigenvalues of [[4, 0], [3, −5]] times its transpose are 40 and 10.
    const [larger, smaller] = sizesOf([4, 3], [0, -5]);
    expect([larger ** 2, smaller ** 2]).toEqual([expect.closeTo(40, 10), expect.closeTo(10, 10)]);
    expect(rankOfParts(rankOneParts(columns([0, 0], [0, 0])))).toBe(0);
  });
});

describe('the ranks of a kernel', () => {
  it('find whole numbers where a kernel is made of them', () => {
    const sobel = kernelRanks(square([-1, 0, 1, -2, 0, 2, -1, 0, 1]));
    expect(sobel.rank).toBe(1);
    expect(sobel.factors[0]).toMatchObject({ column: [1, 2, 1], row: [-1, 0, 1] });
    expect(sobel.factors[0].size).toBeCloseTo(Math.sqrt(12), 12);
    expect(sobel.steps[0]).toMatchObject({
      values: [-1, 0, 1, -2, 0, 2, -1, 0, 1].map((value) => expect.closeTo(value, 12) as number),
      difference: Array.from({ length: 9 }, () => 0),
      weights: 6,
    });
    expect(sobel.steps[0].error).toBeLessThan(1e-12);
    const gaussian = kernelRanks(tensor([5, 5], namedKernel('gaussian', [5, 5, 1, 1]).data));
    expect(gaussian.factors[0]).toMatchObject({ column: [1, 4, 6, 4, 1], row: [1, 4, 6, 4, 1] });
    expect([gaussian.rank, gaussian.weights, gaussian.steps[0].weights]).toEqual([1, 25, 10]);
  });

  it('know the Laplacian, the identity, and a kernel of zeros', () => {
    const laplacian = kernelRanks(square([0, 1, 0, 1, -4, 1, 0, 1, 0]));
    expect(laplacian.rank).toBe(2);
    // Its eigenvalues are −2 ± √6 and 0.
    expect(laplacian.factors.map(({ size }) => size)).toEqual(
      [2 + Math.sqrt(6), Math.sqrt(6) - 2, 0].map((size) => expect.closeTo(size, 12) as number),
    );
    expect(laplacian.steps[0].error).toBeCloseTo(Math.sqrt(6) - 2, 12);
    expect(laplacian.steps[0].share).toBeCloseTo((Math.sqrt(6) - 2) / Math.sqrt(20), 12);
    const diagonal = kernelRanks(square([1, 0, 0, 0, 1, 0, 0, 0, 1]));
    expect([diagonal.rank, ...diagonal.steps.map(({ error }) => error ** 2)]).toEqual(
      [3, 2, 1, 0].map((value) => expect.closeTo(value, 12) as number),
    );
    const nothing = kernelRanks(tensor([3, 3], 0));
    expect([nothing.rank, nothing.length, nothing.steps[0].share]).toEqual([0, 0, 0]);
  });

  it(`say the distance that they have, and no nudged kernel of that rank is nearer (seed ${SEED})`, () => {
    fc.assert(
      fc.property(sizes, ({ height, width, seed }) => {
        const random = mulberry32(seed);
        const [rows, columns] = [1 + (height % 7), 1 + (width % 7)];
        const weights = randomIntegers([rows, columns], random);
        const { steps, factors } = kernelRanks(weights);
        for (const { rank, values, difference, error } of steps) {
          const nudged = factors.slice(0, rank).map((factor) => ({
            column: factor.column.map((value) => value + (random() - 0.5) / 4),
            row: factor.row.map((value) => value + (random() - 0.5) / 4),
          }));
          let [own, other] = [0, 0];
          for (let tap = 0; tap < rows * columns; tap++) {
            const [row, column] = [Math.floor(tap / columns), tap % columns];
            let sum = 0;
            for (const pair of nudged) sum += pair.column[row] * pair.row[column];
            expect(values[tap] + difference[tap]).toBeCloseTo(weights.data[tap], 10);
            own += difference[tap] ** 2;
            other += (weights.data[tap] - sum) ** 2;
          }
          expect(Math.sqrt(own)).toBeCloseTo(error, 9);
          expect(Math.sqrt(other)).toBeGreaterThan(error - 1e-9);
        }
      }),
      { seed: SEED, numRuns: 60 },
    );
  });
});

describe('the spectrum of a layer', () => {
  it(`agrees with every single fit (seed ${SEED})`, () => {
    const random = mulberry32(SEED);
    const weights = randomIntegers([3, 3, 4, 6], random);
    const spectrum = layerSpectrum(weights);
    expect(spectrum.weights).toBe(216);
    expect(spectrum.steps.at(-1)!.multiplier).toBe(spectrum.multiplierNeeded);
    for (const { multiplier, error, weights: count } of spectrum.steps) {
      const fit = fitSeparable(weights, multiplier);
      expect(error).toBeCloseTo(fit.error, 9);
      expect(count).toBe(fit.depthwise.data.length + fit.mixing.data.length);
      expect(fit.channels.map(({ rank }) => rank)).toEqual(spectrum.channels.map(({ rank }) => rank));
    }
  });
});
