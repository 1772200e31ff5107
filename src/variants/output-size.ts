/** The wanted size of a transposed convolution's output, and the output padding that gives it. */
import { effectiveKernel } from '../math/geometry.js';
import { numeral, print, problemOf } from '../math/problem.js';
import type { Pair, Problem } from '../math/types.js';
import { pairOf, sidesOf } from './pair.js';
import type { ResolvedFields } from './types.js';

/** More sizes than a ruler can show; of a larger stride the list names the first ones. */
const mostListed = 64;

/** What decides the legal sizes of one axis. */
interface AxisRule {
  readonly cells: number;
  readonly stride: number;
  readonly dilation: number;
  /** Cells from the kernel's first tap to its last. */
  readonly reach: number;
  /** Cells that the padding takes from both ends. */
  readonly crop: number;
  readonly same: boolean;
}

/**
 * Sizes of an axis of a transposed convolution that an output padding can reach, smallest first; the first 64 of them.
 * Empty where the layer's own fields cannot be read. Never throws.
 */
export function legalOutputSizes(layer: ResolvedFields, axis: 0 | 1): readonly number[] {
  const rule = ruleOf(layer, axis);
  if (!rule) return [];
  const { first, last } = legalRange(rule);
  const start = Math.max(first, 1);
  return Array.from({ length: Math.min(Math.max(last - start + 1, 0), mostListed) }, (_, i) => start + i);
}

/** The output padding a = o − ((i − 1)·s + reach − crop) of a wanted size o; [0, 0] and the reason where there is none. */
export function outputPaddingFor(
  layer: ResolvedFields,
  outputSize: unknown,
): { readonly outputPadding: Pair; readonly problem?: Problem } {
  const none: Pair = [0, 0];
  const wanted = pairOf(outputSize, 1);
  if (!wanted) {
    const claim = 'outputSize is a whole number, 1 or more, or a pair [height, width] of them';
    const given = print(outputSize);
    const parts = {
      claim,
      field: 'outputSize',
      kind: 'invalid-value',
      given,
      allowed: '1, 2, 3, …',
    } as const;
    return { outputPadding: none, problem: problemOf({ ...parts, stage: 0 }) };
  }
  const extras: number[] = [];
  for (const axis of [0, 1] as const) {
    const rule = ruleOf(layer, axis);
    // Another field is at fault, and the plan says so.
    if (!rule) return { outputPadding: none };
    const { first, last } = legalRange(rule);
    const size = wanted[axis];
    if (size < first || size > last) {
      return { outputPadding: none, problem: illegalSize(layer, axis, rule, size) };
    }
    extras.push(rule.same ? 0 : size - first);
  }
  return { outputPadding: [extras[0], extras[1]] };
}

function ruleOf(layer: ResolvedFields, axis: 0 | 1): AxisRule | null {
  const { input, stride = 1, dilation = 1, kernel = 3, padding } = layer;
  const sizes = Array.isArray(input) && input.length >= 3 ? pairOf(input.slice(-3, -1), 1) : null;
  const [strides, rates, taps] = [pairOf(stride, 1), pairOf(dilation, 1), pairOf(kernel, 1)];
  const sides = sidesOf(padding);
  if (!sizes || !strides || !rates || !taps || !sides) return null;
  return {
    cells: sizes[axis],
    stride: strides[axis],
    dilation: rates[axis],
    reach: effectiveKernel(taps[axis], rates[axis]),
    crop: sides[2 * axis] + sides[2 * axis + 1],
    same: padding === 'same',
  };
}

/** Sizes with the smallest and the largest output padding; SAME leaves no choice. */
function legalRange({ cells, stride, dilation, reach, crop, same }: AxisRule): {
  first: number;
  last: number;
} {
  if (same) return { first: cells * stride, last: cells * stride };
  const first = (cells - 1) * stride + reach - crop;
  return { first, last: first + Math.max(stride, dilation) - 1 };
}

function illegalSize(layer: ResolvedFields, axis: 0 | 1, rule: AxisRule, wanted: number): Problem {
  const { cells, stride, dilation, reach, crop, same } = rule;
  const { first, last } = legalRange(rule);
  const isTooSmall = wanted < first;
  const extra = `${wanted} − ((${cells} − 1)·${stride} + ${reach} − ${crop}) = ${numeral(wanted - first)}`;
  const bound = isTooSmall ? '< 0' : `≥ max(${stride}, ${dilation})`;
  const listed = legalOutputSizes(layer, axis);
  return problemOf({
    claim: `No output padding gives this ${axis === 0 ? 'height' : 'width'}`,
    field: 'outputSize',
    kind: isTooSmall ? 'negative-output-padding' : 'output-padding-too-large',
    given: `${wanted}`,
    allowed: listed.at(-1) === last ? listed.join(', ') : `${Math.max(first, 1)} … ${last}`,
    formula: same ? `${cells}·${stride} = ${first}` : `${extra} ${bound}`,
    stage: 0,
  });
}
