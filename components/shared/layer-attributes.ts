import type { ComplexAttributeConverter } from 'lit';
import { fieldOf } from '../../src/math/fields.js';
import type { SpecField } from '../../src/math/types.js';

/**
 * Reads the text of a layer's attribute: '3', '3x5' and '3,5' for pairs, '5x5x3' for shapes, 'same', 'valid' or
 * '0,1,0,1' (top, bottom, left, right) for the padding. What cannot be read is handed on as it is, so that the plan
 * explains it.
 */
export function readField(name: SpecField, text: string | null): unknown {
  if (text === null) return undefined;
  const { type, choices } = fieldOf(name);
  if (type === 'flag') return text !== 'false';
  const trimmed = text.trim();
  if (choices.includes(trimmed)) return trimmed;
  const parts = trimmed.split(/\s*[x×,;\s]\s*/i);
  const numbers = parts.map(Number);
  if (parts.includes('') || numbers.some(Number.isNaN)) return text;
  return numbers.length === 1 && type !== 'shape' ? numbers[0] : numbers;
}

/** Lit's converter for an attribute of a layer's field. */
export function layerField(name: SpecField): ComplexAttributeConverter {
  return { fromAttribute: (text) => readField(name, text) };
}
