/** The curves of activations, read back from their paths. */
import { describe, expect, it } from 'vitest';
import { tensor } from '../../../src/math/index.js';
import { nonlinear, nonlinearities } from '../../../src/math/plain/nonlinearity.js';
import { curveOf } from '../../../src/views/blocks/curve.js';
import { spreadOf } from '../../../src/views/blocks/numbers.js';

const size = [280, 150] as const;

/** The points of a path of straight lines. */
function pointsOf(path: string): [number, number][] {
  return path
    .slice(1)
    .split('L')
    .map((pair) => pair.split(' ').map(Number) as [number, number]);
}

describe.each(nonlinearities)('the curve of %s', (name) => {
  const curve = curveOf(name, null, size);
  const points = pointsOf(curve.line);
  const six = curve.ticks.find(({ axis, value }) => axis === 'x' && value === 6)!;

  it('stays in the picture and goes through the function', () => {
    for (const [x, y] of points) {
      expect([x >= 0, x <= size[0], y >= 0, y <= size[1]]).toEqual([true, true, true, true]);
    }
    const highest = points.reduce((best, point) => (point[1] < best[1] ? point : best));
    expect(highest[0]).toBeGreaterThan(size[0] / 2);
    const atSix = points.find(([x]) => x === six.x)!;
    const atZero = points.find(([x]) => x === size[0] / 2)!;
    expect(atZero[1] - atSix[1] > 0).toBe(nonlinear(name, 6) > nonlinear(name, 0));
  });
});

it('shows beside a cheap function the one that it stands in for', () => {
  expect(curveOf('h-swish', null, size).beside?.name).toBe('swish');
  expect(curveOf('hard-sigmoid', null, size).beside?.name).toBe('sigmoid');
  expect(curveOf('relu6', null, size).beside).toBeNull();
});

it('marks the numbers that come in, as far as they are in sight', () => {
  const { marks } = curveOf('relu', tensor([1, 1, 1, 4], [-7, 0, 7, 100]), size);
  expect(marks).toBe('M0 150v-7M140 150v-7M280 150v-7');
});

it('tells the spread of numbers and the share of zeros', () => {
  expect(spreadOf(tensor([1, 2, 2, 1], [0, -1, 3, 0]))).toEqual({ least: -1, most: 3, zeros: 0.5 });
});
