/** A layer as the parameters of a link, and back: the attributes of the elements under the same names. */
import { readField, writeField } from '../variants/field-text.js';
import { LAYER_FIELDS } from '../variants/fields.js';
import { fieldsOf } from '../variants/plan-layer.js';
import type { LayerSpec } from '../variants/types.js';
import { isVariantName, variantOf, variants } from '../variants/variants.js';
import type { Notices } from './notices.js';
import type { Entry, LinkParameters } from './parameters.js';

/** Names that a link may hold of a layer: those of its settings, and `variant`. */
export const layerNames: readonly string[] = ['variant', ...LAYER_FIELDS.map(({ attribute }) => attribute)];

/**
 * Reads the settings of a layer. Values that cannot be used are handed on: the plan explains them.
 * @returns the fields that the link names, or undefined where it names none
 */
export function readLayer(link: LinkParameters, notices: Notices): LayerSpec | undefined {
  const name = link.get('variant');
  const isKnown = isVariantName(name);
  if (name !== undefined && !isKnown)
    notices.refuse('variant', name, variants.map((variant) => variant.name).join(', '));
  const fields = LAYER_FIELDS.flatMap((field): [string, unknown][] => {
    const text = link.get(field.attribute);
    if (text === undefined) return [];
    return [[field.name, field.type === 'flag' ? readFlag(text) : readField(field.name, text)]];
  });
  if (!isKnown && fields.length === 0) return undefined;
  return { ...(isKnown ? { variant: name } : {}), ...(Object.fromEntries(fields) as LayerSpec) };
}

/** In a link `bias`, `bias=1` and `bias=true` all mean yes. */
function readFlag(text: string): unknown {
  if (text === '' || text === '1' || text === 'true') return true;
  return text === '0' || text === 'false' ? false : text;
}

/** The variant, and the settings that differ from its own. */
export function writeLayer(layer: LayerSpec): Entry[] {
  const variant = variantOf(layer.variant ?? '') ?? variants[0];
  const fields = fieldsOf(variant, layer);
  const entries: Entry[] = [['variant', variant.name]];
  for (const { name, attribute, default: usual } of LAYER_FIELDS) {
    const [value, preset] = [fields[name], variant.defaults[name] ?? usual].map((each) =>
      each === undefined || each === null ? '' : writeField(name, plainest(each)),
    );
    if (value !== '' && value !== preset) entries.push([attribute, value]);
  }
  return entries;
}

/** Equal rows and columns as one number. */
function plainest(value: unknown): unknown {
  return Array.isArray(value) && value.length === 2 && value[0] === value[1] ? value[0] : value;
}
