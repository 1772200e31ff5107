import { counts } from '../../math/counts.js';
import type { Plan } from '../../math/types.js';
import { macTerms } from '../charts/terms.js';
import { formatCount } from '../../words/numbers.js';
import type { Say } from '../say.js';

/** What all bars obey, with the numbers of each layer: 'multiply-adds = weights × output positions: 108 × 9 = 972, …'. */
export function ruleSentence(layers: readonly { readonly plan: Plan }[], say: Say): string {
  const lines = layers.map(({ plan }) => `${macTerms(plan.stages)} = ${formatCount(counts(plan).macs)}`);
  const gathers = layers.every(({ plan }) => plan.stages.every(({ op }) => op === 'conv'));
  return say(gathers ? 'compare.rule' : 'compare.rule.small', { lines: lines.join(say('compare.comma')) });
}
