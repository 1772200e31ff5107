/** What the speed laboratory measures with: the GPU's own clock and the device's ceilings. No time is held against a bound. */

import { describe, expect, it } from 'vitest';
import { measureCeilings } from '../../src/engine/ceilings.js';
import { gpuStatistics } from '../../src/gpu/context.js';
import { reference } from '../../src/math/index.js';
import { firstDifferentBits } from './conformance.js';
import { codeOf, longJob, makeEngine, newContext, newPage } from './harness.js';

describe('a timed step', () => {
  it('gives the milliseconds of its draws, and its result', async () => {
    const engine = await makeEngine();
    const job = longJob();
    const loaded = await engine.load(job.plan, job.tensors);
    const milliseconds = await loaded.timedStep();
    const hasClock = newContext().getExtension('EXT_disjoint_timer_query_webgl2') !== null;
    expect(milliseconds !== null && milliseconds > 0).toBe(hasClock);
    expect(firstDifferentBits((await loaded.read()).data, reference(job.plan, job.tensors).data)).toBe(-1);
  });

  it.each(['exact', 'cpu'] as const)('has no clock on the %s path', async (path) => {
    const engine = await makeEngine();
    const job = longJob();
    const loaded = await engine.load(job.plan, job.tensors, { path });
    expect(await loaded.timedStep()).toBe(null);
  });
});

describe('the ceilings of a device', () => {
  it('are positive numbers, and leave nothing behind', async () => {
    const { environment } = newPage();
    const ceilings = (await measureCeilings())!;
    console.log(ceilings);
    expect(Object.values(ceilings).every((rate) => rate > 1e6 && rate < 1e16)).toBe(true);
    environment.pass(1);
    expect(gpuStatistics()).toMatchObject({ contexts: 0, holders: 0, liveTextures: 0, liveBytes: 0 });
  });

  it('can be given up', async () => {
    expect(await codeOf(measureCeilings({ signal: AbortSignal.abort() }))).toBe('aborted');
  });
});
