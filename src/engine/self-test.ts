/** Whether a GPU may be trusted: its numbers are read back and compared with the reference before anybody sees one. */

import { plan } from '../math/plan.js';
import { reference } from '../math/reference.js';
import { sizeOf, tensor } from '../math/tensor.js';
import type { Activation, ConvSpec, Plan, PlanTensors, Tensor } from '../math/types.js';
import type { Backend, Job } from './backend.js';
import type { Device } from './device.js';
import type { FallbackReason } from './types.js';

interface Trial {
  readonly plan: Plan;
  readonly tensors: PlanTensors;
}

/** Needs all 24 bits of a float32: a sampler, register or target of less precision rounds it. */
const fullPrecision = 1 + 2 ** -23;

/**
 * Small integers are exact in any order of summation, so that no honest hardware fails. Groups of four filters and of
 * fewer go different ways through the shader.
 */
const trials: readonly Trial[] = [
  integerTrial({
    input: [2, 5, 4, 4],
    filters: 8,
    stride: [2, 1],
    dilation: [1, 2],
    padding: 'same',
    groups: 2,
  }),
  integerTrial({
    op: 'transposed',
    input: [3, 2, 4],
    filters: 2,
    stride: 2,
    outputPadding: [1, 0],
    groups: 2,
  }),
  precisionTrial(),
  ...(['relu', 'relu6', 'h-swish'] as const).map(activationTrial),
];

export function integerTrial(spec: ConvSpec): Trial {
  const planned = plan({ ...spec, bias: true });
  const { input, weightShape, filters } = planned.stages[0];
  const integers = (shape: readonly number[], multiplier: number) =>
    tensor(
      shape,
      Array.from({ length: sizeOf(shape) }, (_, offset) => ((offset * multiplier) % 17) - 8),
    );
  return {
    plan: planned,
    tensors: { input: integers(input, 5), weights: integers(weightShape, 7), bias: integers([filters], 3) },
  };
}

/** The same value comes through the input, the weights and the bias, each times or plus something that keeps it. */
function precisionTrial(): Trial {
  return {
    plan: plan({ input: [1, 2, 1], kernel: 1, filters: 3, bias: true }),
    tensors: {
      input: tensor([1, 1, 2, 1], [fullPrecision, 1]),
      weights: tensor([1, 1, 1, 3], [1, fullPrecision, 0]),
      bias: tensor([3], [0, 0, fullPrecision]),
    },
  };
}

/** Sums on every piece of every activation; those between the corners of h-swish leave no step to round. */
function activationTrial(activation: Activation): Trial {
  return {
    plan: plan({ input: [1, 5, 1], kernel: 1, activation }),
    tensors: { input: tensor([1, 1, 5, 1], [-4, -1, 1, 4, 8]), weights: tensor([1, 1, 1, 1], 1) },
  };
}

/** null for a GPU that computes and tells the truth, else why it must not be used. */
export async function selfTest(device: Device, backend: Backend): Promise<FallbackReason | null> {
  if (!device.capabilities.integerTargets) return 'gpu-unavailable';
  if (!readsBack(device)) return 'readback-blocked';
  const agrees = await agreesInTrials((job) => backend.run(job, { upTo: Infinity, lastOnly: true }));
  return agrees ? null : 'gpu-inexact';
}

/** Whether every trial comes out as the reference has it. */
export async function agreesInTrials(
  run: (job: Job) => Promise<Tensor[]>,
  more: readonly Trial[] = [],
): Promise<boolean> {
  for (const trial of [...trials, ...more]) {
    const expected = reference(trial.plan, trial.tensors).data;
    const [{ data }] = await run({ ...trial, checkpoint() {} });
    const agrees =
      data.length === expected.length && data.every((value, offset) => value === expected[offset]);
    if (!agrees) return false;
  }
  return true;
}

/** Writes a pattern without any shader and reads it again. */
function readsBack(device: Device): boolean {
  const { gl } = device;
  const pattern = Uint32Array.of(0x3f800001, 0xdeadbeef, 0, 0xffffffff);
  return device.enter(() => {
    const canary = device.take(16 * 16);
    device.target(canary);
    gl.clearBufferuiv(gl.COLOR, 0, pattern);
    const seen = new Uint32Array(canary.texels * pattern.length);
    gl.readPixels(0, 0, canary.width, canary.height, gl.RGBA_INTEGER, gl.UNSIGNED_INT, seen);
    device.give(canary);
    return seen.every((bits, place) => bits === pattern[place % pattern.length]);
  });
}
