/** What a device cannot hold, or a page should not wait for; told before anything is measured. */
import { planBytes } from '../engine/plan-size.js';
import { sizeOf } from '../math/tensor.js';
import type { Plan } from '../math/types.js';
import { counted } from './counted.js';
import { type KnobName, type Knobs } from './knobs.js';
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

/**
 * The first layer that does not fit; null where all do. Layers with problems are nobody's business here.
 * @param turned the knob that a person turned last: where it can be turned back far enough, that is the nearest size
 */
export function refusalOf(
  set: LayerSet,
  limits: DeviceLimits,
  turned: KnobName | null = null,
): Refusal | null {
  for (const [layer, { plan }] of set.layers.entries()) {
    const excess = plan.problems.length > 0 ? null : excessOf(plan, limits);
    if (excess) return { layer, ...excess, nearest: nearestOf(set, limits, turned) };
  }
  return null;
}

/** Of a device that nothing is known of yet: only what a page should not wait for is too much. */
const unknownDevice: DeviceLimits = { byteBudget: Infinity, maxTextureSize: 0 };

/** The nearest size of one's own layers that fits, also where a layer is too large to be planned at all. */
export function nearestOf(
  { id, knobs }: LayerSet,
  limits: DeviceLimits | null,
  turned: KnobName | null = null,
): Refusal['nearest'] {
  if (id !== 'own') return null;
  const order = shrinkable.filter((knob) => knob !== turned);
  const first = shrinkable.filter((knob) => knob === turned);
  for (const knob of [...first, ...order]) {
    const step = stepOf(knob, knobs);
    const beyond = Math.ceil(knobs[knob] / step);
    const fit = (size: number): boolean => fits({ ...knobs, [knob]: step * size }, limits ?? unknownDevice);
    const size = largestThat(beyond, fit);
    if (size !== null) return { knob, value: step * size };
  }
  return null;
}

/** Groups that divide the channels or filters now have to divide fewer of them too. */
function stepOf(knob: KnobName, knobs: Knobs): number {
  const isSplit = knob === 'channels' || knob === 'filters';
  return isSplit && knobs[knob] % knobs.groups === 0 ? knobs.groups : 1;
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
const shrinkable: readonly KnobName[] = ['side', 'channels', 'filters', 'kernel'];

function fits(knobs: Knobs, limits: DeviceLimits): boolean {
  const { layers } = layerSet('own', knobs);
  // Where groups do not divide a smaller number of filters, the size is still one that fits.
  return layers.every(({ plan }) =>
    plan.problems.length > 0 ? !isTooLarge(plan) : excessOf(plan, limits) === null,
  );
}

/** Is a tensor of it beyond all limits? Other problems, such as groups that do not divide, are no question of size. */
export function isTooLarge({ problems }: Plan): boolean {
  return problems.some(({ kind }) => kind === 'tensor-too-large');
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
