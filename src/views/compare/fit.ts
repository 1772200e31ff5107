/** Can the standard layer beside a separable one be followed by it? The distance to the nearest one that can. */
import { fitSeparable, type SeparableFit } from '../../math/separable-fit.js';
import type { Plan, Tensor } from '../../math/types.js';
import type { StageView } from '../../timeline/types.js';
import { formatCount, formatNumber } from '../../words/numbers.js';
import { isSeparableForm } from '../charts/ratio.js';
import type { Say } from '../say.js';

export interface FittedLayer {
  readonly name: string;
  readonly plan: Plan;
  readonly stages: readonly StageView[];
}

/** Differences up to this share of the largest weight come from rounding. */
const rounding = 1e-5;

/** A larger layer is not decomposed while a person drags. */
const mostWeights = 100_000;

const fits = new WeakMap<Tensor, SeparableFit>();

/** The nearest separable weights of a standard layer that stands before a separable one; null where it does not. */
export function fitOf([standard, separable]: readonly FittedLayer[]): SeparableFit | null {
  if (!standard || !separable || !isSeparableForm(standard.plan, separable.plan)) return null;
  const { weights } = standard.stages[0];
  if (weights.data.length > mostWeights) return null;
  const fit = fits.get(weights) ?? fitSeparable(weights);
  fits.set(weights, fit);
  return fit;
}

/** Is the standard layer one that a separable one can be? */
export function isFollowed(fit: SeparableFit, { stages }: FittedLayer): boolean {
  return fit.error <= rounding * stages[0].ranges.weights;
}

/** What the fit says, one sentence or two. */
export function fitSentences(fit: SeparableFit, layers: readonly FittedLayer[], say: Say): readonly string[] {
  const [standard, separable] = layers;
  const weights = formatCount(standard.stages[0].weights.data.length);
  const fewer = separable.stages.reduce((sum, { weights: { data } }) => sum + data.length, 0);
  if (isFollowed(fit, standard)) {
    const names = { name: standard.name, other: separable.name };
    const { filters } = standard.plan.stages[0];
    return [say('compare.fit.composed', { ...names, count: filters, fewer: formatCount(fewer), weights })];
  }
  const channels = fit.channels.map(({ error }) => errorText(error)).join(say('compare.comma'));
  return [
    say('compare.fit.apart', { weights, error: errorText(fit.error), channels }),
    say('compare.fit.multiplier', { multiplier: fit.multiplierNeeded }),
  ];
}

/** Rounding of a decomposition is nothing to read. */
function errorText(error: number): string {
  return formatNumber(error < 1e-9 ? 0 : error, { digits: 3 });
}
