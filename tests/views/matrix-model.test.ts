/** What the matrix shows, against the worked example’s numbers and against the reference on random stages. */
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { multiplyTransposed, unrolledMatrix } from '../../src/math/matrix.js';
import { reference } from '../../src/math/reference.js';
import { tensor } from '../../src/math/tensor.js';
import type { Tensor } from '../../src/math/types.js';
import { stepsOf } from '../../src/timeline/position.js';
import type { Moment, Selection } from '../../src/timeline/types.js';
import { plan } from '../../src/variants/plan-layer.js';
import { lineFormula } from '../../src/views/matrix/formula.js';
import { matrixCounters } from '../../src/views/matrix/counters.js';
import { intentAt } from '../../src/views/matrix/intents.js';
import { lineOf } from '../../src/views/matrix/line.js';
import { matrixModel, type MatrixModel, type MatrixOptions } from '../../src/views/matrix/model.js';
import { productsInRun } from '../../src/views/matrix/products.js';
import { firstPlace, placeAfterKey } from '../../src/views/matrix/roving.js';
import { entryAt, forEachEntry, wholeOf, type Sheet } from '../../src/views/matrix/sheet.js';
import { lineSentence, placeSentence } from '../../src/views/matrix/words.js';
import { cellText } from '../../src/views/grid/cell-text.js';
import { loadLanguage } from '../../src/words/say.js';
import { anyCase } from '../fixtures/random-spec.js';
import {
  chinese,
  depthwiseMoment,
  english,
  mixing,
  momentOf,
  standardMoment,
  transposedMoment,
} from './moments.js';

const SEED = 9;

/** 1, 2, 3, … */
const counting = (shape: readonly number[]): Tensor =>
  tensor(
    shape,
    Array.from({ length: shape.reduce((product, size) => product * size, 1) }, (_, i) => i + 1),
  );

const lying: MatrixOptions = { stage: 0, turned: false, order: 'channel', fed: null };
const model = (moment: Moment, options: Partial<MatrixOptions> = {}): MatrixModel =>
  matrixModel(moment, { ...lying, ...options });

/** 1 … 16 in 4 × 4 and the alternating kernel. */
const founding = (step: number, selection?: Selection): Moment =>
  momentOf({
    spec: { input: [4, 4, 1] },
    input: counting([1, 4, 4, 1]),
    tensors: { weights: tensor([3, 3, 1, 1], [-1, 2, -3, 4, -5, 6, -7, 8, -9]) },
    step,
    ...(selection ? { selection } : {}),
  });
const wholeRun = 36;

const stamps = transposedMoment;

/** A row of the sheet as it is printed: a dot where there is no entry. */
const rowText = (sheet: Sheet, row: number): string =>
  Array.from({ length: sheet.columns.cells }, (_, column) => {
    const entry = entryAt(sheet, { row, column });
    return entry ? cellText(entry.value) : '·';
  }).join(' ');
const columnText = (sheet: Sheet, column: number): string =>
  Array.from({ length: sheet.rows.cells }, (_, row) => entryAt(sheet, { row, column })?.value ?? '·').join(
    ' ',
  );
const counters = ({ sheet }: MatrixModel): string[] =>
  matrixCounters(sheet, english).map(({ value }) => value);
const left = ({ left: vector, sheet }: MatrixModel): (number | null)[] =>
  Array.from({ length: sheet.rows.cells }, (_, row) => vector.valueAt(row));

/** What the founding result becomes in the turned matrix, from the texts. */
const backAgain = [56, -51, 46, 183, -148, -35, 35, -123, 88, 35, -35, 63, 532, -41, 36, 729];
const fed = {
  given: tensor([1, 2, 2, 1], [-56, -61, -76, -81]),
  result: tensor([1, 4, 4, 1], backAgain),
};

describe('the founding matrix, 4 × 16', () => {
  beforeAll(() => loadLanguage('zh'));

  it('has the kernel in every row, and blanks that are no zeros', () => {
    const { sheet } = model(founding(0));
    expect(rowText(sheet, 0)).toBe('−1 2 −3 · 4 −5 6 · −7 8 −9 · · · · ·');
    expect(rowText(sheet, 1)).toBe('· −1 2 −3 · 4 −5 6 · −7 8 −9 · · · ·');
    expect(rowText(sheet, 2)).toBe('· · · · −1 2 −3 · 4 −5 6 · −7 8 −9 ·');
    expect(counters(model(founding(0)))).toEqual(['36', '0.5625', '4', '28']);
  });

  it('fills the vector at the left as the run makes it', () => {
    expect(left(model(founding(0)))).toEqual([null, null, null, null]);
    expect(left(model(founding(20)))).toEqual([-56, -61, null, null]);
    expect(left(model(founding(wholeRun)))).toEqual([-56, -61, -76, -81]);
  });

  it('lights the row of the cell in the making and the entry in hand', () => {
    const { lit } = model(founding(14));
    expect(lit.run).toEqual([{ axis: 'row', index: 1 }]);
    expect(lit.met).toEqual([1, 2, 3, 5, 6, 7, 9, 10, 11]);
    expect(lit.inHand).toEqual({ row: 1, column: 6 });
    expect(lit.entries).toEqual([]);
  });

  it('says the row in both languages', () => {
    const first = founding(wholeRun, { stage: 0, tensor: 'output', index: [0, 0, 0, 0], pinned: false });
    expect(lineSentence(model(first), english)).toBe(
      'Matrix row 1: nine entries, −1, 2, −3, 4, −5, 6, −7, 8, −9 in columns 1 to 3, 5 to 7, 9 to 11; times the input gives −56.',
    );
    expect(lineSentence(model(first), chinese)).toBe(
      '矩阵第 1 行有 9 个元素，位于第 1–3、5–7、9–11 列；与输入向量相乘得 −56。',
    );
    expect(lineFormula(model(first))).toBe(
      '(−1)·1 + 2·2 + (−3)·3 + 4·5 + (−5)·6 + 6·7 + (−7)·9 + 8·10 + (−9)·11 = −56',
    );
  });

  it('takes the products of the row in hand from the engine', () => {
    const moment = founding(14);
    moment.values!.product[4] = 1234;
    expect([...productsInRun(model(moment), moment)!]).toEqual([-2, 6, -12, 24, 1234, 48, -70, 88, -108]);
    expect(productsInRun(model(moment, { turned: true }), moment)).toBeNull();
  });

  it('links an entry to its weight, its input and its output, and back', () => {
    const intent = intentAt(model(founding(0)), { row: 3, column: 9 }, 'pin');
    expect(intent).toEqual({
      kind: 'pin',
      stage: 0,
      tensor: 'weights',
      index: [1, 0, 0, 0],
      pair: { input: [0, 2, 1, 0], output: [0, 1, 1, 0] },
    });
    const { lit } = model(founding(0, { ...intent, pinned: true }));
    expect(lit).toMatchObject({ entries: [{ row: 3, column: 9 }], top: [9], left: [3], pinned: true });
    const everyUse = model(founding(0, { stage: 0, tensor: 'weights', index: [1, 0, 0, 0], pinned: false }));
    expect(everyUse.lit.entries).toEqual([4, 5, 8, 9].map((column, row) => ({ row, column })));
    const input = intentAt(model(founding(0)), { row: -1, column: 5 }, 'hover');
    expect(input).toMatchObject({ tensor: 'input', index: [0, 1, 1, 0] });
    expect(model(founding(0, { ...input, pinned: false })).lit.left).toEqual([0, 1, 2, 3]);
    expect(intentAt(model(founding(0)), { row: 0, column: 3 }, 'hover').kind).toBe('leave');
  });

  it('is turned with its values, over an empty slot', () => {
    const turned = model(founding(wholeRun), { turned: true });
    expect(columnText(turned.sheet, 0)).toBe('-1 2 -3 · 4 -5 6 · -7 8 -9 · · · · ·');
    expect(turned.top.valueAt(0)).toBeNull();
    expect(new Set(left(turned))).toEqual(new Set([null]));
    expect(lineFormula(turned)).toBe('');
  });

  it('gives other numbers of the same shape when the result is fed', () => {
    const sixth: Selection = { stage: 0, tensor: 'input', index: [0, 1, 1, 0], pinned: true };
    const turned = model(founding(wholeRun, sixth), { turned: true, fed });
    expect(left(turned)).toEqual(backAgain);
    expect(lineFormula(turned)).toBe('(−5)·(−56) + 4·(−61) + 2·(−76) + (−1)·(−81) = −35');
    expect(lineSentence(turned, english)).toBe(
      'Matrix row 6: four entries, −5, 4, 2, −1 in columns 1 to 4; times the vector above gives −35.',
    );
    expect(turned.beyond!.valueAt(5)).toBe(6);
  });

  it('can be walked by keyboard, headings and blanks included', () => {
    const shown = model(founding(0));
    const keys = ['ArrowRight', 'ArrowRight', 'ArrowRight', 'ArrowUp', 'ArrowUp'];
    const places = keys.reduce(
      (at, key) => [...at, placeAfterKey(shown, at.at(-1)!, key)!],
      [firstPlace(shown)],
    );
    expect(places.slice(3).map((place) => placeSentence(shown, place, english))).toEqual([
      'Row 1, column 4: blank, these two cells do not meet.',
      'Input row 1, column 4, channel 1: 4.',
      'Input row 1, column 4, channel 1: 4.',
    ]);
    expect(placeAfterKey(shown, { row: 1, column: 0 }, 'Home')).toEqual({ row: 1, column: 1 });
    expect(placeAfterKey(shown, { row: 1, column: 0 }, 'End')).toEqual({ row: 1, column: 11 });
    expect(placeAfterKey(shown, { row: 1, column: 0 }, 'ArrowLeft')).toEqual({ row: 1, column: -1 });
    expect(placeAfterKey(shown, { row: 1, column: 0 }, 'f')).toBeNull();
  });
});

describe('the transposed matrix, 25 × 4', () => {
  it('has the four stamps as columns and the windows as rows', () => {
    const { sheet } = model(stamps(0, 'output'));
    expect(counters(model(stamps(0, 'output')))).toEqual(['36', '0.36', '4', '64']);
    expect(columnText(sheet, 1)).toBe('· · 1 2 3 · · 4 5 6 · · 7 8 9 · · · · · · · · · ·');
    expect(rowText(sheet, 12)).toBe('9 7 3 1');
  });

  it('lights a column and adds up as the stamps land', () => {
    const shown = model(stamps(24, 'input'));
    expect(shown.lit.run).toEqual([{ axis: 'column', index: 2 }]);
    expect(shown.lit.inHand).toEqual({ row: 17, column: 2 });
    const sums = left(shown);
    expect(sums.slice(0, 19)).toEqual([
      1,
      2,
      5,
      4,
      6,
      4,
      5,
      14,
      10,
      12,
      10,
      14,
      32,
      16,
      18,
      12,
      15,
      18,
      null,
    ]);
    expect(sums[20]).toBeNull();
    expect(left(model(stamps(36, 'input')))[12]).toBe(37);
    expect(lineSentence(shown, english)).toBe(
      'Matrix column 3: nine entries, 1, 2, 3, 4, 5, 6, 7, 8, 9 in rows 11 to 13, 16 to 18, 21 to 23; times 3 it adds to nine results.',
    );
  });

  it('says one entry of a corner in the singular', () => {
    const selection: Selection = { stage: 0, tensor: 'output', index: [0, 4, 4, 0], pinned: false };
    expect(lineSentence(model({ ...stamps(225, 'output'), selection }), english)).toBe(
      'Matrix row 25: one entry, 9 in column 4; times the input gives 45.',
    );
  });

  it('does not call a sum finished while it grows', () => {
    const moment = stamps(24, 'input');
    const selection: Selection = { stage: 0, tensor: 'output', index: [0, 2, 2, 0], pinned: false };
    const shown = model({ ...moment, selection });
    expect(lineFormula(shown)).toBe('9·1 + 7·2 + 3·3 + 1·5');
    expect(lineSentence(shown, english)).toMatch(/; 32 has been added up so far\.$/);
  });
});

describe('several channels', () => {
  const blocksOf = (shown: MatrixModel, height: number, width: number): string[] => {
    const blocks = new Set<string>();
    forEachEntry(shown.sheet, wholeOf(shown.sheet), (row, column) =>
      blocks.add(`${Math.floor(row / height)} ${Math.floor(column / width)}`),
    );
    return [...blocks].sort();
  };
  const diagonal = (count: number): string[] => Array.from({ length: count }, (_, i) => `${i} ${i}`).sort();

  it('fill a standard matrix, and are blocks of a depthwise one by channel only', () => {
    expect(counters(model(standardMoment(0)))).toEqual(['972', '0.36', '36', '1,728']);
    const depthwise = depthwiseMoment(40);
    expect(counters(model(depthwise)).slice(0, 2)).toEqual(['243', '0.12']);
    expect(blocksOf(model(depthwise), 9, 25)).toEqual(diagonal(3));
    expect(blocksOf(model(depthwise, { order: 'pixel' }), 9, 25)).not.toEqual(diagonal(3));
    expect(model(depthwise).lit.run.map(({ index }) => index)).toEqual([1, 10, 19]);
  });

  it('are the mixing table over and over in a pointwise matrix by pixel', () => {
    const pointwise = momentOf({
      spec: { input: [3, 3, 3], filters: 4, kernel: 1 },
      input: counting([1, 3, 3, 3]),
      tensors: { weights: mixing() },
      step: 0,
    });
    const shown = model(pointwise, { order: 'pixel' });
    expect(counters(shown)).toEqual(['108', '0.1111', '27', '864']);
    expect(blocksOf(shown, 4, 3)).toEqual(diagonal(9));
    const table = [0, 1, 2, 3].map((row) =>
      rowText(shown.sheet, 4 * 4 + row)
        .split(' ')
        .slice(12, 15)
        .join(' '),
    );
    expect(table).toEqual(['1 1 1', '2 −2 1', '−1 1 2', '1 2 −1']);
  });

  it('print a weight of 0 and leave a blank blank', () => {
    const { sheet } = model(standardMoment(0));
    expect(rowText(sheet, 0).split(' ').slice(0, 8)).toEqual(['−1', '0', '1', '·', '·', '−2', '0', '2']);
  });
});

describe(`random stages (seed ${SEED})`, () => {
  const momentAtEnd = (spec: object, input: Tensor, stages: readonly { weights: Tensor }[]): Moment => {
    const planned = plan(spec as Parameters<typeof plan>[0]);
    return momentOf({
      spec: spec as Parameters<typeof plan>[0] & object,
      input,
      tensors: stages,
      step: stepsOf(planned),
    });
  };

  it('show rows whose products make the output, in either order, and columns that mirror them', () => {
    fc.assert(
      fc.property(anyCase(), fc.constantFrom('channel', 'pixel'), ({ spec, stage, integers }, order) => {
        const moment = momentAtEnd(spec, integers.input, integers.stages);
        const linear = { ...stage, bias: false, activation: 'none' } as const;
        const expected = reference(
          { stages: [linear], problems: [], warnings: [] },
          { input: integers.input, weights: integers.stages[0].weights },
        );
        const shown = model(moment, { order: order as 'channel' | 'pixel' });
        const { sheet, image, view } = shown;
        const cells = sheet.rows.cells;
        for (let index = 0; index < cells; index++) {
          const line = lineOf(sheet, { axis: 'row', index }, image, view.weights, shown);
          const sum = line.entries.reduce((total, { value, factor }) => total + value * factor!, 0);
          expect(sum).toBe(expected.data[image * cells + sheet.rows.offsets[index]] + 0);
          expect(line.result).toBe(moment.stages[0].output.data[image * cells + sheet.rows.offsets[index]]);
          for (const { place, value } of line.entries)
            expect(entryAt(sheet, { row: index, column: place })!.value).toBe(value);
        }
        let entries = 0;
        for (let index = 0; index < sheet.columns.cells; index++) {
          const line = lineOf(sheet, { axis: 'column', index }, image, view.weights, shown);
          for (const { place, value } of line.entries)
            expect(entryAt(sheet, { row: place, column: index })!.value).toBe(value);
          entries += line.entries.length;
        }
        expect(entries).toBe(sheet.matrix.value.length);
      }),
      { seed: SEED, numRuns: 40 },
    );
  });

  it('show a turned sheet that multiplies by the transpose', () => {
    fc.assert(
      fc.property(anyCase('conv'), ({ spec, stage, integers }) => {
        const moment = momentAtEnd(spec, integers.input, integers.stages);
        const cells = stage.output[1] * stage.output[2] * stage.output[3];
        const y = Float32Array.from({ length: cells }, (_, i) => (i % 7) - 3);
        const given = tensor(
          stage.output,
          Float32Array.from({ length: cells * stage.output[0] }, (_, i) => y[i % cells]),
        );
        const { weights } = integers.stages[0];
        const expected = multiplyTransposed(unrolledMatrix(stage, weights), y);
        const shown = model(moment, { turned: true, fed: { given, result: null } });
        for (let index = 0; index < shown.sheet.rows.cells; index++) {
          const { entries } = lineOf(shown.sheet, { axis: 'row', index }, shown.image, weights, shown);
          const sum = entries.reduce((total, { value, factor }) => total + value * factor!, 0);
          expect(sum).toBe(expected[shown.sheet.rows.offsets[index]] + 0);
        }
      }),
      { seed: SEED, numRuns: 30 },
    );
  });

  it('point at the pair of cells that the weight joins', () => {
    fc.assert(
      fc.property(anyCase(), fc.boolean(), ({ spec, integers }, turned) => {
        const moment = momentAtEnd(spec, integers.input, integers.stages);
        const shown = model(moment, { turned });
        forEachEntry(shown.sheet, wholeOf(shown.sheet), (row, column, value) => {
          const { index, pair, tensor: role } = intentAt(shown, { row, column }, 'hover');
          expect(role).toBe('weights');
          const lit = model(
            { ...moment, selection: { stage: 0, tensor: 'weights', index, pair, pinned: false } },
            { turned },
          ).lit;
          expect(lit.entries).toEqual([{ row, column }]);
          expect(value).toBe(entryAt(shown.sheet, { row, column })!.value);
        });
      }),
      { seed: SEED, numRuns: 12 },
    );
  });
});
