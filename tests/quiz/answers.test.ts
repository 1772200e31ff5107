import { describe, expect, test } from 'vitest';
import { isSame, seedOf, shuffled } from '../../src/quiz/answers.js';
import { cellsAsked, cellsText, textOfPlaces } from '../../src/quiz/cells.js';
import { varies, variantOf } from '../../src/quiz/practice.js';
import { plan } from '../../src/variants/plan-layer.js';
import { standardMoment } from '../views/moments.js';

describe('a typed answer', () => {
  test.each([
    ['3x3', '3×3'],
    ['3 * 3', '3×3'],
    ['-2', '−2'],
    ['–2', '−2'],
    ['1296', '1,296'],
    [' 24 62, 40 45', '24 62 40 45'],
    ['24，62，40，45', '24 62 40 45'],
    ['１２', '12'],
    ['5.0', '5'],
    ['.5', '0.5'],
  ])('%j is %j', (typed, right) => expect(isSame(typed, right)).toBe(true));

  test.each([
    ['3', '3×3'],
    ['2', '−2'],
    ['24 62 40', '24 62 40 45'],
    ['four', '4'],
    ['3 2', '2 3'],
  ])('%j is not %j', (typed, right) => expect(isSame(typed, right)).toBe(false));
});

describe('an order', () => {
  const items = [1, 2, 3, 4, 5];

  test('has all items, the same for the same seed and another for another', () => {
    const orders = ['one', 'two', 'three', 'four', 'five', 'six'].map((id) => shuffled(items, seedOf(id)));
    for (const order of orders) expect([...order].sort((one, other) => one - other)).toEqual(items);
    expect(shuffled(items, seedOf('one'))).toEqual(orders[0]);
    expect(new Set(orders.map(String)).size).toBeGreaterThan(3);
    expect(new Set(orders.map(([first]) => first)).size).toBeGreaterThan(1);
  });
});

describe('cells', () => {
  const same = plan({ variant: 'standard', input: [4, 4, 2], filters: 3, padding: 'same' });

  test('that feed an output cell: four at a padded corner', () => {
    expect(cellsText('output 0,0', same)).toBe('0,0 0,1 1,0 1,1');
    expect(cellsAsked('output 0,0', same)).toEqual({ on: 'input', rows: 4, columns: 4, about: [0, 0] });
  });

  test('that an input cell reaches: every third place of a stride that leaves none out', () => {
    const strided = plan({ variant: 'transposed', input: [2, 2, 1], kernel: 2, stride: 3 });
    expect(cellsText('input 1 0', strided)).toBe('3,0 3,1 4,0 4,1');
    expect(cellsText('output 2,2', strided)).toBe('');
  });

  test('go through all stages: a pointwise one changes nothing', () => {
    const separable = plan({ variant: 'separable', input: [4, 4, 2], filters: 3 });
    expect(cellsText('output 1,1', separable)!.split(' ')).toHaveLength(9);
    expect(cellsText('input 0,0', separable)).toBe('0,0');
  });

  test.each(['output 4,0', 'output', 'weights 0,0', 'output 0,0,0'])('%j asks for none', (of) => {
    expect(cellsText(of, same)).toBeNull();
  });

  test('are told once, row by row', () => {
    const places = [
      [1, 10],
      [1, 2],
      [0, 3],
      [1, 2],
    ] as const;
    expect(textOfPlaces(places)).toBe('0,3 1,2 1,10');
  });
});

describe('practice', () => {
  const moment = standardMoment(0);
  const layer = { variant: 'standard' } as const;

  test('has other numbers for the same layer, the same for the same seed', () => {
    const [one, again, other] = [1, 1, 2].map((seed) => variantOf(layer, moment, 'output 0 0', seed));
    expect(again).toEqual(one);
    expect(other.input).not.toEqual(one.input);
    expect(one.layer).toEqual(layer);
    expect(one.input!.shape).toEqual([5, 5, 3]);
    expect(one.input!.values.every((value) => Number.isInteger(value) && value >= 0 && value <= 5)).toBe(
      true,
    );
  });

  test('has other sizes where numbers do not matter, and they can run', () => {
    const sizes = Array.from({ length: 8 }, (_, seed) =>
      variantOf({ ...layer, filters: 4 }, moment, 'parameters', seed),
    );
    for (const { layer: other } of sizes) expect(plan(other).problems).toEqual([]);
    expect(
      new Set(sizes.map(({ layer: other }) => String([other.input, other.filters]))).size,
    ).toBeGreaterThan(5);
  });

  test.each([
    ['output 1 1', 'numbers'],
    ['sum', 'numbers'],
    ['output-size', 'sizes'],
    ['multiply-adds', 'sizes'],
  ] as const)('of %s varies its %s', (of, what) => expect(varies(of)).toBe(what));
});
