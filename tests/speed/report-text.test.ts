import { describe, expect, it } from 'vitest';
import { usualKnobs } from '../../src/speed/knobs.js';
import { layerSet } from '../../src/speed/layer-sets.js';
import { longestText, readReport, writeReport } from '../../src/speed/report-text.js';
import { layerSetIds, ways, type Report } from '../../src/speed/types.js';
import { cifarReport, spread } from './fakes.js';

const packed = (value: unknown): string => btoa(JSON.stringify(value)).replaceAll('=', '');
const fields = (text: string): Record<string, unknown> =>
  JSON.parse(atob(text.replaceAll('-', '+').replaceAll('_', '/'))) as Record<string, unknown>;

const full = (id: (typeof layerSetIds)[number]): Report => {
  const set = layerSet(id);
  return {
    ...cifarReport(() => 1),
    set,
    ways,
    spreads: set.layers.map((_, layer) =>
      ways.map((_way, way) => spread(1.2345678 * (layer + 1) * 7 ** way)),
    ),
    onGpu: set.layers.map(() => ways.map(() => 0.98765432)),
    launch: ways.map(() => 0.0123456),
    device: '设备 “x” '.repeat(40),
  };
};

describe('a report in a link', () => {
  it('comes back, with four digits of each number', () => {
    const report = cifarReport((multiplyAdds) => multiplyAdds / 3e6);
    const back = readReport(writeReport(report))!;
    expect(back.set).toEqual(report.set);
    expect([back.ways, back.rounds, back.conditions, back.device]).toEqual([
      report.ways,
      report.rounds,
      report.conditions,
      report.device,
    ]);
    expect(back.onGpu).toEqual(report.onGpu);
    for (const [layer, row] of report.spreads.entries())
      for (const [way, each] of row.entries())
        expect(back.spreads[layer][way]!.upper / each!.upper).toBeCloseTo(1, 3);
    expect(writeReport(back)).toBe(writeReport(readReport(writeReport(back))!));
  });

  it('keeps every condition', () => {
    const conditions: Report['conditions'] = [
      { kind: 'software', ratio: 4.2 },
      { kind: 'way-missing', way: 'exact' },
      { kind: 'hidden', times: 2 },
      { kind: 'context-lost', times: 1 },
      { kind: 'coarse-clock', step: 16.7 },
      { kind: 'slow-turns', turn: 80 },
      { kind: 'slowed', ratio: 1.5 },
    ];
    expect(readReport(writeReport({ ...cifarReport(() => 1), conditions }))!.conditions).toEqual(conditions);
  });

  it('keeps the knobs of own layers, and gaps', () => {
    const set = layerSet('own', { ...usualKnobs, side: 9 });
    const report = {
      ...full('own'),
      set,
      spreads: set.layers.map(() => [null, spread(1), null]),
      onGpu: set.layers.map(() => [null, 2, null]),
      launch: [null, 1, null],
    };
    const back = readReport(writeReport(report))!;
    expect(back.set.knobs.side).toBe(9);
    expect(back.spreads[0][0]).toBeNull();
    expect([back.launch, back.onGpu[0]]).toEqual([
      [null, 1, null],
      [null, 2, null],
    ]);
  });

  it.each(layerSetIds)('%s: fits into a link', (id) => {
    const text = writeReport(full(id));
    expect(text.length).toBeLessThan(longestText / 2);
    expect(readReport(text)!.set.layers).toHaveLength(layerSet(id).layers.length);
  });

  const good = fields(writeReport(cifarReport(() => 1)));

  it.each([
    '',
    'x',
    '%%%',
    'a'.repeat(longestText + 1),
    packed(null),
    packed([]),
    packed('report'),
    packed({}),
    packed({ ...good, v: 2 }),
    packed({ ...good, set: 'none' }),
    packed({ ...good, set: 'toString' }),
    packed({ ...good, ways: [] }),
    packed({ ...good, ways: ['fast', 'fast'] }),
    packed({ ...good, ways: 'fast' }),
    packed({ ...good, rounds: 1e9 }),
    packed({ ...good, rounds: '7' }),
    packed({ ...good, times: [] }),
    packed({ ...good, times: null }),
    packed({ ...good, times: (good.times as unknown[]).map(() => 0) }),
    packed({ ...good, launch: [1] }),
    packed({ ...good, device: 7 }),
    packed({ ...good, set: 'own', knobs: { side: 1e9, channels: 1e9 } }),
  ])('is null for what is none: %s', (text) => {
    expect(readReport(text)).toBeNull();
  });

  it('survives single faults of its numbers', () => {
    const odd = {
      ...good,
      gpu: [-1, 'x'],
      javascript: null,
      notes: [['slowed', -1], 'x', [], ['way-missing', 'x']],
    };
    const times = (good.times as unknown[][]).map(() => [
      [1, -5, 1e300],
      ['1', 2, 3],
    ]);
    const back = readReport(packed({ ...odd, times, launch: [-1, 1e30], onGpu: 'x' }))!;
    expect(back.ceilings).toEqual({ gpu: null, javascript: null });
    expect(back.conditions).toEqual([]);
    expect(back.spreads[0]).toEqual([{ median: 1, lower: 1, upper: 1, outliers: null }, null]);
    expect(back.launch).toEqual([null, null]);
  });
});
