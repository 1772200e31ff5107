/** What a device cannot hold, or a page should not wait for; told before anything is measured. */
import { planBytes } from '../engine/plan-size.js';
import { sizeOf } from '../math/tensor.js';
import type { Plan } from '../math/types.js';
import { counted } from './counted.js';
import { knobNames, type KnobName, type Knobs } from './knobs.js';
import { layerSet } from './layer-sets.js';
import type { LayerSet } from './types.js';

export interface DeviceLimits {
  /** Bytes that one run may hold. */
  readonly byteBudget: number;
  /** Texels on a side; 0 where there is no GPU. */
  readonly maxTextureSize: number;
}

/** 'work' is the laboratory's own: multiply-adds of one evaluation that a page can be kept waiting for. */
export type LimitName = 'bytes' | 'texture' | 'work';

export interface Refusal {
  /** Place of the layer in its set. */
  readonly layer: number;
  readonly limit: LimitName;
  readonly given: number;
  readonly allowed: number;
  /** The nearest size that fits, by changing one knob; null where no single one is enough, or none was set. */
  readonly nearest: { readonly knob: KnobName; readonly value: number } | null;
}

const mostWork = 2 ** 32;
const valuesOfTexel = 4;

/** The first layer that does not fit; null where all do. Layers with problems are nobody's business here. */
export function refusalOf(set: LayerSet, limits: DeviceLimits): Refusal | null {
  for (const [layer, { plan }] of set.layers.entries()) {
    const excess = plan.problems.length > 0 ? null : excessOf(plan, limits);
    if (excess) return { layer, ...excess, nearest: set.id === 'own' ? nearestOf(set.knobs, limits) : null };
  }
  return null;
}

function excessOf(
  plan: Plan,
  { byteBudget, maxTextureSize }: DeviceLimits,
): Pick<Refusal, 'limit' | 'given' | 'allowed'> | null {
  const bytes = planBytes(plan);
  if (bytes > byteBudget) return { limit: 'bytes', given: bytes, allowed: byteBudget };
  const largest = Math.max(
    ...plan.stages.flatMap(({ input, output, weightShape }) => [input, output, weightShape].map(sizeOf)),
  );
  const values = valuesOfTexel * maxTextureSize ** 2;
  if (maxTextureSize > 0 && largest > values) return { limit: 'texture', given: largest, allowed: values };
  const { multiplyAdds } = counted(plan);
  return multiplyAdds > mostWork ? { limit: 'work', given: multiplyAdds, allowed: mostWork } : null;
}

/** Every tensor and every count grows with each of these, so halving the range finds the largest value that fits. */
const shrinkable = ['side', 'filters', 'channels', 'kernel'] as const satisfies readonly KnobName[];

function nearestOf(knobs: Knobs, limits: DeviceLimits): Refusal['nearest'] {
  for (const knob of knobNames.filter((name) => (shrinkable as readonly KnobName[]).includes(name))) {
    const value = largestThat(knobs[knob], (size) => fits({ ...knobs, [knob]: size }, limits));
    if (value !== null) return { knob, value };
  }
  return null;
}

function fits(knobs: Knobs, limits: DeviceLimits): boolean {
  const { layers } = layerSet('own', knobs);
  // Where groups do not divide a smaller number of filters, the size is still one that fits.
  return layers.every(({ plan }) => isUnplannable(plan) || excessOf(plan, limits) === null);
}

/** Divisibility is no question of size; a tensor beyond all limits is. */
function isUnplannable({ problems }: Plan): boolean {
  return problems.length > 0 && problems.every(({ kind }) => kind !== 'tensor-too-large');
}

/** The largest whole number from 1 to below a given one that will do; null if not even 1 does. */
function largestThat(beyond: number, does: (value: number) => boolean): number | null {
  let [low, high] = [0, beyond];
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (does(middle)) low = middle;
    else high = middle;
  }
  return low === 0 ? null : low;
}
