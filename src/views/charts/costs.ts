/** What layers cost, beside each other: one chart a kind, one scale a chart, one bar a layer with its terms. */
import { counts, type StageCounts } from '../../math/counts.js';
import { plan as planSpecs } from '../../math/plan.js';
import { sizeOf } from '../../math/tensor.js';
import type { ConvSpec, Plan, Stage } from '../../math/types.js';
import { formatCount } from '../../words/numbers.js';
import { placesAfter, placesOf, tickInHand, type Tick } from '../compare/clock.js';
import { usefulUpTo } from '../compare/useful.js';
import type { Say } from '../say.js';
import { ratioOf } from './ratio.js';
import { macTerms, parameterTerms, shapeTerms, times } from './terms.js';

export const costKinds = ['parameters', 'macs', 'gather', 'useful', 'activations', 'weights'] as const;
/** Multiply-adds: dense, as zeros are inserted ('gather'), and those of real numbers only ('useful'). */
export type CostKind = (typeof costKinds)[number];

export interface Compared {
  readonly name: string;
  readonly plan: Plan;
}

/** The part of a bar that one stage makes. */
export interface CostPart {
  readonly now: number;
  readonly total: number;
}

export interface CostBar {
  readonly name: string;
  readonly parts: readonly CostPart[];
  readonly now: number;
  readonly total: number;
  /** As printed: '216 / 972', or '108' where nothing grows. */
  readonly value: string;
  /** What it is made of: '3·3·3 + 3·4 = 39'. */
  readonly terms: string;
  /** Share of the first layer's total: '1/4 + 1/9 = 0.3611'; '' for the first. */
  readonly ratio: string;
}

export interface CostChart {
  readonly kind: CostKind;
  readonly title: string;
  /** All bars of a chart are drawn on this scale: the largest total. */
  readonly scale: number;
  readonly bars: readonly CostBar[];
  /** Every bar is what the chart of all multiply-adds shows already. */
  readonly repeats: boolean;
}

/** The charts in their order; without a transposed layer there is nothing to insert and no 'gather'. */
export function costCharts(layers: readonly Compared[], clock: Tick, say: Say): readonly CostChart[] {
  const costed = layers.map((layer) => ({ ...layer, plan: costedPlan(layer.plan, layers) }));
  const transposed = costed.some(({ plan }) => plan.stages.some(({ op }) => op === 'transposed'));
  const shown = costKinds.filter((kind) => kind !== 'gather' || transposed);
  return shown.map((kind) => chartOf(kind, costed, clock, say));
}

/**
 * With different dilations, no padding gives different output sizes, and the counts differ for that reason alone: then
 * costs are those of padding SAME.
 */
export function costedUnderSame(layers: readonly { readonly plan: Plan }[]): boolean {
  const rates = new Set(layers.map(({ plan }) => String(plan.stages.map(({ dilation }) => dilation))));
  const stages = layers.flatMap(({ plan }) => plan.stages);
  return (
    rates.size > 1 &&
    stages.some(({ dilation }) => dilation.some((rate) => rate > 1)) &&
    stages.some(({ paddingMode }) => paddingMode !== 'same')
  );
}

function costedPlan(plan: Plan, layers: readonly Compared[]): Plan {
  return costedUnderSame(layers) ? planSpecs(plan.stages.map(underSame)) : plan;
}

function underSame(stage: Stage): ConvSpec {
  const { op, input, filters, kernel, stride, dilation, groups, bias } = stage;
  const first = stage.index === 0 ? { input } : {};
  return { op, ...first, filters, kernel, stride, dilation, groups, bias, padding: 'same' };
}

interface Measure {
  readonly total: (counts: StageCounts) => number;
  readonly terms: (plan: Plan, totals: readonly number[]) => string;
  /** What is spent after so many places; without it the cost is there from the start. */
  readonly upTo?: (stage: Stage, places: number, total: number) => number;
}

/** The same at every place. */
const evenly: NonNullable<Measure['upTo']> = (stage, places, total) => (total * places) / placesOf(stage);

const measures: Readonly<Record<CostKind, Measure>> = {
  parameters: {
    total: ({ params }) => params,
    terms: ({ stages }) => stages.map(parameterTerms).join(' + '),
  },
  macs: { total: ({ macs }) => macs, terms: ({ stages }) => macTerms(stages), upTo: evenly },
  gather: {
    total: ({ gatherMacs }) => gatherMacs,
    terms: ({ stages }, totals) =>
      stages
        .map(
          (stage, i) =>
            `${formatCount(totals[i] / sizeOf(stage.output))} × ${formatCount(sizeOf(stage.output))}`,
        )
        .join(' + '),
    upTo: evenly,
  },
  useful: {
    total: ({ usefulMacs }) => usefulMacs,
    terms: (_, totals) => (totals.length === 1 ? '' : totals.map(formatCount).join(' + ')),
    upTo: usefulUpTo,
  },
  activations: {
    total: ({ activationBytes }) => activationBytes,
    terms: ({ stages }) => times(stages.map(shapeTerms), '4'),
  },
  weights: {
    total: ({ weightBytes }) => weightBytes,
    terms: ({ stages }) => times(stages.map(parameterTerms), '4'),
  },
};

function chartOf(kind: CostKind, layers: readonly Compared[], clock: Tick, say: Say): CostChart {
  const { total, terms, upTo } = measures[kind];
  const counted = layers.map(({ plan }) => counts(plan).stages);
  const totals = counted.map((stages) => stages.map(total));
  const sums = totals.map((parts) => parts.reduce((sum, part) => sum + part, 0));
  const bars = layers.map(({ name, plan }, i): CostBar => {
    const parts = plan.stages.map((stage, s) => ({
      now: upTo ? soFar((places) => upTo(stage, places, totals[i][s]), stage, clock) : totals[i][s],
      total: totals[i][s],
    }));
    const now = parts.reduce((sum, part) => sum + part.now, 0);
    const made = terms(plan, totals[i]);
    const whole = formatCount(sums[i]);
    return {
      name,
      parts,
      now,
      total: sums[i],
      value: upTo ? `${formatCount(now)} / ${whole}` : whole,
      terms: made === '' || made === whole ? '' : `${made} = ${whole}`,
      ratio: i === 0 ? '' : ratioOf(kind, layers[0].plan, plan, [sums[0], sums[i]]),
    };
  });
  return {
    kind,
    title: say(`compare.cost.${kind}`),
    scale: Math.max(1, ...sums),
    bars,
    repeats: (kind === 'gather' || kind === 'useful') && equalsMacs(counted, kind),
  };
}

function equalsMacs(counted: readonly (readonly StageCounts[])[], kind: 'gather' | 'useful'): boolean {
  const key = kind === 'gather' ? 'gatherMacs' : 'usefulMacs';
  return counted.every((stages) => stages.every((stage) => stage[key] === stage.macs));
}

/** What is spent when the clock stands somewhere: whole places, and the place in hand in proportion. */
function soFar(upTo: (places: number) => number, stage: Stage, clock: Tick): number {
  const hand = tickInHand(clock);
  if (!hand) return 0;
  const before = upTo(placesAfter(stage, hand.tick - 1, clock.of));
  const after = upTo(placesAfter(stage, hand.tick, clock.of));
  return Math.round(before + (after - before) * hand.progress);
}
