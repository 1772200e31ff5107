/** One spec of any origin, field by field: each value understood, or a problem and left out. */

import { DEFAULTS, FIELDS, fieldOf } from './fields.js';
import type { Field } from './fields.js';
import { print, problemOf } from './problem.js';
import type { Activation, Operation, PaddingMode, Pair, Problem, Shape4, Sides, SpecField } from './types.js';

/** Most elements of a tensor and most cells of an axis: what a 32-bit index can count. */
export const LARGEST = 2 ** 31 - 1;

export interface Padding {
  readonly mode: PaddingMode;
  /** All 0 unless explicit. */
  readonly sides: Sides;
}

/** What a spec says. An absent entry is a field whose value is illegal (or, for the input, not given). */
export interface Reading {
  op?: Operation;
  input?: Shape4;
  filters?: number;
  kernel?: Pair;
  stride?: Pair;
  dilation?: Pair;
  padding?: Padding;
  outputPadding?: Pair;
  groups?: number;
  bias?: boolean;
  activation?: Activation;
}

export type Report = (problem: Problem) => void;

const NO_SIDES: Sides = [0, 0, 0, 0];

/** What a field accepts, printed without words of any language. */
function allowedValues(field: Field): string {
  const number = `${field.minimum}, ${field.minimum + 1}, ${field.minimum + 2}, …`;
  switch (field.type) {
    case 'choice':
      return field.choices.map((choice) => print(choice)).join(' | ');
    case 'flag':
      return 'true | false';
    case 'shape':
      return '[N, H, W, C] | [H, W, C]';
    case 'sides-or-mode':
      return `"valid" | "same" | ${number} | [h, w] | [top, bottom, left, right]`;
    case 'pair':
      return `${number} | [h, w]`;
    default:
      return number;
  }
}

/** Reads one spec; `report` hears of every field that cannot be understood. */
export class SpecReader {
  readonly #spec: Readonly<Record<string, unknown>>;
  readonly #stage: number;
  readonly #report: Report;

  constructor(spec: object, stage: number, report: Report) {
    this.#spec = spec as Readonly<Record<string, unknown>>;
    this.#stage = stage;
    this.#report = report;
  }

  read(): Reading {
    const reading: Reading = {};
    const set = <K extends keyof Reading>(key: K, value: Reading[K] | undefined): void => {
      if (value !== undefined) reading[key] = value;
    };
    set('op', this.#choice('op', 'an operation'));
    set('input', this.#shape('input'));
    set('filters', this.#numbers('filters', [this.#given('filters', DEFAULTS.filters)])?.[0]);
    set('kernel', this.#pair('kernel', DEFAULTS.kernel));
    set('stride', this.#pair('stride', DEFAULTS.stride));
    set('dilation', this.#pair('dilation', DEFAULTS.dilation));
    set('padding', this.#padding());
    set('outputPadding', this.#pair('outputPadding', DEFAULTS.outputPadding));
    set('groups', this.#numbers('groups', [this.#given('groups', DEFAULTS.groups)])?.[0]);
    set('bias', this.#flag('bias'));
    set('activation', this.#choice('activation', 'an activation'));
    return reading;
  }

  /** One warning for each key that no spec has. */
  unknownFields(): Problem[] {
    const known = new Set<string>(FIELDS.map((field) => field.name));
    const unknown = Object.keys(this.#spec).filter((key) => !known.has(key));
    return unknown.map((key) =>
      problemOf({
        claim: `No field is called ${print(key)}, so it has no effect`,
        field: key,
        kind: 'unknown-field',
        given: print(this.#spec[key]),
        allowed: FIELDS.map((field) => field.name).join(' | '),
        stage: this.#stage,
      }),
    );
  }

  #given(name: SpecField, fallback: unknown): unknown {
    const value = this.#spec[name];
    return value === undefined ? fallback : value;
  }

  #refuse(name: SpecField, kind: Problem['kind'], claim: string, allowed?: string): undefined {
    const given = print(this.#spec[name]);
    allowed ??= allowedValues(fieldOf(name));
    this.#report(problemOf({ claim, field: name, kind, given, allowed, stage: this.#stage }));
    return undefined;
  }

  #choice<Name extends 'op' | 'activation'>(name: Name, what: string): Reading[Name] | undefined {
    const value = this.#given(name, DEFAULTS[name]);
    if (fieldOf(name).choices.includes(value as string)) return value as Reading[Name];
    return this.#refuse(name, 'invalid-value', `${name} is not ${what}`);
  }

  #flag(name: 'bias'): boolean | undefined {
    const value = this.#given(name, DEFAULTS[name]);
    if (typeof value === 'boolean') return value;
    return this.#refuse(name, 'invalid-value', `${name} is a yes or a no`);
  }

  #pair(name: 'kernel' | 'stride' | 'dilation' | 'outputPadding', fallback: Pair): Pair | undefined {
    const value = this.#given(name, fallback);
    const pair: readonly unknown[] = Array.isArray(value) ? value : [value, value];
    if (pair.length === 2) return this.#numbers(name, pair) as Pair | undefined;
    return this.#refuse(name, 'invalid-value', `${name} is one number or a pair [height, width]`);
  }

  #shape(name: 'input'): Shape4 | undefined {
    const value = this.#spec[name];
    if (value === undefined) return undefined;
    if (!Array.isArray(value) || (value.length !== 3 && value.length !== 4)) {
      return this.#refuse(name, 'invalid-value', `${name} is a shape of three or four numbers`);
    }
    return this.#numbers(name, value.length === 3 ? [1, ...value] : value) as Shape4 | undefined;
  }

  #padding(): Padding | undefined {
    const value = this.#given('padding', DEFAULTS.padding);
    if (value === 'valid' || value === 'same') return { mode: value, sides: NO_SIDES };
    const list: readonly unknown[] = Array.isArray(value) ? value : [value];
    const sides = {
      1: [list[0], list[0], list[0], list[0]],
      2: [list[0], list[0], list[1], list[1]],
      4: list,
    }[list.length];
    if (typeof value === 'string' || sides === undefined || (Array.isArray(value) && list.length === 1)) {
      return this.#refuse('padding', 'invalid-value', 'padding is a mode, one number, a pair or four sides');
    }
    const numbers = this.#numbers('padding', sides) as Sides | undefined;
    return numbers && { mode: 'explicit', sides: numbers };
  }

  /** The values, if each is a whole number in the field's legal range. */
  #numbers(name: SpecField, values: readonly unknown[]): readonly number[] | undefined {
    const { minimum, belowMinimum } = fieldOf(name);
    const numbers = Array.from(values);
    if (!numbers.every((value): value is number => Number.isSafeInteger(value))) {
      return this.#refuse(name, 'invalid-value', `${name} takes whole numbers only`);
    }
    if (numbers.some((value) => value < minimum)) {
      return this.#refuse(name, belowMinimum, `${name} is below ${minimum}`, `≥ ${minimum}`);
    }
    if (numbers.some((value) => value > LARGEST)) {
      const allowed = `${minimum} … ${LARGEST}`;
      return this.#refuse(name, 'tensor-too-large', `${name} is more than an index can count`, allowed);
    }
    return numbers.map((value) => value + 0);
  }
}
