/** What views print and colour under settings that are not the usual ones. */
import { describe, expect, it } from 'vitest';
import { tensor } from '../../src/math/tensor.js';
import { displayed, type DisplaySettings } from '../../src/session/display.js';
import type { Moment, Selection } from '../../src/timeline/types.js';
import { formulaOf } from '../../src/views/formula/formula.js';
import { toText } from '../../src/views/formula/tree.js';
import { gridModel } from '../../src/views/grid/model.js';
import { colourOf } from '../../src/views/palette.js';
import { faceText } from '../../src/views/scene/face-text.js';
import { longestText } from '../../src/views/scene/glyphs.js';
import { lookOf } from '../../src/views/scene/choreography/scene.js';
import { sentenceFor } from '../../src/views/speech.js';
import { formatNumber } from '../../src/words/numbers.js';
import { scaleEn } from '../../src/words/parts/scale.js';
import { tablesEn } from '../../src/words/parts/tables.js';
import { teach } from '../../src/words/say.js';
import { english, momentOf, paper } from './moments.js';

teach(tablesEn);
teach(scaleEn);

const usual: DisplaySettings = { colourRange: 'tensor', decimals: 'auto', shared: null };
const shownWith = (moment: Moment, settings: Partial<DisplaySettings>): Moment => ({
  ...moment,
  stages: moment.stages.map((view) => displayed(view, { ...usual, ...settings }, view.ranges)),
});

/** Two channels, of which the second is a hundred times as loud; a 1×1 kernel with two filters. */
const twoChannels = (selection?: Selection): Moment =>
  momentOf({
    spec: { input: [2, 2, 2], kernel: 1, filters: 2 },
    input: tensor([1, 2, 2, 2], [0.25, 100, 0.5, 50, 1, 25, -1, 10]),
    tensors: { weights: tensor([1, 1, 2, 2], [1, 0.125, 0, 0.5]) },
    step: 16,
    ...(selection ? { selection } : {}),
  });
const selected = (index: readonly number[]): Selection => ({
  ...{ stage: 0, tensor: 'input', pinned: true },
  index,
});

const inputOf = (moment: Moment) =>
  gridModel(moment, { theme: paper, say: english }).find(({ tensor: role }) => role === 'input')!;
const fills = (moment: Moment, channel: number): string[] =>
  inputOf(moment)
    .panels[channel].cells.flat()
    .map(({ fill }) => fill);
const coloured = (values: readonly number[], range: number): string[] =>
  values.map((value) => colourOf(value, range, paper).fill);

describe('tables', () => {
  it('colour a tensor on one scale, or each channel on its own', () => {
    const quiet = [0.25, 0.5, 1, -1];
    const loud = [100, 50, 25, 10];
    const tensorWide = twoChannels();
    expect([fills(tensorWide, 0), fills(tensorWide, 1)]).toEqual([coloured(quiet, 100), coloured(loud, 100)]);
    const own = shownWith(tensorWide, { colourRange: 'channel' });
    expect([fills(own, 0), fills(own, 1)]).toEqual([coloured(quiet, 1), coloured(loud, 100)]);
  });

  it('have a legend of the widest channel, or of the one that is pointed at', () => {
    const legend = (selection?: Selection) => {
      const { low, high, note } = inputOf(
        shownWith(twoChannels(selection), { colourRange: 'channel' }),
      ).legend;
      return [low, high, note];
    };
    expect(legend()).toEqual(['−100', '100', 'each channel its own scale; the widest is shown']);
    expect(legend(selected([0, 0, 1, 0]))).toEqual([
      '−1',
      '1',
      'each channel its own scale; shown: channel 1',
    ]);
    expect(inputOf(twoChannels()).legend.note).toBe('');
  });

  it('keep a locked scale, and say that numbers lie beyond it', () => {
    const moment = twoChannels();
    const locked = { input: 10, weights: 1, products: 100, output: 100 };
    const stages = moment.stages.map((view) => displayed(view, { ...usual, colourRange: 'locked' }, locked));
    const shown = { ...moment, stages };
    expect(fills(shown, 1)).toEqual(coloured([10, 10, 10, 10], 10));
    const { high, note } = inputOf(shown).legend;
    expect([high, note]).toEqual([
      '10',
      'locked scale; some numbers lie beyond it and take the colours of its ends',
    ]);
  });

  it('print as many decimals as are asked for, and whole numbers as they are; names tell the whole number', () => {
    const texts = (decimals: DisplaySettings['decimals']) =>
      inputOf(shownWith(twoChannels(), { decimals }))
        .panels[0].cells.flat()
        .map(({ text }) => text);
    expect(texts('auto')).toEqual(['0.25', '0.5', '1', '−1']);
    expect(texts(1)).toEqual(['0.3', '0.5', '1', '−1']);
    expect(texts(4)).toEqual(['0.2500', '0.5000', '1', '−1']);
    const [[cell]] = inputOf(shownWith(twoChannels(), { decimals: 0 })).panels[0].cells;
    expect([cell.text, cell.name]).toEqual(['0', 'Input, channel 1, row 1, column 1: 0.25']);
  });
});

describe('the formula and the sentence', () => {
  it('print decimals as set, with the sign that holds for what is printed', () => {
    const told = (decimals: DisplaySettings['decimals']) => {
      const moment = shownWith(twoChannels(), { decimals });
      const at = { ...moment };
      return [
        formulaOf(at)
          .lines.map(({ nodes }) => toText(nodes))
          .join(' | '),
        sentenceFor(at, 'en'),
      ].join(' | ');
    };
    const [usualText, rounded] = [told('auto'), told(1)];
    expect(usualText).toContain('0.125');
    expect(rounded).not.toContain('0.125');
    expect(rounded).toContain('0.1');
    expect(rounded).toContain('≈');
  });
});

describe('the scene', () => {
  it('colours and prints a number on the scale of its channel', () => {
    const [view] = shownWith(twoChannels(), { colourRange: 'channel', decimals: 2 }).stages;
    expect(lookOf(view, 'input', 0.5, 0)).toEqual({ shade: 0.5, text: '0.50' });
    expect(lookOf(view, 'input', 50, 1)).toEqual({ shade: 0.5, text: '50' });
    expect(lookOf(twoChannels().stages[0], 'input', 0.5, 0)).toEqual({ shade: 0.005, text: '0.5' });
  });

  it('never prints more on a face than the shader can hold, with the sign of an addend', () => {
    for (const value of [0.1, -0.1, 12.3456, -12.3456, 123.4567, -1234.5678, 99999.5, 1e-7]) {
      for (const decimals of [0, 1, 2, 3, 4]) {
        const sign = value < 0 ? '' : '+';
        expect((sign + faceText(value, decimals)).length, `${value} ${decimals}`).toBeLessThanOrEqual(
          longestText,
        );
      }
    }
    expect([faceText(-12.3456, 4), faceText(123.4567, 4)]).toEqual(['−12.3456', '123']);
  });
});

describe('decimals', () => {
  it('round half away from zero, leave whole numbers whole, and give zero no sign', () => {
    const text = (value: number, decimals: number) => formatNumber(value, { decimals });
    expect([text(0.25, 1), text(-0.25, 1), text(-0.04, 1), text(0.5, 0)]).toEqual([
      '0.3',
      '−0.3',
      '0.0',
      '1',
    ]);
    expect([text(7, 2), text(-7, 4), text(1.5, 3)]).toEqual(['7', '−7', '1.500']);
    expect([text(NaN, 2), text(-Infinity, 2), text(2.5e9 + 0.5, 2)]).toEqual(['NaN', '−∞', '2.5e9']);
  });
});
