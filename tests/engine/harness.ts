/** What the tests of the engine in a browser share: pages of their own, engines that are disposed of, a small and a long job. */

import { afterEach } from 'vitest';
import { createEngine } from '../../src/engine/engine.js';
import type { Engine } from '../../src/engine/types.js';
import { createPage, type Page } from '../../src/gpu/page.js';
import { plan, reference, type Plan, type PlanTensors } from '../../src/math/index.js';
import { largeGoldenCases } from '../fixtures/golden.js';
import { randomCase } from '../fixtures/random-spec.js';
import { FakeEnvironment } from '../gpu/fake-environment.js';

const registry = globalThis as { [key: symbol]: unknown };
const engines: Engine[] = [];

/** A page of its own, whose clock the test drives. */
export function newPage(): { page: Page; environment: FakeEnvironment } {
  const environment = new FakeEnvironment();
  const page = createPage(environment);
  registry[Symbol.for('convscope.gpu.1')] = page;
  return { page, environment };
}

/** Disposed of after the test. */
export async function makeEngine(...options: Parameters<typeof createEngine>): Promise<Engine> {
  const engine = await createEngine(...options);
  engines.push(engine);
  return engine;
}

export const sample = randomCase(11);
export const planned = plan(sample.spec);
export const tensors = sample.floats;
export const expected = reference(planned, tensors).data;

/** Enough work for many slices. */
export function longJob(): { plan: Plan; tensors: PlanTensors } {
  const large = largeGoldenCases.find(({ name }) => name === 'large/pointwise-56x56x64-to-128')!;
  return { plan: plan(large.spec), tensors: large.tensors() };
}

export const codeOf = (promise: Promise<unknown>) =>
  promise.then(
    () => 'resolved',
    (error: { code?: string }) => error.code,
  );

export const told = (canvas: EventTarget, name: string) =>
  new Promise<void>((resolve) => canvas.addEventListener(name, () => resolve(), { once: true }));

export async function lose(gl: WebGL2RenderingContext): Promise<() => Promise<void>> {
  const extension = gl.getExtension('WEBGL_lose_context')!;
  const lost = told(gl.canvas, 'webglcontextlost');
  extension.loseContext();
  await lost;
  return async () => {
    await new Promise((resolve) => setTimeout(resolve));
    const restored = told(gl.canvas, 'webglcontextrestored');
    extension.restoreContext();
    await restored;
  };
}

export const newContext = () => document.createElement('canvas').getContext('webgl2')!;

afterEach(() => {
  for (const engine of engines.splice(0)) engine.dispose();
});
