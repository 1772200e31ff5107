/** The one field table: every field of a ConvSpec, its legal range, its default and the keys of its words. */

import type { ConvSpec, ProblemKind, SpecField } from './types.js';

export type FieldType = 'choice' | 'shape' | 'integer' | 'pair' | 'sides-or-mode' | 'flag';

export interface Field<Name extends string = SpecField> {
  readonly name: Name;
  /** Name of the HTML attribute and of the key in a link. */
  readonly attribute: string;
  readonly type: FieldType;
  /** What `plan` assumes when the field is absent; null: the field is required. */
  readonly default: string | number | boolean | readonly number[] | null;
  /** Smallest legal number; 0 where the field holds no number. */
  readonly minimum: number;
  /** Largest number that a teaching control offers. `plan` accepts more. */
  readonly maximum: number;
  /** The legal words, where the field takes words. */
  readonly choices: readonly string[];
  /** The kind of problem that a number under the minimum is. */
  readonly belowMinimum: ProblemKind;
  /** Keys of the words: `field.<name>.label` and `field.<name>.help`. */
  readonly labelKey: string;
  readonly helpKey: string;
}

/** What an absent field means. The input has no default. */
export const DEFAULTS = {
  op: 'conv',
  filters: 1,
  kernel: [3, 3],
  stride: [1, 1],
  dilation: [1, 1],
  padding: 'valid',
  outputPadding: [0, 0],
  groups: 1,
  bias: false,
  activation: 'none',
} as const satisfies Required<Omit<ConvSpec, 'input'>>;

type Entry<Name extends string> = Pick<Field<Name>, 'name' | 'type' | 'default'> & Partial<Field<Name>>;

/** A whole entry from what is peculiar to it. */
export function field<Name extends string>(entry: Entry<Name>): Field<Name> {
  return {
    attribute: entry.name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`),
    minimum: 0,
    maximum: 0,
    choices: [],
    belowMinimum: 'invalid-value',
    labelKey: `field.${entry.name}.label`,
    helpKey: `field.${entry.name}.help`,
    ...entry,
  };
}

export const FIELDS: readonly Field[] = [
  field({ name: 'op', type: 'choice', default: DEFAULTS.op, choices: ['conv', 'transposed'] }),
  field({
    name: 'input',
    type: 'shape',
    default: null,
    minimum: 1,
    maximum: 64,
    belowMinimum: 'non-positive-input',
  }),
  field({
    name: 'filters',
    type: 'integer',
    default: DEFAULTS.filters,
    minimum: 1,
    maximum: 16,
    belowMinimum: 'non-positive-filters',
  }),
  field({
    name: 'kernel',
    type: 'pair',
    default: DEFAULTS.kernel,
    minimum: 1,
    maximum: 11,
    belowMinimum: 'non-positive-kernel',
  }),
  field({
    name: 'stride',
    type: 'pair',
    default: DEFAULTS.stride,
    minimum: 1,
    maximum: 6,
    belowMinimum: 'non-positive-stride',
  }),
  field({
    name: 'dilation',
    type: 'pair',
    default: DEFAULTS.dilation,
    minimum: 1,
    maximum: 6,
    belowMinimum: 'non-positive-dilation',
  }),
  field({
    name: 'padding',
    type: 'sides-or-mode',
    default: DEFAULTS.padding,
    minimum: 0,
    maximum: 10,
    choices: ['valid', 'same'],
    belowMinimum: 'negative-padding',
  }),
  field({
    name: 'outputPadding',
    type: 'pair',
    default: DEFAULTS.outputPadding,
    minimum: 0,
    maximum: 5,
    belowMinimum: 'negative-output-padding',
  }),
  field({
    name: 'groups',
    type: 'integer',
    default: DEFAULTS.groups,
    minimum: 1,
    maximum: 16,
    belowMinimum: 'non-positive-groups',
  }),
  field({ name: 'bias', type: 'flag', default: DEFAULTS.bias }),
  field({
    name: 'activation',
    type: 'choice',
    default: DEFAULTS.activation,
    choices: ['none', 'relu', 'relu6', 'h-swish'],
  }),
];

/** The entry of a field. @throws RangeError for a name that no spec has. */
export function fieldOf(name: SpecField): Field {
  const found = FIELDS.find((entry) => entry.name === name);
  if (!found) throw new RangeError(`No field is called ${name}.`);
  return found;
}
