/** What several recipes are made of. */
import type { Draft } from '../draft.js';
import type { ConvLayer, Pointwise } from '../types.js';

/** A convolution, its batch norm and, where one is named, an activation: rows `name.0`, `name.1`, `name.2`, as torchvision has them. */
export function normed(
  net: Draft,
  name: string,
  layer: ConvLayer,
  activation?: Pointwise,
  from?: readonly string[],
): string {
  net.add(`${name}.0`, layer, from);
  const last = net.add(`${name}.1`, { op: 'batch-norm' });
  return activation ? net.add(`${name}.2`, { op: 'activation', activation }) : last;
}

/**
 * The multiple of 8 next to a number of channels, never less than nine tenths of it: the rule of MobileNet V2 and V3
 * (`_make_divisible` in both papers' code).
 */
export function multipleOfEight(channels: number): number {
  const rounded = Math.max(8, Math.floor((channels + 4) / 8) * 8);
  return rounded < 0.9 * channels ? rounded + 8 : rounded;
}
