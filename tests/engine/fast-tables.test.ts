/** What the fast shaders are unfolded from: layouts, meetings, weights. */

import { describe, expect, it } from 'vitest';
import { blockRange, filterBlock, filterTexels } from '../../src/engine/fast/filters.js';
import { channelLayout, columnLayout, isFolded, layoutBytes } from '../../src/engine/fast/layout.js';
import { meetingsOf, slotsOf, stepOf } from '../../src/engine/fast/meetings.js';
import { axesOf, meetings } from '../../src/math/incidence.js';
import { plan, tensor, type ConvSpec, type Stage } from '../../src/math/index.js';

const stageOf = (spec: ConvSpec): Stage => plan(spec).stages[0];

describe('a layout', () => {
  it('puts columns and blocks into layers and stacks tiles', () => {
    const layout = channelLayout([2, 7, 13, 10], 4, 1, 64);
    expect(layout).toMatchObject({
      tileWidth: 4,
      tileHeight: 7,
      tilesPerImage: 3,
      width: 4,
      height: 42,
      layers: 4,
    });
    expect(isFolded(layout)).toBe(false);
    expect(layoutBytes(layout)).toBe(4 * 42 * 4 * 16);
    expect(channelLayout([1, 5, 8, 16], 4, 2, 64)).toMatchObject({ tilesPerImage: 2, height: 10, layers: 8 });
    expect(columnLayout([1, 7, 13, 3], 4, 64)).toMatchObject({
      tileWidth: 4,
      tileHeight: 2,
      tilesPerImage: 3,
    });
  });

  it('begins another stack where one is as high as a texture', () => {
    const layout = channelLayout([1, 10, 8, 40], 8, 1, 35);
    expect(layout).toMatchObject({ tilesPerStack: 3, width: 4, height: 30 });
    expect(isFolded(layout)).toBe(true);
  });

  it('is refused where not even a tile fits', () => {
    expect(() => channelLayout([1, 100, 8, 4], 8, 1, 64)).toThrow(/64 texels/);
    expect(() => channelLayout([1, 4, 1000, 4], 8, 1, 64)).toThrow(/64 texels/);
  });
});

describe('the meetings of a fragment', () => {
  const specs: ConvSpec[] = [
    { input: [1, 32, 1], kernel: [1, 3], stride: [1, 2], dilation: [1, 3], padding: 'same' },
    { op: 'transposed', input: [1, 12, 1], kernel: [1, 5], stride: [1, 4], padding: [0, 0, 2, 1] },
    { op: 'transposed', input: [1, 12, 1], kernel: [1, 3], stride: [1, 2], dilation: [1, 2] },
  ];

  it.each(specs)('are those of the relation, shifted: %j', (spec) => {
    const stage = stageOf(spec);
    const [, columns] = axesOf(stage);
    const found = meetingsOf(stage.op, columns, 4);
    const step = stepOf(stage.op, columns, 4);
    const fragment = 2;
    for (let pixel = 0; pixel < 4; pixel++) {
      const written = stage.op === 'conv' ? 'small' : 'big';
      const expected = meetings(columns, written, fragment * 4 + pixel)
        .filter(({ other }) => other >= 0)
        .map(({ tap, other }) => ({ pixel, tap, offset: other - fragment * step }));
      const mine = found.filter((meeting) => meeting.pixel === pixel);
      expect(new Set(mine.map((meeting) => JSON.stringify(meeting)))).toEqual(
        new Set(expected.map((meeting) => JSON.stringify(meeting))),
      );
    }
  });

  it('guard the places that can lie outside', () => {
    const slots = slotsOf([3, -1, 0, -1, 8], 8, 2, 16);
    expect(slots.offsets).toEqual([-1, 0, 3, 8]);
    expect(slots.offsets.map(slots.isGuarded)).toEqual([true, false, false, true]);
  });
});

describe('weights', () => {
  it('of groups that do not fill blocks stand beside zeros', () => {
    const stage = stageOf({ input: [1, 1, 6], filters: 6, groups: 3, kernel: 1, bias: true });
    const weights = tensor(
      [1, 1, 2, 6],
      Array.from({ length: 12 }, (_, at) => at + 1),
    );
    const bias = tensor([6], [10, 20, 30, 40, 50, 60]);
    const range = blockRange(stage, 1);
    expect([range.count, range.firstOf(0), range.firstOf(1)]).toEqual([1, 0, 1]);
    const { width, height, data } = filterTexels(stage, { weights, bias }, 1);
    expect([width, height]).toEqual([5, 2]);
    const rows = Array.from({ length: 10 }, (_, texel) => [...data.slice(texel * 4, texel * 4 + 4)]);
    expect(rows).toEqual([
      [1, 2, 0, 0],
      [7, 8, 0, 0],
      [0, 0, 3, 4],
      [0, 0, 9, 10],
      [10, 20, 30, 40],
      [5, 6, 0, 0],
      [11, 12, 0, 0],
      [0, 0, 0, 0],
      [0, 0, 0, 0],
      [50, 60, 0, 0],
    ]);
  });

  it('of channels that each read one lie channel by channel, the bias behind them', () => {
    const stage = stageOf({ input: [3, 3, 2], filters: 2, groups: 2, kernel: [1, 3], bias: true });
    const weights = tensor([1, 3, 1, 2], [1, 2, 3, 4, 5, 6]);
    const bias = tensor([2], [7, 8]);
    expect([...filterBlock(stage, { weights, bias })]).toEqual([1, 3, 5, 7, 2, 4, 6, 8]);
  });
});
