import { describe, expect, it } from 'vitest';
import type { Measured } from '../bench/engine/measure.js';
import { cases } from '../bench/engine/cases.js';
import { speedChart } from '../bench/report/chart.js';
import { documentOf } from '../bench/report/document.js';
import { engineRows, faster, meanSpeed } from '../bench/report/engine-numbers.js';
import { amount, percent, power, ratio } from '../bench/report/numbers.js';
import type { EngineSection } from '../bench/report/results.js';
import { multiplyAddsPerLoad } from '../bench/report/roofline.js';
import { geometricMean, median, minimum } from '../bench/report/statistics.js';
import { speedTable } from '../bench/report/tables.js';
import { table } from '../bench/report/table.js';
import { filesOf, readResults } from '../bench/run/write.js';
import { readSource } from '../house/sources.js';

const measured = (engine: string, ...steady: number[]): Measured => ({
  ...{ engine, first: 10, error: 3e-7 },
  ...{ steady, latency: steady, roundTrip: steady },
});

const section: EngineSection = {
  setting: {
    ...{ date: '2020-02-20', commit: 'abc', quick: false, system: 'linux', cores: 2 },
    ...{ renderer: 'SwiftShader', browser: 'Chromium 1', versions: {} },
  },
  threads: 2,
  ceilings: { multiplyAdds: 10e9, texelLoads: 0.5e9 },
  cases: [
    {
      foreignLoad: 0.01,
      result: {
        id: 'cifar-mid',
        engines: [
          measured('convscope', 8, 10, 12),
          measured('tfjs-webgl', 60, 40, 50),
          measured('onnx-wasm', 2),
        ],
      },
    },
    {
      foreignLoad: 0.2,
      result: { id: 'tiny-conv', engines: [measured('convscope', 1), measured('tfjs-webgl', 1.25)] },
    },
  ],
};

describe('statistics', () => {
  it('of a few numbers', () => {
    expect([median([3, 1, 2]), median([4, 1, 2, 3]), minimum([3, 1, 2])]).toEqual([2, 2.5, 1]);
    expect(geometricMean([2, 8])).toBeCloseTo(4);
    expect(geometricMean([2, NaN, 8])).toBeCloseTo(4);
  });

  it('of nothing are no numbers', () => {
    expect([median([]), minimum([]), geometricMean([])]).toEqual([NaN, NaN, NaN]);
  });
});

describe('printed numbers', () => {
  it('have two digits, or all before the point', () => {
    expect([0.456, 0.996, 1, 6.54, 9.96, 93.4, 1234.5].map(ratio)).toEqual([
      '0.46',
      '1.0',
      '1.0',
      '6.5',
      '10.0',
      '93',
      '1,235',
    ]);
  });

  it('are a dash where there are none', () => {
    expect([ratio(NaN), percent(NaN), power(null)]).toEqual(['–', '–', '–']);
  });

  it('of multiply-adds have units', () => {
    expect([36, 2700, 21600, 1_769_472, 37_748_736].map(amount)).toEqual([
      '36',
      '2.7 k',
      '22 k',
      '1.8 M',
      '38 M',
    ]);
  });
});

describe('a table', () => {
  it('has its columns below each other', () => {
    const columns = [
      { head: 'name', align: 'left' as const, cell: ([name]: readonly string[]) => name },
      { head: 'n', cell: ([, number]: readonly string[]) => number },
    ];
    expect(
      table(columns, [
        ['a', '1'],
        ['longer', '1,000'],
      ]),
    ).toBe(
      ['| name   |     n |', '| ------ | ----: |', '| a      |     1 |', '| longer | 1,000 |'].join('\n'),
    );
  });
});

describe('engines', () => {
  const rows = engineRows(section);

  it('are compared by medians and by minima', () => {
    expect(rows[0].speed('convscope')).toMatchObject({ steady: 5, steadyOfMinima: 5, first: 1 });
    expect(rows[0].speed('onnx-wasm').steady).toBe(25);
    expect(rows[1].speed('onnx-wasm').steady).toBeNaN();
    expect(meanSpeed(rows, 'convscope', 'steady')).toBeCloseTo(2.5);
    expect(faster(rows, 'onnx-wasm', 'convscope')).toEqual({ count: 1, most: 5 });
  });

  it('reach a share of the ceiling, on layers that are large enough', () => {
    // 37.7 M multiply-adds in 8 ms at best, of 0.5 G loads a second with 17.5 multiply-adds each.
    expect(rows[0].shareOfCeiling('convscope')).toBeCloseTo(4.72 / 8.73, 2);
    expect(rows[1].shareOfCeiling('convscope')).toBeNaN();
  });

  it('are marked where other work disturbed them', () => {
    const lines = speedTable(section).split('\n');
    expect(lines.filter((line) => line.includes('\\*'))).toEqual([expect.stringContaining('tiny-conv')]);
  });

  /** Counted by hand for a fragment of 8 neighbouring outputs × 4 channels, or 4 × 4 pixels of one channel. */
  it.each([
    ['cifar-mid', 384 / 22],
    ['cifar-dil2', 384 / 24],
    ['cifar-first', 288 / 19],
    ['mob-pw56', 128 / 12],
    ['mob-dw112', 144 / 18],
    ['img-7x7', 784 / 30],
    ['tr-64', 256 / 22],
  ])('load so many texels: %s', (id, expected) => {
    expect(multiplyAddsPerLoad(cases.find((each) => each.id === id)!)).toBeCloseTo(expected);
  });
});

describe('the document', () => {
  it('takes its numbers from the results', () => {
    expect(
      documentOf('mean {{engine.mean}}, wins {{engine.wins}} of {{engine.count}}', { engine: section }),
    ).toBe('mean 2.5, wins 2 of 2\n');
  });

  it('says what was not measured', () => {
    const template = '# All\n\n## One\n\n{{engine.count}} layers\n\n## Two\n\n{{page.figures}} figures\n';
    expect(documentOf(template, { engine: section })).toBe(
      '# All\n\n## One\n\n2 layers\n\n## Two\n\nNot measured yet.\n',
    );
  });

  it('has no slot that nothing fills', () => {
    expect(() => documentOf('{{engine.mood}}', { engine: section })).toThrow('engine.mood');
    expect(() => documentOf('{{weather.today}}', {})).toThrow('weather.today');
  });

  it('is what the kept results give', () => {
    for (const [path, text] of Object.entries(filesOf(readResults())))
      expect(readSource(path).text).toBe(text);
  });
});

describe('the chart', () => {
  it('has a line for every case, and a sign for every engine that has a number', () => {
    const svg = speedChart(section);
    for (const { result } of section.cases) expect(svg).toContain(`>${result.id}<`);
    // One in the legend, one on the line.
    expect(svg.match(/class="onnx-wasm"/g)).toHaveLength(2);
    expect(svg.match(/class="tfjs-wasm"/g)).toHaveLength(1);
  });
});
