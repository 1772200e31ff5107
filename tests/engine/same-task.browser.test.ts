/** A drag shows the value it stands at: what a small job gives is there before anything else of the page comes to its turn. */

import { describe, expect, it } from 'vitest';
import { partialSums } from '../../src/engine/partial-sums.js';
import type { Engine } from '../../src/engine/types.js';
import { plan, type ConvSpec, type Plan, type PlanTensors } from '../../src/math/index.js';
import { tensorsFor, randomIntegers } from '../fixtures/random-spec.js';
import { makeEngine } from './harness.js';

/** What happens after a task queued a timer and a frame and then started the work, in order. */
async function orderAround(work: () => Promise<unknown>): Promise<string[]> {
  const order: string[] = [];
  const happened = (name: string, start: (done: () => void) => void) =>
    new Promise<void>((resolve) =>
      start(() => {
        order.push(name);
        resolve();
      }),
    );
  await new Promise((resolve) => setTimeout(resolve));
  await Promise.all([
    happened('timer', (done) => setTimeout(done)),
    happened('frame', (done) => requestAnimationFrame(done)),
    happened('result', (done) => void work().then(done)),
  ]);
  return order;
}

type Work = (engine: Engine, planned: Plan, tensors: PlanTensors) => Promise<unknown>;

const works: Record<string, Work> = {
  'an output': (engine, planned, tensors) => engine.run(planned, tensors),
  'a kept output': (engine, planned, tensors) => engine.run(planned, tensors, { keep: 'texture' }),
  'the terms of a cell': (engine, planned, tensors) =>
    engine.terms(planned, tensors, { index: [0, 0, 0, 0] }),
  'all that a figure shows': async (engine, planned, tensors) => {
    await engine.run(planned, tensors, { all: true });
    await engine.termTable(planned, tensors);
  },
};

const teaching: ConvSpec = { input: [5, 5, 3], filters: 4, bias: true, activation: 'h-swish' };
const largest: ConvSpec = { input: [16, 16, 16], filters: 16, padding: 'same' };
/** Near 2 ** 16 entries, of few terms a cell and of many. */
const longTable: ConvSpec = { input: [16, 16, 16], filters: 16, kernel: 1 };
const deepTable: ConvSpec = { input: [8, 8, 16], kernel: 7, padding: 'same' };

describe.each(['webgl2', 'cpu'] as const)('with %s preferred, before the next timer and frame', (prefer) => {
  const cases: [string, string, ConvSpec][] = [
    ...Object.keys(works).map((name): [string, string, ConvSpec] => [name, 'teaching size', teaching]),
    ['an output', '16×16×16', largest],
    ['an output', '16×16×16, stretched', { op: 'transposed', input: [16, 16, 16], filters: 16, stride: 2 }],
    ['all that a figure shows', '16×16×16, pointwise', longTable],
    ['all that a figure shows', '8×8×16 through 7×7', deepTable],
  ];

  it.each(cases)('comes %s of %s', async (work, _, spec) => {
    const engine = await makeEngine({ prefer });
    const start = (asked: ConvSpec) => {
      const planned = plan(asked);
      return works[work](engine, planned, tensorsFor(planned.stages[0], 1, randomIntegers));
    };
    // Compiles the programs, and is too small to teach the engine how much it may do at once.
    await start({ op: spec.op, input: [3, 3, 1] });
    expect((await orderAround(() => start(spec)))[0]).toBe('result');
  });

  it('come the partial sums of a walk', async () => {
    const engine = await makeEngine({ prefer });
    const [stage] = plan({ op: 'transposed', input: [5, 5, 3], filters: 2, stride: 2 }).stages;
    const { input, stages } = tensorsFor(stage, 1, randomIntegers);
    const work = () =>
      partialSums(engine, stage, { input, weights: stages[0].weights }, { from: 0, count: 76 });
    expect((await orderAround(work))[0]).toBe('result');
  });
});
