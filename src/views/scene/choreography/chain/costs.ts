import { counts } from '../../../../math/counts.js';
import type { Plan, Stage } from '../../../../math/types.js';

/** Weights and biases of each stage, and of the one convolution that reaches as far; null where there is no such one. */
export interface Costs {
  readonly stages: readonly number[];
  readonly total: number;
  readonly replaced: number | null;
}

export function costsOf(plan: Plan): Costs {
  const { params, stages } = counts(plan);
  return { stages: stages.map((stage) => stage.params), total: params, replaced: replacedBy(plan.stages) };
}

/** On each axis at most one stage may reach beyond its place, so that together they read what one kernel would. */
function replacedBy(stages: readonly Stage[]): number | null {
  const [first, last] = [stages[0], stages[stages.length - 1]];
  if (stages.length < 2 || stages.some(({ op }) => op !== 'conv')) return null;
  const [rows, columns] = [sideOf(stages, 0), sideOf(stages, 1)];
  if (rows === null || columns === null) return null;
  const { groups } = first;
  const spec = {
    input: first.input,
    kernel: [rows, columns] as const,
    filters: last.filters,
    groups: stages.every((stage) => stage.groups === groups) ? groups : 1,
    bias: last.bias,
    padding: 'same',
  } as const;
  return counts(spec).params;
}

function sideOf(stages: readonly Stage[], axis: 0 | 1): number | null {
  const sides = stages.map(({ kernel }) => kernel[axis]).filter((side) => side > 1);
  return sides.length > 1 ? null : (sides[0] ?? 1);
}
