/** What PyTorch prints of a module, or the call that makes it, as a tree of calls. */
import type { Report } from './report.js';

export type Value = number | boolean | string | null | readonly Value[];

export interface ModuleCall {
  /** Class, without the module that it comes from. */
  readonly type: string;
  /** Counted from 1. */
  readonly line: number;
  readonly positional: readonly Value[];
  readonly named: ReadonlyMap<string, Value>;
  readonly parts: readonly Part[];
}

/** A module inside another; `labels` has several names where equal ones are printed once, as "(1-2): 2 x Block(…)". */
export interface Part {
  readonly labels: readonly string[];
  readonly call: ModuleCall;
}

/** Modules that are nested deeper than any network needs. */
const deepest = 100;

/** Equal modules that are printed as one; more of them are no network. */
const mostRepeated = 10_000;

const patterns = {
  gap: /(?:\s|,|#[^\n]*)+/y,
  label: /\(([^()\s:]+)\)\s*:\s*/y,
  repeat: /(\d+) x /y,
  name: /[A-Za-z_][\w.]*/y,
  number: /[-+]?(?:\d[\d_]*\.?\d*|\.\d+)(?:e[-+]?\d+)?/iy,
  string: /(['"])(.*?)\1/y,
  equals: /\s*=\s*/y,
} as const;

/** Thrown and caught here: what is there cannot be read. */
class Unreadable extends Error {}

/** The tree of the first module in a text, or null after saying why there is none. */
export function moduleTree(text: string, report: Report): ModuleCall | null {
  const start = /[A-Za-z_][\w.]*\s*\(/.exec(text)?.index;
  if (start === undefined) {
    report.problem('network.read.no-layers', {});
    return null;
  }
  try {
    return new ModuleText(text, start, report).module(0);
  } catch (error) {
    if (error instanceof Unreadable) return null;
    throw error;
  }
}

class ModuleText {
  readonly #text: string;
  readonly #report: Report;
  #at: number;
  #line: number;
  #counted: number;

  constructor(text: string, start: number, report: Report) {
    this.#text = text;
    this.#report = report;
    this.#at = start;
    this.#line = 1;
    this.#counted = 0;
  }

  /** The call that begins here. */
  module(depth: number): ModuleCall {
    const line = this.#lineHere();
    const name = this.#take('name')?.[0];
    if (name === undefined) this.#refuse();
    this.#take('gap');
    if (this.#text[this.#at] !== '(' || depth > deepest) this.#refuse();
    this.#at += 1;
    const positional: Value[] = [];
    const named = new Map<string, Value>();
    const parts: Part[] = [];
    for (;;) {
      this.#take('gap');
      if (this.#at >= this.#text.length) this.#end(name!, line);
      if (this.#text[this.#at] === ')') break;
      this.#item(depth, positional, named, parts);
    }
    this.#at += 1;
    return { type: name!.replace(/^.*\./, ''), line, positional, named, parts };
  }

  #item(depth: number, positional: Value[], named: Map<string, Value>, parts: Part[]): void {
    const label = this.#take('label')?.[1];
    const repeated = label === undefined ? undefined : this.#take('repeat')?.[1];
    const at = this.#at;
    const name = this.#take('name')?.[0];
    if (name !== undefined && label === undefined && this.#take('equals')) {
      named.set(name, this.#value(depth));
      return;
    }
    this.#at = at;
    if (name !== undefined && this.#text[at + name.length] === '(') {
      const labels = labelsOf(label ?? String(parts.length), Number(repeated ?? 1));
      parts.push({ labels, call: this.module(depth + 1) });
    } else if (label === undefined) positional.push(this.#value(depth));
    else this.#refuse();
  }

  #value(depth: number): Value {
    const number = this.#take('number')?.[0];
    if (number !== undefined) return Number(number.replaceAll('_', ''));
    const string = this.#take('string')?.[2];
    if (string !== undefined) return string;
    const bracket = this.#text[this.#at];
    if ((bracket === '(' || bracket === '[') && depth <= deepest) return this.#list(depth, bracket);
    const word = this.#take('name')?.[0];
    if (word === undefined) this.#refuse();
    return word === 'True' ? true : word === 'False' ? false : word === 'None' ? null : word!;
  }

  #list(depth: number, bracket: '(' | '['): Value {
    const [close, line] = [bracket === '(' ? ')' : ']', this.#lineHere()];
    const values: Value[] = [];
    this.#at += 1;
    for (;;) {
      this.#take('gap');
      if (this.#at >= this.#text.length) this.#end(bracket, line);
      if (this.#text[this.#at] === close) break;
      values.push(this.#value(depth + 1));
    }
    this.#at += 1;
    return values;
  }

  #take(kind: keyof typeof patterns): RegExpExecArray | null {
    const pattern = patterns[kind];
    pattern.lastIndex = this.#at;
    const found = pattern.exec(this.#text);
    if (found) this.#at += found[0].length;
    return found;
  }

  #lineHere(): number {
    for (; this.#counted < this.#at; this.#counted++) if (this.#text[this.#counted] === '\n') this.#line += 1;
    return this.#line;
  }

  #refuse(): never {
    const found = /\S*/.exec(this.#text.slice(this.#at, this.#at + 40))![0];
    if (this.#at >= this.#text.length) this.#report.problem('network.read.ended', {}, this.#lineHere());
    else this.#report.problem('network.read.unexpected', { found }, this.#lineHere());
    throw new Unreadable();
  }

  #end(name: string, line: number): never {
    this.#report.problem('network.read.unclosed', { name }, line);
    throw new Unreadable();
  }
}

/** The names of equal modules: "1-2" stands for 1 and 2. */
function labelsOf(label: string, count: number): readonly string[] {
  const first = /^(\d+)-\d+$/.exec(label)?.[1];
  if (first === undefined || count === 1) return [label];
  return Array.from({ length: Math.min(count, mostRepeated) }, (_, index) => String(Number(first) + index));
}
