/** How one argument is read: small readers that the frameworks' tables are made of. */
import type { Activation, Sides } from '../math/types.js';
import type { Call, Value } from './expressions.js';
import { onAxes, type Draft, type DraftPadding } from './draft.js';
import type { Report } from './report.js';

/** The argument that is being read, and whom to tell. */
export interface Reading {
  readonly draft: Draft;
  readonly report: Report;
  /** Name of the argument. */
  readonly argument: string;
  /** Arguments that change neither shape nor cost; told together. */
  readonly inert: string[];
}

/** Puts a value into the draft, or says why it does not fit. */
export type Reader = (value: Value, reading: Reading) => void;

/** What an argument's value was, printed as code. */
export function printed(value: Value): string {
  switch (value.kind) {
    case 'number':
    case 'flag':
      return String(value.value);
    case 'string':
      return JSON.stringify(value.value);
    case 'none':
      return 'None';
    case 'name':
      return value.name;
    case 'list':
      return `[${value.items.slice(0, 8).map(printed).join(', ')}${value.items.length > 8 ? ', …' : ''}]`;
    case 'call':
      return `${value.callee}(…)`;
    default:
      return '…';
  }
}

function misfit(value: Value, { report, argument }: Reading, allowed: string): void {
  report.refuse('code.problem.bad-value', value.place, { argument, given: printed(value), allowed });
}

const isWhole = (value: Value): value is Extract<Value, { kind: 'number' }> =>
  value.kind === 'number' && Number.isSafeInteger(value.value);

/** Whole numbers of a value: one alone, or a list of them; null for anything else. */
export function wholeNumbers(value: Value): readonly number[] | null {
  const items = value.kind === 'list' ? value.items : [value];
  return items.length > 0 && items.every(isWhole) ? items.map((item) => item.value) : null;
}

/** A whole number. */
export function count(field: 'inChannels' | 'filters' | 'groups' | 'multiplier', otherwise?: string): Reader {
  return (value, reading) => {
    if (isWhole(value)) reading.draft[field] = value.value;
    else misfit(value, reading, otherwise ?? '1, 2, 3, …');
  };
}

/** A number for every axis, or one for all. */
export function sizes(field: 'kernel' | 'stride' | 'dilation' | 'outputPadding' | 'outputSize'): Reader {
  return (value, reading) => {
    const { draft } = reading;
    const numbers = wholeNumbers(value);
    if (!numbers || numbers.length > draft.axes)
      misfit(value, reading, draft.axes === 2 ? '3 | (3, 3)' : '3 | (3,)');
    else draft[field] = onAxes(draft, numbers, field === 'outputPadding' ? 0 : 1);
  };
}

/** As the reader says, or the default for Python's None. */
export function optional(reader: Reader): Reader {
  return (value, reading) => {
    if (value.kind !== 'none') reader(value, reading);
  };
}

/** Is there a bias? */
export const bias: Reader = (value, reading) => {
  if (value.kind === 'flag') reading.draft.bias = value.value;
  else if (isWhole(value) && value.value >= 0 && value.value <= 1) reading.draft.bias = value.value === 1;
  else misfit(value, reading, 'True | False');
};

/** Nothing but False takes the bias away: an attribute or an initialiser leaves it. */
export const biasAttribute: Reader = (value, { draft, inert, argument }) => {
  if (value.kind === 'flag') draft.bias = value.value;
  else if (value.kind !== 'none') inert.push(argument);
};

/** Neither shape nor cost nor the way of computing hangs on it. */
export const inert: Reader = (_value, { argument, inert: told }) => {
  told.push(argument);
};

/** What only some values of are shown here: the layer stands, but its numbers would be others. */
export function only(...allowed: readonly string[]): Reader {
  return (value, { report, argument }) => {
    const isAllowed = value.kind === 'none' || (value.kind === 'string' && allowed.includes(value.value));
    if (isAllowed) return;
    const parameters = { argument, given: printed(value), allowed: allowed.join(', ') };
    report.problem('code.problem.unsupported', value.place, parameters);
  };
}

/** 'channels_first', 'NCHW' and their like: in which order the sizes of an input are written. */
export const layout: Reader = (value, reading) => {
  const { draft, report, argument } = reading;
  const orders: Readonly<Record<string, boolean>> = {
    channels_first: true,
    channelsFirst: true,
    NCHW: true,
    NCL: true,
    channels_last: false,
    channelsLast: false,
    NHWC: false,
    NLC: false,
  };
  if (value.kind === 'none') return;
  if (value.kind !== 'string' || !Object.hasOwn(orders, value.value)) {
    misfit(value, reading, draft.framework === 'paddle' ? 'NCHW | NHWC' : 'channels_last | channels_first');
    return;
  }
  draft.channelsFirst = orders[value.value];
  report.note('code.note.layout', { argument, given: value.value });
};

/** The size of the input; `batched` where the number of images comes first. */
export function inputShape(batched: boolean): Reader {
  return (value, reading) => {
    const items = value.kind === 'list' ? value.items : null;
    const shape = items?.map((item) =>
      item.kind === 'none' ? null : isWhole(item) ? item.value : undefined,
    );
    const rank = reading.draft.axes + (batched ? 2 : 1);
    if (!shape || shape.length !== rank || shape.includes(undefined)) {
      misfit(value, reading, reading.draft.axes === 2 ? '(5, 5, 3)' : '(5, 3)');
      return;
    }
    reading.draft.inputShape = (shape as (number | null)[]).slice(batched ? 1 : 0);
  };
}

/** Activations by the names that frameworks give them, small letters without underscores. */
const activations: Readonly<Record<string, Activation>> = {
  none: 'none',
  linear: 'none',
  identity: 'none',
  relu: 'relu',
  relu6: 'relu6',
  hardswish: 'h-swish',
  hardsilu: 'h-swish',
};

/** The activation of a name such as 'nn.ReLU6' or 'hard_silu'; undefined where it is none that is shown here. */
export function activationOf(name: string): Activation | undefined {
  const plain = name
    .slice(name.lastIndexOf('.') + 1)
    .replaceAll('_', '')
    .toLowerCase();
  return Object.hasOwn(activations, plain) ? activations[plain] : undefined;
}

const nameOf = (value: Value): string | undefined => {
  if (value.kind === 'string') return value.value;
  if (value.kind === 'name') return value.name;
  return value.kind === 'call' ? value.callee : undefined;
};

/** An activation by name, function or layer. */
export const activation: Reader = (value, { draft, report, argument }) => {
  if (value.kind === 'none') return;
  const found = activationOf(nameOf(value) ?? '');
  if (found !== undefined) draft.activation = found;
  else {
    const parameters = { argument, given: printed(value), allowed: 'linear, relu, relu6, hard_silu' };
    report.problem('code.problem.unsupported', value.place, parameters);
  }
};

/** Words that stand for a padding, and otherwise how numbers are read; null where they are no padding. */
export function padding(
  words: Readonly<Record<string, DraftPadding>>,
  sidesOf: ((value: Value, draft: Draft) => Sides | null) | null,
  allowed: string,
): Reader {
  return (value, reading) => {
    const word = value.kind === 'string' ? value.value.toLowerCase() : '';
    const read = Object.hasOwn(words, word) ? words[word] : sidesOf?.(value, reading.draft);
    if (read) reading.draft.padding = read;
    else misfit(value, reading, allowed);
  };
}

/** The same number before and after on every axis. */
export function symmetricSides(value: Value, draft: Draft): Sides | null {
  const numbers = wholeNumbers(value);
  if (!numbers || numbers.length > draft.axes) return null;
  const [rows, columns] = onAxes(draft, numbers, 0);
  return [rows, rows, columns, columns];
}

/** The last part of a callee: 'torch.nn.Conv2d' → 'Conv2d'. */
export function lastName({ callee }: Pick<Call, 'callee'>): string {
  return callee.slice(callee.lastIndexOf('.') + 1);
}
