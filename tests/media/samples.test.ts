import { describe, expect, test } from 'vitest';
import { isSampleId, sample, sampleIds, type SampleShape } from '../../src/media/index.js';
import { picture } from './picture.js';

describe('every sample', () => {
  const shapes: SampleShape[] = [
    [1, 1, 1],
    [3, 7, 2],
    [8, 8, 1],
    [12, 9, 5],
  ];

  test.each(sampleIds)('%s holds small whole numbers at any size, the same each time', (id) => {
    for (const shape of [undefined, ...shapes]) {
      const made = sample(id, shape);
      expect(made.shape).toEqual(shape ?? made.shape);
      expect(made.tensor.shape).toEqual([...made.shape]);
      expect(made.tensor.data).toHaveLength(made.shape[0] * made.shape[1] * made.shape[2]);
      expect(
        [...made.tensor.data].every((value) => Number.isInteger(value) && value >= 0 && value <= 1000),
      ).toBe(true);
      expect(sample(id, shape)).toEqual(made);
    }
  });

  test.each(sampleIds)('%s is not the same everywhere', (id) => {
    expect(new Set(sample(id).tensor.data).size).toBeGreaterThan(1);
  });

  test('ids are told from other text', () => {
    expect(sampleIds.every(isSampleId)).toBe(true);
    expect(isSampleId('toString')).toBe(false);
  });

  test.each([[[0, 1, 1]], [[1, 2.5, 1]], [[1, 1, NaN]]])('a size of %j is refused', (shape) => {
    expect(() => sample('disc', shape as unknown as SampleShape)).toThrow(RangeError);
  });
});

describe('the worked examples’ data', () => {
  test('three textures', () => {
    const { tensor } = sample('three-textures');
    expect(tensor.shape).toEqual([5, 5, 3]);
    expect(picture(tensor, 0)).toEqual(['0 1 2 1 0', '1 3 4 2 0', '2 4 4 1 0', '1 2 1 0 1', '0 0 0 1 2']);
    expect(picture(tensor, 1)).toEqual(Array(5).fill('0 1 2 3 4'));
    expect(picture(tensor, 2)).toEqual(['4 4 4 4 4', '3 3 3 3 3', '2 2 2 2 2', '1 1 1 1 1', '0 0 0 0 0']);
  });

  test('the fourth texture is (row + column) mod 3, and the first three stay', () => {
    const { shape, tensor } = sample('four-textures');
    expect(shape).toEqual([5, 5, 4]);
    const three = sample('three-textures').tensor;
    expect([0, 1, 2].map((channel) => picture(tensor, channel))).toEqual(
      [0, 1, 2].map((channel) => picture(three, channel)),
    );
    const fourth = picture(tensor, 3);
    expect(fourth).toEqual(['0 1 2 0 1', '1 2 0 1 2', '2 0 1 2 0', '0 1 2 0 1', '1 2 0 1 2']);
  });

  test.each([
    ['one-to-sixteen', 16],
    ['one-to-thirty-six', 36],
    ['one-to-forty-nine', 49],
  ] as const)('%s counts', (id, last) => {
    const { shape, tensor } = sample(id);
    expect(shape).toEqual([Math.sqrt(last), Math.sqrt(last), 1]);
    expect([...tensor.data]).toEqual(Array.from({ length: last }, (_, index) => index + 1));
  });

  test('counting goes on from channel to channel', () => {
    const { tensor } = sample('one-to-sixteen', [2, 2, 2]);
    expect([picture(tensor, 0), picture(tensor, 1)]).toEqual([
      ['1 2', '3 4'],
      ['5 6', '7 8'],
    ]);
  });

  test('inputs of the transposed example', () => {
    expect(picture(sample('one-two-three-five').tensor)).toEqual(['1 2', '3 5']);
    expect(picture(sample('powers-of-ten').tensor)).toEqual(['1 10', '100 1000']);
  });
});

describe('pictures', () => {
  test('all ten digits differ, and doubling one repeats its cells', () => {
    const digits = sampleIds.filter((id) => id.startsWith('digit-'));
    expect(new Set(digits.map((id) => sample(id).tensor.data.join())).size).toBe(10);
    const [small, large] = [sample('digit-5').tensor, sample('digit-5', [16, 16, 1]).tensor];
    const doubled = [...large.data].map((_, cell) => small.data[(cell >> 5) * 8 + ((cell & 15) >> 1)]);
    expect([...large.data]).toEqual(doubled);
  });

  test('figures lie in the middle, whatever the shape of the frame', () => {
    for (const id of ['square', 'disc', 'cross'] as const) {
      const { tensor } = sample(id, [9, 13, 1]);
      expect([...tensor.data].reverse()).toEqual([...tensor.data]);
      expect(tensor.data[4 * 13 + 6]).toBe(9);
      expect(tensor.data[0]).toBe(0);
    }
    const rows = picture(sample('triangle', [9, 9, 1]).tensor);
    expect(rows.map((row) => [...row].reverse().join(''))).toEqual(rows);
    const ink = (row: string): number => row.split(' ').reduce((sum, value) => sum + Number(value), 0);
    expect(ink(rows[6])).toBeGreaterThan(ink(rows[2]));
  });

  test('gradients run from 0 to 9', () => {
    expect(picture(sample('gradient-horizontal', [2, 4, 1]).tensor)).toEqual(['0 3 6 9', '0 3 6 9']);
    expect(picture(sample('gradient-vertical', [4, 2, 1]).tensor)).toEqual(['0 0', '3 3', '6 6', '9 9']);
    expect(picture(sample('gradient-diagonal', [2, 2, 1]).tensor)).toEqual(['0 5', '5 9']);
    expect(picture(sample('gradient-radial', [3, 3, 1]).tensor)).toEqual(['0 3 0', '3 9 3', '0 3 0']);
  });

  test('a second channel is the reverse of the first', () => {
    const { tensor } = sample('disc', [8, 8, 2]);
    for (let cell = 0; cell < 64; cell++) expect(tensor.data[2 * cell] + tensor.data[2 * cell + 1]).toBe(9);
  });

  test('checkerboard, stripes, impulse', () => {
    expect(picture(sample('checkerboard', [2, 3, 1]).tensor)).toEqual(['0 1 0', '1 0 1']);
    expect(picture(sample('stripes', [2, 3, 1]).tensor)).toEqual(['0 1 0', '0 1 0']);
    expect(picture(sample('impulse', [3, 3, 1]).tensor)).toEqual(['0 0 0', '0 1 0', '0 0 0']);
  });

  test('random depends on the seed alone', () => {
    const [first, again, other] = [1, 1, 2].map((seed) => [
      ...sample('random', [8, 8, 3], { seed }).tensor.data,
    ]);
    expect(again).toEqual(first);
    expect(other).not.toEqual(first);
    expect(new Set(first)).toEqual(new Set([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]));
  });
});
