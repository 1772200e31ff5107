/** What a caller of the engine meets: refusals, aborts, jobs side by side, textures that are kept and given back. */

import { describe, expect, it } from 'vitest';
import type { TextureTensor } from '../../src/engine/types.js';
import { gpuStatistics } from '../../src/gpu/context.js';
import { plan, reference, tensor } from '../../src/math/index.js';
import { firstDifferentBits } from './conformance.js';
import {
  codeOf,
  expected,
  longJob,
  makeEngine,
  newContext,
  newPage,
  planned,
  sample,
  tensors,
} from './harness.js';

describe('refusals', () => {
  it('reject with typed codes', async () => {
    const engine = await makeEngine();
    const data = new Float32Array(3);
    const wrongWeights = { ...tensors, stages: [{ weights: { shape: [3], data } }] };
    expect(await codeOf(engine.run(plan({ input: [2, 2, 1], kernel: 5 }), tensors))).toBe('illegal-plan');
    expect(await codeOf(engine.run(planned, wrongWeights))).toBe('bad-tensors');
    expect(await codeOf(engine.run(planned, tensors, { upTo: -1 }))).toBe('out-of-range');
    expect(await codeOf(engine.terms(planned, tensors, { index: [0, 0, 0, 99] }))).toBe('out-of-range');
    expect(await codeOf(engine.terms(planned, tensors, { stage: 1, index: [0, 0, 0, 0] }))).toBe(
      'out-of-range',
    );
  });

  it('come before anything is allocated where tensors exceed the budget', async () => {
    const engine = await makeEngine();
    const before = engine.statistics.liveTextures;
    const wide = plan({ input: [8, 8, 1], kernel: 1, filters: 2_000_000 });
    const many = { input: tensor([1, 8, 8, 1], 1), weights: tensor([1, 1, 1, 2_000_000], 1) };
    await expect(engine.run(wide, many)).rejects.toMatchObject({ code: 'too-large', message: /MiB/ });
    expect(engine.statistics.liveTextures).toBe(before);
  });

  it('of a term table beyond its limit', async () => {
    const engine = await makeEngine();
    const job = longJob();
    expect(await codeOf(engine.termTable(job.plan, job.tensors))).toBe('too-large');
  });
});

describe('an abort', () => {
  it('ends a job before it starts, between its slices, and in its last tick', async () => {
    const engine = await makeEngine();
    expect(await codeOf(engine.run(planned, tensors, { signal: AbortSignal.abort() }))).toBe('aborted');
    const between = new AbortController();
    const job = longJob();
    const running = engine.run(job.plan, job.tensors, { signal: between.signal });
    setTimeout(() => between.abort());
    expect(await codeOf(running)).toBe('aborted');
    const late = new AbortController();
    const done = engine.run(planned, tensors, { signal: late.signal });
    late.abort();
    expect(await codeOf(done)).toBe('aborted');
  });

  it('leaves the engine and its textures in order', async () => {
    const engine = await makeEngine();
    await engine.run(planned, tensors);
    const { liveTextures } = engine.statistics;
    const late = new AbortController();
    const done = engine.run(planned, tensors, { signal: late.signal, keep: 'texture' });
    late.abort();
    expect(await codeOf(done)).toBe('aborted');
    expect(engine.statistics.liveTextures).toBe(liveTextures);
    expect(firstDifferentBits((await engine.run(planned, tensors)).data, expected)).toBe(-1);
  });
});

describe('the page', () => {
  it('stays responsive during a long job, and other jobs run between its slices', async () => {
    const engine = await makeEngine();
    const job = longJob();
    let finished = false;
    const long = engine.run(job.plan, job.tensors).then((output) => {
      finished = true;
      return output;
    });
    const short = await engine.run(planned, tensors);
    expect(finished).toBe(false);
    expect(firstDifferentBits(short.data, expected)).toBe(-1);
    expect(firstDifferentBits((await long).data, reference(job.plan, job.tensors).data)).toBe(-1);
  });

  it('has one context for many engines, and none when all are disposed of', async () => {
    const { environment } = newPage();
    const many = await Promise.all(Array.from({ length: 5 }, () => makeEngine()));
    expect(gpuStatistics()).toMatchObject({ contexts: 1, contextsMade: 1, holders: 5 });
    for (const engine of many) engine.dispose();
    environment.pass(1);
    expect(gpuStatistics()).toMatchObject({ contexts: 0, holders: 0, liveTextures: 0, liveBytes: 0 });
  });

  it('shares its context with a second copy of the package', async () => {
    newPage();
    const copyPath = '../../src/gpu/context.ts?second';
    const copy = (await import(/* @vite-ignore */ copyPath)) as typeof import('../../src/gpu/context.js');
    await makeEngine();
    const holder = {};
    copy.acquireGpu(holder);
    expect(gpuStatistics().contextsMade).toBe(1);
    copy.releaseGpu(holder);
  });
});

describe('disposing', () => {
  it('leaves no texture, and rejects what is pending and what comes', async () => {
    newPage();
    const engine = await makeEngine();
    const kept = (await engine.run(planned, tensors, { keep: 'texture' })) as TextureTensor;
    const job = longJob();
    const pending = engine.run(job.plan, job.tensors);
    expect(engine.statistics.liveTextures).toBeGreaterThan(0);
    engine.dispose();
    engine.dispose();
    kept.dispose();
    expect(await codeOf(pending)).toBe('disposed');
    expect(await codeOf(engine.run(planned, tensors))).toBe('disposed');
    expect(engine.statistics.liveTextures).toBe(0);
    expect(gpuStatistics()).toMatchObject({ liveTextures: 0, liveBytes: 0 });
  });

  it('makes no difference to another engine', async () => {
    const [first, second] = [await makeEngine(), await makeEngine()];
    await first.run(planned, tensors);
    first.dispose();
    expect(firstDifferentBits((await second.run(planned, tensors)).data, expected)).toBe(-1);
  });

  it('of nothing reuses textures: a second run of the same plan makes none', async () => {
    const engine = await makeEngine();
    await engine.run(planned, tensors);
    const { liveTextures } = engine.statistics;
    for (let run = 0; run < 5; run++) await engine.run(planned, tensors);
    expect(engine.statistics.liveTextures).toBe(liveTextures);
  });
});

describe('a kept texture', () => {
  it('holds four values a texel as float bits, as documented', async () => {
    const gl = newContext();
    const engine = await makeEngine({ gl });
    const kept = (await engine.run(planned, tensors, { keep: 'texture' })) as TextureTensor;
    expect([kept.kind, kept.shape, kept.generation]).toEqual(['texture', sample.stage.output, 0]);
    const framebuffer = gl.createFramebuffer();
    gl.bindFramebuffer(gl.FRAMEBUFFER, framebuffer);
    gl.framebufferTexture2D(gl.FRAMEBUFFER, gl.COLOR_ATTACHMENT0, gl.TEXTURE_2D, kept.texture, 0);
    const bits = new Uint32Array(kept.width * kept.height * 4);
    gl.readPixels(0, 0, kept.width, kept.height, gl.RGBA_INTEGER, gl.UNSIGNED_INT, bits);
    const values = new Float32Array(bits.buffer);
    expect(firstDifferentBits(values.slice(0, expected.length), expected)).toBe(-1);
    kept.dispose();
    kept.dispose();
  });

  it('is a plain tensor on the CPU', async () => {
    const engine = await makeEngine({ prefer: 'cpu' });
    const result = await engine.run(planned, tensors, { keep: 'texture' });
    expect('kind' in result).toBe(false);
  });
});
