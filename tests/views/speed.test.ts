import { describe, expect, it } from 'vitest';
import { comparisonOf, excessOf } from '../../src/speed/comparison.js';
import { readReport, writeReport } from '../../src/speed/report-text.js';
import { usualKnobs } from '../../src/speed/knobs.js';
import { layerSet } from '../../src/speed/layer-sets.js';
import type { Condition, Report } from '../../src/speed/types.js';
import { layOutLanes } from '../../src/views/speed/lanes.js';
import { fullNameOf, shapesOf } from '../../src/views/speed/names.js';
import { layOutRoof } from '../../src/views/speed/roof.js';
import {
  conditionSentence,
  explanation,
  headline,
  partSentences,
  warnings,
} from '../../src/views/speed/sentence.js';
import { speedCsv, speedMarkdown, speedTable } from '../../src/views/speed/table.js';
import { amountText, bytesText, signedTimeText, spanText, timeText } from '../../src/views/speed/units.js';
import { layOutWings } from '../../src/views/speed/wings.js';
import type { Say } from '../../src/views/say.js';
import { say as sayIn } from '../../src/words/say.js';
import { cifarReport, spread } from '../speed/fakes.js';

const say: Say = (key, parameters) => sayIn('en', key, parameters);
const zh: Say = (key, parameters) => sayIn('zh', key, parameters);

/** Time as the count, and as much again for each stage. */
const report = cifarReport((multiplyAdds, stages) => multiplyAdds / 1e7 + 0.4 * stages);

describe('numbers with their units', () => {
  it.each([
    [timeText(1234), '1.23 s'],
    [timeText(999.8), '1 s'],
    [timeText(2.345), '2.35 ms'],
    [timeText(0.0123), '12.3 µs'],
    [timeText(0.0000005), '0.5 ns'],
    [timeText(0), '0 ns'],
    [spanText(0.95, 1.05), '0.95 … 1.05 ms'],
    [amountText(37_748_736), '37.7 M'],
    [amountText(10), '10'],
    [amountText(999_900), '1 M'],
    [bytesText(6_400_000), '6.4 MB'],
    [bytesText(12), '12 B'],
    [signedTimeText(0.5), '+500 µs'],
    [signedTimeText(-2), '−2 ms'],
    [signedTimeText(-8e-16), '0'],
  ])('%s', (text, wanted) => expect(text).toBe(wanted));
});

describe('the headline', () => {
  const at = (fewer: number, bought: number): string =>
    headline({ ...comparisonOf(report, 0)!, fewer, bought }, say);

  it.each([
    [8.352, 1.24, '8.35× fewer multiply-adds bought 1.24× less time. Where did the rest go?'],
    [8.352, 1.01, '8.35× fewer multiply-adds bought no time at all. Where did it go?'],
    [8.352, 0.5, '8.35× fewer multiply-adds took 2× as much time. Where did it go?'],
    [8.352, 8.3, '8.35× fewer multiply-adds bought 8.3× less time: all that they promised.'],
    [0.5, 0.8, '2× as many multiply-adds took 1.25× as much time.'],
  ])('%f, %f', (fewer, bought, wanted) => expect(at(fewer, bought)).toBe(wanted));
});

describe('the explanation', () => {
  it('follows from where the time went', () => {
    const asking: Report = { ...report, launch: [0.35, null] };
    expect(explanation(asking, 0, say)).toMatch(/launch-bound/);
    expect(explanation(asking, 0, say)).toMatch(/13 tasks.*350 µs/);
    const slow = (gpu: Report['ceilings']['gpu']): Report => ({
      ...report,
      ceilings: { gpu, javascript: null },
    });
    expect(explanation(slow({ multiplyAdds: 1e7, bytes: 1e12 }), 0, say)).toMatch(/compute-bound/);
    expect(explanation(slow({ multiplyAdds: 1e12, bytes: 1e6 }), 0, say)).toMatch(/memory-bound/);
    expect(explanation(slow({ multiplyAdds: 1e12, bytes: 1e12 }), 0, say)).toMatch(/idle/);
    expect(explanation(report, 1, say)).toMatch(/idle|bound/);
  });

  it('accounts for a rest that is larger than what binds', () => {
    const time = comparisonOf(report, 0)!.other.time;
    const asking: Report = {
      ...report,
      launch: [(0.42 * time) / 13, null],
      ceilings: { gpu: { multiplyAdds: 1e15, bytes: 1e15 }, javascript: null },
    };
    expect(explanation(asking, 0, say)).toMatch(/^.*42 %.*launch-bound.* larger part, 58 %/);
    expect(explanation({ ...asking, launch: [(0.6 * time) / 13, null] }, 0, say)).not.toMatch(/larger part/);
  });

  it('says what the count promised', () => {
    const { base, other, fewer } = comparisonOf(report, 0)!;
    const text = explanation(report, 0, say);
    expect(text).toContain(`Separable network: ${timeText(other.time)} measured`);
    expect(text).toContain(`it would have been ${timeText(base.time / fewer)}`);
  });

  it('names what the time beyond the promise went into', () => {
    const asking: Report = { ...report, launch: [0.35, null] };
    const comparison = comparisonOf(asking, 0)!;
    const excess = comparison.other.time - comparison.base.time / comparison.fewer;
    const parts = excessOf(comparison)!;
    expect(explanation(asking, 0, say)).toContain(
      `Of the ${timeText(excess)} beyond that, ${timeText(parts.launch)} are launch overhead.`,
    );
    const kept = cifarReport((multiplyAdds) => multiplyAdds / 1e6);
    expect(explanation(kept, 0, say)).not.toContain('beyond that');
  });

  it('speaks of the measured time, not of the promised one', () => {
    const { other } = comparisonOf(report, 0)!;
    for (const speak of [say, zh]) expect(explanation(report, 0, speak)).toContain(`${timeText(other.time)}`);
    expect(explanation(report, 0, zh)).not.toContain('。 ');
    expect(explanation(report, 0, say)).toMatch(new RegExp(`Of the ${timeText(other.time)}, \\d+ % is`));
  });

  it('does not guess', () => {
    expect(explanation({ ...report, launch: [null, null] }, 0, say)).toMatch(/not known/);
  });

  it('has parts that make up the whole', () => {
    const parts = partSentences(comparisonOf(report, 0)!.other, say);
    expect(parts.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 9);
  });
});

describe('the conditions', () => {
  const conditions: readonly Condition[] = [
    { kind: 'software', ratio: 4.2 },
    { kind: 'way-missing', way: 'fast' },
    { kind: 'hidden', times: 2 },
    { kind: 'context-lost', times: 1 },
    { kind: 'coarse-clock', step: 16.7 },
    { kind: 'slow-turns', turn: 80 },
    { kind: 'slowed', ratio: 1.5 },
  ];

  it('say so where a layer was faster than the roof, which bytes from the caches may be', () => {
    const roof = (multiplyAdds: number, bytes: number): Report => ({
      ...report,
      ...{ conditions: [], ceilings: { gpu: { multiplyAdds, bytes }, javascript: null } },
    });
    expect(warnings(roof(1e9, 1e12), say)).toEqual([expect.stringMatching(/roof is too low/)]);
    expect(warnings(roof(1e12, 1e3), say)).toEqual([]);
  });

  it('say so where layers were too large for plain JavaScript', () => {
    const large: Report = {
      ...report,
      set: layerSet('own', { ...usualKnobs, side: 256, channels: 128 }),
      ...{ conditions: [], ceilings: { gpu: null, javascript: null } },
    };
    expect(warnings(large, say).join()).toMatch(/not asked for layers of more than 537 M/);
    expect(warnings({ ...large, ways: ['fast'] }, say)).toEqual([]);
  });

  it.each(conditions)('$kind is said in both languages with nothing left open', (condition) => {
    for (const speak of [say, zh]) expect(conditionSentence(condition, speak)).not.toMatch(/[{}]|speed\./);
  });
});

describe('the names of layers', () => {
  it('are told apart within a set', () => {
    for (const id of ['cifar', 'mobilenet', 'filters', 'kernel', 'own'] as const) {
      const set = layerSet(id);
      const names = set.layers.map((layer) => `${fullNameOf(set, layer, say)} ${layer.side}`);
      expect(new Set(names).size).toBe(names.length);
    }
    expect(shapesOf(layerSet('own', { ...usualKnobs, side: 8 }).layers[0])).toBe('8×8×64 → 8×8×64');
  });
});

describe('the table', () => {
  const table = speedTable(report, null, say);

  it('has a row for each layer and way, with its ratios', () => {
    expect(table.rows).toHaveLength(28);
    const { cells } = table.rows[6];
    expect([cells.layer.text, cells.kind.text, cells.fewer.text]).toEqual([
      'block1_conv2',
      'separable',
      '7.89×',
    ]);
    expect(table.columns.map(({ id }) => id)).not.toContain('there');
  });

  it('shows another device’s times, also where they were not measured here', () => {
    const gap: Report = { ...report, spreads: [[null, null], ...report.spreads.slice(1)] };
    const both = speedTable(gap, report, say);
    expect(both.rows[0].cells.time.text).toBe('not measured');
    expect(both.rows[0].cells.there.value).toBe(report.spreads[0][0]!.median);
  });

  it('is CSV that a program reads: as many fields in each line, plain numbers', () => {
    const lines = speedCsv(table).trimEnd().split('\r\n');
    expect(lines).toHaveLength(29);
    expect(lines[0]).toMatch(/^Layer,Kind,Input → output,Way,Multiply-adds,Time \(ms\)/);
    const fields = lines[1].split(',');
    expect(fields).toHaveLength(table.plainColumns.length);
    const { lower, median, upper } = report.spreads[0][0]!;
    expect(fields.slice(5, 8).map(Number)).toEqual([median, lower, upper]);
    expect(lines[0]).toContain('First quartile (ms),Third quartile (ms)');
  });

  it('quotes what would break a line', () => {
    const odd = { ...table, plainColumns: [{ id: 'layer' as const, title: 'a "b", c' }] };
    expect(speedCsv(odd).split('\r\n')[0]).toBe('"a ""b"", c"');
  });

  it('is Markdown with a line before it, and what disturbed the measurement after it', () => {
    const lines = speedMarkdown(table, 'A title', warnings(report, say)).split('\n');
    expect(lines[0]).toBe('A title');
    expect(new Set(lines.slice(2, -3).map((each) => each.split('|').length)).size).toBe(1);
    expect(lines.at(-2)).toMatch(/^- This GPU looks like software/);
  });

  it('has no column of outliers where a link left them behind', () => {
    const linked = readReport(writeReport(report))!;
    const ids = speedTable(linked, null, say).columns.map(({ id }) => id);
    expect([ids.includes('outliers'), table.columns.some(({ id }) => id === 'outliers')]).toEqual([
      false,
      true,
    ]);
  });
});

describe('the wings', () => {
  it('are mirror images where time follows the count', () => {
    const even = cifarReport((multiplyAdds) => multiplyAdds / 1e6);
    const flat: Report = {
      ...even,
      spreads: even.spreads.map((row) => row.map((each) => spread(each!.median, 0))),
    };
    for (const { count, time, promised } of layOutWings(flat, { way: 0, there: null, width: 700 }, say)
      .rows) {
      expect(time!.length).toBeCloseTo(count.length, 6);
      expect(promised).toBeCloseTo(count.length, 6);
    }
  });

  it.each([320, 1400])('stay within %d pixels, rows apart', (width) => {
    const { rows, left, right, height } = layOutWings(report, { way: 0, there: report, width }, say);
    expect(right - left).toBeGreaterThan(90);
    for (const { count, time, there } of rows) {
      expect(count.length).toBeLessThanOrEqual(left);
      expect(right + Math.max(time!.upper, there!)).toBeLessThanOrEqual(width);
    }
    const tops = rows.map(({ top }) => top);
    expect(tops).toEqual([...tops].sort((one, other) => one - other));
    expect(tops.at(-1)).toBeLessThan(height);
  });

  it.each([320, 1400])('have room for a number beyond far outliers at %d pixels', (width) => {
    const far: Report = {
      ...report,
      spreads: report.spreads.map((row) => row.map((each) => ({ ...each!, outliers: [9 * each!.median] }))),
    };
    const { rows, right } = layOutWings(far, { way: 0, there: null, width }, say);
    for (const { time, reach } of rows) {
      expect(reach).toBeGreaterThan(time!.outliers[0].at);
      expect(right + reach + 50).toBeLessThanOrEqual(width);
    }
  });

  it('tell outliers beyond the picture from those within it', () => {
    const far: Report = {
      ...report,
      spreads: report.spreads.map((row, place) =>
        row.map((each) => ({
          ...each!,
          outliers: place === 2 ? [0.9 * each!.median, 9 * each!.median] : [],
        })),
      ),
    };
    const { rows } = layOutWings(far, { way: 0, there: null, width: 700 }, say);
    expect(rows[2].time!.outliers.map(({ isBeyond }) => isBeyond)).toEqual([false, true]);
  });

  it('name a row once for both of a pair', () => {
    const { rows } = layOutWings(report, { way: 0, there: null, width: 700 }, say);
    expect(rows.slice(0, 3).map(({ label }) => label)).toEqual(['block1_conv1', 'separable', 'block1_conv2']);
  });

  it('show nothing of a layer that was not measured', () => {
    const gap: Report = { ...report, spreads: report.spreads.map(() => [null, null]) };
    const { rows } = layOutWings(gap, { way: 0, there: null, width: 700 }, say);
    expect(rows.map(({ time, promised }) => [time, promised])).toEqual(rows.map(() => [null, null]));
    expect(rows.every(({ count }) => Number.isFinite(count.length))).toBe(true);
  });
});

describe('the roofline', () => {
  const roof = layOutRoof(report, { there: null, width: 600 }, say);

  it('has the slope’s end over the ridge, where both ceilings meet', () => {
    const gpu = roof.lines.find(({ processor }) => processor === 'gpu')!;
    const [[x0, y0], [x1, y1], [x2, y2]] = gpu.points;
    expect([x0 < x1 && x1 < x2, y0 > y1, y1]).toEqual([true, true, y2]);
  });

  it.each([600, 320])('has numbers along both axes also where they span little, %d pixels', (width) => {
    const alike = layerSet('own', { ...usualKnobs, side: 8 });
    const layers = alike.layers.slice(0, 1).map((layer) => ({ ...layer, partner: null }));
    const lone: Report = { ...report, set: { ...alike, layers }, spreads: [[spread(1, 0), spread(1, 0)]] };
    const { xTicks, yTicks, lines } = layOutRoof(lone, { there: null, width }, say);
    expect(Math.min(xTicks.length, yTicks.length)).toBeGreaterThan(2);
    expect(`${lines[0].flat} ${lines[0].slope}`).toMatch(/[\d.]+ [kMGT]B\/s$/);
  });

  it('has a point for each measured layer and way, all within the picture', () => {
    const { left, right, top, bottom } = roof.inner;
    expect(roof.points).toHaveLength(28);
    for (const { x, y } of roof.points)
      expect([x > left, x < right, y > top, y < bottom - 20]).not.toContain(false);
  });

  it('names two roofs that are close above both of them, in their order', () => {
    const at = (multiplyAdds: number) =>
      layOutRoof(
        {
          ...report,
          ceilings: { gpu: { multiplyAdds, bytes: 1e9 }, javascript: { multiplyAdds: 1e9, bytes: 4e9 } },
        },
        { there: null, width: 600 },
        say,
      );
    const [gpu, javascript] = at(1.1e9).lines;
    expect(gpu.flatY).toBeLessThanOrEqual(javascript.flatY - 12);
    expect(javascript.flatY).toBeLessThan(gpu.points[1][1]);
    for (const { flatY, points } of at(1e11).lines) expect(points[1][1] - flatY).toBeCloseTo(7, 6);
  });

  it('names a slope that is too short for its name behind the flat part', () => {
    const quick = {
      ...report,
      ceilings: { ...report.ceilings, javascript: { multiplyAdds: 1e9, bytes: 1e10 } },
    };
    const [gpu, javascript] = layOutRoof(quick, { there: null, width: 320 }, say).lines;
    expect([gpu.slope, javascript.slope]).toEqual(['1 GB/s', '']);
    expect(javascript.flat).toBe('JavaScript (dashed): 1 G/s, 10 GB/s');
  });

  it('lays another device’s roof and points below its own', () => {
    const both = layOutRoof(report, { there: cifarReport((count) => count / 1e5), width: 600 }, say);
    expect(both.lines.map(({ isThere }) => isThere)).toEqual([true, true, false, false]);
    expect(both.points.filter(({ isThere }) => isThere)).toHaveLength(28);
  });

  it('has points alone where nothing is known of the ceilings', () => {
    const bare = layOutRoof(
      { ...report, ceilings: { gpu: null, javascript: null } },
      { there: null, width: 600 },
      say,
    );
    expect([bare.lines, bare.areas, bare.points.length]).toEqual([[], [], 28]);
  });
});

describe('the lanes', () => {
  it('have names that are short enough for a phone', () => {
    const { lanes, left } = layOutLanes(report, 344, say);
    expect(lanes.slice(0, 2).map(({ label }) => label)).toEqual(['block1_conv1', 'separable']);
    for (const { label } of lanes) expect(7.2 * label.length).toBeLessThan(left);
  });

  it('have slower ways further to the right', () => {
    for (const { marks } of layOutLanes(report, 600, say).lanes) {
      expect(marks.map(({ way }) => way)).toEqual(['fast', 'javascript']);
      expect(marks[1].x).toBeGreaterThan(marks[0].x);
    }
  });
});
