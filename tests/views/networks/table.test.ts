/** Shares, table, lines in sight and knobs of the network laboratory. */
import { describe, expect, it } from 'vitest';
import { recipeOf, swapAll } from '../../../src/networks/index.js';
import { groupOf, sharesOf } from '../../../src/views/networks/groups.js';
import { knobEffects, readKnobs, writeKnobs } from '../../../src/views/networks/knobs.js';
import { nextSorting, shownLines, tableLines, toCsv, toMarkdown } from '../../../src/views/networks/table.js';
import { understoodNetwork } from '../../../src/views/networks/understood.js';
import { listWindow, scrolledTo } from '../../../src/views/networks/window.js';
import { percentText } from '../../../src/views/percent.js';
import { teach, say as sayIn, type Parameters, type WordKey } from '../../../src/words/say.js';
import { networkEn } from '../../../src/words/parts/network.js';
import { built, fromSpec } from './built.js';

teach(networkEn);
const say = (key: WordKey, parameters?: Parameters): string => sayIn('en', key, parameters);

describe('shares by kind', () => {
  it('are those of MobileNet V1 that are known, its classifier apart', () => {
    const text = (measure: 'params' | 'macs'): string =>
      sharesOf(built('mobilenet-v1').rows, measure)
        .map(({ group, layers, share }) => `${group} ${layers}: ${percentText(share)}`)
        .join(', ');
    expect(text('macs')).toBe('standard 1: 1.9, depthwise 13: 3.1, pointwise 13: 94.9, dense 1: 0.2');
    expect(text('params')).toBe(
      'standard 1: 0.0, depthwise 13: 1.0, pointwise 13: 73.8, dense 1: 24.1, batch-norm 27: 1.0',
    );
  });

  it('put what has no group of its own together, and add up to all', () => {
    for (const id of ['googlenet', 'xception', 'dcgan-generator']) {
      const { rows, totals } = built(id);
      const shares = sharesOf(rows, 'macs');
      expect(shares.reduce((sum, { value }) => sum + value, 0)).toBe(totals.macs);
      expect(rows.filter(({ kind }) => kind === 'max-pool').map(groupOf)).not.toContain('max-pool');
    }
    expect(sharesOf([], 'macs')).toEqual([]);
  });
});

describe('the table', () => {
  const { rows, fields } = built('mobilenet-v1');
  const lines = tableLines(rows, fields, 'float32', say);

  it('says each row', () => {
    expect(lines[4].text).toEqual({
      place: '5',
      name: 'conv_dw_1',
      kind: 'Depthwise convolution',
      window: '3×3',
      output: '112×112×32',
      params: '288',
      macs: '3,612,672',
      field: '7×7',
      weights: '1,152',
      activations: '1,605,632',
      reads: 'conv1_relu',
    });
    expect(lines[1].text.window).toBe('3×3 /2');
    expect(lines.at(-1)!.text).toMatchObject({ kind: 'Softmax', field: '∞', output: '1000' });
    expect(tableLines(rows, fields, 'int8', say)[4].text.weights).toBe('288');
  });

  it('sorts by what a head says, the largest number first, and back to the network’s own order', () => {
    const first = nextSorting(null, 'macs')!;
    expect(shownLines(lines, '', first)[0].row.macs).toBe(51_380_224);
    const second = nextSorting(first, 'macs')!;
    expect(shownLines(lines, '', second)[0].row.macs).toBe(0);
    expect(nextSorting(second, 'macs')).toBeNull();
    const byName = shownLines(lines, 'depthwise', nextSorting(null, 'name')).map(({ row }) => row.name);
    expect(byName.slice(0, 3)).toEqual(['conv_dw_1', 'conv_dw_2', 'conv_dw_3']);
    expect(shownLines(lines, '', nextSorting(null, 'field'))[0].text.field).toBe('∞');
  });

  it('filters by every word, in any order and case', () => {
    expect(shownLines(lines, 'DEPTHWISE 14×14', null)).toHaveLength(6);
    expect(shownLines(lines, 'conv_13', null).map(({ row }) => row.name)).toContain('conv_pw_13');
    expect(shownLines(lines, 'no such row', null)).toEqual([]);
  });

  it('goes out as CSV and as Markdown, whatever a name holds', () => {
    const odd = fromSpec({
      layers: [
        { name: 'a "b", |c', op: 'input', shape: [4, 4, 3] },
        { name: 'd', op: 'conv', filters: 1000, kernel: 3 },
      ],
    });
    const oddLines = tableLines(odd.rows, odd.fields, 'float32', say);
    const csv = toCsv(oddLines, say).split('\r\n');
    expect(csv[0]).toContain('#,Layer,Kind');
    expect(csv[1]).toContain('1,"a ""b"", |c",Input');
    expect(csv[2]).toContain(',27000,108000,3×3,');
    expect(toMarkdown(oddLines, say).split('\n')[2]).toContain('| 1 | a "b", \\|c | Input |');
  });
});

describe('lines in sight', () => {
  it('are few of many, and the rest is room', () => {
    const { start, end, before, behind } = listWindow(1000, 30, 9000, 600);
    expect([start, end, before, behind]).toEqual([292, 328, 8760, 20160]);
    expect(before + (end - start) * 30 + behind).toBe(30_000);
  });

  it.each([
    [0, 0],
    [5, 100_000],
    [1000, 29_999],
  ])('of %d lines at %d pixels stay within the list', (lines, scrolled) => {
    const { start, end } = listWindow(lines, 30, scrolled, 600);
    expect(start).toBeGreaterThanOrEqual(0);
    expect(end).toBeLessThanOrEqual(lines);
    expect(start).toBeLessThanOrEqual(end);
  });

  it('are scrolled to as little as possible', () => {
    expect([scrolledTo(2, 30, 300, 600), scrolledTo(12, 30, 300, 600), scrolledTo(30, 30, 300, 600)]).toEqual(
      [60, 300, 330],
    );
  });
});

describe('knobs', () => {
  const recipe = recipeOf('mobilenet-v1')!;

  it('are read from a line, and what is none is left out', () => {
    const settings = readKnobs(recipe, 'alpha=0.5, resolution=160 depth=3 classes=x multiplier=-1');
    expect(settings).toEqual({ alpha: 0.5, resolution: 160 });
    expect(writeKnobs(recipe, { ...settings, multiplier: 1 })).toBe('alpha=0.5 resolution=160');
    expect(readKnobs(recipeOf('resnet50')!, 'strideAt=1x1')).toEqual({ strideAt: '1x1' });
    expect(readKnobs(recipeOf('resnet50')!, 'strideAt=5x5')).toEqual({});
  });

  it('show the true ratio beside the square: 0.316 at α = 0.5, not 0.25', () => {
    const settings = { alpha: 0.5, resolution: 192 };
    const effects = knobEffects(recipe, settings, built('mobilenet-v1', settings).totals);
    const rounded = effects.map(({ knob, square, params, macs }) => [
      knob,
      ...[square, params, macs].map((value) => Number(value.toFixed(3))),
    ]);
    expect(rounded).toEqual([
      ['alpha', 0.25, 0.316, 0.263],
      ['resolution', 0.735, 1, 0.736],
    ]);
    expect(knobEffects(recipe, {}, built('mobilenet-v1').totals)).toEqual([]);
  });
});

describe('exchanged layers', () => {
  it('keep the totals of before beside them', () => {
    const spec = recipeOf('mobilenet-v1')!.build();
    const { totals, before } = understoodNetwork(spec, (rows) => swapAll(rows, 'standard'));
    expect([before!.macs, totals.macs]).toEqual([568_740_352, 4_867_293_184]);
    expect((totals.macs / before!.macs).toFixed(2)).toBe('8.56');
  });
});
