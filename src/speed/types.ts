/** The words of a measurement: what is timed, in which ways, and what came out. */
import type { Plan } from '../math/types.js';
import type { LayerSpec } from '../variants/types.js';
import type { Knobs } from './knobs.js';

/** Ways to compute the same layer: the engine's two paths on the GPU, and the reference in plain JavaScript. */
export const ways = ['fast', 'exact', 'javascript'] as const;
export type Way = (typeof ways)[number];

/** What runs a way; each has ceilings of its own. */
export type Processor = 'gpu' | 'javascript';

export function processorOf(way: Way): Processor {
  return way === 'javascript' ? 'javascript' : 'gpu';
}

export const layerKinds = [
  'standard',
  'grouped',
  'depthwise',
  'pointwise',
  'separable',
  'dilated',
  'transposed',
  'dense',
] as const;
export type LayerKind = (typeof layerKinds)[number];

/** Layers that belong together; a set compares its 'base' with its 'other' layers, and measures the rest beside them. */
export type Side = 'base' | 'other' | 'aside';

export interface SpeedLayer {
  /** Unique on its side: the network's name of the row, or the value of what grows; '' where the kind says it all. */
  readonly name: string;
  readonly kind: LayerKind;
  readonly side: Side;
  /** Place in the set of the base layer that this one stands in for; null of a layer that replaces none. */
  readonly partner: number | null;
  readonly layer: LayerSpec;
  readonly plan: Plan;
}

/** In menu order. */
export const layerSetIds = ['cifar', 'mobilenet', 'filters', 'kernel', 'own'] as const;
export type LayerSetId = (typeof layerSetIds)[number];

export interface LayerSet {
  readonly id: LayerSetId;
  /** Only the set 'own' is made from them. */
  readonly knobs: Knobs;
  readonly layers: readonly SpeedLayer[];
}

/** Milliseconds of one evaluation, over all samples. */
export interface Spread {
  readonly median: number;
  /** First and third quartile. */
  readonly lower: number;
  readonly upper: number;
  /**
   * Samples more than one and a half times the quartiles' distance beyond them; they count in all of the above. Null where they are
   * not known: a link leaves them behind.
   */
  readonly outliers: readonly number[] | null;
}

/** What a processor reached in the best case on this very device. */
export interface Ceilings {
  /** A second, in registers. */
  readonly multiplyAdds: number;
  /** A second, between the processor and its memory. */
  readonly bytes: number;
}

/** What makes a measurement mean something else than it seems to, told beside it. */
export type Condition =
  /** The page was hidden; the samples of that time were dropped and taken again. */
  | { readonly kind: 'hidden'; readonly times: number }
  /** The clock moves in steps of so many milliseconds. */
  | { readonly kind: 'coarse-clock'; readonly step: number }
  /** A turn of the event loop took so many milliseconds. */
  | { readonly kind: 'slow-turns'; readonly turn: number }
  /** The same sum took so many times as long near the end as at the start. */
  | { readonly kind: 'slowed'; readonly ratio: number }
  /** The GPU multiplies and adds no faster than the processor's cores could: so many times one thread of JavaScript. */
  | { readonly kind: 'software'; readonly ratio: number }
  /** The context was lost and came back; the samples that it spoiled were taken again. */
  | { readonly kind: 'context-lost'; readonly times: number }
  /** A way that this device does not have, or lost on the way. */
  | { readonly kind: 'way-missing'; readonly way: Way };

/** What a measurement found: all that is drawn, copied and sent. */
export interface Report {
  readonly set: LayerSet;
  /** In the order of `ways`; those that were measured. */
  readonly ways: readonly Way[];
  /** Samples of each layer in each way. */
  readonly rounds: number;
  /** By layer of the set, then by place in `ways`; null where nothing was measured. */
  readonly spreads: readonly (readonly (Spread | null)[])[];
  /** Milliseconds of one evaluation by the GPU's own clock, medians; laid out like `spreads`, null where the GPU does not tell. */
  readonly onGpu: readonly (readonly (number | null)[])[];
  /** Milliseconds that a layer of one multiply-add takes, by place in `ways`: the price of asking. */
  readonly launch: readonly (number | null)[];
  readonly ceilings: Readonly<Record<Processor, Ceilings | null>>;
  readonly conditions: readonly Condition[];
  /** What the device is called; anything at all. */
  readonly device: string;
}
