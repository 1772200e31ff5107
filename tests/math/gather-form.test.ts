/** A transposed convolution over a stretched input and on a canvas: worked examples, and the relation on random specs. */

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  axesOf,
  cellAtPlace,
  counts,
  gatherForm,
  overlap,
  placeOfCell,
  plan,
  stampCanvas,
  tapAt,
} from '../../src/math/index.js';
import type { ConvSpec } from '../../src/math/index.js';
import { anyCase } from '../fixtures/random-spec.js';

const SEED = 20240614;
const stageOf = (spec: ConvSpec) =>
  plan({ op: 'transposed', input: [2, 2, 1], stride: 2, ...spec }).stages[0];

describe('the stretched input', () => {
  it.each([
    [{}, 7, 2, 2, 225, 36],
    [{ padding: 1 }, 5, 1, 1, 81, 16],
    [{ padding: 1, outputPadding: 1 }, 6, 1, 2, 144, 25],
    [{ outputPadding: 1 }, 8, 2, 3, 324, 36],
  ] as const)(
    'with %o has its size, its borders and its products',
    (spec, size, before, after, all, useful) => {
      const { axes, places, realPlaces, products, usefulProducts } = gatherForm(stageOf(spec));
      expect(axes[0]).toEqual({ size, cells: 2, stride: 2, before, after });
      expect(axes[1]).toEqual(axes[0]);
      expect([places, realPlaces, products, usefulProducts]).toEqual([size * size, 4, all, useful]);
    },
  );

  it('is 45 dots of 49 places in the first example', () => {
    const [rows] = gatherForm(stageOf({})).axes;
    const row = [0, 1, 2, 3, 4, 5, 6].map((place) => cellAtPlace(rows, place));
    expect(row).toEqual([-1, -1, 0, -1, 1, -1, -1]);
    expect([0, 1].map((cell) => placeOfCell(rows, cell))).toEqual([2, 4]);
  });

  it('is cut where the padding is larger than d(k − 1)', () => {
    const { axes, realPlaces } = gatherForm(
      stageOf({ input: [5, 5, 1], kernel: 1, padding: [1, 1, 0, 0], stride: 1 }),
    );
    expect(axes[0]).toEqual({ size: 3, cells: 5, stride: 1, before: -1, after: -1 });
    expect([0, 1, 4].map((cell) => placeOfCell(axes[0], cell))).toEqual([-1, 0, -1]);
    expect(cellAtPlace(axes[0], 0)).toBe(1);
    expect(realPlaces).toBe(15);
  });

  it(`is what the turned kernel collects from, one output at each place (seed ${SEED})`, () => {
    fc.assert(
      fc.property(anyCase('transposed'), ({ stage }) => {
        const { axes } = gatherForm(stage);
        axesOf(stage).forEach((axis, index) => {
          const stretched = axes[index];
          const reach = (axis.kernel - 1) * axis.dilation + 1;
          expect(stretched.size).toBe(axis.big + reach - 1);
          for (let output = 0; output < axis.big; output++) {
            for (let place = 0; place < axis.kernel; place++) {
              const cell = cellAtPlace(stretched, output + place * axis.dilation);
              if (cell < 0) continue;
              expect(tapAt(axis, output, cell)).toBe(axis.kernel - 1 - place);
            }
          }
        });
      }),
      { seed: SEED, numRuns: 60 },
    );
  });

  it('belongs to transposed convolutions alone', () => {
    const [stage] = plan({ input: [5, 5, 1] }).stages;
    expect(() => gatherForm(stage)).toThrow(RangeError);
    expect(() => stampCanvas(stage)).toThrow(RangeError);
  });
});

describe('the canvas of the stamps', () => {
  it('never changes with padding and output padding; only the window does', () => {
    const rowsOf = (spec: ConvSpec) => stampCanvas(stageOf(spec))[0];
    const canvas = { size: 5, layers: [1, 1, 2, 1, 1] };
    expect(rowsOf({})).toEqual({ ...canvas, start: 0, output: 5, cropAfter: 0 });
    expect(rowsOf({ padding: 1 })).toEqual({ ...canvas, start: 1, output: 3, cropAfter: 1 });
    expect(rowsOf({ padding: 1, outputPadding: 1 })).toEqual({
      ...canvas,
      start: 1,
      output: 4,
      cropAfter: 0,
    });
    expect(rowsOf({ outputPadding: 1 })).toEqual({ ...canvas, start: 0, output: 6, cropAfter: -1 });
  });

  it('of three cells along one row has the layers of the first lesson', () => {
    const [rows, columns] = stampCanvas(stageOf({ input: [1, 3, 1], kernel: [1, 3], stride: [1, 2] }));
    expect(rows.layers).toEqual([1]);
    expect(columns.layers).toEqual([1, 1, 2, 1, 2, 1, 1]);
  });

  it(`has as many layers as inputs overlap in each output cell (seed ${SEED})`, () => {
    fc.assert(
      fc.property(anyCase('transposed'), ({ spec, stage }) => {
        const { perAxis } = overlap(spec);
        stampCanvas(stage).forEach(({ layers, start, output, cropAfter, size }, index) => {
          const kept = Array.from({ length: output }, (_, cell) => layers[start + cell] ?? 0);
          expect(kept).toEqual(perAxis[index]);
          expect(start + output + cropAfter).toBe(size);
        });
        const landed = stampCanvas(stage).map(({ layers }) => layers.reduce((sum, count) => sum + count, 0));
        const pairs = stage.weightShape[2] * stage.weightShape[3];
        expect(landed[0] * landed[1] * pairs * stage.input[0]).toBe(counts(spec).macs);
      }),
      { seed: SEED, numRuns: 60 },
    );
  });
});
