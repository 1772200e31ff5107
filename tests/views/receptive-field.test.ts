/** The receptive field's laboratory against golden fields and against plain loops that walk from cell to cell. */

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import fieldFile from '../golden/receptive-field.json';
import type { Pair } from '../../src/math/index.js';
import { fieldOf, litGrids, runsOf } from '../../src/views/receptive-field/cells.js';
import { draftOf, readStack, writeStack, type LayerDraft } from '../../src/views/receptive-field/drafts.js';
import { stackPresets } from '../../src/views/receptive-field/presets.js';
import { layerName, stackSentence } from '../../src/views/receptive-field/sentence.js';
import { cellOfSheet, layOutSheets, outlineIn, type Box } from '../../src/views/receptive-field/sheets.js';
import { firstLayers, outputOf, understand } from '../../src/views/receptive-field/stack.js';

const SEED = 20240614;

const stackOf = (line: string, input = '') => understand(readStack(line), input);

describe('a stack as text', () => {
  it.each([
    ['3', { kernel: '3' }],
    ['3x5/1x2', { kernel: '3x5', stride: '1x2' }],
    ['3d2same', { kernel: '3', dilation: '2', padding: 'same' }],
    ['3p0,1,0,1', { kernel: '3', padding: '0,1,0,1' }],
    ['pool3/2p1', { kind: 'pool', kernel: '3', stride: '2', padding: '1' }],
    ['t4/2p1+1', { kind: 'transposed', kernel: '4', stride: '2', padding: '1', outputPadding: '1' }],
    ['5+1p2d3/4', { kernel: '5', stride: '4', dilation: '3', padding: '2', outputPadding: '1' }],
  ] as const)('%s is read field by field', (word, fields) => {
    expect(readStack(word)).toEqual([{ ...draftOf(''), ...fields }]);
  });

  it.each(['abc', '3/2/4', '3dd2', '3d', 'p1same', '3/2d', '/', 'pooltop'])(
    'keeps %s, which means nothing, word for word',
    (word) => {
      const [layer] = readStack(word);
      expect(Object.values(layer)).toContain(word);
      expect(stackOf(word).problems).toHaveLength(1);
      expect(writeStack([layer])).toBe(word);
    },
  );

  it('is what was typed, also where a field holds spaces or nothing', () => {
    const typed: LayerDraft[] = [
      { ...draftOf(' 3 × 5 '), padding: '0, 1, 0, 1' },
      { ...draftOf('', 'pool'), stride: '2 2' },
      { ...draftOf('3'), padding: 'SAME' },
    ];
    expect(writeStack(typed)).toBe('3x5p0,1,0,1 pool?/2_2 3same');
    expect(readStack('pool?/2_2')).toEqual([{ ...draftOf('', 'pool'), stride: '2_2' }]);
  });

  it(`survives any line, and is the same when written and read again (seed ${SEED})`, () => {
    const word = fc.string({ unit: fc.constantFrom(...'0123456789x/dps+,?tolame ×'), maxLength: 24 });
    const property = fc.property(fc.oneof(word, fc.string()), (line) => {
      const layers = readStack(line);
      const words = line.split(/\s+/).filter((each) => each !== '');
      expect(layers).toHaveLength(words.length);
      const written = writeStack(layers);
      expect(writeStack(readStack(written))).toBe(written);
      expect(() => understand(layers)).not.toThrow();
    });
    fc.assert(property, { seed: SEED, numRuns: 400 });
  });
});

interface GoldenStack {
  readonly name: string;
  readonly layers: { kind: string; kernel: Pair; stride: Pair; dilation: Pair; padding: number[] }[];
  readonly steps: { rf: Pair; jump: Pair; left: Pair }[];
  readonly touched2d: number;
}

const golden = fieldFile.stacks as unknown as GoldenStack[];

function lineOf({ layers }: GoldenStack): string {
  return layers
    .map(({ kind, kernel, stride, dilation, padding }) => {
      const prefix = kind === 'pool' ? 'pool' : '';
      return `${prefix}${kernel.join('x')}/${stride.join('x')}d${dilation.join('x')}p${padding.join(',')}`;
    })
    .join(' ');
}

describe('the numbers of every layer', () => {
  it.each(golden)('are those of golden $name', (stack) => {
    const { layers, field, problems } = stackOf(lineOf(stack), '1100');
    expect(problems).toEqual([]);
    expect(layers.map(({ size, jump, start }) => ({ rf: size, jump, left: start }))).toEqual(
      stack.steps.map(({ rf, jump, left }) => ({ rf, jump, left })),
    );
    expect(field.coverage.touched2d).toBe(stack.touched2d);
  });

  it('do not grow with dilation where weights are counted, nor jump with it', () => {
    const [plain, dilated] = ['3p1', '3d4p4'].map((line) => stackOf(line).layers[0]);
    expect([plain.taps, dilated.taps]).toEqual([9, 9]);
    expect([plain.jump, dilated.jump]).toEqual([
      [1, 1],
      [1, 1],
    ]);
    expect([plain.start, dilated.start]).toEqual([
      [-1, -1],
      [-4, -4],
    ]);
  });

  it('of the first layers are those of a stack that ends there', () => {
    const whole = stackOf('7/2p3 pool3/2p1 3p1', '32');
    const { layers, field, stages } = firstLayers(whole, 2);
    const short = stackOf('7/2p3 pool3/2p1', '32');
    expect({ layers, field, stages }).toEqual({
      layers: short.layers,
      field: short.field,
      stages: short.stages,
    });
    expect(outputOf(firstLayers(whole, 0))).toEqual([32, 32]);
  });

  it('follow SAME with the real size of the input', () => {
    expect(stackOf('3/2same', '8').field.start).toEqual([0, 0]);
    expect(stackOf('3/2same', '7x8').field.start).toEqual([-1, 0]);
  });
});

describe('what cannot be', () => {
  it('is explained in its layer, and the layers before it are shown', () => {
    const { layers, problems } = stackOf('3 abc 3/0 3');
    expect(layers).toHaveLength(1);
    expect(problems.map(({ stage, field }) => [stage, field])).toEqual([
      [1, 'kernel'],
      [2, 'stride'],
    ]);
  });

  it.each([
    ['3 3 3', '4', 1, 'kernel-larger-than-input'],
    ['3d999', '', 0, 'tensor-too-large'],
    ['t4/32 t4/32', '', 1, 'tensor-too-large'],
    ['63d64 63d64', '', 0, 'kernel-larger-than-input'],
    ['3', 'abc', -1, 'invalid-value'],
    ['3', '9999', -1, 'invalid-value'],
    ['t3+1', '', 0, 'output-padding-too-large'],
  ])('%s on %j is refused', (line, input, stage, kind) => {
    expect(stackOf(line, input).problems).toEqual([expect.objectContaining({ stage, kind })]);
  });

  it('does not count for long: more layers than are drawn are refused', () => {
    const { layers, problems } = stackOf(Array.from({ length: 70 }, () => '1').join(' '));
    expect(layers).toHaveLength(64);
    expect(problems.map(({ stage }) => stage)).toEqual([64]);
  });
});

describe('the input that is chosen', () => {
  it.each(stackPresets.map(({ stack }) => [stack]))('shows whole fields of %s', (line) => {
    const stack = stackOf(line);
    const [rows] = outputOf(stack);
    const middle = fieldOf(stack.stages, [rows >> 1, rows >> 1]);
    expect(stack.problems).toEqual([]);
    expect(middle.map(({ clipped }) => clipped)).toEqual([false, false]);
  });
});

const layer = fc.record({
  op: fc.constantFrom('', '', 'pool', 't'),
  kernel: fc.integer({ min: 1, max: 4 }),
  stride: fc.integer({ min: 1, max: 3 }),
  dilation: fc.integer({ min: 1, max: 3 }),
  padding: fc.nat(2),
});
type RandomLayer = { op: string; kernel: number; stride: number; dilation: number; padding: number };

/** The places of one axis that feed a lit output, by trying every place with every output and tap. */
function feeding(
  layer: RandomLayer,
  size: number,
  lit: readonly number[],
): { real: number[]; padding: number[] } {
  const { op, kernel, stride, dilation, padding } = layer;
  const meets = (place: number): boolean =>
    lit.some((output) =>
      Array.from({ length: kernel }, (_, tap) => tap).some((tap) =>
        op === 't'
          ? place * stride + tap * dilation - padding === output
          : output * stride + tap * dilation - padding === place,
      ),
    );
  const around = Array.from({ length: size + 40 }, (_, i) => i - 20).filter(meets);
  const isReal = (place: number): boolean => place >= 0 && place < size;
  return {
    real: around.filter(isReal),
    padding: op === 't' ? [] : around.filter((place) => !isReal(place)),
  };
}

describe(`lit cells (seed ${SEED})`, () => {
  it('are those that the relation says, in every grid, for every output', () => {
    let compared = 0;
    const property = fc.property(fc.array(layer, { minLength: 1, maxLength: 3 }), (random) => {
      const line = random.map(
        (each) => `${each.op}${each.kernel}/${each.stride}d${each.dilation}p${each.padding}`,
      );
      const stack = stackOf(line.join(' '), '17x12');
      fc.pre(stack.problems.length === 0);
      const [rows, columns] = outputOf(stack);
      for (let row = 0; row < rows; row++) {
        const grids = litGrids(stack.stages, [row, Math.min(row, columns - 1)]);
        let wanted = [row];
        for (let level = random.length - 1; level >= 0; level--) {
          const { real, padding } = feeding(random[level], stack.stages[level].input[1], wanted);
          expect(grids[level].rows).toEqual({ lit: real, padding });
          wanted = real;
          compared++;
        }
      }
    });
    fc.assert(property, { seed: SEED, numRuns: 60 });
    expect(compared).toBeGreaterThan(300);
  });

  it('leave holes between the taps of a dilated layer', () => {
    const [input, first] = litGrids(stackOf('3 3d2', '9').stages, [1, 1]);
    expect(first.rows.lit).toEqual([1, 3, 5]);
    expect(input.rows.lit).toEqual([1, 2, 3, 4, 5, 6, 7]);
    expect(litGrids(stackOf('3d2', '9').stages, [0, 0])[0].columns.lit).toEqual([0, 2, 4]);
  });

  it('fall into runs', () => {
    expect(runsOf([1, 2, 3, 5, 8, 9])).toEqual([
      [1, 3],
      [5, 5],
      [8, 9],
    ]);
    expect(runsOf([])).toEqual([]);
  });
});

describe('the sheets', () => {
  const place = ({ x, y, width, height }: Box) => [x, y, x + width, y + height];

  it.each(stackPresets.map(({ stack }) => [stack]))(
    'of %s lay every cell over the middle of what it sees',
    (line) => {
      const stack = stackOf(line);
      const [rows, columns] = outputOf(stack);
      const cell = [rows >> 1, columns >> 1] as const;
      const picture = layOutSheets(stack.input, stack.stages, litGrids(stack.stages, cell), {
        width: 600,
        height: 500,
      });
      const top = picture.sheets.at(-1)!;
      const [down] = fieldOf(stack.stages, cell);
      const middle = top.rows.origin + cell[0] * top.rows.jump;
      expect(Math.abs(middle - (down.first + down.last) / 2)).toBeLessThanOrEqual(top.rows.jump);
      expect(top.rows.jump).toBe(stack.field.jump[0]);
      expect(cellOfSheet(top, top.columns.origin + cell[1] * top.columns.jump, middle)).toEqual(cell);
      expect(cellOfSheet(top, top.border.x - 0.01, middle)).toBeNull();
    },
  );

  it('of plain convolutions lay it there exactly', () => {
    const { input, stages } = stackOf('5/2p2 3d2p1 pool2');
    const picture = layOutSheets(input, stages, litGrids(stages, [1, 2]), { width: 600, height: 500 });
    const { rows, columns } = picture.sheets[3];
    const [down, across] = fieldOf(stages, [1, 2]);
    expect(rows.origin + rows.jump).toBe((down.first + down.last) / 2);
    expect(columns.origin + 2 * columns.jump).toBe((across.first + across.last) / 2);
  });

  it('draw a box for each lit cell, and one for each run where cells are small', () => {
    const { input, stages } = stackOf('3d2', '9');
    const lit = litGrids(stages, [2, 2]);
    const [large] = layOutSheets(input, stages, lit, { width: 600, height: 500 }).sheets;
    expect(large.lit.map(place)).toEqual(
      [2, 4, 6].flatMap((row) =>
        [2, 4, 6].map((column) => [column - 0.5, row - 0.5, column + 0.5, row + 0.5]),
      ),
    );
    expect(large.hull).toEqual({ x: 1.5, y: 1.5, width: 5, height: 5 });
    const wide = stackOf('31', '400');
    const [small] = layOutSheets(wide.input, wide.stages, litGrids(wide.stages, [0, 0]), {
      width: 300,
      height: 300,
    }).sheets;
    expect([small.ruled, small.lit.length]).toEqual([false, 1]);
  });

  it('stay within the width, and leave out grids of a long stack but not its ends', () => {
    const { input, stages } = stackOf(Array.from({ length: 20 }, () => '3p1').join(' '));
    const { sheets, width } = layOutSheets(input, stages, litGrids(stages, [3, 3]), {
      width: 320,
      height: 500,
    });
    expect(sheets.map(({ level }) => level)).toEqual([0, 3, 6, 9, 11, 14, 17, 20]);
    for (const {
      border,
      matrix: [a, , c, , e],
    } of sheets) {
      const corners = [border.x, border.x + border.width].flatMap((x) =>
        [border.y, border.y + border.height].map((y) => a * x + c * y + e),
      );
      expect(Math.min(...corners)).toBeGreaterThanOrEqual(0);
      expect(Math.max(...corners)).toBeLessThanOrEqual(width);
    }
  });

  it('draw the sides of a field that leaves the picture apart', () => {
    const { input, stages } = stackOf('3p1 3p1 3p1 3p1 3p1 3p1', '12');
    const picture = layOutSheets(input, stages, litGrids(stages, [0, 6]), { width: 600, height: 500 });
    const corner = outlineIn(picture, fieldOf(stages, [0, 0]));
    const middle = outlineIn(picture, [
      { first: 2, last: 4, clipped: false },
      { first: 2, last: 4, clipped: false },
    ]);
    expect(middle.beyond).toBe('');
    expect(middle.box).toEqual({ x: 1.5, y: 1.5, width: 3, height: 3 });
    expect(corner.path.match(/M/g)).toHaveLength(2);
    expect(corner.beyond.match(/M/g)).toHaveLength(2);
  });
});

describe('the sentence', () => {
  const sentence = (language: 'en' | 'zh', line: string, cell: Pair, input = '') => {
    const stack = stackOf(line, input);
    return stackSentence(language, stack, cell, litGrids(stack.stages, cell)[0]);
  };

  it('says what three layers see', () => {
    expect(sentence('en', '3 3 3', [1, 1])).toBe(
      'Behind 3 layers, an output sees 7 × 7 pixels of the input (rows × columns). From one output to the next it moves by ' +
        '1 pixel. The first one starts at the first pixel. Every pixel of the field is read. The stack has 27 weights a ' +
        'slice; a single kernel of 7 × 7 would have 49. Output row 2, column 2 reads rows 2 to 8, columns 2 to 8: 49 pixels.',
    );
    expect(sentence('zh', '3 3', [0, 0])).toBe(
      '经过 2 层，一个输出看到输入的 5 × 5 格（行 × 列）。输出每移一格，感受野移动 1 格。第一个感受野从第一格开始。' +
        '感受野中的每一格都被读取。各层每个切片共有 18 个权重；单个 5 × 5 的卷积核则要 25 个。' +
        '输出第 1 行第 1 列读取第 1–5 行、第 1–5 列：共 25 格。',
    );
  });

  it('names padding, holes, jumps and what lies outside', () => {
    const said = sentence('en', '3d2p2 3d2p2 3d2p2 pool2', [0, 0], '16');
    expect(said).toContain('moves by 2 pixels');
    expect(said).toContain('starts 6 before the first pixel, in the padding');
    expect(said).toContain('columns 1 to 8');
    expect(said).toContain('the rest of its field lies outside the image');
    expect(sentence('en', '3d2 3d2 3d2', [0, 0])).toContain(
      '49 of the 169 pixels of the field are read, 29.0 %; the others are holes.',
    );
    expect(sentence('en', '3x1/2x1', [0, 0])).toContain('by 2 down and 1 to the right');
    expect(sentence('en', 't4/2p1', [1, 1])).toContain('the widest one’s');
    expect(sentence('en', 't2/3', [2, 0])).toContain('reads no pixel at all');
    expect(sentence('en', '', [0, 0])).toContain('No layer yet');
  });

  it('names a layer by what is not as always', () => {
    const { stages } = stackOf('3 3x5/1x2d2', '20');
    expect(stages.map((stage) => layerName('en', stage, 'conv'))).toEqual([
      'Conv 3 × 3',
      'Conv 3 × 5, stride 1 × 2, rate 2',
    ]);
  });
});
