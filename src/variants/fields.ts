/** The field table of a layer: a spec's fields and what only a layer has. It drives attributes, links, controls and checks. */
import { field, FIELDS, type Field } from '../math/fields.js';
import type { LayerField } from './types.js';

export const LAYER_FIELDS: readonly Field<LayerField>[] = [
  ...FIELDS.map((entry) => (entry.name === 'padding' ? withSymmetric(entry) : entry)),
  field({
    name: 'multiplier',
    type: 'integer',
    default: 1,
    minimum: 1,
    maximum: 4,
    belowMinimum: 'non-positive-filters',
  }),
  field({
    name: 'order',
    type: 'choice',
    default: 'depthwise-first',
    choices: ['depthwise-first', 'pointwise-first'],
  }),
  field({ name: 'biases', type: 'choice', default: 'once', choices: ['once', 'every'] }),
  field({ name: 'activations', type: 'choice', default: 'once', choices: ['once', 'every'] }),
  field({
    name: 'outputSize',
    type: 'pair',
    default: null,
    minimum: 1,
    maximum: 64,
    belowMinimum: 'empty-output',
  }),
  field({ name: 'turned', type: 'flag', default: false }),
];

function withSymmetric(padding: Field): Field {
  return { ...padding, choices: [...padding.choices, 'symmetric'] };
}

/** The entry of a layer's field. @throws RangeError for a name that no layer has */
export function layerFieldOf(name: LayerField): Field<LayerField> {
  const found = LAYER_FIELDS.find((entry) => entry.name === name);
  if (!found) throw new RangeError(`No layer has a field called ${name}.`);
  return found;
}
