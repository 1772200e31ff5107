import type { ComplexAttributeConverter } from 'lit';
import { readField } from '../../src/variants/field-text.js';
import type { LayerField } from '../../src/variants/types.js';

/** Lit's converter for an attribute of a layer's field. */
export function layerField(name: LayerField): ComplexAttributeConverter {
  return { fromAttribute: (text) => readField(name, text) };
}
