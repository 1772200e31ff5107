import { describe, expect, it } from 'vitest';
import type { ConvSpec } from '../../src/math/types.js';
import { lanes } from '../../src/views/scene/choreography/lanes/lanes.js';
import { rod } from '../../src/views/scene/choreography/rod/rod.js';
import { standard } from '../../src/views/scene/choreography/standard/standard.js';
import type { Tile } from '../../src/views/scene/staging.js';
import { elementAt, smallIntegers, stepIn } from './scene-moment.js';
import { stagingOf } from './scene-settings.js';

/** Cells that stand on the input, not on the bench. */
const onInput = (tiles: readonly Tile[]) =>
  tiles.filter(({ station, target }) => station === 'input' && target?.tensor === 'input');
const inMaking = (tiles: readonly Tile[]) =>
  tiles.filter(({ station, target }) => station === 'output' && target?.tensor === 'output');

const wide: ConvSpec = { input: [64, 64, 64], filters: 64 };

describe('64 x 64 with 64 channels: slabs, on which the cells in hand stand as boxes', () => {
  it.each([
    ['standard', standard, wide, 700, 9, 1],
    ['lanes', lanes, { ...wide, groups: 64 }, 64 * 700, 5 * 9, 5],
    ['rod', rod, { ...wide, kernel: 1 }, 64 * 700, 1, 1],
  ] as const)('%s', (_, choreography, spec, ordinal, cells, made) => {
    const example = smallIntegers(spec);
    const step = stepIn(example.plan, 'weigh', 0.5, { ordinal });
    const { tiles } = stagingOf(choreography, example, step);
    const window = onInput(tiles);
    expect(window).toHaveLength(cells);
    expect(window.map(({ text }) => Number(text.replace('−', '-')))).toEqual(
      window.map(({ target }) => elementAt(example.view.input, target!.index)),
    );
    expect(inMaking(tiles).map(({ kind }) => kind)).toEqual(new Array(made).fill('plain'));
  });

  it('none where cells are boxes anyway, before a place is in hand, or while somebody points', () => {
    const small = smallIntegers({ input: [8, 8, 4], filters: 2 });
    expect(onInput(stagingOf(standard, small, 50).tiles)).toEqual([]);
    const large = smallIntegers(wide);
    expect(onInput(stagingOf(standard, large, 0).tiles)).toEqual([]);
    const selection = { stage: 0, tensor: 'input', index: [0, 3, 3, 0], pinned: false } as const;
    expect(onInput(stagingOf(standard, large, 5000, { selection }).tiles)).toEqual([]);
  });
});
