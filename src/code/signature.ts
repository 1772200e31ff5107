/** A framework's layer as a table of its arguments, and a call read by it. */
import type { Operation, Pair } from '../math/types.js';
import type { Draft, DraftPadding } from './draft.js';
import type { Call, Value } from './expressions.js';
import type { Reader } from './readers.js';
import type { Report } from './report.js';
import type { Framework } from './types.js';

export interface Signature {
  readonly framework: Framework;
  /** The layer's name without its module. */
  readonly name: string;
  readonly axes: 1 | 2;
  readonly op: Operation;
  readonly kind: Draft['kind'];
  /** Names of the arguments that need no name, in their order. */
  readonly positional: readonly string[];
  readonly required: readonly string[];
  /** Every argument that the layer has. */
  readonly readers: Readonly<Record<string, Reader>>;
  /** What the arguments mean together; runs after all of them are read. */
  readonly settle: Settle;
  /** What an absent argument means where frameworks differ. */
  readonly defaults: Pick<Draft, 'outputPadding' | 'channelsFirst'> & { readonly bias?: boolean };
}

/** Rules that join several arguments: refusals, and paddings that this framework alone has. `size` is the input's. */
export type Settle = (draft: Draft, size: Pair, report: Report) => void;

/** The draft of a call. What cannot be read is told; the draft then keeps the default. */
export function readCall(call: Call, signature: Signature, report: Report): Draft {
  const { framework, name, axes, op, kind, readers, defaults } = signature;
  const draft: Draft = {
    ...{ framework, name, axes, op, kind, place: call.place },
    ...{ kernel: [1, 1], stride: [1, 1], dilation: [1, 1], groups: 1, multiplier: 1 },
    padding: 'valid' satisfies DraftPadding,
    activation: 'none',
    ...defaults,
  };
  const inert: string[] = [];
  const bound = bind(call, signature, report);
  // In the table's order: what an argument means can hang on one that was written behind it.
  for (const argument of Object.keys(readers)) {
    const value = bound.get(argument);
    if (value) readers[argument](value, { draft, report, argument, inert });
  }
  if (inert.length > 0) report.note('code.note.no-effect', { arguments: inert.join(', ') });
  return draft;
}

function bind(
  call: Call,
  { name, positional, required, readers }: Signature,
  report: Report,
): ReadonlyMap<string, Value> {
  const bound = new Map<string, Value>();
  if (call.positional.length > positional.length) {
    const { place } = call.positional[positional.length];
    report.refuse('code.problem.too-many', place, { call: name, most: positional.length });
  }
  call.positional.slice(0, positional.length).forEach((value, index) => bound.set(positional[index], value));
  for (const { name: argument, value, place } of call.keywords) {
    if (bound.has(argument)) report.refuse('code.problem.twice', place, { argument });
    else if (Object.hasOwn(readers, argument)) bound.set(argument, value);
    else report.problem('code.problem.unknown-argument', place, { argument, call: name });
  }
  for (const argument of required) {
    if (!bound.has(argument)) report.refuse('code.problem.missing', call.place, { argument, call: name });
  }
  return bound;
}
