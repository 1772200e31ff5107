/** How a layer's cost relates to the first layer's. */
import type { Plan, Stage } from '../../math/types.js';
import { equalsSign, formatCount, formatNumber } from '../../words/numbers.js';
import { usesOf } from './terms.js';

/**
 * The share in print: '1/4 + 1/9 ≈ 0.3611' where a separable layer stands beside the standard one that it replaces, else
 * the two counts: '225/441 ≈ 0.5102'.
 *
 * @param sums the first layer's count and this one's
 */
export function ratioOf(
  kind: string,
  first: Plan,
  plan: Plan,
  [whole, part]: readonly [number, number],
): string {
  const share = part / whole;
  const text = formatNumber(share);
  const sign = equalsSign(share, text);
  if (part === whole) return '1';
  const hasRule = kind === 'parameters' || kind === 'weights' || kind === 'macs';
  if (hasRule && isSeparableForm(first, plan) && (kind !== 'macs' || usesAgree(first, plan))) {
    const [{ filters, kernel }] = first.stages;
    return `1/${filters} + 1/${kernel[0] * kernel[1]} ${sign} ${text}`;
  }
  return `${formatCount(part)}/${formatCount(whole)} ${sign} ${text}`;
}

/** A depthwise stage of multiplier 1 with the standard layer's kernel, then a pointwise one, no biases: 1/N + 1/k². */
export function isSeparableForm(first: Plan, plan: Plan): boolean {
  const [standard, ...more] = first.stages;
  const [depthwise, pointwise, ...rest] = plan.stages;
  if (!standard || !pointwise || more.length > 0 || rest.length > 0) return false;
  const channels = standard.input[3];
  return (
    [standard, depthwise, pointwise].every((stage) => stage.op === 'conv' && !stage.bias) &&
    standard.groups === 1 &&
    String(depthwise.kernel) === String(standard.kernel) &&
    depthwise.input[3] === channels &&
    depthwise.groups === channels &&
    depthwise.filters === channels &&
    String(pointwise.kernel) === '1,1' &&
    pointwise.groups === 1 &&
    pointwise.filters === standard.filters
  );
}

function usesAgree(first: Plan, plan: Plan): boolean {
  const uses = [...first.stages, ...plan.stages].map((stage: Stage) => usesOf(stage));
  return new Set(uses).size === 1;
}
