import { describe, expect, test } from 'vitest';
import type { Shape4, Tensor } from '../../src/math/types.js';
import { arrangeNumbers, mapsToCsv, parseNumbers, shortest, weightsToCsv } from '../../src/media/index.js';

/** Every value names its place, so that a wrong axis shows. */
function numbered(shape: readonly number[]): Tensor {
  const size = shape.reduce((product, each) => product * each, 1);
  return { shape, data: Float32Array.from({ length: size }, (_, i) => i) };
}

/** The value at a place of a numbered tensor. */
const at = (shape: readonly number[], index: readonly number[]): number =>
  shape.reduce((offset, size, axis) => offset * size + index[axis], 0);

function read(shape: readonly number[], options: Parameters<typeof arrangeNumbers>[1]) {
  const result = arrangeNumbers(numbered(shape), options);
  if (!result.ok) return result.problem;
  return { ...result.choice, shape: result.tensor.shape, data: result.tensor.data };
}

const input = (channels?: number) =>
  ({ kind: 'input', ...(channels === undefined ? {} : { channels }) }) as const;

describe('an input of three axes', () => {
  test.each([
    ['as many channels last as the layer has', [5, 6, 3], 3, 'hwc', 'layer', 'chw'],
    ['as many channels first as the layer has', [3, 6, 5], 3, 'chw', 'layer', 'hwc'],
    ['both ends alike', [3, 5, 3], 3, 'hwc', 'default', 'chw'],
    ['neither end alike, one short', [3, 12, 16], 1, 'chw', 'short-axis', 'hwc'],
    ['nothing to go by', [5, 5, 6], 1, 'hwc', 'default', 'chw'],
    ['too many channels otherwise', [8, 20, 20], 20, 'chw', 'limits', undefined],
  ] as const)('%s', (_, shape, channels, layout, reason, other) => {
    const found = read(shape, { target: input(channels) });
    expect(found).toMatchObject({ layout, reason });
    expect('other' in found ? found.other : undefined).toBe(other);
  });

  test('what is asked for holds, whatever the layer has', () => {
    expect(read([5, 6, 3], { target: input(3), layout: 'chw' })).toMatchObject({
      ...{ layout: 'chw', reason: 'asked', other: 'hwc', shape: [6, 3, 5] },
    });
    expect(read([8, 20, 20], { layout: 'hwc' })).toMatchObject({ kind: 'too-large', given: '8 × 20 × 20' });
  });

  test('channels first are put last', () => {
    const found = read([2, 3, 4], { layout: 'chw' });
    const data = 'data' in found ? found.data : [];
    expect(data[at([3, 4, 2], [1, 2, 1])]).toBe(at([2, 3, 4], [1, 1, 2]));
    expect(data[at([3, 4, 2], [2, 0, 0])]).toBe(at([2, 3, 4], [0, 2, 0]));
  });

  test('a batch of one loses its axis, more are refused', () => {
    expect(read([1, 3, 12, 16], {})).toMatchObject({ layout: 'chw', shape: [12, 16, 3] });
    expect(read([2, 3, 4, 5], {})).toMatchObject({ kind: 'more-than-one-image', given: '2' });
  });
});

describe('weights', () => {
  const target = (shape: Shape4) => ({ kind: 'weights', shape }) as const;

  test.each([
    ['Keras', [3, 2, 4, 5], 'hwio', 'layer', [2, 1, 3, 4]],
    ['PyTorch', [5, 4, 3, 2], 'oihw', 'layer', [4, 3, 2, 1]],
  ] as const)('of %s', (_, given, layout, reason, index) => {
    const found = read(given, { target: target([3, 2, 4, 5]) });
    expect(found).toMatchObject({ layout, reason, shape: [3, 2, 4, 5] });
    const data = 'data' in found ? found.data : [];
    expect(data[at([3, 2, 4, 5], [2, 1, 3, 4])]).toBe(at(given, index));
    const [row, column, channel, filter] = [1, 0, 2, 3];
    const place = layout === 'hwio' ? [row, column, channel, filter] : [filter, channel, row, column];
    expect(data[at([3, 2, 4, 5], [row, column, channel, filter])]).toBe(at(given, place));
  });

  test('both layouts fit: channels last, and the other is offered', () => {
    const cube = { target: target([3, 3, 3, 3]) };
    expect(read([3, 3, 3, 3], cube)).toMatchObject({ layout: 'hwio', reason: 'default', other: 'oihw' });
    expect(read([3, 3, 3, 3], { ...cube, layout: 'oihw' })).toMatchObject({
      layout: 'oihw',
      reason: 'asked',
    });
  });

  test('axes of one may be missing; a slice is used for all and told', () => {
    expect(read([3, 2, 4], { target: target([3, 2, 4, 1]) })).toMatchObject({ layout: 'hwio' });
    expect(read([4, 3, 2], { target: target([3, 2, 4, 1]) })).toMatchObject({ layout: 'oihw' });
    const repeated = parseNumbers('1 2\n3 4', { target: target([2, 2, 2, 1]) });
    expect(repeated).toMatchObject({ ok: true, note: 'slice-repeated', choice: { reason: 'only' } });
    expect(repeated.ok && [...repeated.tensor.data]).toEqual([1, 1, 2, 2, 3, 3, 4, 4]);
  });

  test("Keras' depthwise kernel is [rows, columns, channels, multiplier]", () => {
    expect(read([3, 3, 4, 2], { target: target([3, 3, 1, 8]) })).toMatchObject({ shape: [3, 3, 1, 8] });
  });

  test.each([
    ['1 2\n3 4', { kind: 'weights-misfit', given: '2 × 2' }],
    ['1 2 3\n4 5\n6 7 8', { kind: 'ragged-list', row: 2, column: 3, given: '2', allowed: '3' }],
    ['1 2 3\n4 NaN 6\n7 8 9', { kind: 'non-finite', row: 2, column: 2 }],
  ])('%j are refused for [3, 3, 2, 4]', (text, problem) => {
    expect(parseNumbers(text, { target: target([3, 3, 2, 4]) })).toMatchObject({ ok: false, problem });
  });

  test('a misfit names both shapes that fit', () => {
    expect(read([5, 5], { target: target([3, 3, 2, 4]) })).toMatchObject({
      ...{ given: '5 × 5', allowed: '3 × 3 × 2 × 4 (HWIO), 4 × 2 × 3 × 3 (OIHW)' },
    });
  });
});

describe('biases', () => {
  const target = { kind: 'bias', filters: 3 } as const;

  test.each(['1, 2, 3', '[1, 2, 3]', 'tensor([1., 2., 3.])', '1\n2\n3', '[[1], [2], [3]]'])('%j', (text) => {
    expect(parseNumbers(text, { target })).toMatchObject({
      ...{ ok: true, tensor: { shape: [3], data: Float32Array.of(1, 2, 3) } },
    });
  });

  test('one for each filter, finite', () => {
    expect(parseNumbers('1 2', { target })).toMatchObject({ problem: { kind: 'bias-misfit', allowed: '3' } });
    expect(parseNumbers('[1, nan, 3]', { target })).toMatchObject({
      ...{ problem: { kind: 'non-finite', filter: 2 } },
    });
  });
});

describe('CSV', () => {
  test('the shortest number that is the same float32', () => {
    const given = [0.1, 1 / 3, 16777216, 1e-45, -2.5, 3.4028235e38].map(Math.fround);
    expect(given.map(shortest)).toEqual(['0.1', '0.33333334', '16777216', '1e-45', '-2.5', '3.4028235e+38']);
  });

  test('maps read back as the same input', () => {
    const { shape, data } = numbered([1, 2, 3, 4]);
    const thirds = data.map((value) => value / 3);
    const text = mapsToCsv({ shape, data: thirds });
    expect(text.split('\n').slice(0, 4)).toEqual([
      '0,1.3333334,2.6666667',
      '4,5.3333335,6.6666665',
      '',
      '0.33333334,1.6666666,3',
    ]);
    expect(parseNumbers(text)).toMatchObject({ ok: true, tensor: { shape: [2, 3, 4], data: thirds } });
  });

  test('weights read back as the same weights', () => {
    const weights = numbered([2, 3, 4, 5]);
    const text = weightsToCsv(weights);
    const target = { kind: 'weights', shape: [2, 3, 4, 5] } as const;
    expect(parseNumbers(text, { target })).toMatchObject({ ok: true, tensor: weights });
  });
});
