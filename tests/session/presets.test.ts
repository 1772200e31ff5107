import { describe, expect, test } from 'vitest';
import { counts } from '../../src/math/counts.js';
import { reference } from '../../src/math/reference.js';
import { unrolledMatrix } from '../../src/math/matrix.js';
import type { Tensor } from '../../src/math/types.js';
import { documentOfPreset } from '../../src/session/document.js';
import { inputOf, weightsOf } from '../../src/session/source.js';
import { plan } from '../../src/variants/plan-layer.js';
import { presetOf, presets, type Preset } from '../../src/variants/presets.js';
import { english as en } from '../english.js';
import { presetAboutsEn, presetAboutsZh } from '../../src/words/preset-abouts.js';
import { zh } from '../../src/words/zh.js';
import { picture } from '../media/picture.js';

function preset(id: string): Preset {
  const found = presetOf(id);
  if (!found) throw new Error(`no preset ${id}`);
  return found;
}

/** What the session of a preset computes, by the reference. */
function outcome(id: string): { output: Tensor; weights: Tensor } {
  const document = documentOfPreset(preset(id));
  const planned = plan(document.layer);
  const input = inputOf(planned, document.input);
  const weights = weightsOf(planned, document);
  return { output: reference(planned, { input, stages: weights }), weights: weights[0].weights };
}

/** Output [height × width × channels], parameters and multiply-adds, as the texts and their recomputation have them. */
const facts: Readonly<Record<string, readonly [shape: string, params: number, macs: number]>> = {
  'maps-standard': ['3x3x4', 108, 972],
  'maps-standard-same': ['5x5x4', 108, 2700],
  'maps-depthwise': ['3x3x3', 27, 243],
  'maps-pointwise': ['3x3x4', 12, 108],
  'maps-separable': ['3x3x4', 39, 351],
  'one-filter': ['3x3x1', 27, 243],
  'one-point': ['5x5x1', 3, 75],
  'groups-1': ['3x3x4', 144, 1296],
  'groups-2': ['3x3x4', 72, 648],
  'groups-4': ['3x3x4', 36, 324],
  'column-row': ['3x3x1', 6, 72],
  'ten-standard': ['8x8x1', 27, 1728],
  'ten-depthwise': ['8x8x3', 27, 1728],
  'ten-pointwise': ['10x10x1', 3, 300],
  'colour-standard': ['30x30x64', 1792, 1_555_200],
  'colour-two-biases': ['30x30x64', 286, 197_100],
  'colour-one-bias': ['30x30x64', 283, 197_100],
  'large-separable': ['224x224x32', 442, 20_572_160],
  'order-depthwise-first': ['3x3x32', 410, 3690],
  'order-pointwise-first': ['3x3x32', 608, 10_592],
  'multiplier-two': ['3x3x10', 90, 810],
  'padding-valid': ['2x2x1', 9, 36],
  'padding-same': ['3x3x1', 9, 81],
  'padding-symmetric': ['3x3x1', 9, 81],
  'dilation-1': ['5x5x1', 9, 225],
  'dilation-2': ['3x3x1', 9, 81],
  'dilation-3': ['1x1x1', 9, 9],
  gridding: ['3x3x1', 9, 81],
  'dilation-stride': ['2x2x1', 9, 36],
  'sixteen-conv': ['2x2x1', 9, 36],
  'sixteen-back': ['4x4x1', 9, 36],
  'printed-tensor': ['4x4x1', 9, 36],
  'round-trip-up': ['5x5x1', 9, 36],
  'round-trip-down': ['2x2x1', 9, 36],
  'round-trip-up-again': ['5x5x1', 9, 36],
  'five-conv': ['2x2x1', 9, 36],
  'five-back': ['5x5x1', 9, 36],
  'six-conv': ['2x2x1', 9, 36],
  'six-back': ['6x6x1', 9, 36],
  'one-dimension': ['1x7x1', 3, 9],
  tracer: ['5x5x1', 9, 36],
  checkerboard: ['7x7x1', 9, 81],
  'output-padding-zeros': ['6x6x1', 9, 36],
  'output-padding-values': ['4x4x1', 9, 36],
  'size-valid-1': ['4x4x1', 9, 36],
  'size-valid-2': ['5x5x1', 9, 36],
  'size-same-1': ['2x2x1', 9, 36],
  'size-same-2': ['4x4x1', 9, 36],
  'size-same-3': ['6x6x1', 9, 36],
  'size-short-kernel': ['6x6x1', 4, 16],
  'swapped-axes': ['5x5x5', 315, 1260],
};

/** First channel of the output, row by row. */
const numbers: Readonly<Record<string, string>> = {
  'maps-standard': '18 8 4 / 14 3 5 / 8 5 14',
  'maps-depthwise': '10 -5 -14 / 7 -9 -12 / 2 -6 -2',
  'maps-separable': '18 8 4 / 14 3 5 / 8 5 14',
  'column-row': '10 -5 -14 / 7 -9 -12 / 2 -6 -2',
  gridding: '9 0 9 / 0 9 0 / 9 0 9',
  checkerboard:
    '1 1 2 1 2 1 1 / 1 1 2 1 2 1 1 / 2 2 4 2 4 2 2 / 1 1 2 1 2 1 1 / 2 2 4 2 4 2 2 / 1 1 2 1 2 1 1 / 1 1 2 1 2 1 1',
  'padding-valid': '-78 -88 / -138 -148',
  'padding-same': '-78 -88 16 / -138 -148 28 / 108 114 -9',
  'padding-symmetric': '-9 -57 -63 / -19 -113 -123 / -31 -173 -183',
  'dilation-1':
    '-89 -94 -99 -104 -109 / -124 -129 -134 -139 -144 / -159 -164 -169 -174 -179 / -194 -199 -204 -209 -214 / -229 -234 -239 -244 -249',
  'dilation-2': '-173 -178 -183 / -208 -213 -218 / -243 -248 -253',
  'dilation-3': '-257',
  'dilation-stride': '-173 -183 / -243 -253',
  'sixteen-conv': '-56 -61 / -76 -81',
  'sixteen-back': '56 -51 46 183 / -148 -35 35 -123 / 88 35 -35 63 / 532 -41 36 729',
  'round-trip-up': '-1 2 -5 4 -6 / 4 -5 14 -10 12 / -10 14 -36 24 -30 / 12 -15 34 -20 24 / -21 24 -55 32 -36',
  'round-trip-down': '651 923 / 1307 1519',
  'round-trip-up-again':
    '-651 1302 -2876 1846 -2769 / 2604 -3255 7598 -4615 5538 / -5864 7822 -17760 10422 -12864 / 5228 -6535 13918 -7595 9114 / -9149 10456 -22396 12152 -13671',
  'five-conv': '-67 -77 / -117 -127',
  'five-back':
    '67 -134 278 -154 231 / -268 335 -710 385 -462 / 586 -770 1620 -870 1074 / -468 585 -1210 635 -762 / 819 -936 1942 -1016 1143',
  'six-conv': '-78 -88 / -138 -148',
  'six-back':
    '78 -156 322 -176 264 0 / -312 390 -820 440 -528 0 / 684 -900 1880 -1000 1236 0 / -552 690 -1420 740 -888 0 / 966 -1104 2278 -1184 1332 0 / 0 0 0 0 0 0',
  'one-dimension': '1 2 5 4 9 6 9',
  tracer:
    '1 2 13 20 30 / 4 5 46 50 60 / 107 208 1379 2080 3090 / 400 500 4600 5000 6000 / 700 800 7900 8000 9000',
  'output-padding-zeros':
    '-1 2 -4 2 -3 0 / 4 -5 10 -5 6 0 / -8 10 -20 10 -12 0 / 4 -5 10 -5 6 0 / -7 8 -16 8 -9 0 / 0 0 0 0 0 0',
  'output-padding-values': '-5 10 -5 6 / 10 -20 10 -12 / -5 10 -5 6 / 8 -16 8 -9',
  'size-valid-1': '1 4 7 6 / 7 24 35 27 / 19 57 68 48 / 21 59 67 45',
  'size-valid-2': '1 2 5 4 6 / 4 5 14 10 12 / 10 14 37 26 33 / 12 15 38 25 30 / 21 24 62 40 45',
  'size-same-1': '24 35 / 57 68',
  'size-same-2': '1 2 5 4 / 4 5 14 10 / 10 14 37 26 / 12 15 38 25',
  'size-same-3':
    '1 2 3 2 4 6 / 4 5 6 8 10 12 / 7 8 9 14 16 18 / 3 6 9 5 10 15 / 12 15 18 20 25 30 / 21 24 27 35 40 45',
  'size-short-kernel':
    '1 2 0 2 4 0 / 3 4 0 6 8 0 / 0 0 0 0 0 0 / 3 6 0 5 10 0 / 9 12 0 15 20 0 / 0 0 0 0 0 0',
};

describe('the founding examples', () => {
  test('each has its facts here, and a title and a sentence in both languages', () => {
    const ids = presets.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids).toEqual(Object.keys(facts));
    for (const strings of [en, zh]) {
      expect(ids.filter((id) => !(`preset.${id}` in strings))).toEqual([]);
    }
    for (const abouts of [presetAboutsEn, presetAboutsZh]) expect(Object.keys(abouts)).toEqual(ids);
  });

  test('they survive JSON, as links and lessons hold them', () => {
    expect(JSON.parse(JSON.stringify(presets))).toEqual(presets);
  });

  test.each(Object.keys(facts))('%s: shape, parameters, multiply-adds', (id) => {
    const planned = plan(documentOfPreset(preset(id)).layer);
    expect(planned.problems).toEqual([]);
    expect(planned.warnings).toEqual([]);
    const { params, macs, outputShape } = counts(planned);
    expect([outputShape.slice(1).join('x'), params, macs]).toEqual(facts[id]);
  });

  test.each(Object.keys(numbers))('%s: the numbers of the first map', (id) => {
    expect(picture(outcome(id).output).join(' / ')).toBe(numbers[id]);
  });

  test('the first number in one, two and four groups', () => {
    const firsts = ['groups-1', 'groups-2', 'groups-4'].map((id) => outcome(id).output.data[0]);
    expect(firsts).toEqual([11, -16, -13]);
  });

  test('four numbers of a depthwise and a pointwise half are those of the whole', () => {
    const { output } = outcome('maps-separable');
    expect([0, 1, 2, 3].map((map) => picture(output, map)[0].split(' ')[0])).toEqual(['18', '13', '1', '17']);
  });

  test('the recovered kernel prints the tensor of the text', () => {
    const { output } = outcome('printed-tensor');
    expect([...output.data.slice(0, 4)]).toEqual(
      [6.942313, 33.887856, 24.800087, -4.222195].map(Math.fround),
    );
    // Of the other rows of the kernel only four decimals are known.
    const otherRows = [
      [21.719, 68.231, 73.746, 28.218],
      [15.284, 10.4225, 12.947, 20.35],
      [-1.908, -26.65, -56.841, -32.619],
    ];
    otherRows.forEach((row, i) =>
      row.forEach((value, j) => expect(output.data[4 * (i + 1) + j]).toBeCloseTo(value, 2)),
    );
  });

  test('the matrix of 1…16 is 4 × 16 with 36 entries', () => {
    const planned = plan(documentOfPreset(preset('sixteen-conv')).layer);
    const matrix = unrolledMatrix(planned, outcome('sixteen-conv').weights);
    expect([matrix.rows, matrix.cols, matrix.value.length]).toEqual([4, 16, 36]);
  });
});
