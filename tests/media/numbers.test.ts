import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Tensor } from '../../src/math/index.js';
import { numberLimits, parseNumbers } from '../../src/media/index.js';

/** Shape and values, or the problem. */
function read(text: string) {
  const result = parseNumbers(text);
  return result.ok
    ? { shape: result.tensor.shape, values: [...result.tensor.data], note: result.note }
    : result.problem;
}

describe('accepted forms', () => {
  const square = { shape: [2, 2, 1], values: [1, 2, 3, 4], note: undefined };

  test.each([
    ['blanks', '1 2\n3 4'],
    ['many blanks', '  1   2 \r\n  3 4  \n\n'],
    ['commas', '1,2\n3,4'],
    ['commas and blanks', '1 , 2\n3, 4'],
    ['trailing commas', '1,2,\n3,4,'],
    ['tabs', '1\t2\n3\t4'],
    ['tabs that align commas', '1,\t2\n3,\t4'],
    ['semicolons', '1;2\n3; 4'],
    ['full-width characters', '１，２\n３，４'],
    ['JSON', '[[1, 2], [3, 4]]'],
    ['JSON with line breaks and a trailing comma', '[\n  [1, 2],\n  [3, 4],\n]\n'],
    ['three levels, channels last', '[[[1], [2]], [[3], [4]]]'],
    ['a NumPy print', '[[1 2]\n [3 4]]'],
    ['a NumPy print of floats', '[[1. 2.]\n [3.e+00 4.]]'],
    ['a NumPy repr', 'array([[1., 2.],\n       [3., 4.]], dtype=float32)'],
    ['qualified', 'np.array([[1, 2], [3, 4]])'],
    ['a PyTorch print', "tensor([[1., 2.],\n        [3., 4.]], device='cuda:0', grad_fn=<AddBackward0>)"],
    ['a batch of one', '[[[[1], [2]], [[3], [4]]]]'],
    ['bracketed rows without a list around them', '[1, 2]\n[3, 4]'],
  ])('%s', (_, text) => {
    expect(read(text)).toEqual(square);
  });

  test('semicolons end rows where each part holds several numbers', () => {
    expect(read('1 2; 3 4')).toEqual({ ...square, note: 'semicolon-rows' });
    expect(read('1, 2; 3, 4;')).toEqual({ ...square, note: 'semicolon-rows' });
    expect(read('[1 2; 3 4]')).toEqual(square);
  });

  test('a single line is one row', () => {
    expect(read('1 2 3')).toMatchObject({ shape: [1, 3, 1], values: [1, 2, 3] });
    expect(read('[1, 2, 3]')).toMatchObject({ shape: [1, 3, 1], values: [1, 2, 3] });
    expect(read('7')).toMatchObject({ shape: [1, 1, 1], values: [7] });
  });

  test('a blank line starts the next channel, which lies last in the tensor', () => {
    expect(read('1 2\n3 4\n\n\n5 6\n7 8')).toMatchObject({
      shape: [2, 2, 2],
      values: [1, 5, 2, 6, 3, 7, 4, 8],
    });
  });

  test('three levels are channels last in a list and channels first in PyTorch, which is told', () => {
    const text = '[[[1, 2, 3]], [[4, 5, 6]]]';
    expect(read(text)).toEqual({ shape: [2, 1, 3], values: [1, 2, 3, 4, 5, 6], note: undefined });
    expect(read(`tensor(${text})`)).toEqual({
      shape: [1, 3, 2],
      values: [1, 4, 2, 5, 3, 6],
      note: undefined,
    });
    expect(read(`tf.constant(${text})`)).toMatchObject({ shape: [2, 1, 3] });
  });

  test('signs, exponents, the Unicode minus; −0 is 0', () => {
    expect(read('−1 +2 -.5 1e2 1.5E-1 5. –3')).toMatchObject({
      values: [-1, 2, -0.5, 100, Math.fround(0.15), 5, -3],
    });
    expect(Object.is((read('-0') as { values: number[] }).values[0], 0)).toBe(true);
  });

  test('a decimal comma counts only where the comma cannot part numbers', () => {
    expect(read('1,5;2\n3;4,25')).toEqual({
      shape: [2, 2, 1],
      values: [1.5, 2, 3, 4.25],
      note: 'decimal-comma',
    });
    expect(read('1,5\t2\n3\t4,25')).toEqual({
      shape: [2, 2, 1],
      values: [1.5, 2, 3, 4.25],
      note: 'decimal-comma',
    });
    expect(read('1,5')).toMatchObject({ shape: [1, 2, 1], values: [1, 5] });
    expect(read('1,5 2,5')).toMatchObject({ kind: 'ambiguous-separator', row: 1, column: 2, given: '5 2' });
    expect(read('1,234.5;2')).toMatchObject({ kind: 'not-a-number', row: 1, column: 1, given: '1,234.5' });
  });
});

describe('refusals name the place, counted from 1', () => {
  test.each([
    ['', { kind: 'empty', given: '' }],
    [' \n\t\uFEFF', { kind: 'empty' }],
    ['[]', { kind: 'empty' }],
    ['[[], []]', { kind: 'empty' }],
    ['1 2 3\n4 5\n6 7 8', { kind: 'ragged-row', row: 2, column: 3, given: '2', allowed: '3' }],
    ['1 2\n3 4 5', { kind: 'ragged-row', row: 2, column: 3, given: '3', allowed: '2' }],
    ['[[1, 2], [3]]', { kind: 'ragged-row', row: 2, column: 2, given: '1', allowed: '2' }],
    ['[[[1, 2], [3]]]', { kind: 'ragged-cell', row: 1, column: 2, channel: 2, given: '1', allowed: '2' }],
    ['1 2\n3 4\n\n5 6', { kind: 'ragged-channel', channel: 2, row: 2, given: '1', allowed: '2' }],
    ['1 2\n\n3 x', { kind: 'not-a-number', channel: 2, row: 1, column: 2, given: 'x' }],
    ['1 2\nNaN 4', { kind: 'non-finite', row: 2, column: 1, given: 'NaN' }],
    ['1 -Infinity', { kind: 'non-finite', row: 1, column: 2, given: '-Infinity' }],
    ['1 1e400', { kind: 'non-finite', row: 1, column: 2, given: '1e400' }],
    ['[[1, 2], [3, 3.5e38]]', { kind: 'non-finite', row: 2, column: 2, given: '3.5e38' }],
    ['1,,3', { kind: 'missing-value', row: 1, column: 2, given: '' }],
    ['0x10 2', { kind: 'not-a-number', row: 1, column: 1, given: '0x10' }],
    ['[1, null]', { kind: 'not-a-number', row: 1, column: 2, given: 'null' }],
    ['1 2;3 4\n5 ... 6', { kind: 'ragged-row' }],
    ['1 ... 6', { kind: 'elided', row: 1, column: 2, given: '...' }],
    ['[[1 2]\n ...\n [3 4]]', { kind: 'elided' }],
    ['[[1, 2]', { kind: 'unbalanced-bracket', given: '[' }],
    ['1 2]', { kind: 'unbalanced-bracket', given: ']' }],
    ['[1, [2, 3]]', { kind: 'uneven-nesting' }],
    ['[[1, 2], 3]', { kind: 'uneven-nesting' }],
    ['[[1, 2], [[3], [4]]]', { kind: 'uneven-nesting' }],
    ['x = [1, 2]', { kind: 'unexpected-text', given: 'x =' }],
    ['array([1, 2]', { kind: 'unexpected-text' }],
    ['[[[[[1]]]]]', { kind: 'nesting-too-deep', given: '5', allowed: '4' }],
    ['[[[[1]]], [[[2]]]]', { kind: 'more-than-one-image', given: '2', allowed: '1' }],
    ['<html>', { kind: 'not-a-number', row: 1, column: 1, given: '<html>' }],
  ])('%j', (text, problem) => {
    expect(read(text)).toMatchObject(problem);
  });

  test('a lone channel is not named', () => {
    expect(read('1 x')).not.toHaveProperty('channel');
  });

  test('what was given is shortened', () => {
    expect(read('y'.repeat(5000))).toMatchObject({ kind: 'not-a-number', given: `${'y'.repeat(39)}…` });
  });

  test('size: the largest tensor passes, one more row, column or channel does not', () => {
    const { rows, columns, channels } = numberLimits;
    const plane = Array.from({ length: rows }, () => Array(columns).fill('1').join(' ')).join('\n');
    const volume = Array(channels).fill(plane).join('\n\n');
    expect(read(volume)).toMatchObject({ shape: [rows, columns, channels] });
    expect(read(`${plane}\n${Array(columns).fill('1').join(' ')}`)).toEqual({
      kind: 'too-large',
      given: '65 × 64 × 1',
      allowed: '64 × 64 × 16',
    });
    expect(read(Array(65).fill('1').join(','))).toMatchObject({ kind: 'too-large', given: '1 × 65 × 1' });
    expect(read(Array(17).fill('1').join('\n\n'))).toMatchObject({ kind: 'too-large', given: '1 × 1 × 17' });
  });

  test('length', () => {
    const { characters } = numberLimits;
    expect(read(' '.repeat(characters))).toMatchObject({ kind: 'empty' });
    expect(read(' '.repeat(characters + 1))).toMatchObject({
      kind: 'text-too-long',
      allowed: `${characters}`,
    });
  });
});

function isSound({ shape, data }: Tensor): boolean {
  const [height, width, channels] = shape;
  return shape.length === 3 && data.length === height * width * channels && data.every(Number.isFinite);
}

describe('any text at all', () => {
  const fragments = '0 1 -2 3.5 1e400 NaN , ; \t \n [ ] ( ) array( tensor( ... − ， x'
    .split(/ /)
    .concat(' ', '\n\n');
  const nearly = fc.array(fc.constantFrom(...fragments), { maxLength: 40 }).map((parts) => parts.join(''));

  test('gives a finite tensor or a named problem', { timeout: 20_000 }, () => {
    const property = fc.property(fc.oneof(fc.string({ unit: 'binary' }), nearly), (text) => {
      const result = parseNumbers(text);
      expect(result.ok ? isSound(result.tensor) : /^[a-z-]+$/.test(result.problem.kind)).toBe(true);
    });
    fc.assert(property, { numRuns: 10_000, seed: 17 });
  });

  test('what is printed as JSON reads back', () => {
    const side = fc.integer({ min: 1, max: 5 });
    const volume = fc.tuple(side, side, side).chain(([rows, columns, channels]) =>
      fc.array(
        fc.array(
          fc.array(fc.float({ noNaN: true, noDefaultInfinity: true }), {
            minLength: channels,
            maxLength: channels,
          }),
          { minLength: columns, maxLength: columns },
        ),
        { minLength: rows, maxLength: rows },
      ),
    );
    const property = fc.property(volume, (values) => {
      const expected = [values.length, values[0].length, values[0][0].length];
      expect(read(JSON.stringify(values))).toMatchObject({
        shape: expected,
        values: values.flat(2).map((v) => v + 0),
      });
    });
    fc.assert(property, { numRuns: 500, seed: 18 });
  });

  test.each(['[', ']', '1', ' ', ',', ';', '\n', '1 ', '1,', '1;', ', ', '1\n\n', '[]', '\t', '-', '1,\t'])(
    'a quarter of a megabyte of %j answers in time',
    (unit) => {
      const text = unit.repeat(Math.floor((numberLimits.characters - 1) / unit.length));
      const start = performance.now();
      parseNumbers(`1${text.slice(1)}x`);
      parseNumbers(text);
      // Quadratic time would be minutes.
      expect(performance.now() - start).toBeLessThan(5000);
    },
  );
});
