import { afterEach, describe, expect, it } from 'vitest';
import { restoreLimitMilliseconds } from '../../src/gpu/access.js';
import { acquireGpu, gpuStatistics, releaseGpu } from '../../src/gpu/context.js';
import { GpuLostError } from '../../src/gpu/errors.js';
import { createPage } from '../../src/gpu/page.js';
import type { GpuClient, GpuEvent, SharedGpu } from '../../src/gpu/types.js';
import { FakeEnvironment } from './fake-environment.js';

const told = (canvas: EventTarget, name: string) =>
  new Promise<void>((resolve) => canvas.addEventListener(name, () => resolve(), { once: true }));

/** Loses the context through the browser and waits until its event went round. */
async function lose(gpu: SharedGpu): Promise<WEBGL_lose_context> {
  const extension = gpu.gl.getExtension('WEBGL_lose_context')!;
  const lost = told(gpu.canvas, 'webglcontextlost');
  extension.loseContext();
  await lost;
  return extension;
}

async function restore(gpu: SharedGpu, extension: WEBGL_lose_context): Promise<void> {
  // The browser allows a restore only in a task after the one that told of the loss.
  await new Promise((resolve) => setTimeout(resolve));
  const restored = told(gpu.canvas, 'webglcontextrestored');
  extension.restoreContext();
  await restored;
}

function client(name: string, log: string[]): GpuClient {
  return { name, takeOver: () => void log.push(name) };
}

function setUp() {
  const environment = new FakeEnvironment();
  const page = createPage(environment);
  const holder = {};
  const gpu = page.contexts.acquire(holder)!;
  const events: GpuEvent[] = [];
  for (const event of ['lost', 'restored', 'gone'] as const) gpu.on(event, () => events.push(event));
  return { environment, page, holder, gpu, events };
}

describe('the shared context', () => {
  const holders: object[] = [];
  const hold = () => {
    const holder = {};
    holders.push(holder);
    return holder;
  };
  afterEach(() => {
    for (const holder of holders.splice(0)) releaseGpu(holder);
  });

  it('is one for all holders, detached, and counted', () => {
    const gpus = Array.from({ length: 30 }, () => acquireGpu(hold()));
    expect(new Set(gpus).size).toBe(1);
    expect(gpus[0]!.canvas.isConnected).toBe(false);
    expect(gpuStatistics()).toMatchObject({ contexts: 1, holders: 30 });
  });

  it('is shared by a second copy of the package', async () => {
    const copyPath = '../../src/gpu/context.ts?copy';
    const copy = (await import(/* @vite-ignore */ copyPath)) as typeof import('../../src/gpu/context.js');
    expect(copy.acquireGpu).not.toBe(acquireGpu);
    expect(copy.acquireGpu(hold())).toBe(acquireGpu(hold()));
    expect(copy.gpuStatistics().contexts).toBe(1);
  });

  it('is dropped a tick after the last holder left, and made anew for the next', () => {
    const { environment, page, holder, gpu } = setUp();
    page.contexts.release(holder);
    expect(page.contexts.contexts).toBe(1);
    environment.pass(1);
    expect(page.contexts.contexts).toBe(0);
    expect(gpu.gl.isContextLost()).toBe(true);
    const next = page.contexts.acquire({})!;
    expect(next).not.toBe(gpu);
    expect(next.lost).toBe(false);
  });

  it('survives a holder that leaves and comes back in the same tick', () => {
    const { environment, page, holder, gpu } = setUp();
    page.contexts.release(holder);
    page.contexts.acquire(holder);
    environment.pass(1);
    expect(page.contexts.acquire({})).toBe(gpu);
    expect(gpu.lost).toBe(false);
  });

  it('is null where the browser refuses WebGL2', () => {
    const environment = new FakeEnvironment();
    environment.createCanvas = () => {
      const canvas = document.createElement('canvas');
      canvas.getContext = () => null;
      return canvas;
    };
    expect(createPage(environment).contexts.acquire({})).toBeNull();
  });
});

describe('the hand-over of GL state', () => {
  it('happens only when the owner changes', () => {
    const { gpu } = setUp();
    const log: string[] = [];
    const [compute, scene] = [client('compute', log), client('scene', log)];
    for (const next of [compute, compute, scene, scene, compute]) gpu.enter(next, () => log.push('work'));
    expect(log).toEqual(['compute', 'work', 'work', 'scene', 'work', 'work', 'compute', 'work']);
  });

  it('gives the state back to the outer client after nested work', () => {
    const { gpu } = setUp();
    const log: string[] = [];
    const [compute, scene] = [client('compute', log), client('scene', log)];
    gpu.enter(scene, () => {
      gpu.enter(compute, () => log.push('nested'));
      log.push('outer');
    });
    expect(log).toEqual(['scene', 'compute', 'nested', 'scene', 'outer']);
  });

  it('returns what the work returns and passes its errors on', () => {
    const { gpu } = setUp();
    expect(gpu.enter(client('compute', []), () => 7)).toBe(7);
    const fault = new Error('no luck');
    expect(() =>
      gpu.enter(client('compute', []), () => {
        throw fault;
      }),
    ).toThrow(fault);
  });
});

describe('the loss of the context', () => {
  it('freezes, then goes on in a new generation whose first client takes over', async () => {
    const { gpu, events } = setUp();
    const log: string[] = [];
    const compute = client('compute', log);
    gpu.enter(compute, () => {});
    const extension = await lose(gpu);
    expect(gpu.lost).toBe(true);
    expect(() => gpu.enter(compute, () => {})).toThrow(GpuLostError);
    await restore(gpu, extension);
    expect([gpu.lost, gpu.generation]).toEqual([false, 1]);
    gpu.enter(compute, () => {});
    expect(log).toEqual(['compute', 'compute']);
    expect(events).toEqual(['lost', 'restored']);
  });

  it('is seen at once, before the event', () => {
    const { gpu } = setUp();
    gpu.gl.getExtension('WEBGL_lose_context')!.loseContext();
    expect(gpu.lost).toBe(true);
  });

  it('is final when it happens twice', async () => {
    const { page, gpu, events } = setUp();
    await restore(gpu, await lose(gpu));
    await lose(gpu);
    expect(events).toEqual(['lost', 'restored', 'lost', 'gone']);
    expect(gpu.lost).toBe(true);
    expect(page.contexts.acquire({})).toBeNull();
  });

  it('is final when it lasts three seconds', async () => {
    const { environment, page, gpu, events } = setUp();
    const extension = await lose(gpu);
    environment.pass(restoreLimitMilliseconds - 1);
    expect(events).toEqual(['lost']);
    environment.pass(1);
    expect(events).toEqual(['lost', 'gone']);
    await restore(gpu, extension);
    expect(events).toEqual(['lost', 'gone']);
    expect(page.contexts.acquire({})).toBeNull();
  });

  it('is told to every listener, even after one threw', async () => {
    const { environment, gpu } = setUp();
    const fault = new Error('no luck');
    let heard = 0;
    gpu.on('lost', () => {
      throw fault;
    });
    const leave = gpu.on('lost', () => (heard += 1));
    gpu.on('lost', () => (heard += 1));
    leave();
    await lose(gpu);
    expect(environment.reported).toEqual([fault]);
    expect(heard).toBe(1);
  });
});
