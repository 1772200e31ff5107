import { standard } from './standard.js';
import type { Variant, VariantName } from './types.js';

/** Every variant in menu order. A new one is its own file and a line here. */
export const variants: readonly Variant[] = [standard];

/** The descriptor of a name, or undefined. */
export function variantOf(name: string): Variant | undefined {
  return variants.find((variant) => variant.name === name);
}

/** Is this one of our names? */
export function isVariantName(name: unknown): name is VariantName {
  return typeof name === 'string' && variantOf(name) !== undefined;
}
