/** The receptive field of a stack of layers that stands in the question itself: `field 3 3s2 3d2`. */
import { receptiveField, type FieldStep, type ReceptiveField } from '../../src/math/receptive-field.js';
import type { ConvSpec } from '../../src/math/types.js';
import { formatCount } from '../../src/words/numbers.js';

/** Along one axis. */
const quantities: Readonly<Record<string, (field: ReceptiveField & FieldStep) => number>> = {
  field: ({ size }) => size[0],
  jump: ({ jump }) => jump[0],
  touched: ({ coverage }) => coverage.touched[0],
};

/** The names that begin such a question. */
export const stackQuantityNames: readonly string[] = Object.keys(quantities);

/** A layer of a stack: its kernel, and if they are not 1 its stride and its dilation, as `3s2` or `3d2`. */
const layer = /^(\d+)(?:s(\d+))?(?:d(\d+))?$/;

/** `field`, `jump` or `touched` (pixels that are read at all) of the layers that follow it; null for anything else. */
export function stackText(of: string): string | null {
  const [name, ...words] = of.trim().split(/\s+/);
  const quantity = Object.hasOwn(quantities, name) ? quantities[name] : undefined;
  const layers = words.map((word) => layer.exec(word));
  if (!quantity || layers.length === 0 || layers.some((match) => !match)) return null;
  const specs = layers.map((match): ConvSpec => {
    const [, kernel, stride = 1, dilation = 1] = match!;
    return { kernel: Number(kernel), stride: Number(stride), dilation: Number(dilation) };
  });
  if (specs.some((spec) => Object.values(spec).includes(0))) return null;
  return formatCount(quantity(receptiveField(specs)));
}
