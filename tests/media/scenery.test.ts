import { expect, test } from 'vitest';
import { isSceneName, scene } from '../../src/media/scenery.js';

test.each(['landscape', 'test-chart'] as const)(
  '%s holds bytes at any size, the same each time, and its luma in grey',
  (name) => {
    const colour = scene(name, [24, 17, 3]);
    expect(colour.shape).toEqual([24, 17, 3]);
    expect([...colour.data].every((value) => Number.isInteger(value) && value >= 0 && value <= 255)).toBe(
      true,
    );
    expect(scene(name, [24, 17, 3])).toEqual(colour);
    expect(new Set(colour.data).size).toBeGreaterThan(20);
    scene(name, [24, 17, 1]).data.forEach((grey, pixel) => {
      const [red, green, blue] = colour.data.slice(pixel * 3);
      expect(Math.abs(grey - (0.299 * red + 0.587 * green + 0.114 * blue))).toBeLessThan(1.01);
    });
  },
);

test('names are told from other text', () => {
  expect([isSceneName('landscape'), isSceneName('toString')]).toEqual([true, false]);
});
