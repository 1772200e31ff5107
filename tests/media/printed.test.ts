import { describe, expect, test } from 'vitest';
import { parseNumbers } from '../../src/media/index.js';
import numpy from './printed/numpy.json' with { type: 'json' };
import torch from './printed/torch.json' with { type: 'json' };

interface Case {
  readonly name: string;
  readonly shape: readonly number[];
  readonly values: readonly number[];
  readonly text: string;
}

/** [H, W, C] and the values in that order, by plain loops over [channel][row][column]. */
function channelsLast({ shape, values }: Case): { shape: number[]; values: number[] } {
  const [channels, rows, columns] = [...Array<number>(3 - shape.length).fill(1), ...shape];
  const ordered: number[] = [];
  for (let row = 0; row < rows; row += 1)
    for (let column = 0; column < columns; column += 1)
      for (let channel = 0; channel < channels; channel += 1)
        ordered.push(values[(channel * rows + row) * columns + column]);
  return { shape: [rows, columns, channels], values: ordered };
}

function expectNear(given: Iterable<number>, expected: readonly number[]): void {
  const values = [...given];
  expect(values).toHaveLength(expected.length);
  // Prints have four to eight digits.
  values.forEach((value, i) =>
    expect(Math.abs(value - expected[i])).toBeLessThanOrEqual(1e-5 * Math.abs(expected[i])),
  );
}

describe(`prints of ${torch['made with']}`, () => {
  const images = torch.prints.filter(({ shape }) => shape.length < 4 || shape[0] === 1);
  test.each(images)('$name', (printed) => {
    const result = parseNumbers(printed.text);
    const image = { ...printed, shape: printed.shape.slice(-3) };
    const expected = channelsLast(image);
    expect(result.ok && result.tensor.shape).toEqual(expected.shape);
    expectNear(result.ok ? result.tensor.data : [], expected.values);
  });

  const weights = torch.prints.filter(({ shape }) => shape.length === 4 && shape[0] === 2);
  test.each(weights)('$name, as weights', ({ text, values, shape }) => {
    const [filters, channels, rows, columns] = shape;
    const target = { kind: 'weights', shape: [rows, columns, channels, filters] } as const;
    const result = parseNumbers(text, { target });
    expect(result).toMatchObject({ ok: true, choice: { layout: 'oihw' } });
    const expected: number[] = [];
    for (let row = 0; row < rows; row += 1)
      for (let column = 0; column < columns; column += 1)
        for (let channel = 0; channel < channels; channel += 1)
          for (let filter = 0; filter < filters; filter += 1)
            expected.push(values[((filter * channels + channel) * rows + row) * columns + column]);
    expectNear(result.ok ? result.tensor.data : [], expected);
  });
});

describe(`prints of ${numpy['made with']}`, () => {
  test.each(numpy.prints)('$name', ({ text, shape, values }) => {
    const result = parseNumbers(text);
    const sizes =
      shape.length === 1 ? [1, ...shape, 1] : shape.length === 2 ? [...shape, 1] : shape.slice(-3);
    expect(result.ok && result.tensor.shape).toEqual(sizes);
    expectNear(result.ok ? result.tensor.data : [], values);
  });
});

describe('other prints', () => {
  const square = { ok: true, tensor: { shape: [2, 2, 1], data: Float32Array.of(1, 2, 3, 4) } };

  test.each([
    ['TensorFlow', 'tf.Tensor(\n[[1. 2.]\n [3. 4.]], shape=(2, 2), dtype=float32)'],
    [
      'TensorFlow, repr',
      '<tf.Tensor: shape=(2, 2), dtype=float32, numpy=\narray([[1., 2.],\n       [3., 4.]], dtype=float32)>',
    ],
    [
      'Paddle',
      'Tensor(shape=[2, 2], dtype=float32, place=Place(cpu), stop_gradient=True,\n       [[1., 2.],\n        [3., 4.]])',
    ],
    ['JAX', 'Array([[1., 2.],\n       [3., 4.]], dtype=float32)'],
    ['PyTorch before 0.4', ' 1  2\n 3  4\n[torch.FloatTensor of size 2x2]'],
    ['PyTorch before 0.4, slices', '(0 ,.,.) = \n  1  2\n  3  4\n[torch.FloatTensor of size 1x2x2]'],
    ['slices without the last line', '(0 ,0 ,.,.) = \n  1  2\n  3  4'],
    ['a gradient wanted', 'tensor([[1., 2.],\n        [3., 4.]], requires_grad=True)'],
  ])('%s', (_, text) => {
    expect(parseNumbers(text)).toMatchObject(square);
  });

  test.each([...numpy.elided, ...torch.elided])('a shortened print is refused: %#', (text) => {
    expect(parseNumbers(text)).toMatchObject({ ok: false, problem: { kind: 'elided', given: '...' } });
  });

  test.each([
    ['(1,.,.) = \n 1 2\n\n(3,.,.) = \n 3 4', { kind: 'unexpected-text', given: '(3,.,.)' }],
    ['(1,.,.) = \n 1 2\n\n(1,.,.) = \n 3 4', { kind: 'unexpected-text', given: '(1,.,.)' }],
    ['(1,.,.) = \n 1 2\n 3\n', { kind: 'ragged-row', row: 2, column: 2 }],
    ['(1,.,.) = \n 1 nan\n', { kind: 'non-finite', row: 1, column: 2 }],
    ['[ CPUFloatType{0} ]', { kind: 'empty' }],
  ])('%j', (text, problem) => {
    expect(parseNumbers(text)).toMatchObject({ ok: false, problem });
  });
});
