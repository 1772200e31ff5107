import { describe, expect, test } from 'vitest';
import { termsOf } from '../../src/math/incidence.js';
import { plan } from '../../src/math/plan.js';
import { cellAt, cellCount, ordinalOf } from '../../src/timeline/cells.js';
import { frameAt } from '../../src/timeline/frame.js';
import { stepsOf } from '../../src/timeline/position.js';
import { nextStop, previousStop } from '../../src/timeline/stops.js';
import type { Beat, Grain } from '../../src/timeline/types.js';

const standard = plan({ input: [5, 5, 3], filters: 4 });
const biased = plan({ input: [5, 5, 3], filters: 4, bias: true });
const single = plan({ input: [2, 2, 1], kernel: 1 });
const separable = plan([
  { input: [5, 5, 3], filters: 3, groups: 3 },
  { filters: 4, kernel: 1 },
]);

/** Every stop of a grain from the start to the end. */
function stops(subject: typeof standard, grain: Grain): number[] {
  const found = [0];
  for (
    let step = nextStop(subject, 0, grain);
    step > (found.at(-1) ?? 0);
    step = nextStop(subject, step, grain)
  ) {
    found.push(step);
  }
  return found;
}

describe('the standard example of 5×5×3 and four filters', () => {
  test('one step is one dense multiply-add: 972 in all', () => {
    expect(stepsOf(standard)).toBe(972);
    expect(frameAt(standard, 0).steps).toBe(972);
    expect(frameAt(standard, 0).cells).toBe(36);
  });

  test('a cell goes through the beats in order, three rows, no bias', () => {
    const beats: [Beat, number][] = stops(standard, 'beat')
      .slice(1, 9)
      .map((step) => [frameAt(standard, step).beat, frameAt(standard, step).channel]);
    expect(beats).toEqual([
      ['filter', 0],
      ['place', 0],
      ['lift', 0],
      ['weigh', 0],
      ['add', 0],
      ['add', 1],
      ['add', 2],
      ['merge', 2],
    ]);
    expect(frameAt(standard, stops(standard, 'beat')[9])).toMatchObject({ beat: 'write', cellsDone: 1 });
  });

  test('a bias adds its beat before the value is written', () => {
    const beats = stops(biased, 'beat')
      .slice(8, 11)
      .map((step) => frameAt(biased, step).beat);
    expect(beats).toEqual(['merge', 'bias', 'write']);
  });

  test('after nine terms the first channel is summed', () => {
    expect(frameAt(standard, 9)).toMatchObject({
      beat: 'add',
      channel: 0,
      term: 9,
      progress: 1,
      cellsDone: 0,
    });
  });

  test('a whole number of cells shows the cell just made', () => {
    expect(frameAt(standard, 27)).toMatchObject({
      beat: 'write',
      progress: 1,
      cellsDone: 1,
      ordinal: 0,
      term: 27,
    });
    expect(frameAt(standard, 27.01)).toMatchObject({ beat: 'place', cellsDone: 1, ordinal: 1, term: 0 });
    expect(frameAt(standard, 972)).toMatchObject({ cellsDone: 36, cell: [0, 2, 2, 3] });
  });

  test('the first map is finished before the second filter rises', () => {
    expect(frameAt(standard, 9 * 27).cell).toEqual([0, 2, 2, 0]);
    expect(frameAt(standard, 9 * 27 + 0.1)).toMatchObject({ cell: [0, 0, 0, 1], beat: 'filter' });
  });

  test('what is out of range is clamped, what is no number is the start', () => {
    expect(frameAt(standard, -5)).toEqual(frameAt(standard, 0));
    expect(frameAt(standard, 1e9)).toEqual(frameAt(standard, 972));
    expect(frameAt(standard, NaN).step).toBe(0);
  });
});

describe('stops', () => {
  test('terms are whole steps, cells are 27 of them, rows three cells, maps nine', () => {
    expect(stops(standard, 'term')).toHaveLength(973);
    expect(stops(standard, 'cell')).toEqual(Array.from({ length: 37 }, (_, cell) => cell * 27));
    expect(stops(standard, 'row')).toEqual(Array.from({ length: 13 }, (_, row) => row * 81));
    expect(stops(standard, 'map')).toEqual([0, 243, 486, 729, 972]);
  });

  test('a row on is the same column of the next row, from the middle of a cell too', () => {
    expect(nextStop(standard, 10, 'row')).toBe(4 * 27);
    expect(previousStop(standard, 4 * 27, 'row')).toBe(27);
    expect(previousStop(standard, 4 * 27 + 5, 'row')).toBe(2 * 27);
    expect(previousStop(standard, 27, 'row')).toBe(0);
    expect(nextStop(standard, 972 - 5, 'row')).toBe(972);
  });

  test.each(['term', 'beat', 'cell', 'row', 'map'] as const)(
    'going back by %s visits the same stops',
    (grain) => {
      for (const subject of [standard, biased, single, separable]) {
        const forward = stops(subject, grain);
        const back = [stepsOf(subject)];
        while ((back[0] ?? 0) > 0) back.unshift(previousStop(subject, back[0], grain));
        expect(back).toHaveLength(forward.length);
        for (const [i, step] of back.entries()) expect(step).toBeCloseTo(forward[i], 9);
      }
    },
  );

  test('every beat of every cell is complete at its stop', () => {
    for (const step of stops(biased, 'beat').slice(1))
      expect(frameAt(biased, step).progress).toBeCloseTo(1, 9);
  });

  test('a cell of a single term still has all its beats', () => {
    const beats = stops(single, 'beat').map((step) => frameAt(single, step).beat);
    expect(beats.slice(0, 6)).toEqual(['start', 'filter', 'place', 'lift', 'weigh', 'add']);
    expect(beats[6]).toBe('write');
  });
});

describe('several stages', () => {
  test('the steps of the stages follow each other', () => {
    expect(stepsOf(separable)).toBe(243 + 108);
    expect(frameAt(separable, 243)).toMatchObject({ stage: 0, cellsDone: 27 });
    expect(frameAt(separable, 243.5)).toMatchObject({ stage: 1, ordinal: 0, cellsDone: 0 });
    expect(frameAt(separable, 351)).toMatchObject({ stage: 1, cellsDone: 36 });
  });
});

describe('the order of cells', () => {
  test.each([standard, separable, plan({ input: [2, 3, 4, 2], filters: 3, kernel: 2, padding: 'same' })])(
    'cellAt and ordinalOf are inverse, each cell once',
    (subject) => {
      for (const stage of subject.stages) {
        const seen = new Set<string>();
        for (let ordinal = 0; ordinal < cellCount(stage); ordinal += 1) {
          const cell = cellAt(stage, ordinal);
          expect(ordinalOf(stage, cell)).toBe(ordinal);
          seen.add(String(cell));
        }
        expect(seen.size).toBe(cellCount(stage));
      }
    },
  );

  test('a frame holds the terms of its own cell', () => {
    for (let step = 0; step <= 972; step += 13) {
      const frame = frameAt(standard, step);
      expect(frame.terms).toEqual(termsOf(standard.stages[0], frame.cell));
    }
  });
});
