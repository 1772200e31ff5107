/** The checkerboard laboratory's model against golden maps and against stamps laid down one by one. */
import { describe, expect, it } from 'vitest';
import { checkerboard, type CheckerSetting } from '../../src/views/checkerboard/model.js';
import { pairAfterKey, pairTiles, ratioText, tileLabel } from '../../src/views/checkerboard/pairs.js';
import { cureSentence, mapLabel, verdict } from '../../src/views/checkerboard/sentence.js';
import golden from '../golden/checkerboard.json' with { type: 'json' };
import { chinese, english } from './moments.js';

const square = (kernel: number, stride: number, layers = 1): CheckerSetting => ({
  kernel: [kernel, kernel],
  stride: [stride, stride],
  layers,
});

/** Counts along an axis of n cells, by stamping. */
function stamped(input: readonly number[], kernel: number, stride: number): number[] {
  const counts = Array.from({ length: (input.length - 1) * stride + kernel }, () => 0);
  input.forEach((paths, cell) => {
    for (let tap = 0; tap < kernel; tap++) counts[cell * stride + tap] += paths;
  });
  return counts;
}

const settings = pairTiles
  .flat()
  .flatMap(({ kernel, stride }) => [1, 2, 3].map((layers) => ({ kernel, stride, layers })));

describe('the checkerboard', () => {
  it('is golden’s wherever golden has the kernel and the stride uncropped', () => {
    const plain = golden.maps.filter(({ layers }) =>
      layers.every(({ k, s, d, crop, outputPadding }) => {
        const isBare = d === 1 && outputPadding === 0 && crop.every((side) => side === 0);
        return isBare && k === layers[0].k && s === layers[0].s;
      }),
    );
    expect(plain.length).toBeGreaterThan(15);
    for (const { name, layers, interiorPattern, uniformInterior, min2d, max2d, counts1d } of plain) {
      const board = checkerboard(square(layers[0].k, layers[0].s, layers.length));
      const [, columns] = board.transposed.axes;
      expect(columns.pattern, name).toEqual(interiorPattern);
      expect(board.transposed.uniform, name).toBe(uniformInterior);
      if (layers.length > 1) continue;
      const { least, most } = board.transposed.spread;
      expect([least, most], name).toEqual([min2d, max2d]);
      expect(board.transposed.axes[0].counts.slice(0, 5), name).toEqual(counts1d.slice(0, 5));
    }
  });

  it.each(settings)('lays stamp on stamp: kernel $kernel, stride $stride, $layers layers', (each) => {
    const { kernel, stride, layers } = each;
    const board = checkerboard(square(kernel, stride, layers));
    let counts = Array.from({ length: board.input[0] }, () => 1);
    for (let layer = 0; layer < layers; layer++) {
      counts = stamped(counts, kernel, stride);
      const [rows, columns] = board.steps[layer].axes;
      const { first, last } = columns.shown;
      expect(columns.size).toBe(counts.length);
      expect(columns.counts).toEqual(counts.slice(first, last + 1));
      expect(rows.counts).toEqual(columns.counts);
      const plane = rows.counts.map((down) => columns.counts.map((across) => down * across));
      expect(board.steps[layer].counts).toEqual(plane);
    }
    expect(board.transposed.uniform).toBe(kernel % stride === 0);
    const { interior } = board.transposed.axes[1];
    expect(interior).not.toBeNull();
    const inside = counts.slice(interior!.first, interior!.last + 1);
    const spread = board.transposed.axes[1].spread;
    expect(Math.min(...inside)).toBeGreaterThanOrEqual(spread.least);
    expect(Math.max(...inside)).toBeLessThanOrEqual(spread.most);
    expect(board.resized.uniform).toBe(true);
    expect(board.resized.spread).toEqual({
      least: kernel ** (2 * layers),
      most: kernel ** (2 * layers),
      ratio: 1,
    });
  });

  it('keeps rows and columns apart, and tells where stamps land', () => {
    const board = checkerboard({ kernel: [3, 4], stride: [2, 2], layers: 1 });
    expect(board.transposed.axes.map(({ pattern }) => pattern)).toEqual([
      [2, 1],
      [2, 2],
    ]);
    expect(board.stamps[0].slice(0, 3)).toEqual([
      { first: 0, last: 2 },
      { first: 2, last: 4 },
      { first: 4, last: 6 },
    ]);
    expect(board.transposed.axes[0].interior).toEqual({ first: 1, last: 9 });
  });

  it('draws no more than the middle of a long axis', () => {
    const [, columns] = checkerboard(square(8, 5, 3)).transposed.axes;
    expect(columns.counts).toHaveLength(48);
    expect(columns.shown.first).toBe(Math.floor((columns.size - 48) / 2));
  });
});

describe('what is said', () => {
  it.each([
    [square(4, 2), 'stride 2 divides kernel 4: even overlap except at the border, every cell gets 4.'],
    [
      square(3, 2),
      'stride 2 does not divide kernel 3: uneven overlap, some cells get 1 and others 4: 4 times as much.',
    ],
    [square(2, 3), 'stride 3 is larger than kernel 2: holes, some cells get nothing at all and others 1.'],
    [
      { kernel: [3, 4], stride: [2, 2], layers: 1 } as const,
      'rows: stride 2 does not divide kernel 3; columns: stride 2 divides kernel 4: uneven overlap, some cells get 2 and others 4: 2 times as much.',
    ],
  ])('of %j', (setting, sentence) => {
    expect(verdict(checkerboard(setting), setting, english)).toBe(sentence);
    expect(verdict(checkerboard(setting), setting, chinese)).toMatch(/。$/);
  });

  it('of the cure and of a map', () => {
    const setting = square(3, 2);
    const board = checkerboard(setting);
    expect(cureSentence(board, setting, english)).toContain(
      'a block of 2×2 (nearest), then convolve with stride 1: now every cell reads 9',
    );
    expect(mapLabel(board.transposed, 'Map', english)).toBe(
      'Map, 11 by 11 cells; away from the border 1 to 4 on a cell.',
    );
  });
});

describe('the table of pairs', () => {
  it('is even exactly where the stride divides the kernel', () => {
    for (const { kernel, stride, uniform, spread } of pairTiles.flat()) {
      expect(uniform).toBe(kernel % stride === 0);
      const [least, most] = [Math.floor(kernel / stride) ** 2, Math.ceil(kernel / stride) ** 2];
      expect(spread).toEqual({ least, most, ratio: most / least });
    }
    expect(ratioText(pairTiles[1][4].spread)).toBe('2.25');
    expect(ratioText(pairTiles[2][1].spread)).toBe('∞');
    expect(tileLabel(pairTiles[1][2], english)).toBe('Kernel 3, stride 2: uneven, 1 to 4, a factor of 4');
    expect(tileLabel(pairTiles[1][0], english)).toBe('Kernel 1, stride 2: holes, 0 to 1');
  });

  it('is walked by arrow keys, and ends at its edges', () => {
    expect(['ArrowRight', 'ArrowUp', 'Home', 'End', 'Tab'].map((key) => pairAfterKey(8, 1, key))).toEqual([
      [8, 1],
      [8, 1],
      [1, 1],
      [8, 1],
      null,
    ]);
    expect(pairAfterKey(3, 2, 'ArrowDown')).toEqual([3, 3]);
    expect(pairAfterKey(3, 2, 'ArrowLeft')).toEqual([2, 2]);
  });
});
