/** What a count is made of, in print: factors with dots, parts with plus signs. Factors of 1 are left out. */
import { sizeOf } from '../../math/tensor.js';
import type { Stage } from '../../math/types.js';
import { formatCount } from '../../words/numbers.js';

/** '3·3·3·4', with biases '3·3·3·4 + 4'. */
export function parameterTerms({ weightShape, bias, filters }: Stage): string {
  const weights = product(weightShape);
  return bias ? `${weights} + ${formatCount(filters)}` : weights;
}

/** The elements of an output: '3·3·4'. */
export function shapeTerms({ output }: Stage): string {
  return product(output);
}

/** Weights times the places at which they are used: '108 × 9', '(27 + 12) × 9', '75 × 25 + 12 × 9'. */
export function macTerms(stages: readonly Stage[]): string {
  const weights = stages.map(({ weightShape }) => formatCount(sizeOf(weightShape)));
  const places = stages.map((stage) => formatCount(usesOf(stage)));
  if (new Set(places).size === 1) return times(weights, places[0]);
  return weights.map((count, i) => `${count} × ${places[i]}`).join(' + ');
}

/** How often every weight is used: places of the small side, which for a convolution is its output. */
export function usesOf({ small: [images, rows, columns] }: Stage): number {
  return images * rows * columns;
}

/** A sum of parts times a factor, in brackets where it needs them. */
export function times(parts: readonly string[], factor: string): string {
  const sum = parts.join(' + ');
  return `${sum.includes('+') ? `(${sum})` : sum} × ${factor}`;
}

function product(factors: readonly number[]): string {
  const told = factors.filter((factor) => factor !== 1);
  return told.length === 0 ? '1' : told.join('·');
}
