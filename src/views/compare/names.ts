/** What the compared layers are called: their variants, and where these are the same, the settings that differ. */
import type { Say } from '../say.js';
import type { Stage } from '../../math/types.js';

export interface Nameable {
  /** The author's own name, or ''. */
  readonly label: string;
  readonly variant: VariantWord;
  readonly stages: readonly Stage[];
}

/** Variants that have a short name here. */
export type VariantWord =
  | 'standard'
  | 'strided'
  | 'padded'
  | 'dilated'
  | 'grouped'
  | 'depthwise'
  | 'pointwise'
  | 'separable'
  | 'spatially-separable'
  | 'transposed';

/** In the order in which they are told. */
const telling = [
  'kernel',
  'stride',
  'dilation',
  'paddingMode',
  'groups',
  'filters',
] as const satisfies readonly (keyof Stage)[];

export function namesOf(layers: readonly Nameable[], say: Say): readonly string[] {
  return layers.map((layer) => {
    if (layer.label !== '') return layer.label;
    const name = say(`compare.name.${layer.variant}`);
    const twins = layers.filter(({ variant, label }) => variant === layer.variant && label === '');
    const differing = telling.filter((field) => new Set(twins.map((twin) => print(twin, field))).size > 1);
    const settings = differing.map((field) =>
      say('compare.setting', {
        field: say(`field.${field === 'paddingMode' ? 'padding' : field}.label`).toLowerCase(),
        value: print(layer, field),
      }),
    );
    return settings.length === 0
      ? name
      : say('compare.named', { name, settings: settings.join(say('compare.comma')) });
  });
}

/** A pair of equal numbers as one. */
function print({ stages }: Nameable, field: (typeof telling)[number]): string {
  const value = stages[0]?.[field];
  if (!Array.isArray(value)) return String(value ?? '');
  return value[0] === value[1] ? String(value[0]) : value.join('×');
}
