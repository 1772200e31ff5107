import { depthwise } from './depthwise.js';
import { dilated } from './dilated.js';
import { grouped } from './grouped.js';
import { padded } from './padded.js';
import { pointwise } from './pointwise.js';
import { separable } from './separable.js';
import { spatiallySeparable } from './spatially-separable.js';
import { standard } from './standard.js';
import { strided } from './strided.js';
import { transposed } from './transposed.js';
import type { Variant, VariantName } from './types.js';

/** Every variant in menu order. A new one is its own file and a line here. */
export const variants: readonly Variant[] = [
  standard,
  strided,
  padded,
  dilated,
  grouped,
  depthwise,
  pointwise,
  separable,
  spatiallySeparable,
  transposed,
];

/** The descriptor of a name, or undefined. */
export function variantOf(name: string): Variant | undefined {
  return variants.find((variant) => variant.name === name);
}

/** Is this one of our names? */
export function isVariantName(name: unknown): name is VariantName {
  return typeof name === 'string' && variantOf(name) !== undefined;
}
