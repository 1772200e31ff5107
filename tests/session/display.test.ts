import { describe, expect, it } from 'vitest';
import { tensor } from '../../src/math/tensor.js';
import { readColourRange, readDecimals } from '../../src/session/display-setting.js';
import { channelRanges, Display, displayed, largestRanges } from '../../src/session/display.js';
import { rangeOf } from '../../src/timeline/colour-range.js';
import type { Ranges, StageView } from '../../src/timeline/types.js';
import { standardMoment } from '../views/moments.js';

const usual = { colourRange: 'tensor', decimals: 'auto', shared: null } as const;
const viewOf = (): StageView => standardMoment(0).stages[0];
/** A stage whose every number is `factor` times as large. */
const louder = (view: StageView, factor: number): StageView => ({
  ...view,
  ranges: {
    input: view.ranges.input * factor,
    weights: view.ranges.weights * factor,
    products: view.ranges.products * factor,
    output: view.ranges.output * factor,
  },
});

describe('ranges of channels', () => {
  it('are the largest finite absolute values along the last axis', () => {
    const cells = [1, -8, NaN, -2, 3, Infinity, 0.5, 0, -4];
    expect([...channelRanges(tensor([1, 3, 1, 3], cells))]).toEqual([2, 8, 4]);
  });

  it('are those of a plain loop over every cell of a layer', () => {
    const { output } = viewOf();
    const [, height, width, channels] = output.shape;
    const wanted = Array.from({ length: channels }, (_, channel) => {
      let largest = 0;
      for (let cell = 0; cell < height * width; cell++)
        largest = Math.max(largest, Math.abs(output.data[cell * channels + channel]));
      return largest;
    });
    expect(new Set(wanted).size).toBeGreaterThan(1);
    const view = displayed(viewOf(), { ...usual, colourRange: 'channel' });
    expect(wanted.map((_, channel) => rangeOf(view, 'output', channel))).toEqual(wanted);
    expect(rangeOf(view, 'output')).toBe(Math.max(...wanted));
    expect(rangeOf(view, 'products', 0)).toBe(view.ranges.products);
  });
});

describe('a scale', () => {
  it('is that of the tensor unless it is set, whatever channel is asked for', () => {
    const view = displayed(viewOf(), usual);
    expect([view.scale, view.decimals]).toEqual([undefined, undefined]);
    expect([rangeOf(view, 'input'), rangeOf(view, 'input', 2)]).toEqual([4, 4]);
  });

  it('that is locked stays when the numbers change, and tells what lies beyond', () => {
    const display = new Display();
    const view = viewOf();
    display.set({ ...usual, colourRange: 'locked' });
    expect(display.of([view])[0].scale).toMatchObject({ kind: 'locked', ranges: view.ranges, beyond: [] });
    const [loud] = display.of([louder(view, 2)]);
    expect(rangeOf(loud, 'output', 1)).toBe(view.ranges.output);
    expect(loud.scale?.beyond).toEqual(['input', 'weights', 'products', 'output']);
    expect(loud.ranges.output).toBe(2 * view.ranges.output);
    display.set({ ...usual, colourRange: 'locked', decimals: 2 });
    expect(rangeOf(display.of([louder(view, 3)])[0], 'output')).toBe(view.ranges.output);
  });

  it('that is locked anew, and the stages of a longer layer, take the ranges of then', () => {
    const display = new Display();
    const view = viewOf();
    const outputs = (...stages: StageView[]) => display.of(stages).map((each) => rangeOf(each, 'output'));
    display.set({ ...usual, colourRange: 'locked' });
    expect(outputs(view)).toEqual([32]);
    expect(outputs(louder(view, 2), louder(view, 3))).toEqual([32, 96]);
    display.set(usual);
    display.set({ ...usual, colourRange: 'locked' });
    expect(outputs(louder(view, 2))).toEqual([64]);
  });

  it('of several layers is the largest of them by role, and comes before what each has set', () => {
    const one: Ranges = { input: 1, weights: 9, products: 3, output: 4 };
    const other: Ranges = { input: 5, weights: 2, products: 8, output: 4 };
    const shared = largestRanges([{ ranges: one }, { ranges: other }]);
    expect(shared).toEqual({ input: 5, weights: 9, products: 8, output: 4 });
    const view = displayed(viewOf(), { ...usual, colourRange: 'channel', shared });
    expect([view.scale?.kind, rangeOf(view, 'weights', 1)]).toEqual(['shared', 9]);
  });

  it('is made once for the same stages, so that textures are too', () => {
    const display = new Display();
    const stages = [viewOf()];
    display.set({ ...usual, colourRange: 'channel' });
    expect(display.of(stages)).toBe(display.of(stages));
    expect(display.of([...stages])).not.toBe(display.of(stages));
  });
});

describe('a setting', () => {
  it('is read from text or number, and is the usual one where it is none', () => {
    expect(['2', 2, 'auto', '5', null, ''].map(readDecimals)).toEqual([2, 2, 'auto', 'auto', 'auto', 'auto']);
    expect(['locked', 'channel', 'all'].map(readColourRange)).toEqual(['locked', 'channel', 'tensor']);
    const display = new Display();
    display.set({ ...usual, decimals: '3' });
    expect(display.of([viewOf()])[0].decimals).toBe(3);
  });
});
