/** How long a network might take on this device, from the pace of a few layers of each kind that were measured on it. */
import { plan } from '../variants/plan-layer.js';
import type { LayerSpec } from '../variants/types.js';
import { counted } from './counted.js';
import { usualKnobs } from './knobs.js';
import { layerKinds, type LayerKind, type LayerSet, type Report, type SpeedLayer } from './types.js';

/** A layer of the network: what it is, and what it computes. */
export interface EstimatedLayer {
  readonly kind: LayerKind;
  readonly multiplyAdds: number;
  /** Tasks that are handed over one after the other. */
  readonly stages: number;
}

export interface Estimate {
  /** Milliseconds of all layers, one after the other. */
  readonly milliseconds: number;
  /** The same if every layer went at the quickest, or at the slowest, pace that was measured of its kind. */
  readonly lower: number;
  readonly upper: number;
  /** Layers that were measured for it. */
  readonly measured: number;
  /** Kinds of the network of which no layer was measured: they are taken to go at the pace of standard layers. */
  readonly borrowed: readonly LayerKind[];
}

/** Small enough to be measured in seconds without a GPU, large enough that launching does not hide the work. */
const sizes: readonly (readonly [kind: LayerKind, layer: LayerSpec])[] = [
  ['standard', { variant: 'standard', input: [28, 28, 64], filters: 64, padding: 'same' }],
  ['standard', { variant: 'standard', input: [14, 14, 128], filters: 128, padding: 'same' }],
  ['standard', { variant: 'standard', input: [7, 7, 256], filters: 256, padding: 'same' }],
  ['grouped', { variant: 'grouped', input: [28, 28, 64], filters: 64, groups: 4, padding: 'same' }],
  ['depthwise', { variant: 'depthwise', input: [56, 56, 64], padding: 'same' }],
  ['depthwise', { variant: 'depthwise', input: [28, 28, 128], padding: 'same' }],
  ['depthwise', { variant: 'depthwise', input: [14, 14, 256], padding: 'same' }],
  ['pointwise', { variant: 'pointwise', input: [28, 28, 128], filters: 128 }],
  ['pointwise', { variant: 'pointwise', input: [14, 14, 256], filters: 256 }],
  ['pointwise', { variant: 'pointwise', input: [7, 7, 512], filters: 512 }],
  ['dilated', { variant: 'dilated', input: [28, 28, 64], filters: 64, dilation: 2, padding: 'same' }],
  [
    'transposed',
    { variant: 'transposed', input: [14, 14, 64], filters: 64, kernel: 4, stride: 2, padding: 1 },
  ],
  ['dense', { variant: 'pointwise', input: [1, 1, 1024], filters: 1024 }],
];

/** The layers to measure: a set that no menu offers. */
export function paceSet(): LayerSet {
  const layers = sizes.map(([kind, layer]): SpeedLayer => ({
    ...{ kind, layer, name: '', partner: null },
    side: 'aside',
    plan: plan(layer),
  }));
  return { id: 'own', knobs: usualKnobs, layers };
}

/** What a measured layer tells of its kind. */
interface Pace {
  readonly kind: LayerKind;
  readonly multiplyAdds: number;
  /** Multiply-adds a millisecond, beyond the price of asking: of the median, and of the quartiles. */
  readonly rate: number;
  readonly slowest: number;
  readonly quickest: number;
}

/** Of what is left when the price of asking is taken off, at least this share of a layer's time counts as work. */
const leastWork = 0.1;

/**
 * Each layer takes as long as the measured one of its kind that is nearest in multiply-adds, at its pace, and the price of
 * asking once a stage.
 *
 * @param report of {@link paceSet}
 * @param way place in the report's ways
 * @returns null where nothing was measured in this way
 */
export function estimateTime(
  layers: readonly EstimatedLayer[],
  report: Report,
  way: number,
): Estimate | null {
  const launch = report.launch[way] ?? 0;
  const paces = report.set.layers.flatMap((layer, place) => paceOf(report, layer, place, way, launch));
  const standard = paces.filter(({ kind }) => kind === 'standard');
  if (standard.length === 0) return null;
  const known = new Set(paces.map(({ kind }) => kind));
  const sum = { milliseconds: 0, lower: 0, upper: 0 };
  for (const { kind, multiplyAdds, stages } of layers) {
    const alike = known.has(kind) ? paces.filter((pace) => pace.kind === kind) : standard;
    const { rate } = nearest(alike, multiplyAdds);
    const price = launch * stages;
    sum.milliseconds += price + multiplyAdds / rate;
    sum.lower += price + multiplyAdds / Math.max(...alike.map(({ quickest }) => quickest));
    sum.upper += price + multiplyAdds / Math.min(...alike.map(({ slowest }) => slowest));
  }
  const used = new Set(layers.map(({ kind }) => kind));
  return {
    ...sum,
    measured: paces.length,
    borrowed: layerKinds.filter((kind) => used.has(kind) && !known.has(kind)),
  };
}

function paceOf(
  report: Report,
  { kind, plan: of }: SpeedLayer,
  place: number,
  way: number,
  launch: number,
): Pace[] {
  const spread = report.spreads[place]?.[way];
  if (!spread) return [];
  const { multiplyAdds, stages } = counted(of);
  const rateOf = (time: number): number => multiplyAdds / Math.max(time - launch * stages, leastWork * time);
  return [
    {
      ...{ kind, multiplyAdds },
      rate: rateOf(spread.median),
      slowest: rateOf(spread.upper),
      quickest: rateOf(spread.lower),
    },
  ];
}

/** In ratio, not in difference. @param paces at least one */
function nearest(paces: readonly Pace[], multiplyAdds: number): Pace {
  const distance = (pace: Pace): number => Math.abs(Math.log(pace.multiplyAdds / Math.max(multiplyAdds, 1)));
  return paces.reduce((best, pace) => (distance(pace) < distance(best) ? pace : best));
}
