/** What stages in a row cost together, beside the one convolution that they replace. */
import { counts, type StageCounts } from '../../math/counts.js';
import { sizeOf } from '../../math/tensor.js';
import type { Plan, Stage } from '../../math/types.js';
import { formatCount } from '../../words/numbers.js';
import { ratioOf } from '../charts/ratio.js';
import type { Say } from '../say.js';
import { standardPlan } from './standard-plan.js';

export type CostKind = 'position' | 'parameters' | 'macs';
export const costKinds: readonly CostKind[] = ['position', 'parameters', 'macs'];

/** One number of the table; `share` is its part of the longest bar of its column, 0 … 1. */
export interface Cost {
  readonly value: string;
  readonly share: number;
  /** What it is made of, e.g. '27 + 12'; '' where it is given. */
  readonly terms: string;
}

export interface CostRow {
  readonly key: 'stage' | 'together' | 'standard' | 'ratio';
  readonly name: string;
  readonly costs: Readonly<Record<CostKind, Cost>>;
  /** Shares of the stages that the bar is put together from. */
  readonly parts: Readonly<Record<CostKind, readonly number[]>>;
}

/** Row by row: every stage, all together, one standard convolution instead, and the ratio; the last two where one fits. */
export function chainCosts(plan: Plan, say: Say, factor = 1): readonly CostRow[] {
  const standard = standardPlan(plan);
  const stages = plan.stages.map((stage, i) => costsOf(stage, counts(plan).stages[i], factor));
  const whole = standard && costsOf(standard.stages[0], counts(standard), factor);
  const sum = (kind: CostKind): number => stages.reduce((all, costs) => all + costs[kind], 0);
  const largest = (kind: CostKind): number => Math.max(sum(kind), whole?.[kind] ?? 0);
  const row = (
    key: CostRow['key'],
    name: string,
    of: (kind: CostKind) => { readonly parts: readonly number[]; readonly terms?: string },
  ): CostRow => ({
    key,
    name,
    costs: byKind((kind) => {
      const { parts, terms = '' } = of(kind);
      const total = parts.reduce((all, part) => all + part, 0);
      return { value: formatCount(total), share: total / largest(kind), terms };
    }),
    parts: byKind((kind) => of(kind).parts.map((part) => part / largest(kind))),
  });
  const rows = stages.map((costs, i) =>
    row('stage', say('counts.stage', { stage: i + 1 }), (kind) => ({ parts: [costs[kind]] })),
  );
  const together = row('together', say('counts.together'), (kind) => ({
    parts: stages.map((costs) => costs[kind]),
    terms: stages.map((costs) => formatCount(costs[kind])).join(' + '),
  }));
  if (!standard || !whole) return [...rows, together];
  const ratio: CostRow = {
    key: 'ratio',
    name: say('counts.ratio'),
    costs: byKind((kind) => ({
      value: ratioOf(kind === 'position' ? 'weights' : kind, standard, plan, [whole[kind], sum(kind)]),
      share: 0,
      terms: '',
    })),
    parts: byKind(() => []),
  };
  return [
    ...rows,
    together,
    row('standard', nameOf(standard, say), (kind) => ({ parts: [whole[kind]] })),
    ratio,
  ];
}

function costsOf(stage: Stage, { params, macs }: StageCounts, factor: number): Record<CostKind, number> {
  return { position: sizeOf(stage.weightShape) * factor, parameters: params, macs: macs * factor };
}

function nameOf({ stages: [stage] }: Plan, say: Say): string {
  const kernel = stage.kernel.join('×');
  return say(stage.groups === 1 ? 'counts.standard' : 'counts.one-depthwise', { kernel });
}

function byKind<Value>(of: (kind: CostKind) => Value): Record<CostKind, Value> {
  return { position: of('position'), parameters: of('parameters'), macs: of('macs') };
}
