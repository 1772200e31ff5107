/** The gridding laboratory against golden coverages and against plain loops that walk every path. */

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import fieldFile from '../golden/receptive-field.json';
import { layOutMap, pixelAt } from '../../src/views/gridding/layout.js';
import { pathsAt, touchedAfter } from '../../src/views/gridding/model.js';
import {
  limits,
  ratePresets,
  rateProblems,
  readKernel,
  readRates,
  specsOf,
  writeRates,
} from '../../src/views/gridding/rates.js';
import { legendStops, pathColour, shareOf } from '../../src/views/gridding/scale.js';
import { griddingSentence } from '../../src/views/gridding/sentence.js';

const SEED = 20240615;

const touched = (line: string, kernel = 3, layers: number = limits.layers) =>
  touchedAfter(specsOf(readRates(line), kernel), layers);

interface GoldenStack {
  readonly name: string;
  readonly rf: readonly number[];
  readonly touched: readonly number[];
  readonly touched2d: number;
  readonly coverage2d: number;
  readonly pathsPerPixel2d?: { readonly data: readonly number[] };
}
const golden = fieldFile.stacks as unknown as GoldenStack[];

describe('what is touched', () => {
  it.each([
    ['2 2 2', 'gridding-2-2-2'],
    ['4 4', 'gridding-4-4'],
    ['2 4 8', 'gridding-2-4-8'],
    ['1 2 3', 'hdc-1-2-3'],
    ['1 2 4', 'dilated-1-2-4'],
    ['1 2 5', 'hdc-1-2-5'],
    ['1 2 9', 'hdc-1-2-9'],
    ['1 1 1', 'three-3x3'],
    ['6', 'aspp-rate-6'],
  ])('by %s is golden %s', (line, name) => {
    const stack = golden.find((each) => each.name === name)!;
    const map = touched(line);
    expect([map.size, map.touched, map.touched2d]).toEqual([stack.rf[0], stack.touched[0], stack.touched2d]);
    expect(map.coverage).toBeCloseTo(stack.coverage2d, 6);
    if (!stack.pathsPerPixel2d) return;
    const plane = map.paths.flatMap((_, row) => map.paths.map((__, column) => pathsAt(map, row, column)));
    expect(plane).toEqual(stack.pathsPerPixel2d.data);
    expect(map.most).toBe(Math.max(...plane));
  });

  it(`is what walking every path finds, after every layer (seed ${SEED})`, () => {
    const rates = fc.array(fc.integer({ min: 1, max: 6 }), { minLength: 1, maxLength: 3 });
    const property = fc.property(rates, fc.integer({ min: 2, max: 4 }), fc.nat(3), (list, kernel, layers) => {
      const walked = new Map<string, number>([['0,0', 1]]);
      for (const rate of list.slice(0, layers)) {
        const before = [...walked];
        walked.clear();
        for (const [place, paths] of before) {
          const [row, column] = place.split(',').map(Number);
          for (let down = 0; down < kernel; down++) {
            for (let across = 0; across < kernel; across++) {
              const next = `${row + down * rate},${column + across * rate}`;
              walked.set(next, (walked.get(next) ?? 0) + paths);
            }
          }
        }
      }
      const map = touched(list.join(' '), kernel, layers);
      expect(map.touched2d).toBe(walked.size);
      for (let row = 0; row < map.size; row++) {
        for (let column = 0; column < map.size; column++) {
          expect(pathsAt(map, row, column)).toBe(walked.get(`${row},${column}`) ?? 0);
        }
      }
    });
    fc.assert(property, { seed: SEED, numRuns: 60 });
  });

  it('takes the same weights with any dilation', () => {
    expect(ratePresets.map((line) => touched(line).weights)).toEqual([27, 27, 27, 27, 27, 27]);
    expect(touched('1 2', 5).weights).toBe(50);
  });

  it('by no layer is one pixel', () => {
    expect(touched('2 2 2', 3, 0)).toMatchObject({ layers: 0, size: 1, paths: [1], coverage: 1, weights: 0 });
  });
});

describe('a stack of dilations as text', () => {
  it.each([
    ['2 2 2', '2 2 2'],
    ['[1, 2, 3]', '1 2 3'],
    ['1;2', '1 2'],
    ['', ''],
    ['1 x 3', '1 x 3'],
  ])('%j is %j', (line, written) => expect(writeRates(readRates(line))).toBe(written));

  it('keeps what is no dilation, explains it, and counts the layers before it', () => {
    const rates = readRates('1 0 2.5 17 x 3 3');
    expect(rateProblems(rates).map(({ stage, given }) => [stage, given])).toEqual([
      [1, '0'],
      [2, '2.5'],
      [3, '17'],
      [4, 'x'],
      [6, '3'],
    ]);
    expect(specsOf(rates, 3)).toEqual([{ kernel: 3, dilation: 1 }]);
    expect(writeRates(['1', ' ', '2 2'])).toBe('1 ? 2_2');
  });

  it.each(['1', '8', 'x', '', '2.5'])('takes the usual kernel in place of %j, and says so', (text) => {
    const { kernel, problem } = readKernel(text);
    expect([kernel, problem?.allowed]).toEqual([3, '2 … 7']);
    expect(readKernel('7')).toEqual({ kernel: 7, problem: null });
  });
});

describe('the scale', () => {
  const luminance = (fill: string) => {
    const bytes = [1, 3, 5].map((at) => parseInt(fill.slice(at, at + 2), 16));
    return 0.2126 * bytes[0] + 0.7152 * bytes[1] + 0.0722 * bytes[2];
  };

  it.each([true, false])('goes one way from one path to the most, dark: %s', (dark) => {
    const fills = [1, 2, 3, 6, 9, 18, 36, 49].map((paths) => luminance(pathColour(paths, 49, { dark }).fill));
    const sorted = [...fills].sort((a, b) => (dark ? a - b : b - a));
    expect(fills).toEqual(sorted);
    expect(new Set(fills).size).toBe(fills.length);
  });

  it('has its stops between one and the most, each once and each a number of the maps', () => {
    expect(legendStops([touched('2 2 2'), touched('1 2 3')])).toEqual([1, 3, 7, 18, 49]);
    expect(legendStops([touched('1')])).toEqual([1]);
    expect([shareOf(1, 49), shareOf(49, 49), shareOf(1, 1)]).toEqual([0, 1, 0]);
  });
});

describe('the map', () => {
  it('finds the pixel under a place, also of a field that still grows', () => {
    const layout = layOutMap(7, 13, 13, 480);
    const at = (row: number, column: number) => {
      const middle = (place: number) => layout.origin + (layout.inset + place + 0.5) * layout.cell;
      return pixelAt(layout, 7, middle(column), middle(row));
    };
    expect(layout.inset).toBe(3);
    expect(at(0, 6)).toEqual({ row: 0, column: 6 });
    expect([at(-1, 0), at(0, 7)]).toEqual([null, null]);
  });

  it.each([
    [13, 480, true],
    [29, 300, false],
    [577, 300, false],
  ])('of %d cells fits into %d pixels', (cells, room, numbered) => {
    const layout = layOutMap(cells, cells, cells, room);
    expect(layout.side).toBeLessThanOrEqual(room);
    expect(layout.side).toBeGreaterThan(0.75 * room);
    expect(layout.numbered).toBe(numbered);
  });

  it('has cells of one size for two fields', () => {
    const [small, large] = [layOutMap(7, 7, 13, 480), layOutMap(13, 13, 13, 480)];
    expect(small.cell).toBe(large.cell);
    expect(small.side).toBeLessThan(large.side);
  });
});

describe('the sentence', () => {
  it('says that 2, 2, 2 leaves holes and 1, 2, 3 none', () => {
    expect(griddingSentence('en', touched('2 2 2'), readRates('2 2 2'), 3)).toBe(
      '3 layers of 3 × 3 with dilation rates 2, 2, 2 see a field of 13 × 13 pixels. They touch 7 of 13 positions on each ' +
        'axis, so 49 of 169 pixels, 29.0 %; the rest are holes, whatever the weights are. At most 49 paths lead from one pixel.',
    );
    expect(griddingSentence('en', touched('1 2 3'), readRates('1 2 3'), 3)).toContain(
      'Every pixel of it is touched.',
    );
    expect(griddingSentence('en', touched('2 2 2', 3, 1), readRates('2 2 2'), 3)).toContain(
      'One path leads from each.',
    );
    expect(griddingSentence('en', touched('2', 3, 0), readRates('2'), 3)).toContain(
      'No layer is counted yet',
    );
  });

  it('says it in Chinese', () => {
    expect(griddingSentence('zh', touched('2 4 8'), readRates('2 4 8'), 3)).toBe(
      '3 层 3 × 3、空洞率 2、4、8 的卷积看到 29 × 29 格的感受野。每个轴的 29 个位置中读到 15 个，即 841 格中的 225 个，占 26.8 %；' +
        '其余是空洞，与权重取值无关。一格最多有 9 条路径。',
    );
  });
});
