import { describe, expect, test } from 'vitest';
import { plan } from '../../src/math/plan.js';
import { boundsOf, frameCount, stepsOfFrames, type Footage } from '../../src/timeline/footage.js';
import { stepsOf } from '../../src/timeline/position.js';
import { advance } from '../../src/timeline/tempo.js';
import { timeBetween } from '../../src/timeline/time-between.js';
import { plan as planLayer } from '../../src/variants/plan-layer.js';

/** 9 cells a map of 27 terms each, 4 maps. */
const standard = plan({ input: [5, 5, 3], filters: 4 });
const separable = planLayer({ variant: 'separable' });
const transposed = planLayer({ variant: 'transposed' });

const footage = (change: Partial<Footage> = {}): Footage => ({
  ...{ walk: 'output', from: 0, to: stepsOf(standard), speed: 1, framesPerSecond: 10, hold: 0 },
  ...change,
});

describe('the time between two steps', () => {
  test.each([
    ['a standard run', standard, 'output'],
    ['a run of two stages', separable, 'output'],
    ['a run in lanes', planLayer({ variant: 'depthwise', input: [9, 9, 3] }), 'output'],
    ['a run of many places', planLayer({ variant: 'pointwise', input: [6, 6, 2] }), 'output'],
    ['a run of many maps', plan({ input: [6, 6, 1], filters: 11, bias: true }), 'output'],
    ['a scatter walk', transposed, 'input'],
  ] as const)('of %s is what playing takes', (_, subject, walk) => {
    const end = stepsOf(subject, walk);
    for (const [from, to] of [
      [0, end],
      [0.3 * end, 0.7 * end],
      [1.25, 1.5],
      [5, 5],
    ]) {
      const time = timeBetween(subject, from, to, walk);
      expect(advance(subject, from, time, walk)).toBeCloseTo(to, 5);
      expect(advance(subject, from, time - 1, walk) < to).toBe(to > from);
    }
  });
});

describe('a stretch', () => {
  test.each([
    ['run', [0, 972]],
    ['rest', [100, 972]],
    ['cell', [81, 108]],
    ['map', [0, 243]],
    ['stage', [0, 972]],
  ] as const)('%s', (stretch, [from, to]) => {
    expect(boundsOf(standard, 100, stretch, 'output')).toEqual({ from, to });
  });

  test('of a step between two belongs to the one just made', () => {
    expect(boundsOf(standard, 27, 'cell', 'output')).toEqual({ from: 0, to: 27 });
    expect(boundsOf(standard, 243, 'map', 'output')).toEqual({ from: 0, to: 243 });
    expect(boundsOf(standard, 972, 'cell', 'output')).toEqual({ from: 945, to: 972 });
  });

  test('of a stage is that stage', () => {
    const end = stepsOf(separable);
    const first = boundsOf(separable, 1, 'stage', 'output');
    const second = boundsOf(separable, end, 'stage', 'output');
    expect([first.from, first.to, second.to]).toEqual([0, second.from, end]);
  });
});

describe('the frames of a footage', () => {
  test('begin with its first step, end with its last, and lie at equal times between', () => {
    const cell = footage({ from: 0, to: 27, framesPerSecond: 25 });
    const steps = [...stepsOfFrames(standard, cell)];
    // The first cell takes 3.8 seconds: 95 frames, and the one that shows it made.
    expect(steps).toHaveLength(96);
    expect([steps[0], steps.at(-1)]).toEqual([0, 27]);
    for (const i of [1, 17, 50, 94]) expect(steps[i]).toBeCloseTo(advance(standard, 0, i * 40), 6);
  });

  test('are as many as counted beforehand', () => {
    for (const change of [{}, { speed: 8 }, { framesPerSecond: 60, hold: 60 }, { from: 972 }, { from: 30.7 }])
      expect([...stepsOfFrames(standard, footage(change))]).toHaveLength(
        frameCount(standard, footage(change)),
      );
  });

  test('hold the last picture', () => {
    const steps = [...stepsOfFrames(standard, footage({ hold: 10 }))];
    expect(steps.slice(-11)).toEqual(Array.from({ length: 11 }, () => 972));
    expect(steps.at(-12)).toBeLessThan(972);
  });

  test('are fewer at a higher speed', () => {
    const [slow, fast] = [1, 4].map((speed) => frameCount(standard, footage({ speed })));
    expect(Math.abs(slow / 4 - fast)).toBeLessThan(2);
  });
});
