import { describe, expect, test } from 'vitest';
import { stackQuantityNames, stackQuantityText } from '../../components/conv-value/stack-quantity.js';

/** Ways from each pixel to one output of a line of layers, by walking every one of them. */
function waysOf(layers: readonly { readonly taps: number; readonly rate: number }[]): string {
  let ends = [0];
  for (const { taps, rate } of layers)
    ends = ends.flatMap((end) => Array.from({ length: taps }, (_, tap) => end + tap * rate));
  const ways = Array.from({ length: Math.max(...ends) + 1 }, (_, pixel) =>
    ends.filter((end) => end === pixel),
  );
  return ways.map(({ length }) => length).join(' ');
}

describe('numbers of a stack that a sentence names', () => {
  test.each([
    ['field-size 3 3 3', '7×7'],
    ['field-size 1x3 1x3', '1×5'],
    ['field-size 3d2', '5×5'],
    ['field 3/2 3', '7'],
    ['field 3 3/2', '5'],
    ['field-cells 3/2 3', '49'],
    ['jump 3p1 3p1 pool2', '2'],
    ['field-start 3p1 3p1', '−2'],
    ['touched 3d2 3d2 3d2', '7'],
    ['touched-cells 3d2 3d2 3d2', '49'],
    ['touched-percent 3d2 3d2 3d2', '29.0'],
    ['touched 3 3d2 3d3', '13'],
    ['stack-weights 3 3 3', '27'],
    ['stack-weights 3 pool2', '9'],
  ])('%s is %s', (of, text) => {
    expect(stackQuantityText(of)).toBe(text);
  });

  test('ways are counted one by one', () => {
    const three = (...rates: readonly number[]) => rates.map((rate) => ({ taps: 3, rate }));
    expect(stackQuantityText('paths 3 3 3')).toBe(waysOf(three(1, 1, 1)));
    expect(stackQuantityText('paths 3d2 3d2 3d2')).toBe(waysOf(three(2, 2, 2)));
    expect(stackQuantityText('paths 3 3d2 3d3')).toBe(waysOf(three(1, 2, 3)));
  });

  test.each(['', 'field', 'depth 3 3', 'toString 3', 'field-size 3x', 'field-size 3 0', 'field-size 3/0'])(
    'there is no %j',
    (of) => {
      expect(stackQuantityText(of)).toBeNull();
    },
  );

  test('every name is answered', () => {
    for (const name of stackQuantityNames) expect(stackQuantityText(`${name} 3`), name).toMatch(/\d/);
  });
});
