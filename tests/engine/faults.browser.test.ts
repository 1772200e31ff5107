/** What can go wrong around the engine: lost contexts, GPUs that lie, strangers in the GL state. */

import { describe, expect, it } from 'vitest';
import type { TextureTensor } from '../../src/engine/types.js';
import { restoreLimitMilliseconds } from '../../src/gpu/access.js';
import { acquireGpu, gpuStatistics, releaseGpu } from '../../src/gpu/context.js';
import type { GpuClient } from '../../src/gpu/types.js';
import { plan, reference } from '../../src/math/index.js';
import { randomCase } from '../fixtures/random-spec.js';
import { firstDifferentBits } from './conformance.js';
import {
  codeOf,
  expected,
  longJob,
  lose,
  makeEngine,
  newContext,
  newPage,
  planned,
  tensors,
} from './harness.js';

describe('a lost context', () => {
  it('rejects pending and new jobs, and after the restore computes the same again', async () => {
    const { page } = newPage();
    const engine = await makeEngine();
    const { gl } = page.contexts.acquire(engine)!;
    const changes: string[] = [];
    engine.onChange(() => changes.push(engine.backend));
    const kept = (await engine.run(planned, tensors, { keep: 'texture' })) as TextureTensor;
    const job = longJob();
    const pending = codeOf(engine.run(job.plan, job.tensors));
    const restore = await lose(gl);
    expect(await pending).toBe('context-lost');
    expect(await codeOf(engine.run(planned, tensors))).toBe('context-lost');
    expect(gpuStatistics().liveTextures).toBe(0);
    await restore();
    await engine.whenReady();
    kept.dispose();
    expect([engine.backend, engine.fallbackReason]).toEqual(['webgl2', null]);
    expect(firstDifferentBits((await engine.run(planned, tensors)).data, expected)).toBe(-1);
    expect(changes).toEqual(['webgl2', 'webgl2']);
    expect(((await engine.run(planned, tensors, { keep: 'texture' })) as TextureTensor).generation).toBe(1);
  });

  it('rejects a job that the loss met between its draw and its read', async () => {
    const gl = newContext();
    const engine = await makeEngine({ gl });
    const drawArrays = gl.drawArrays.bind(gl);
    gl.drawArrays = (...call) => {
      drawArrays(...call);
      gl.getExtension('WEBGL_lose_context')!.loseContext();
    };
    expect(await codeOf(engine.run(planned, tensors))).toBe('context-lost');
  });

  it('never shows what a refused read left in the destination', async () => {
    const gl = newContext();
    const engine = await makeEngine({ gl });
    gl.readPixels = () => {};
    expect(await codeOf(engine.run(planned, tensors))).toBe('context-lost');
  });

  it('for the second time moves the engine to the CPU, which goes on', async () => {
    const { page } = newPage();
    const engine = await makeEngine();
    const { gl } = page.contexts.acquire(engine)!;
    const restore = await lose(gl);
    await restore();
    await engine.whenReady();
    await lose(gl);
    await engine.whenReady();
    expect([engine.backend, engine.fallbackReason]).toEqual(['cpu', 'context-lost']);
    expect(firstDifferentBits((await engine.run(planned, tensors)).data, expected)).toBe(-1);
    const next = await makeEngine();
    expect([next.backend, next.fallbackReason]).toEqual(['cpu', 'context-lost']);
  });

  it('for three seconds moves the engine to the CPU', async () => {
    const { page, environment } = newPage();
    const engine = await makeEngine();
    await lose(page.contexts.acquire(engine)!.gl);
    const ready = engine.whenReady();
    environment.pass(restoreLimitMilliseconds);
    await ready;
    expect([engine.backend, engine.fallbackReason]).toEqual(['cpu', 'context-lost']);
    expect(firstDifferentBits((await engine.run(planned, tensors)).data, expected)).toBe(-1);
  });
});

describe('a GPU that cannot be had or trusted', () => {
  it('is replaced by the CPU where WebGL2 is refused', async () => {
    const { environment } = newPage();
    environment.createCanvas = () => {
      const canvas = document.createElement('canvas');
      canvas.getContext = () => null;
      return canvas;
    };
    const engine = await makeEngine();
    expect([engine.backend, engine.fallbackReason]).toEqual(['cpu', 'gpu-unavailable']);
    expect(firstDifferentBits((await engine.run(planned, tensors)).data, expected)).toBe(-1);
  });

  it('is replaced by the CPU where a read-back is tampered with', async () => {
    const gl = newContext();
    const readPixels = gl.readPixels.bind(gl) as (...call: unknown[]) => void;
    gl.readPixels = (...call: unknown[]) => {
      readPixels(...call);
      const destination = call[6];
      if (destination instanceof Uint32Array) destination[destination.length >> 1] ^= 1;
    };
    const engine = await makeEngine({ gl });
    expect([engine.backend, engine.fallbackReason]).toEqual(['cpu', 'readback-blocked']);
  });

  it.each(['inputTensor', 'weightTensor', 'biasTensor'])(
    'is replaced where %s has half precision',
    async (name) => {
      const gl = newContext();
      const shaderSource = gl.shaderSource.bind(gl);
      // Software GL ignores mediump, so the loss of the low 13 bits of every value is written out.
      gl.shaderSource = (shader, source) =>
        shaderSource(
          shader,
          source
            .replaceAll(new RegExp(`valueAt\\((${name}[^;]*)\\)`, 'g'), 'halved(valueAt($1))')
            .replace(
              '// A tensor in a texture',
              'float halved(float x) { return uintBitsToFloat(floatBitsToUint(x) & 0xffffe000u); }\n// A tensor in a texture',
            ),
        );
      const engine = await makeEngine({ gl });
      expect([engine.fallbackCause, engine.backend, engine.fallbackReason]).toEqual([
        null,
        'cpu',
        'gpu-inexact',
      ]);
    },
  );

  it('is replaced by the CPU where a shader does not compile, and says why', async () => {
    const gl = newContext();
    const shaderSource = gl.shaderSource.bind(gl);
    gl.shaderSource = (shader, source) => shaderSource(shader, `${source}\nno GLSL`);
    const engine = await makeEngine({ gl });
    expect([engine.backend, engine.fallbackReason]).toEqual(['cpu', 'gpu-unavailable']);
    expect(String(engine.fallbackCause)).toContain('does not compile');
  });
});

/** Another client that leaves behind all that three.js may, and worse. */
const stranger: GpuClient = {
  name: 'stranger',
  takeOver(gl) {
    for (const test of [gl.BLEND, gl.SCISSOR_TEST, gl.CULL_FACE, gl.DEPTH_TEST, gl.STENCIL_TEST])
      gl.enable(test);
    gl.enable(gl.RASTERIZER_DISCARD);
    gl.enable(gl.SAMPLE_ALPHA_TO_COVERAGE);
    gl.scissor(0, 0, 1, 1);
    gl.cullFace(gl.FRONT_AND_BACK);
    gl.depthFunc(gl.NEVER);
    gl.colorMask(false, true, false, true);
    gl.viewport(3, 3, 1, 1);
    gl.pixelStorei(gl.UNPACK_FLIP_Y_WEBGL, true);
    gl.pixelStorei(gl.UNPACK_ROW_LENGTH, 7);
    gl.pixelStorei(gl.UNPACK_SKIP_ROWS, 1);
    gl.pixelStorei(gl.PACK_SKIP_PIXELS, 1);
    gl.bindBuffer(gl.PIXEL_UNPACK_BUFFER, gl.createBuffer());
    const linear = gl.createSampler()!;
    gl.samplerParameteri(linear, gl.TEXTURE_MIN_FILTER, gl.LINEAR_MIPMAP_LINEAR);
    for (const unit of [0, 1, 2]) gl.bindSampler(unit, linear);
    gl.activeTexture(gl.TEXTURE5);
    gl.bindFramebuffer(gl.FRAMEBUFFER, null);
    gl.useProgram(null);
  },
};

describe('the hand-over of GL state', () => {
  it('keeps results right after a stranger has left everything changed', async () => {
    newPage();
    const engine = await makeEngine();
    const holder = {};
    const gpu = acquireGpu(holder)!;
    for (let seed = 1; seed <= 25; seed++) {
      const { spec, floats } = randomCase(seed);
      gpu.enter(stranger, () => {});
      const { data } = await engine.run(plan(spec), floats);
      expect(firstDifferentBits(data, reference(plan(spec), floats).data)).toBe(-1);
    }
    expect(gpu.gl.getError()).toBe(gpu.gl.NO_ERROR);
    releaseGpu(holder);
  });

  it('keeps results right in a context whose owner changes it at any time', async () => {
    const gl = newContext();
    const engine = await makeEngine({ gl });
    for (let run = 0; run < 3; run++) {
      stranger.takeOver(gl);
      expect(firstDifferentBits((await engine.run(planned, tensors)).data, expected)).toBe(-1);
    }
  });
});
