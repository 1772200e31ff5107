/** A layer as the query of a link, and back: the attributes of the elements under the same names. */
import { LAYER_FIELDS } from '../../src/variants/fields.js';
import { fieldsOf } from '../../src/variants/plan-layer.js';
import type { LayerSpec } from '../../src/variants/types.js';
import { isVariantName, variantOf, variants } from '../../src/variants/variants.js';
import { readField, writeField } from './layer-attributes.js';

/** What a link asks for. */
export interface LayerLink {
  /** null where the link names no setting of a layer. */
  readonly layer: LayerSpec | null;
  /** A variant's name that nobody has, else null. */
  readonly unknownVariant: string | null;
}

/** Reads the settings of a layer. Values that cannot be used are handed on: the plan explains them. */
export function readLayerLink(query: URLSearchParams): LayerLink {
  const name = query.get('variant');
  const fields = LAYER_FIELDS.filter(({ attribute }) => query.has(attribute)).map((field) => [
    field.name,
    field.type === 'flag'
      ? readFlag(query.get(field.attribute))
      : readField(field.name, query.get(field.attribute)),
  ]);
  const isKnown = isVariantName(name);
  const layer =
    isKnown || fields.length > 0
      ? { variant: isKnown ? name : variants[0].name, ...(Object.fromEntries(fields) as LayerSpec) }
      : null;
  return { layer, unknownVariant: name === null || isKnown ? null : name };
}

/** In a link `bias`, `bias=1` and `bias=true` all mean yes. */
function readFlag(text: string | null): unknown {
  if (text === '' || text === '1' || text === 'true') return true;
  return text === '0' || text === 'false' ? false : text;
}

/** The settings that differ from the variant's own. */
export function writeLayerLink(layer: LayerSpec): URLSearchParams {
  const variant = variantOf(layer.variant ?? '') ?? variants[0];
  const query = new URLSearchParams({ variant: variant.name });
  const fields = fieldsOf(variant, layer);
  for (const { name, attribute } of LAYER_FIELDS) {
    const [value, preset] = [fields[name], variant.defaults[name]].map((each) =>
      each === undefined || each === null ? '' : writeField(name, plainest(each)),
    );
    if (value !== '' && value !== preset) query.set(attribute, value);
  }
  return query;
}

/** Names that a link may hold: those of a layer's settings, and `variant`. */
export const layerLinkNames: readonly string[] = [
  'variant',
  ...LAYER_FIELDS.map(({ attribute }) => attribute),
];

/** Equal rows and columns as one number. */
function plainest(value: unknown): unknown {
  return Array.isArray(value) && value.length === 2 && value[0] === value[1] ? value[0] : value;
}
