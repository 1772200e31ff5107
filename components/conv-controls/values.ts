/** Values of a layer's fields as controls hold them. */
import type { Plan, Sides } from '../../src/math/types.js';
import type { Session } from '../../src/session/session.js';
import { layerFieldOf } from '../../src/variants/fields.js';
import { fieldsOf } from '../../src/variants/plan-layer.js';
import { readLayer } from '../../src/variants/read-layer.js';
import type { LayerField, LayerFields, ResolvedFields, Variant } from '../../src/variants/types.js';
import { variantOf, variants } from '../../src/variants/variants.js';

/** The descriptor of a session's layer. */
export function variantOfSession({ layer }: Session): Variant {
  return variantOf(layer.variant ?? '') ?? variants[0];
}

/** Everything that the layer asks for, over what its variant presets. */
export function askedFields(session: Session): LayerFields {
  return fieldsOf(variantOfSession(session), session.layer);
}

/** What the layer asks for, else what its variant or the field table presets. */
export function valueOf(session: Session, name: LayerField): unknown {
  return askedFields(session)[name] ?? layerFieldOf(name).default;
}

/** The layer without a wanted output size, which would hide the output padding. */
export function fieldsWithoutSize(session: Session): ResolvedFields {
  const { outputSize: _, ...fields } = askedFields(session);
  return readLayer(fields).resolved;
}

/** Equal rows and columns as one number, as a person thinks and as a message prints them. */
export function plainest(value: unknown): unknown {
  return Array.isArray(value) && value.length === 2 && value[0] === value[1] ? value[0] : value;
}

export function pairOf(value: unknown): [number, number] {
  if (Array.isArray(value)) return [Number(value[0]), Number(value[1] ?? value[0])];
  return [Number(value), Number(value)];
}

export function sidesOf(value: unknown): number[] {
  if (!Array.isArray(value)) return [value, value, value, value].map(Number);
  return value.length === 2 ? [value[0], value[0], value[1], value[1]].map(Number) : value.map(Number);
}

/** The padding of a plan in numbers: each side where any stage has it, since a layer has one padding. */
export function resolvedSides({ stages }: Plan): Sides {
  const largest = (side: number): number => Math.max(0, ...stages.map(({ padding }) => padding[side]));
  return [largest(0), largest(1), largest(2), largest(3)];
}

/** The number in a control. One that was emptied, or holds no number, gets the old one back. */
export function numberIn(event: Event, old: number): number {
  const control = event.target as HTMLInputElement;
  if (control.value !== '' && !Number.isNaN(control.valueAsNumber)) return control.valueAsNumber;
  control.value = String(old);
  return old;
}
