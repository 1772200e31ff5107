/** Properties of the relation and of everything counted or listed from it, on random specs. */

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  activate,
  axesOf,
  bigAt,
  counts,
  indexAt,
  multiply,
  multiplyTransposed,
  outputsFedBy,
  plan,
  readRange,
  reference,
  referenceAt,
  sizeOf,
  smallAt,
  stageTensorsOf,
  tapAt,
  termsOf,
  termsPerOutput,
  termValues,
  unrolledMatrix,
} from '../../src/math/index.js';
import type { ConvSpec, Index4, Span, Stage } from '../../src/math/index.js';
import { firstDifference } from '../fixtures/golden.js';
import { anyCase, randomCase } from '../fixtures/random-spec.js';
import { scatter } from './oracle.js';

const SEED = 20240611;

function cellsOf(shape: readonly number[]): Index4[] {
  return Array.from({ length: sizeOf(shape) }, (_, offset) => indexAt(shape, offset) as unknown as Index4);
}

/** The lattice relation spelled out, apart from the code under test. */
function meets(stage: Stage, axis: 0 | 1, big: number, small: number, tap: number): boolean {
  return big === small * stage.stride[axis] + tap * stage.dilation[axis] - stage.padding[2 * axis];
}

describe(`random specs (seed ${SEED})`, () => {
  const check = (property: fc.IProperty<[ReturnType<typeof randomCase>]>, runs = 60): void => {
    fc.assert(property, { seed: SEED, numRuns: runs });
  };

  it('finds big, small and tap from each other, and nothing where they do not meet', () => {
    check(
      fc.property(anyCase(), ({ stage }) => {
        axesOf(stage).forEach((axis, index) => {
          for (let big = 0; big < axis.big; big++) {
            for (let small = 0; small < axis.small; small++) {
              const taps = Array.from({ length: axis.kernel }, (_, tap) => tap);
              const tap = taps.find((candidate) => meets(stage, index as 0 | 1, big, small, candidate)) ?? -1;
              expect(tapAt(axis, big, small)).toBe(tap);
              if (tap < 0) continue;
              expect(bigAt(axis, small, tap)).toBe(big);
              expect(smallAt(axis, big, tap)).toBe(small);
            }
          }
        });
      }),
      20,
    );
  });

  it('lists for each input cell exactly the outputs whose terms read it', () => {
    const key = (input: Index4, output: Index4, weight: readonly number[]) => `${input}>${output}@${weight}`;
    check(
      fc.property(anyCase(), ({ stage }) => {
        const read = cellsOf(stage.output).flatMap((output) =>
          termsOf(stage, output).flatMap(({ input, weight }) => (input ? [key(input, output, weight)] : [])),
        );
        const fed = cellsOf(stage.input).flatMap((input) =>
          outputsFedBy(stage, input).map(({ output, weight }) => key(input, output, weight)),
        );
        expect(new Set(read).size).toBe(read.length);
        expect(fed.sort()).toEqual(read.sort());
      }),
      25,
    );
  });

  it('keeps the order of the sum: channel, row, column of the tensor that is read', () => {
    check(
      fc.property(anyCase(), ({ stage }) => {
        for (const output of cellsOf(stage.output).slice(0, 40)) {
          const terms = termsOf(stage, output);
          expect(terms.length).toBe(termsPerOutput(stage));
          const met = terms.flatMap(({ input }) => (input ? [input] : []));
          const ordered = [...met].sort((a, b) => a[3] - b[3] || a[1] - b[1] || a[2] - b[2]);
          expect(met).toEqual(ordered);
          const direction = stage.op === 'conv' ? 1 : -1;
          const taps = terms.slice(0, stage.kernel[1]).map(({ weight }) => weight[1] * direction);
          expect(taps).toEqual([...taps].sort((a, b) => a - b));
        }
      }),
    );
  });

  it('spans the cells that an output reads', () => {
    check(
      fc.property(anyCase(), ({ stage }) => {
        for (const output of cellsOf(stage.output).slice(0, 40)) {
          const [rows, columns] = readRange(stage, output);
          for (const { input } of termsOf(stage, output)) {
            if (!input) continue;
            expect(input[1]).toBeGreaterThanOrEqual(rows.first);
            expect(input[1]).toBeLessThanOrEqual(rows.last);
            expect(input[2]).toBeGreaterThanOrEqual(columns.first);
            expect(input[2]).toBeLessThanOrEqual(columns.last);
          }
        }
      }),
    );
  });

  it('counts in closed form what listing the terms counts one by one', () => {
    check(
      fc.property(anyCase(), ({ stage, spec }) => {
        const terms = cellsOf(stage.output).flatMap((output) => termsOf(stage, output));
        const { macs, gatherMacs, usefulMacs } = counts(spec);
        expect(gatherMacs).toBe(terms.length);
        expect(usefulMacs).toBe(terms.filter(({ input }) => input !== null).length);
        const channelPairs = (stage.input[3] * stage.filters) / stage.groups;
        const [batch, rows, columns] = stage.op === 'conv' ? stage.output : stage.input;
        expect(macs).toBe(batch * rows * columns * stage.kernel[0] * stage.kernel[1] * channelPairs);
      }),
      25,
    );
  });

  it('has one matrix entry for each useful product of one image, columns ascending', () => {
    check(
      fc.property(anyCase(), ({ spec, stage, integers }) => {
        const matrix = unrolledMatrix(stage, integers.stages[0].weights);
        expect(matrix.value.length * stage.input[0]).toBe(counts(spec).usefulMacs);
        expect(matrix.rowStart[matrix.rows]).toBe(matrix.value.length);
        expect([matrix.rows, matrix.cols]).toEqual([
          sizeOf(stage.small.slice(1)),
          sizeOf(stage.big.slice(1)),
        ]);
        for (let row = 0; row < matrix.rows; row++) {
          const columns = matrix.colIndex.slice(matrix.rowStart[row], matrix.rowStart[row + 1]);
          expect(columns.every((column, place) => place === 0 || columns[place - 1] < column)).toBe(true);
        }
      }),
    );
  });

  it('multiplies by the matrix to the same answer', () => {
    check(
      fc.property(anyCase(), ({ spec, stage, integers }) => {
        const matrix = unrolledMatrix(stage, integers.stages[0].weights);
        const image = integers.input.data.slice(0, sizeOf(stage.input.slice(1)));
        const product = stage.op === 'conv' ? multiply(matrix, image) : multiplyTransposed(matrix, image);
        const planned = plan({ ...spec, bias: false, activation: 'none' });
        const tensors = { input: integers.input, weights: integers.stages[0].weights };
        const expected = reference(planned, tensors).data.slice(0, product.length);
        expect(firstDifference(product, expected)).toBe(-1);
      }),
    );
  });

  it('equals scattering every small cell by hand', () => {
    check(
      fc.property(anyCase(), ({ spec, stage, integers }) => {
        const expected = scatter(stage, integers.input, integers.stages[0]);
        const actual = reference(plan({ ...spec, activation: 'none' }), integers);
        expect(actual.shape).toEqual(expected.shape);
        expect(firstDifference(actual.data, expected.data)).toBe(-1);
      }),
      200,
    );
  });

  it('rounds floats as its terms say, bit for bit', () => {
    check(
      fc.property(anyCase(), ({ spec, stage, floats }) => {
        const [tensors] = stageTensorsOf(plan(spec), floats);
        const output = reference(plan(spec), floats);
        const cells = cellsOf(stage.output);
        const alone = cells.map((cell) => referenceAt(stage, floats.input, tensors, cell));
        expect([...output.data]).toEqual(alone);
      }),
    );
  });

  it('stops after any number of terms at the running sum, and finishes the output with the bias', () => {
    check(
      fc.property(anyCase(), ({ spec, stage, floats }) => {
        const planned = plan(spec);
        const [tensors] = floats.stages;
        const cells = cellsOf(stage.output);
        const values = cells.map((cell) => termValues(stage, floats.input, tensors, cell));
        const count = termsPerOutput(stage);
        for (const upTo of new Set([0, 1, Math.ceil(count / 2), count - 1, count])) {
          const partial = reference(planned, floats, { upTo });
          const sums = values.map((terms) => (upTo === 0 ? 0 : terms[upTo - 1].runningSum));
          const isFinished = upTo === count && !stage.bias;
          const expected = isFinished ? sums.map((sum) => activate(stage.activation, sum)) : sums;
          expect(firstDifference(partial.data, expected)).toBe(-1);
        }
        const finished = reference(planned, floats, { upTo: count + 1 });
        expect(finished).toEqual(reference(planned, floats));
      }),
      40,
    );
  });

  it("restarts the channel's sum at each channel", () => {
    check(
      fc.property(anyCase(), ({ stage, integers }) => {
        const [tensors] = integers.stages;
        const perChannel = stage.kernel[0] * stage.kernel[1];
        for (const cell of cellsOf(stage.output).slice(0, 20)) {
          const values = termValues(stage, integers.input, tensors, cell);
          const partials = values.filter((_, order) => (order + 1) % perChannel === 0);
          expect(partials[0].runningSum).toBe(partials[0].channelSum);
          const total = partials.reduce((sum, { channelSum }) => sum + channelSum, 0);
          expect(total).toBe(values.at(-1)!.runningSum);
        }
      }),
    );
  });
});

describe('the window on the tensor that is read', () => {
  const windowOf = (spec: ConvSpec, row: number): Span => readRange(plan(spec).stages[0], [0, row, 0, 0])[0];

  it('is not clipped at the borders', () => {
    const spec: ConvSpec = { input: [5, 5, 1], padding: 1, dilation: 2 };
    expect([0, 1, 2].map((row) => windowOf(spec, row))).toEqual([
      { first: -1, last: 3 },
      { first: 0, last: 4 },
      { first: 1, last: 5 },
    ]);
  });

  it('of a transposed convolution holds the small cells under the turned kernel', () => {
    const spec: ConvSpec = { op: 'transposed', input: [2, 2, 1], stride: 2 };
    expect([0, 1, 2].map((row) => windowOf(spec, row))).toEqual([
      { first: -1, last: 0 },
      { first: 0, last: 0 },
      { first: 0, last: 1 },
    ]);
  });

  it('is empty between two small cells', () => {
    const { first, last } = windowOf({ op: 'transposed', input: [2, 2, 1], kernel: 1, stride: 3 }, 1);
    expect(first).toBeGreaterThan(last);
  });
});

it('makes the same case from the same seed', () => {
  expect(randomCase(7)).toEqual(randomCase(7));
  expect(randomCase(7).spec).not.toEqual(randomCase(8).spec);
  const ops = Array.from({ length: 40 }, (_, seed) => randomCase(seed).stage);
  expect(new Set(ops.map(({ op }) => op)).size).toBe(2);
  expect(new Set(ops.map(({ paddingMode }) => paddingMode)).size).toBe(3);
});
