import { describe, expect, test } from 'vitest';
import { plan } from '../../src/math/plan.js';
import { frameAt } from '../../src/timeline/frame.js';
import { stepsOf } from '../../src/timeline/position.js';
import { advance, unitDuration } from '../../src/timeline/tempo.js';
import { unitOf } from '../../src/timeline/units.js';

const standard = plan({ input: [5, 5, 3], filters: 4 });
const large = plan({ input: [64, 64, 3], filters: 64, padding: 'same' });

/** Milliseconds until the end in frames of 1/60 s. */
function duration(subject: typeof standard): number {
  let step = 0;
  let time = 0;
  while (step < stepsOf(subject)) {
    step = advance(subject, step, 1000 / 60);
    time += 1000 / 60;
  }
  return time;
}

describe('tempo', () => {
  test('the first cell is shown in full, two at a walk, the rest of the map briskly', () => {
    const [stage] = standard.stages;
    const durations = [0, 1, 2, 3, 9, 10].map((ordinal) => unitDuration(unitOf(stage, ordinal)));
    expect(durations).toEqual([3800, 1200, 1200, 350, 2100, 150]);
  });

  test('the standard example lasts about 18 seconds', () => {
    expect(duration(standard)).toBeGreaterThan(16_000);
    expect(duration(standard)).toBeLessThan(20_000);
  });

  test('a layer of 262,144 cells still ends within two minutes', () => {
    expect(duration(large)).toBeLessThan(120_000);
  });

  test('playing in small or large frames reaches the same step', () => {
    let small = 0;
    for (let frame = 0; frame < 500; frame += 1) small = advance(standard, small, 10);
    expect(advance(standard, 0, 5000)).toBeCloseTo(small, 6);
  });

  test('time moves on across the border of two cells', () => {
    const before = advance(standard, 26.99, 40);
    expect(frameAt(standard, before).ordinal).toBe(1);
    expect(advance(standard, 27, 10)).toBeGreaterThan(27);
  });

  test('the end is the end', () => {
    expect(advance(standard, 972, 1000)).toBe(972);
    expect(advance(standard, 0, Infinity)).toBe(972);
  });
});
