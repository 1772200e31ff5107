/** The fast path against the reference, within the bound of rounding; every program and every number of targets once. */

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createEngine } from '../../src/engine/engine.js';
import { Device } from '../../src/engine/device.js';
import { FastPath } from '../../src/engine/fast/fast-path.js';
import { tune } from '../../src/engine/fast/probe.js';
import type { Choice } from '../../src/engine/fast/recipe-book.js';
import type { Engine } from '../../src/engine/types.js';
import { guardContext } from '../../src/gpu/context.js';
import { page } from '../../src/gpu/page.js';
import { plan, type ConvSpec, type Plan, type PlanTensors, type Tensor } from '../../src/math/index.js';
import { goldenCases, largeGoldenCases, fingerprintOf } from '../fixtures/golden.js';
import { randomCase, randomFloats, tensorsFor } from '../fixtures/random-spec.js';
import { beyondBound } from '../fixtures/rounding-bound.js';
import { newContext } from './harness.js';

/** Another seed: VITE_SEED=7 npx vitest … */
const firstSeed = Number(import.meta.env.VITE_SEED ?? 1);
const randomSpecs = 150;

function complaints({ stages }: Plan, tensors: PlanTensors, outputs: readonly Tensor[]): string[] {
  return stages
    .map((stage) => {
      const input = stage.from[0] < 0 ? tensors.input : outputs[stage.from[0]];
      const given = 'stages' in tensors ? tensors.stages[stage.index] : tensors;
      return beyondBound(stage, input, given, outputs[stage.index]);
    })
    .filter(Boolean);
}

describe('the fast path', () => {
  let engine: Engine;
  beforeAll(async () => {
    engine = await createEngine();
  });
  afterAll(() => engine.dispose());

  it('is what a plain engine has', async () => {
    const { spec, floats } = randomCase(1);
    const loaded = await engine.load(plan(spec), floats);
    expect([engine.fallbackCause, engine.backend, engine.fallbackReason, loaded.path]).toEqual([
      null,
      'webgl2',
      null,
      'fast',
    ]);
  });

  it('answers all golden cases', async () => {
    for (const { name, specs, tensors } of goldenCases) {
      const planned = plan(specs);
      const outputs = await engine.run(planned, tensors, { path: 'fast', all: true });
      expect(complaints(planned, tensors, outputs), name).toEqual([]);
    }
  });

  it.each(largeGoldenCases)('large golden: $name', async ({ spec, tensors, outputShape, fingerprint }) => {
    const given = tensors();
    for (let run = 0; run < 3; run++) {
      const output = await engine.run(plan(spec), given, { path: 'fast' });
      expect(output.shape).toEqual(outputShape);
      // Small integers: exact in any order.
      expect(fingerprintOf(output.data)).toEqual(fingerprint);
    }
  });
});

/** Layers that each program family meets: odd channels and widths, groups that do not fill blocks, strides beyond the targets. */
const layers: readonly ConvSpec[] = [
  { input: [5, 9, 3], filters: 6, padding: 'same', bias: true, activation: 'relu' },
  { input: [2, 7, 13, 10], filters: 9, kernel: [5, 3], stride: 2, padding: 'same', activation: 'relu6' },
  { input: [11, 17, 8], filters: 8, dilation: 3, padding: 'same' },
  { input: [2, 6, 10, 12], filters: 20, kernel: 1, bias: true, activation: 'h-swish' },
  { input: [6, 9, 12], filters: 8, kernel: 1, stride: 2 },
  { input: [7, 9, 15], filters: 15, groups: 5, padding: 'same' },
  { input: [7, 9, 10], filters: 20, groups: 2, padding: 'same' },
  { input: [7, 9, 6], filters: 12, groups: 3, padding: 'same' },
  { input: [8, 11, 6], filters: 6, groups: 6, padding: 'same', bias: true },
  { input: [2, 8, 11, 6], filters: 12, groups: 6, stride: 2, padding: [1, 2, 0, 1], activation: 'relu' },
  { input: [9, 13, 1], filters: 3, kernel: 7, padding: 'same', bias: true },
  { input: [1, 12, 9, 5], filters: 5, groups: 5, kernel: [2, 3], dilation: [3, 2], padding: 'same' },
  { op: 'transposed', input: [5, 6, 6], filters: 5, kernel: 4, stride: 2, padding: 'same', bias: true },
  { op: 'transposed', input: [2, 4, 5, 8], filters: 6, kernel: 3, stride: 3, outputPadding: 1, groups: 2 },
  { op: 'transposed', input: [4, 5, 3], filters: 3, kernel: 3, stride: 2, groups: 3, dilation: 2 },
  { op: 'transposed', input: [3, 4, 4], filters: 4, kernel: 5, stride: [2, 9] },
  {
    op: 'transposed',
    input: [3, 4, 4],
    filters: 4,
    kernel: 3,
    stride: 4,
    dilation: [3, 2],
    padding: [1, 0, 2, 0],
  },
];

/** Stages that hand over tensors in each other's layouts. */
const chains: readonly (readonly ConvSpec[])[] = [
  [
    { input: [9, 21, 3], filters: 13, padding: 'same', activation: 'relu' },
    { filters: 13, groups: 13, padding: 'same', bias: true },
    { filters: 18, kernel: 1, activation: 'relu6' },
    { filters: 18, groups: 18, stride: 2, padding: 'same' },
    { filters: 10, kernel: 1 },
    { filters: 6, groups: 2 },
    { op: 'transposed', filters: 5, stride: 3 },
    { filters: 12, padding: 'same' },
    { filters: 9, kernel: 1, stride: 2 },
  ],
  [
    { input: [2, 10, 11, 3], filters: 3, groups: 3, kernel: 5, padding: 'same' },
    { filters: 6, groups: 3, stride: [2, 1], activation: 'h-swish' },
  ],
];

/** What is wrong with a path's answers to all layers. */
async function wrongLayers(fast: FastPath): Promise<string[]> {
  const wrong: string[] = [];
  for (const specs of [...layers.map((spec) => [spec]), ...chains]) {
    const planned = plan([...specs]);
    expect(planned.problems).toEqual([]);
    const stages = planned.stages.flatMap((stage) => tensorsFor(stage, 5, randomFloats).stages);
    const tensors = { input: tensorsFor(planned.stages[0], 5, randomFloats).input, stages };
    const outputs = await fast.run({ plan: planned, tensors, checkpoint() {} }, { lastOnly: false });
    wrong.push(...complaints(planned, tensors, outputs));
  }
  return wrong;
}

const device = new Device(guardContext(newContext()), page().ledger);
const tuning = tune(device);
const choices: Choice[] = ['any shape', 'one shape'];
afterAll(() => device.dispose());

describe.each(choices)('programs for %s', (choice) => {
  it.each([true, false])('load by fractions of a texture: %s', async (byFraction) => {
    expect(await wrongLayers(new FastPath(device, { ...tuning, byFraction }, choice))).toEqual([]);
  });

  it('find tiles that stand beside each other', async () => {
    // No texture may be higher than the highest tile needs.
    expect(await wrongLayers(new FastPath(device, { ...tuning, maxTextureSize: 34 }, choice))).toEqual([]);
  });
});

describe.each([1, 2, 4, 8])('with %i render targets', (targets) => {
  it.each(choices)('programs for %s', async (choice) => {
    expect(await wrongLayers(new FastPath(device, { ...tuning, targets }, choice))).toEqual([]);
  });

  it('random layers', async () => {
    console.log(`fast path, ${targets} targets: random specs from seed ${firstSeed}`);
    const fast = new FastPath(device, { ...tuning, targets }, 'any shape');
    const wrong: string[] = [];
    for (let seed = firstSeed; seed < firstSeed + randomSpecs / 4; seed++) {
      const { spec, floats } = randomCase(seed * 4 + targets);
      const planned = plan(spec);
      const outputs = await fast.run(
        { plan: planned, tensors: floats, checkpoint() {} },
        { lastOnly: false },
      );
      wrong.push(...complaints(planned, floats, outputs));
    }
    expect(wrong).toEqual([]);
  });
});
