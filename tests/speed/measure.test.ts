import { describe, expect, it } from 'vitest';
import { counts } from '../../src/math/counts.js';
import type { Plan } from '../../src/math/types.js';
import { layerSet } from '../../src/speed/layer-sets.js';
import { measure, type Progress } from '../../src/speed/measure.js';
import { usualKnobs } from '../../src/speed/knobs.js';
import type { Report, Way } from '../../src/speed/types.js';
import { contextLost, FakeBench, FakePage } from './fakes.js';

const set = layerSet('own', { ...usualKnobs, side: 8, channels: 4, filters: 4, groups: 2 });

/** Milliseconds by the count; plain JavaScript takes ten times as long. */
const byCount = (way: Way, plan: Plan): number =>
  (0.02 + counts(plan).macs / 1e6) * (way === 'javascript' ? 10 : 1);

interface Case {
  readonly page?: FakePage;
  readonly bench?: Partial<ConstructorParameters<typeof FakeBench>[1]>;
  readonly ways?: readonly Way[];
  readonly rounds?: number;
  readonly signal?: AbortSignal;
}

function start({
  page = new FakePage(),
  bench = {},
  ways = ['fast', 'javascript'],
  rounds = 5,
  signal,
}: Case = {}) {
  const made = new FakeBench(page, { time: byCount, ...bench });
  const told: Progress[] = [];
  const report = measure(
    { set, ways, rounds },
    {
      ...{ bench: made, page },
      signal: signal ?? new AbortController().signal,
      progress: (progress) => told.push(progress),
    },
  );
  return { page, bench: made, told, report };
}

const kinds = ({ conditions }: Report): string[] => conditions.map(({ kind }) => kind);

describe('a measurement', () => {
  it('finds the time of every layer in every way, and the price of asking', async () => {
    const { report, bench, page } = start();
    const found = await report;
    for (const [layer, { plan }] of set.layers.entries())
      for (const [way, name] of found.ways.entries())
        expect(found.spreads[layer][way]!.median).toBeCloseTo(byCount(name, plan), 2);
    expect(found.launch[0]).toBeCloseTo(0.02, 2);
    expect([bench.live, page.watchers]).toEqual([0, 0]);
  });

  it('takes turns: each round begins with another layer', async () => {
    const { report, bench } = start({ ways: ['fast'], rounds: 3 });
    await report;
    const items = 1 + set.layers.length;
    const rounds = [0, 1, 2].map((round) => bench.log.slice(-items * (3 - round)).slice(0, items));
    expect(rounds[1]).toEqual([...rounds[0].slice(1), rounds[0][0]]);
    expect(rounds[2]).toEqual([...rounds[1].slice(1), rounds[1][0]]);
  });

  it('makes samples long against the steps of the clock, and says that they are coarse', async () => {
    const { report, bench } = start({ page: new FakePage(2), ways: ['fast'] });
    const found = await report;
    expect(found.conditions).toContainEqual({ kind: 'coarse-clock', step: 2 });
    expect(found.spreads[0][0]!.median).toBeCloseTo(byCount('fast', set.layers[0].plan), 2);
    expect(bench.steps).toBeGreaterThan(1000);
  });

  it('tells how far it is, from 0 to 1, and never goes back', async () => {
    const { report, told } = start();
    await report;
    const shares = told.map(({ share }) => share);
    expect(shares[0]).toBe(0);
    expect(shares.at(-1)!).toBeGreaterThan(0.95);
    expect(shares.every((share, place) => share <= 1 && (place === 0 || share >= shares[place - 1]))).toBe(
      true,
    );
    const inRounds = shares.filter((share) => share > 0.3 && share < 0.9);
    expect(inRounds.length / shares.length).toBeGreaterThan(0.4);
    expect(told[0]).toEqual({ share: 0, layer: null, way: null });
    expect(told.at(-1)!.way).toBe('javascript');
  });

  it('lets the page breathe before every sample', async () => {
    const { report, page, bench } = start();
    await report;
    expect(page.turns).toBeGreaterThanOrEqual(bench.log.length);
  });

  it('holds no more in memory than it may, and lets go of all', async () => {
    const { report, bench } = start({ ways: ['fast'], bench: { budget: 2500 } });
    const found = await report;
    expect(found.spreads.every(([spread]) => spread !== null)).toBe(true);
    expect([bench.mostLive <= 3, bench.live]).toEqual([true, 0]);
  });

  it('has the GPU’s own times beside its own, where the GPU tells them', async () => {
    const found = await start({ bench: { tellsTime: true } }).report;
    const [fast, javascript] = found.onGpu[0];
    expect(fast! / found.spreads[0][0]!.median).toBeCloseTo(0.9, 1);
    expect(javascript).toBeNull();
    expect((await start().report).onGpu[0]).toEqual([null, null]);
  });

  it('says which way a device does not have, and measures the others', async () => {
    const { report } = start({ ways: ['fast', 'exact'], bench: { missing: ['fast'] } });
    const found = await report;
    expect(found.spreads[0].map((spread) => spread !== null)).toEqual([false, true]);
    expect(found.conditions).toContainEqual({ kind: 'way-missing', way: 'fast' });
    expect(found.launch[0]).toBeNull();
  });
});

describe('a measurement that is disturbed', () => {
  it('ends at once when it is cancelled, and lets go of all', async () => {
    const cancel = new AbortController();
    const { report, bench, page } = start({
      signal: cancel.signal,
      bench: { before: (step) => step === 400 && cancel.abort() },
    });
    await expect(report).rejects.toThrow(/abort/i);
    expect([bench.live, page.watchers]).toEqual([0, 0]);
  });

  it('waits while the page is hidden, takes the spoilt sample again, and says so', async () => {
    const page = new FakePage();
    const { report } = start({
      page,
      ways: ['fast'],
      bench: {
        before: (step) => {
          if (step !== 5000) return;
          // What is computed behind a hidden page takes as long as the browser likes.
          page.setHidden(true);
          page.time += 5000;
          queueMicrotask(() => page.setHidden(false));
        },
      },
    });
    const found = await report;
    expect(found.conditions).toEqual([{ kind: 'hidden', times: 1 }]);
    expect(Math.max(...found.spreads.flat().flatMap((spread) => spread!.outliers ?? []))).toBeLessThan(1);
  });

  it('can be cancelled while the page is hidden', async () => {
    const page = new FakePage();
    page.setHidden(true);
    const cancel = new AbortController();
    const { report } = start({ page, signal: cancel.signal });
    page.onTurn = () => queueMicrotask(() => cancel.abort());
    await expect(report).rejects.toThrow(/abort/i);
  });

  it('goes on after a lost context, and says so', async () => {
    const { report } = start({
      ways: ['fast'],
      bench: {
        before: (step) => {
          if (step === 5000) throw contextLost();
        },
      },
    });
    const found = await report;
    expect(found.conditions).toEqual([{ kind: 'context-lost', times: 1 }]);
    expect(found.spreads.every(([spread]) => spread !== null)).toBe(true);
  });

  it('notices a context that was lost and came back between two samples, and makes all anew before it times it', async () => {
    const page = new FakePage();
    let anew = 0;
    const bench: FakeBench = new FakeBench(page, {
      time: (way, plan) => {
        // The first evaluation of each layer after the restore takes very long.
        const isSlow = anew > 0;
        anew -= isSlow ? 1 : 0;
        return byCount(way, plan) + (isSlow ? 900 : 0);
      },
    });
    page.onTurn = () => {
      if (page.turns !== 40) return;
      bench.changes += 2;
      anew = 1 + set.layers.length;
    };
    const found = await measure(
      { set, ways: ['fast'], rounds: 5 },
      { bench, page, signal: new AbortController().signal, progress: () => undefined },
    );
    expect(found.conditions).toEqual([{ kind: 'context-lost', times: 1 }]);
    expect(Math.max(...found.spreads.flat().map((spread) => spread!.upper))).toBeLessThan(1);
  });

  it('gives up a way that came back as another', async () => {
    const page = new FakePage();
    const bench: FakeBench = new FakeBench(page, {
      time: byCount,
      before: (step) => {
        if (step !== 5000) return;
        bench.moved = 'javascript';
        throw contextLost();
      },
    });
    const found = await measure(
      { set, ways: ['fast', 'javascript'], rounds: 5 },
      { bench, page, signal: new AbortController().signal, progress: () => undefined },
    );
    expect(found.conditions).toContainEqual({ kind: 'way-missing', way: 'fast' });
    expect(found.spreads.map(([fast, javascript]) => [fast, javascript !== null])).toEqual(
      set.layers.map(() => [null, true]),
    );
  });

  it('fails with what the bench refuses', async () => {
    const { report, bench } = start({
      bench: {
        before: (step) => {
          if (step === 100) throw new Error('too large');
        },
      },
    });
    await expect(report).rejects.toThrow('too large');
    expect(bench.live).toBe(0);
  });

  it.each([[[0.3, 1]], [[1, 0.3]]])(
    'keeps the better of the ceilings before and after: %j',
    async (reached) => {
      const gpu = { multiplyAdds: 2e11, bytes: 1e9 };
      const { ceilings } = await start({ bench: { gpu, reached } }).report;
      expect(ceilings).toEqual({ gpu, javascript: { multiplyAdds: 1e9, bytes: 4e9 } });
    },
  );

  it('finds that the device slows down', async () => {
    const page = new FakePage();
    page.onTurn = () => {
      page.sum = page.turns > 40 ? 1.4 : 1;
    };
    const { report } = start({ page, ways: ['fast'] });
    expect(kinds(await report)).toContain('slowed');
  });

  it('takes a GPU that is as slow as the processor for software', async () => {
    const found = (multiplyAdds: number) =>
      start({ ways: ['fast'], bench: { gpu: { multiplyAdds, bytes: 1e9 } } }).report;
    expect((await found(8e9)).conditions).toEqual([{ kind: 'software', ratio: 8 }]);
    expect((await found(2e11)).conditions).toEqual([]);
  });
});
