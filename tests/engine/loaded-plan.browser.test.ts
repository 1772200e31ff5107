/** Plans that stay loaded: on every rung, across a lost context, and what they leave behind. */

import { describe, expect, it } from 'vitest';
import type { Engine, LoadedPlan, TextureTensor } from '../../src/engine/types.js';
import { gpuStatistics } from '../../src/gpu/context.js';
import { plan, reference, tensor, type ConvSpec, type Tensor } from '../../src/math/index.js';
import { mulberry32, randomIntegers } from '../fixtures/random-spec.js';
import { firstDifferentBits } from './conformance.js';
import { codeOf, longJob, lose, makeEngine, newContext, newPage } from './harness.js';

/** Two stages of small integers: exact in any order of summation. */
const specs: ConvSpec[] = [
  { input: [9, 11, 3], filters: 5, padding: 'same', bias: true, activation: 'relu' },
  { op: 'transposed', filters: 2, stride: 2, kernel: 3 },
];
const planned = plan(specs);
const random = mulberry32(3);
const integers = (shape: readonly number[]) => randomIntegers(shape, random);
const [first, second] = planned.stages;
const tensors = {
  input: integers(first.input),
  stages: [
    { weights: integers(first.weightShape), bias: integers([first.filters]) },
    { weights: integers(second.weightShape) },
  ],
};
const another = integers(first.input);
const expectedFor = (input: Tensor) => reference(planned, { ...tensors, input }).data;

async function evaluated(loaded: LoadedPlan): Promise<Float32Array> {
  await loaded.step();
  await loaded.finished();
  return (await loaded.read()).data;
}

const rungs: [path: 'fast' | 'exact' | 'cpu', prefer: Engine['backend']][] = [
  ['fast', 'webgl2'],
  ['exact', 'webgl2-exact'],
  ['cpu', 'cpu'],
];

describe.each(rungs)('on the %s path', (path, prefer) => {
  it('evaluates again and again, also another input', async () => {
    const engine = await makeEngine({ prefer });
    const loaded = await engine.load(planned, tensors);
    expect([engine.backend, engine.fallbackReason, loaded.path]).toEqual([prefer, null, path]);
    for (const input of [tensors.input, another, tensors.input, another]) {
      loaded.setInput(input);
      expect(firstDifferentBits(await evaluated(loaded), expectedFor(input))).toBe(-1);
    }
  });

  it('is what a plan gets that asks for it, whatever else the engine can do', async () => {
    const engine = await makeEngine();
    const loaded = await engine.load(planned, tensors, { path });
    expect(loaded.path).toBe(path);
    expect(firstDifferentBits(await evaluated(loaded), expectedFor(tensors.input))).toBe(-1);
  });

  it('keeps a copy that later steps do not touch', async () => {
    const gl = newContext();
    const engine = await makeEngine(prefer === 'cpu' ? { prefer } : { prefer, gl });
    const loaded = await engine.load(planned, tensors);
    await loaded.step();
    const kept = loaded.keep();
    loaded.setInput(another);
    await loaded.step();
    const data = 'kind' in kept ? valuesOf(gl, kept) : kept.data;
    expect(firstDifferentBits(data, expectedFor(tensors.input))).toBe(-1);
    expect(firstDifferentBits((await loaded.read()).data, expectedFor(another))).toBe(-1);
    if ('kind' in kept) kept.dispose();
  });

  it('has no result before the first step, and none after it is disposed of', async () => {
    const engine = await makeEngine({ prefer });
    const loaded = await engine.load(planned, tensors);
    expect(await codeOf(loaded.read())).toBe('out-of-range');
    expect(() => loaded.keep()).toThrow(/no step/);
    loaded.dispose();
    loaded.dispose();
    expect(await codeOf(loaded.step())).toBe('disposed');
  });

  it('refuses tensors that do not fit', async () => {
    const engine = await makeEngine({ prefer });
    const loaded = await engine.load(planned, tensors);
    expect(() => loaded.setInput(tensor([1, 2, 2, 1], 0))).toThrow(/shape/);
    expect(await codeOf(engine.load(planned, { ...tensors, stages: [] }))).toBe('bad-tensors');
  });

  it('ends a step that is aborted', async () => {
    const engine = await makeEngine({ prefer });
    const loaded = await engine.load(planned, tensors);
    await loaded.step();
    const late = new AbortController();
    const stepping = codeOf(loaded.step({ signal: late.signal }));
    late.abort();
    expect(await stepping).toBe('aborted');
    expect(firstDifferentBits(await evaluated(loaded), expectedFor(tensors.input))).toBe(-1);
  });
});

/** Read back as documented. */
function valuesOf(
  gl: WebGL2RenderingContext,
  { texture, width, height, shape }: TextureTensor,
): Float32Array {
  gl.bindFramebuffer(gl.FRAMEBUFFER, gl.createFramebuffer());
  gl.framebufferTexture2D(gl.FRAMEBUFFER, gl.COLOR_ATTACHMENT0, gl.TEXTURE_2D, texture, 0);
  const bits = new Uint32Array(width * height * 4);
  gl.readPixels(0, 0, width, height, gl.RGBA_INTEGER, gl.UNSIGNED_INT, bits);
  return new Float32Array(bits.buffer).slice(
    0,
    shape.reduce((product, size) => product * size),
  );
}

describe('a loaded plan', () => {
  it('outlives a lost context and, after the second loss, the GPU', async () => {
    const { page } = newPage();
    const engine = await makeEngine();
    const loaded = await engine.load(planned, tensors);
    await loaded.step();
    const { gl } = page.contexts.acquire(engine)!;
    const restore = await lose(gl);
    expect(await codeOf(loaded.read())).toBe('context-lost');
    const stepping = [loaded.step(), loaded.step()];
    await restore();
    await Promise.all(stepping);
    expect(loaded.path).toBe('fast');
    expect(firstDifferentBits((await loaded.read()).data, expectedFor(tensors.input))).toBe(-1);
    loaded.setInput(another);
    await lose(gl);
    expect(firstDifferentBits(await evaluated(loaded), expectedFor(another))).toBe(-1);
    expect(loaded.path).toBe('cpu');
  });

  it('of long work is handed over in slices, and can be aborted between them', async () => {
    const gl = newContext();
    const engine = await makeEngine({ gl });
    const job = longJob();
    const loaded = await engine.load(job.plan, job.tensors);
    const drawArrays = gl.drawArrays.bind(gl);
    const abort = new AbortController();
    gl.drawArrays = (...call) => {
      drawArrays(...call);
      abort.abort();
    };
    expect(await codeOf(loaded.step({ signal: abort.signal }))).toBe('aborted');
    gl.drawArrays = drawArrays;
    // Half of it may be there.
    expect(await codeOf(loaded.read())).toBe('out-of-range');
    const { draws } = engine.statistics;
    expect(firstDifferentBits(await evaluated(loaded), reference(job.plan, job.tensors).data)).toBe(-1);
    expect(engine.statistics.draws).toBeGreaterThan(draws + 2);
  });

  it('leaves no texture', async () => {
    newPage();
    const engine = await makeEngine();
    const loaded = await engine.load(planned, tensors);
    await loaded.step();
    (loaded.keep() as TextureTensor).dispose();
    loaded.dispose();
    await engine.run(planned, tensors, { path: 'fast', all: true });
    const forgotten = await engine.load(planned, tensors);
    await forgotten.step();
    engine.dispose();
    expect(await codeOf(forgotten.step())).toBe('disposed');
    expect(engine.statistics.liveTextures).toBe(0);
    expect(gpuStatistics()).toMatchObject({ liveTextures: 0, liveBytes: 0 });
  });

  it('that is too large is refused before anything is allocated', async () => {
    const engine = await makeEngine();
    await engine.load(planned, tensors);
    const { liveTextures } = engine.statistics;
    const wide = plan({ input: [64, 64, 1], kernel: 1, filters: 8192, groups: 1 });
    const many = { input: tensor([1, 64, 64, 1], 1), weights: tensor([1, 1, 1, 8192], 1) };
    expect(await codeOf(engine.load(wide, many))).toBe('too-large');
    expect(engine.statistics.liveTextures).toBe(liveTextures);
  });
});

describe('where the fast path cannot be had', () => {
  it('the exact path takes its place and says why', async () => {
    const gl = newContext();
    const getExtension = gl.getExtension.bind(gl) as (name: string) => unknown;
    gl.getExtension = ((name: string) =>
      name === 'EXT_color_buffer_float' ? null : getExtension(name)) as never;
    const engine = await makeEngine({ gl });
    const loaded = await engine.load(planned, tensors);
    expect([engine.backend, engine.fallbackReason]).toEqual(['webgl2-exact', 'float-targets-missing']);
    expect(loaded.path).toBe('exact');
    const { data } = await engine.run(planned, tensors, { path: 'fast' });
    expect(firstDifferentBits(data, expectedFor(tensors.input))).toBe(-1);
  });

  it('its failed self-test is told when it is first asked for', async () => {
    const gl = newContext();
    const shaderSource = gl.shaderSource.bind(gl);
    gl.shaderSource = (shader, source) =>
      shaderSource(shader, source.replaceAll('value.w * weights[3]', 'value.w * weights[2]'));
    const engine = await makeEngine({ gl });
    const changes: string[] = [];
    engine.onChange(() => changes.push(engine.backend));
    expect([engine.backend, engine.fallbackReason]).toEqual(['webgl2', null]);
    const loaded = await engine.load(planned, tensors);
    expect([engine.backend, engine.fallbackReason, loaded.path]).toEqual([
      'webgl2-exact',
      'fast-inexact',
      'exact',
    ]);
    expect(changes).toEqual(['webgl2-exact']);
  });
});
