/** The sizes of one's own layers: the fields of the field table, one number for both axes. */
import { fieldOf } from '../math/fields.js';
import type { SpecField } from '../math/types.js';

export interface Knobs {
  /** Rows and columns of the input. */
  readonly side: number;
  /** Channels of the input. */
  readonly channels: number;
  readonly filters: number;
  readonly kernel: number;
  readonly stride: number;
  /** Of the dilated layer. */
  readonly dilation: number;
  /** Of the grouped layer. */
  readonly groups: number;
}

export type KnobName = keyof Knobs;

export const usualKnobs: Knobs = {
  side: 56,
  channels: 64,
  filters: 64,
  kernel: 3,
  stride: 1,
  dilation: 2,
  groups: 4,
};

/** In the order of their boxes. */
export const knobNames = Object.keys(usualKnobs) as readonly KnobName[];

/** The field of the table that a knob sets. */
export function fieldOfKnob(knob: KnobName): SpecField {
  return knob === 'side' || knob === 'channels' ? 'input' : knob;
}

/** Knobs are whole numbers from the field's least one on; what is no such number keeps what was there. */
export function readKnobs(given: Readonly<Record<string, unknown>>, before: Knobs = usualKnobs): Knobs {
  const read = (knob: KnobName): number => {
    const value = given[knob];
    const least = fieldOf(fieldOfKnob(knob)).minimum;
    return typeof value === 'number' && Number.isSafeInteger(value) && value >= least ? value : before[knob];
  };
  return Object.fromEntries(knobNames.map((knob) => [knob, read(knob)])) as unknown as Knobs;
}
