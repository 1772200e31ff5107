/** Tokens read as values and calls, in no framework's terms. */
import { tokensOf, type Place, type Token } from './tokens.js';

interface Placed {
  readonly place: Place;
}

export interface Keyword extends Placed {
  readonly name: string;
  readonly value: Value;
}

export interface Call extends Placed {
  readonly kind: 'call';
  /** With its dots: 'torch.nn.Conv2d'. */
  readonly callee: string;
  readonly positional: readonly Value[];
  readonly keywords: readonly Keyword[];
}

/** What can stand for an argument. `other` is what has no value here, such as an index; its `parts` may hold calls. */
export type Value =
  | Call
  | (Placed & { readonly kind: 'number'; readonly value: number })
  | (Placed & { readonly kind: 'string'; readonly value: string })
  | (Placed & { readonly kind: 'flag'; readonly value: boolean })
  | (Placed & { readonly kind: 'none' })
  | (Placed & { readonly kind: 'name'; readonly name: string })
  | (Placed & { readonly kind: 'list'; readonly items: readonly Value[] })
  | (Placed & { readonly kind: 'table'; readonly entries: readonly Keyword[] })
  | (Placed & { readonly kind: 'other'; readonly parts: readonly Value[] });

/** One statement: `name = value`, or a value alone (name ''). */
export type Statement = Keyword;

export type Unreadable = Placed &
  (
    | { readonly reason: 'unexpected'; readonly found: string }
    | { readonly reason: 'unclosed'; readonly found: string }
    | { readonly reason: 'too-deep' }
  );

export interface Program {
  readonly statements: readonly Statement[];
  readonly unreadable: readonly Unreadable[];
  /** Every name in the text: an import tells whose layer a bare name is. */
  readonly names: ReadonlySet<string>;
}

/** Statements of which the line is passed over: they call no layer. */
const passedOver = new Set([
  'import',
  'from',
  'class',
  'def',
  'for',
  'while',
  'if',
  'with',
  'export',
  'function',
]);
/** Words in front of a value that change nothing here. */
const prefixes = new Set(['return', 'const', 'let', 'var', 'new', 'await']);
const constants: Readonly<Record<string, boolean | null>> = {
  True: true,
  False: false,
  true: true,
  false: false,
  None: null,
  null: null,
  undefined: null,
};
const partners: Readonly<Record<string, string>> = { '(': ')', '[': ']', '{': '}', '<': '>' };
const deepest = 50;

/** Left operand binds first; whole numbers only where Python gives one. */
const operators: readonly Readonly<Record<string, (a: number, b: number) => number>>[] = [
  { '+': (a, b) => a + b, '-': (a, b) => a - b },
  { '*': (a, b) => a * b, '/': (a, b) => a / b, '//': (a, b) => Math.floor(a / b), '%': (a, b) => a % b },
  { '**': (a, b) => a ** b },
];

/** What is written, statement by statement. A line that cannot be read is reported and passed over; never throws. */
export function parseProgram(text: string): Program {
  const tokens = tokensOf(text);
  const names = new Set(tokens.filter(({ kind }) => kind === 'name').map((token) => token.text));
  return { ...new Parser(tokens).program(), names };
}

/** Thrown within this file only. */
class Failure extends Error {
  readonly unreadable: Unreadable;

  constructor(unreadable: Unreadable) {
    super(unreadable.reason);
    this.unreadable = unreadable;
  }
}

class Parser {
  readonly #tokens: readonly Token[];
  /** Values that were given a name: `k = 3`. */
  readonly #variables = new Map<string, Value>();
  #at = 0;
  #depth = 0;

  constructor(tokens: readonly Token[]) {
    this.#tokens = tokens;
  }

  program(): Pick<Program, 'statements' | 'unreadable'> {
    const statements: Statement[] = [];
    const unreadable: Unreadable[] = [];
    while (this.#token.kind !== 'end') {
      try {
        const statement = this.#statement();
        if (statement) statements.push(statement);
      } catch (failure) {
        if (!(failure instanceof Failure)) throw failure;
        unreadable.push(failure.unreadable);
        this.#passLine();
      }
    }
    return { statements, unreadable };
  }

  get #token(): Token {
    return this.#tokens[Math.min(this.#at, this.#tokens.length - 1)];
  }

  #next(): Token {
    const token = this.#token;
    this.#at += 1;
    return token;
  }

  #is(text: string, ahead = 0): boolean {
    const { kind, text: found } = this.#tokens[Math.min(this.#at + ahead, this.#tokens.length - 1)];
    return kind === 'sign' && found === text;
  }

  #take(text: string): boolean {
    if (!this.#is(text)) return false;
    this.#at += 1;
    return true;
  }

  #fail({ kind, text, place }: Token = this.#token): never {
    throw new Failure({ reason: 'unexpected', found: kind === 'newline' ? '' : text, place });
  }

  #passLine(): void {
    this.#depth = 0;
    while (!['newline', 'end'].includes(this.#token.kind)) this.#at += 1;
  }

  /** Commas may stand between statements: a copied part of a list or of a JSON object. */
  #statement(): Statement | null {
    if (this.#token.kind === 'newline' || this.#is(',')) {
      this.#at += 1;
      return null;
    }
    if (this.#token.kind === 'name' && passedOver.has(this.#token.text)) {
      this.#passLine();
      return null;
    }
    const value = this.#expression();
    const isNamed = value.kind === 'name' || value.kind === 'string';
    if (!isNamed || !(this.#take('=') || this.#take(':'))) return { name: '', value, place: value.place };
    const assigned = this.#assigned(value.kind === 'name' ? value.name : value.value, value.place);
    this.#variables.set(assigned.name, assigned.value);
    return assigned;
  }

  /** After `name =` or `name:`, a value; between the two may stand a type, as in `strides: ints = [1, 1]`. */
  #assigned(name: string, place: Place): Keyword {
    const value = this.#expression();
    return { name, place, value: value.kind === 'name' && this.#take('=') ? this.#expression() : value };
  }

  #expression(level = 0): Value {
    if (level >= operators.length) return this.#signed();
    let left = this.#expression(level + 1);
    while (this.#token.kind === 'sign' && Object.hasOwn(operators[level], this.#token.text)) {
      const operate = operators[level][this.#next().text];
      const right = this.#expression(level + 1);
      left =
        left.kind === 'number' && right.kind === 'number'
          ? { kind: 'number', value: operate(left.value, right.value), place: left.place }
          : { kind: 'other', parts: [left, right], place: left.place };
    }
    return left;
  }

  #signed(): Value {
    const { place } = this.#token;
    const sign = ['-', '+', '*', '**', '!', '@'].find((text) => this.#is(text));
    if (sign === undefined) return this.#postfix();
    this.#at += 1;
    const value = this.#within(() => this.#signed());
    if (value.kind !== 'number' || !'+-'.includes(sign)) return { kind: 'other', parts: [value], place };
    return { kind: 'number', value: sign === '-' ? -value.value : value.value, place };
  }

  /** What is nested too deep for any layer would exhaust the stack. */
  #within<Result>(read: () => Result): Result {
    if (this.#depth >= deepest) throw new Failure({ reason: 'too-deep', place: this.#token.place });
    this.#depth += 1;
    const result = read();
    this.#depth -= 1;
    return result;
  }

  #postfix(): Value {
    let value = this.#primary();
    for (;;) {
      const { place } = value;
      if (this.#is('.')) value = this.#member(value);
      else if (this.#is('(')) value = this.#called(value, []);
      else if (this.#is('[')) value = { kind: 'other', parts: [value, this.#list('[')], place };
      else if (value.kind === 'name' && this.#isAttributeList()) {
        const attributes = this.#items('<', () => this.#argument()).flatMap((each) => each.keyword ?? []);
        value = this.#is('(')
          ? this.#called(value, attributes)
          : { kind: 'call', callee: value.name, positional: [], keywords: attributes, place };
      } else return this.#known(value);
    }
  }

  /** A name that stands for a plain value, unless it is given another one here. */
  #known(value: Value): Value {
    const known = value.kind === 'name' && !this.#is('=') ? this.#variables.get(value.name) : undefined;
    return known && known.kind !== 'call' && known.kind !== 'other'
      ? { ...known, place: value.place }
      : value;
  }

  /** ONNX' own text puts the attributes between angle brackets: `Conv <group = 1> (x, w)`. */
  #isAttributeList(): boolean {
    const isName = this.#tokens[Math.min(this.#at + 1, this.#tokens.length - 1)].kind === 'name';
    return this.#is('<') && isName && (this.#is('=', 2) || this.#is(':', 2));
  }

  #member(value: Value): Value {
    this.#at += 1;
    if (this.#token.kind !== 'name') this.#fail();
    const { text } = this.#next();
    if (value.kind === 'name') return { ...value, name: `${value.name}.${text}` };
    return { kind: 'other', parts: [value], place: value.place };
  }

  #called(target: Value, attributes: readonly Keyword[]): Value {
    const given = this.#items('(', () => this.#argument());
    const positional = given.flatMap(({ value }) => value ?? []);
    const keywords = [...attributes, ...given.flatMap(({ keyword }) => keyword ?? [])];
    const { place } = target;
    if (target.kind === 'name') return { kind: 'call', callee: target.name, positional, keywords, place };
    // A layer applied to what it reads, as Keras writes it: what is read runs first.
    return { kind: 'other', parts: [...positional, ...keywords.map(({ value }) => value), target], place };
  }

  #argument(): { readonly value?: Value; readonly keyword?: Keyword } {
    const { kind, text, place } = this.#token;
    if (kind === 'name' && (this.#is('=', 1) || this.#is(':', 1))) {
      this.#at += 2;
      return { keyword: this.#assigned(text, place) };
    }
    return { value: this.#expression() };
  }

  #primary(): Value {
    const { kind, text, place } = this.#token;
    if (kind === 'sign' && '([{'.includes(text)) return text === '{' ? this.#table() : this.#list(text);
    if (kind === 'newline' || kind === 'end' || kind === 'sign' || kind === 'unknown') this.#fail();
    this.#at += 1;
    if (kind === 'number') return { kind, value: Number(text.replaceAll('_', '')), place };
    if (kind === 'string') return { kind, value: text, place };
    if (prefixes.has(text)) return this.#within(() => this.#postfix());
    const constant = Object.hasOwn(constants, text) ? constants[text] : undefined;
    if (constant === undefined) return { kind: 'name', name: text, place };
    return constant === null ? { kind: 'none', place } : { kind: 'flag', value: constant, place };
  }

  /** A value in round brackets is itself; with a comma, or none inside, it is a tuple. */
  #list(open: string): Value {
    const { place } = this.#token;
    const items = this.#items(open, () => this.#expression());
    const isTuple = open === '[' || items.length !== 1 || this.#tokens[this.#at - 2].text === ',';
    return isTuple ? { kind: 'list', items, place } : items[0];
  }

  #table(): Value {
    const { place } = this.#token;
    const entries = this.#items('{', () => {
      const key = this.#next();
      if ((key.kind !== 'name' && key.kind !== 'string') || !this.#take(':')) this.#fail(key);
      return { name: key.text, value: this.#expression(), place: key.place };
    });
    return { kind: 'table', entries, place };
  }

  /** What stands between brackets, separated by commas; the last comma may have nothing behind it. */
  #items<Item>(open: string, read: () => Item): Item[] {
    const bracket = this.#next();
    const items: Item[] = [];
    return this.#within(() => {
      while (!this.#take(partners[open])) {
        if (this.#token.kind === 'end') {
          throw new Failure({ reason: 'unclosed', found: open, place: bracket.place });
        }
        items.push(read());
        // A text that ends here has left the bracket open.
        if (!this.#is(partners[open]) && !this.#take(',') && this.#at < this.#tokens.length - 1) this.#fail();
      }
      return items;
    });
  }
}
