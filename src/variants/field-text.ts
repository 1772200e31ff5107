/** The value of a layer's field as text, in an attribute or a link, and back. */
import { layerFieldOf } from './fields.js';
import type { LayerField } from './types.js';

/**
 * Reads the text of a layer's field, from an attribute or a link: '3', '3x5' and '3,5' for pairs, '5x5x3' for shapes, a word
 * for choices, 'same', 'valid', 'symmetric' or '0,1,0,1' (top, bottom, left, right) for the padding. What cannot be read is
 * handed on as it is, so that the plan explains it.
 */
export function readField(name: LayerField, text: string | null): unknown {
  if (text === null) return undefined;
  const { type, choices } = layerFieldOf(name);
  if (type === 'flag') return text !== 'false';
  const trimmed = text.trim();
  if (type === 'choice' || choices.includes(trimmed)) return trimmed;
  const parts = trimmed.split(/\s*[x×,;\s]\s*/i);
  const numbers = parts.map(Number);
  if (parts.includes('') || numbers.some(Number.isNaN)) return text;
  return numbers.length === 1 && type !== 'shape' ? numbers[0] : numbers;
}

/** A field's value as {@link readField} reads it. */
export function writeField(name: LayerField, value: unknown): string {
  if (!Array.isArray(value)) return String(value);
  return value.join(layerFieldOf(name).name === 'padding' ? ',' : 'x');
}
