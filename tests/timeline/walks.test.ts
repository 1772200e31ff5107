/** The orders of a run beside filter by filter: places of a 1×1 mix, lanes in step, and a scatter walk along inputs. */
import { describe, expect, test } from 'vitest';
import { counts } from '../../src/math/counts.js';
import { outputsFedBy, termsOf } from '../../src/math/incidence.js';
import { plan } from '../../src/math/plan.js';
import type { Plan } from '../../src/math/types.js';
import { inputCellAt, inputOrdinalOf } from '../../src/timeline/cells.js';
import { frameAt } from '../../src/timeline/frame.js';
import { highlightOf } from '../../src/timeline/highlight.js';
import { stepInWalk } from '../../src/timeline/in-walk.js';
import { stepsOf } from '../../src/timeline/position.js';
import { nextStop, previousStop } from '../../src/timeline/stops.js';
import { advance } from '../../src/timeline/tempo.js';
import type { Beat, Grain, Walk } from '../../src/timeline/types.js';

const depthwise = plan({ input: [5, 5, 3], filters: 3, groups: 3 });
const doubled = plan({ input: [5, 5, 3], filters: 6, groups: 3 });
const pointwise = plan({ input: [5, 5, 3], filters: 4, kernel: 1 });
const transposed = plan({ op: 'transposed', input: [2, 2, 1], stride: 2 });
const cropped = plan({ op: 'transposed', input: [2, 2, 1], stride: 2, padding: 1, outputPadding: 1 });
const rich = plan({
  op: 'transposed',
  input: [2, 2, 3, 4],
  filters: 6,
  groups: 2,
  stride: [2, 1],
  padding: 1,
  bias: true,
  activation: 'relu6',
});

function stops(subject: Plan, grain: Grain, walk: Walk = 'output'): number[] {
  const found = [0];
  const end = stepsOf(subject, walk);
  while (found[found.length - 1] < end) found.push(nextStop(subject, found[found.length - 1], grain, walk));
  return found;
}

function beatsOf(subject: Plan, from: number, to: number, walk: Walk = 'output'): Beat[] {
  return stops(subject, 'beat', walk)
    .filter((step) => step > from && step <= to + 1e-9)
    .map((step) => frameAt(subject, step, walk).beat);
}

describe('lanes: where no channels are added', () => {
  test('the first lane goes alone, then the other two at once, then all three in step', () => {
    expect(frameAt(depthwise, 5).lanes).toEqual([[0, 0, 0, 0]]);
    expect(frameAt(depthwise, 10).lanes).toEqual([
      [0, 0, 0, 1],
      [0, 0, 0, 2],
    ]);
    expect(frameAt(depthwise, 28).lanes.map(([, row, column, channel]) => [row, column, channel])).toEqual([
      [0, 1, 0],
      [0, 1, 1],
      [0, 1, 2],
    ]);
    expect(stops(depthwise, 'cell')).toEqual([0, 9, 27, 54, 81, 108, 135, 162, 189, 216, 243]);
  });

  test('a multiplier makes the maps of a channel together', () => {
    expect(frameAt(doubled, 5).lanes.map((cell) => cell[3])).toEqual([0, 1]);
    expect(frameAt(doubled, 20).lanes.map((cell) => cell[3])).toEqual([2, 3, 4, 5]);
  });

  test('a term of three lanes is three steps, and each lane has added it', () => {
    expect(nextStop(depthwise, 27, 'term')).toBe(30);
    expect(frameAt(depthwise, 30)).toMatchObject({ term: 1, beat: 'add', cellsDone: 3 });
    expect(frameAt(depthwise, 54)).toMatchObject({ term: 9, beat: 'write', cellsDone: 6 });
  });

  test('the volume comes apart once and is glued once; nothing is merged', () => {
    expect(beatsOf(depthwise, 0, 9)).toEqual(['spread', 'filter', 'place', 'lift', 'weigh', 'add', 'write']);
    expect(beatsOf(depthwise, 9, 27)).toEqual(['place', 'lift', 'weigh', 'add', 'write']);
    expect(beatsOf(depthwise, 216, 243).slice(-2)).toEqual(['write', 'glue']);
  });
});

describe('a 1×1 mix', () => {
  test('takes the values of a place once and uses them for every filter', () => {
    expect(beatsOf(pointwise, 0, 3)).toEqual([
      'filter',
      'place',
      'lift',
      'weigh',
      'add',
      'add',
      'add',
      'merge',
      'write',
    ]);
    expect(beatsOf(pointwise, 3, 6)).toEqual(['weigh', 'add', 'add', 'add', 'merge', 'write']);
    expect(beatsOf(pointwise, 12, 15)[0]).toBe('place');
    expect(frameAt(pointwise, 12)).toMatchObject({ cell: [0, 0, 0, 3], cellsDone: 4 });
  });
});

describe('a scatter walk', () => {
  test('goes along inputs: four stamps of nine products', () => {
    expect(stepsOf(transposed, 'input')).toBe(36);
    expect(stepsOf(transposed, 'output')).toBe(225);
    const frame = frameAt(transposed, 14, 'input');
    expect(frame.stamp?.input).toEqual([0, 0, 1, 0]);
    expect(frame.stamp?.landed).toBe(5);
    expect(frame.useful).toEqual({ done: 14, total: 36 });
    expect(beatsOf(transposed, 0, 9, 'input')).toEqual([
      'filter',
      'place',
      'lift',
      'weigh',
      'stamp',
      'press',
    ]);
    expect(beatsOf(transposed, 9, 18, 'input')).toEqual(['place', 'lift', 'weigh', 'stamp', 'press']);
  });

  test('keeps the cropped products in the stamp and counts only the others', () => {
    const frame = frameAt(cropped, 9, 'input');
    expect(frame.stamp?.entries.map(({ output }) => output === null)).toEqual(
      [1, 1, 1, 1, 0, 0, 1, 0, 0].map(Boolean),
    );
    expect(frame.stamp?.entries[0].place).toEqual([-1, -1]);
    expect(frame.useful).toEqual({ done: 4, total: 25 });
    expect(frameAt(cropped, 36, 'input').useful).toEqual({ done: 25, total: 25 });
  });

  test('is for transposed convolutions only', () => {
    expect(frameAt(depthwise, 40, 'input')).toEqual(frameAt(depthwise, 40, 'output'));
  });

  test('bias and activation end the last stamp', () => {
    const end = stepsOf(rich, 'input');
    expect(beatsOf(rich, end - 20, end, 'input').slice(-3)).toEqual(['press', 'bias', 'activate']);
  });

  test('what the current cell has collected is a prefix of its terms, up to this very product', () => {
    const [stage] = rich.stages;
    for (let step = 1; step <= stepsOf(rich, 'input'); step += 7) {
      const { stamp, cell, terms, term } = frameAt(rich, step, 'input');
      expect(terms).toEqual(termsOf(stage, cell));
      const collected = terms
        .slice(0, term)
        .flatMap(({ input }) => (input ? [inputOrdinalOf(stage, input)] : []));
      const ordinal = inputOrdinalOf(stage, stamp!.input);
      expect(Math.max(...collected, -1)).toBeLessThanOrEqual(ordinal);
      const landed = stamp!.entries
        .slice(0, stamp!.landed)
        .some(({ output }) => String(output) === String(cell));
      expect(collected.includes(ordinal)).toBe(landed);
    }
  });

  test('a stamp is what the relation says of its input cell', () => {
    const [stage] = rich.stages;
    for (let step = 1; step < stepsOf(rich, 'input'); step += 27) {
      const { stamp } = frameAt(rich, step, 'input');
      const kept = stamp!.entries
        .filter(({ output }) => output)
        .map(({ output, weight }) => ({ output, weight }));
      expect(kept).toHaveLength(outputsFedBy(stage, stamp!.input).length);
      expect(kept).toEqual(expect.arrayContaining(outputsFedBy(stage, stamp!.input)));
    }
  });

  test('input cells go channel by channel, as the sum does', () => {
    const [stage] = rich.stages;
    const order = Array.from({ length: 48 }, (_, ordinal) => inputCellAt(stage, ordinal));
    expect(order.slice(0, 7).map(String)).toEqual(
      [
        [0, 0, 0, 0],
        [0, 0, 1, 0],
        [0, 0, 2, 0],
        [0, 1, 0, 0],
        [0, 1, 1, 0],
        [0, 1, 2, 0],
        [0, 0, 0, 1],
      ].map(String),
    );
    expect(order.map((cell) => inputOrdinalOf(stage, cell))).toEqual(order.map((_, ordinal) => ordinal));
  });
});

describe('useful products', () => {
  test.each([
    ['depthwise', depthwise],
    ['doubled', doubled],
    ['pointwise', pointwise],
    ['transposed', transposed],
    ['cropped', cropped],
    ['rich', rich],
    ['padded', plan({ input: [2, 5, 4, 2], filters: 3, padding: 'same', stride: 2 })],
    ['padded lanes', plan({ input: [2, 4, 4, 2], filters: 4, groups: 2, padding: 1 })],
  ] as const)('of %s are counted one by one along both walks', (_, subject) => {
    const total = counts(subject).usefulMacs;
    for (const walk of ['output', 'input'] as const) {
      let done = 0;
      for (const step of stops(subject, 'cell', walk).slice(1)) {
        const { terms, lanes, stamp, useful } = frameAt(subject, step, walk);
        done += stamp
          ? stamp.entries.filter(({ output }) => output).length
          : terms.filter(({ input }) => input).length * lanes.length;
        expect(useful).toEqual({ done, total });
      }
      expect(done).toBe(total);
    }
  });
});

describe('stopping and playing in every walk', () => {
  test.each([depthwise, doubled, pointwise, transposed, rich])(
    'forth and back meet the same stops',
    (subject) => {
      for (const walk of ['output', 'input'] as const) {
        for (const grain of ['term', 'beat', 'cell', 'map'] as const) {
          const forward = stops(subject, grain, walk);
          const back = [stepsOf(subject, walk)];
          while (back[0] > 0) back.unshift(previousStop(subject, back[0], grain, walk));
          expect(back).toHaveLength(forward.length);
          for (const [i, step] of back.entries()) expect(step).toBeCloseTo(forward[i], 9);
        }
      }
    },
  );

  test.each([depthwise, doubled, pointwise, transposed, rich])(
    'playing in slices comes to the same step',
    (subject) => {
      for (const walk of ['output', 'input'] as const) {
        let step = 0;
        for (let slice = 0; slice < 400; slice += 1) step = advance(subject, step, 16, walk);
        expect(step).toBeCloseTo(advance(subject, 0, 6400, walk), 6);
        expect(advance(subject, 0, 1e7, walk)).toBe(stepsOf(subject, walk));
      }
    },
  );
});

describe('from one walk to the other', () => {
  test('the product in hand stays in hand', () => {
    for (let step = 1; step < 36; step += 1) {
      const along = frameAt(transposed, step, 'input');
      const { weight, output } = along.stamp!.entries[along.stamp!.landed - 1];
      const there = stepInWalk(transposed, step, 'input', 'output');
      const gathered = frameAt(transposed, there, 'output');
      expect(gathered.cell).toEqual(output);
      expect(gathered.terms[gathered.term - 1]).toMatchObject({ weight, input: along.stamp!.input });
      expect(stepInWalk(transposed, there, 'output', 'input')).toBe(step);
    }
    expect(stepInWalk(transposed, 36, 'input', 'output')).toBe(225);
  });

  test('start and end stay, and every step of either has one in the other', () => {
    for (const subject of [transposed, cropped, rich]) {
      for (const [from, to] of [
        ['input', 'output'],
        ['output', 'input'],
      ] as const) {
        expect(stepInWalk(subject, 0, from, to)).toBe(0);
        expect(stepInWalk(subject, stepsOf(subject, from), from, to)).toBe(stepsOf(subject, to));
        for (let step = 0; step <= stepsOf(subject, from); step += 0.5) {
          const there = stepInWalk(subject, step, from, to);
          expect(there).toBeGreaterThanOrEqual(0);
          expect(there).toBeLessThanOrEqual(stepsOf(subject, to));
        }
      }
    }
  });
});

describe('a weight lights every pair that uses it', () => {
  test.each([
    [
      'a convolution',
      plan({ input: [2, 5, 4, 4], filters: 4, groups: 2, padding: 1, stride: 2, dilation: 2 }),
    ],
    ['a transposed one', rich],
  ])('of %s', (_, subject) => {
    const [stage] = subject.stages;
    const uses = new Map<string, Set<string>>();
    const [images, height, width, channels] = stage.output;
    for (let n = 0; n < images; n += 1)
      for (let y = 0; y < height; y += 1)
        for (let x = 0; x < width; x += 1)
          for (let c = 0; c < channels; c += 1)
            for (const { input, weight } of termsOf(stage, [n, y, x, c])) {
              if (!input) continue;
              const of = uses.get(String(weight)) ?? new Set();
              uses.set(String(weight), of.add(`${input} → ${[n, y, x, c]}`));
            }
    for (const [weight, pairs] of uses) {
      const index = weight.split(',').map(Number);
      const lit = highlightOf(subject, { stage: 0, tensor: 'weights', index, pinned: false })!;
      const found = lit.input.map((input, i) => `${input} → ${lit.output[i]}`);
      expect(new Set(found)).toEqual(pairs);
      expect(found).toHaveLength(pairs.size);
    }
  });

  test('one use lights that one', () => {
    const pair = { input: [0, 1, 1, 0], output: [0, 2, 2, 0] } as const;
    const lit = highlightOf(transposed, {
      stage: 0,
      tensor: 'weights',
      index: [0, 0, 0, 0],
      pair,
      pinned: true,
    });
    expect(lit).toMatchObject({ input: [pair.input], output: [pair.output], weights: [[0, 0, 0, 0]] });
  });
});

describe('beats of lanes', () => {
  test('a stop shows its own beat complete, forth and back, whatever rounding does to it', () => {
    const subject = plan({
      input: [4, 6, 2],
      filters: 2,
      groups: 2,
      kernel: 1,
      bias: true,
      activation: 'h-swish',
    });
    let step = stepsOf(subject);
    while (step > 0) {
      expect(frameAt(subject, step).progress).toBeCloseTo(1, 6);
      const earlier = previousStop(subject, step, 'beat');
      expect(nextStop(subject, earlier, 'beat')).toBeCloseTo(step, 6);
      step = earlier;
    }
  });
});
