/** How a refusal is worded, and the error that carries refusals out of a function that must throw. */

import type { Problem } from './types.js';

/** The parts of a problem; `claim` is the start of its sentence. */
export interface ProblemParts extends Omit<Problem, 'message' | 'formula'> {
  readonly claim: string;
  readonly formula?: string;
}

/** A problem whose message holds what was given, what is allowed and the formula with the numbers in it. */
export function problemOf({ claim, formula = '', ...parts }: ProblemParts): Problem {
  const reason = formula === '' ? '' : `, because ${formula}`;
  const message = `${claim}: ${parts.given} was given, ${parts.allowed} is allowed${reason}.`;
  return { ...parts, formula, message };
}

const LONGEST_LIST = 8;
const LONGEST_STRING = 60;

/** Any value as a short piece of text; never throws, whatever the value holds. */
export function print(value: unknown, depth = 2): string {
  if (typeof value === 'string') {
    return JSON.stringify(value.length > LONGEST_STRING ? `${value.slice(0, LONGEST_STRING)}…` : value);
  }
  if (typeof value === 'bigint') return `${value}n`;
  if (typeof value === 'symbol') return 'a symbol';
  if (typeof value === 'function') return 'a function';
  if (typeof value !== 'object' || value === null) return String(value);
  if (!Array.isArray(value)) return '{…}';
  if (depth === 0) return '[…]';
  const entries = Array.from(value.slice(0, LONGEST_LIST), (entry) => print(entry, depth - 1));
  return `[${entries.join(', ')}${value.length > LONGEST_LIST ? ', …' : ''}]`;
}

/** A number inside a formula, with a real minus sign. */
export function numeral(value: number): string {
  return String(value).replace('-', '−');
}

/** What a thrown refusal is about. */
export type ConvErrorCode = 'illegal-plan' | 'bad-tensors' | 'matrix-too-large';

/** Thrown, or the reason of a rejection, where a caller went on with an illegal plan or with wrong tensors. */
export class ConvError extends Error {
  readonly code: ConvErrorCode;
  /** At least one. */
  readonly problems: readonly Problem[];

  constructor(code: ConvErrorCode, problems: readonly Problem[]) {
    super(problems.map((problem) => problem.message).join(' '));
    this.name = 'ConvError';
    this.code = code;
    this.problems = problems;
  }

  /** Kind of the first problem. */
  get kind(): Problem['kind'] | undefined {
    return this.problems[0]?.kind;
  }
}
