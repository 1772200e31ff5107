/** The calls of a program in the order in which they run, and what else says the same: ONNX nodes as data. */
import type { Call, Keyword, Program, Statement, Value } from './expressions.js';
import { onnxAttributes } from './frameworks/onnx.js';
import { lastName } from './readers.js';

/** Every call, what is inside another before it. ONNX nodes and TensorFlow.js' objects become calls with keywords. */
export function callsOf({ statements, names }: Program): readonly Call[] {
  const calls = statements.flatMap(({ value }) => callsIn(value));
  return calls.length > 0 ? calls : looseAttributes(statements, names);
}

function callsIn(value: Value): readonly Call[] {
  switch (value.kind) {
    case 'call': {
      const inside = [...value.positional, ...value.keywords.map((keyword) => keyword.value)];
      return [...inside.flatMap(callsIn), asCall(value)];
    }
    case 'list':
      return value.items.flatMap(callsIn);
    case 'other':
      return value.parts.flatMap(callsIn);
    case 'table': {
      const node = nodeOf(value.entries);
      return node ? [node] : value.entries.flatMap((entry) => callsIn(entry.value));
    }
    default:
      return [];
  }
}

function asCall(call: Call): Call {
  const [first, ...rest] = call.positional;
  if (lastName(call) === 'make_node' && first?.kind === 'string') {
    const [inputs, outputs] = rest;
    const listed = [
      ...(inputs ? [{ name: 'inputs', value: inputs, place: inputs.place }] : []),
      ...(outputs ? [{ name: 'outputs', value: outputs, place: outputs.place }] : []),
    ];
    return { ...call, callee: first.value, positional: [], keywords: [...listed, ...call.keywords] };
  }
  if (first?.kind === 'table' && rest.length === 0) {
    return { ...call, positional: [], keywords: [...first.entries, ...call.keywords] };
  }
  // What stands in round brackets behind ONNX' attributes are tensors: input, weights and perhaps a bias.
  if (/^Conv(Transpose)?$/.test(lastName(call)) && call.positional.length > 0) {
    const inputs: Value = { kind: 'list', items: call.positional, place: call.place };
    return {
      ...call,
      positional: [],
      keywords: [...call.keywords, { name: 'inputs', value: inputs, place: call.place }],
    };
  }
  return call;
}

/** A node as JSON: attributes by name, or protobuf's list of them. */
function nodeOf(entries: readonly Keyword[]): Call | undefined {
  const entry = (...wanted: readonly string[]): Keyword | undefined =>
    entries.find(({ name }) => wanted.includes(name));
  const type = entry('op_type', 'opType')?.value;
  const attributes = entry('attribute', 'attributes')?.value;
  const own = entries.filter(({ name }) => onnxAttributes.has(name));
  const listed = attributes ? attributesIn(attributes) : [];
  const isConv = type?.kind === 'string' && type.value.startsWith('Conv');
  if (!isConv && !tellsOnnx([...own, ...listed])) return undefined;
  const inputs = entries.filter(({ name }) => name === 'inputs' || name === 'input');
  const keywords = [...own, ...listed, ...inputs.map((each) => ({ ...each, name: 'inputs' }))];
  const callee = type?.kind === 'string' ? type.value : nameFor(keywords);
  return { kind: 'call', callee, positional: [], keywords, place: entries[0].place };
}

function attributesIn(attributes: Value): readonly Keyword[] {
  if (attributes.kind === 'table') return attributes.entries;
  if (attributes.kind !== 'list') return [];
  return attributes.items.flatMap((item): Keyword[] => {
    if (item.kind !== 'table') return [];
    const field = (...wanted: readonly string[]): Value | undefined =>
      item.entries.find(({ name }) => wanted.includes(name))?.value;
    const name = field('name');
    const value = field('ints', 'i', 's', 'value', 'strings');
    if (name?.kind !== 'string' || !value) return [];
    return [{ name: name.value, value: decoded(value), place: item.place }];
  });
}

const autoPads = ['NOTSET', 'SAME_UPPER', 'SAME_LOWER', 'VALID'];

/** Protobuf's JSON writes whole numbers as strings, and words in base 64. */
function decoded(value: Value): Value {
  if (value.kind === 'list') return { ...value, items: value.items.map(decoded) };
  if (value.kind !== 'string') return value;
  if (/^-?\d+$/.test(value.value)) return { ...value, kind: 'number', value: Number(value.value) };
  const word = autoPads.find((each) => btoa(each) === value.value);
  return word === undefined ? value : { ...value, value: word };
}

/** Attributes without an operator around them. */
function looseAttributes(statements: readonly Statement[], names: ReadonlySet<string>): readonly Call[] {
  const keywords = statements.filter(({ name }) => onnxAttributes.has(name));
  if (!tellsOnnx(keywords)) return [];
  const callee = names.has('ConvTranspose') ? 'ConvTranspose' : nameFor(keywords);
  return [{ kind: 'call', callee, positional: [], keywords, place: keywords[0].place }];
}

/** Strides alone could be a setting of any framework. */
function tellsOnnx(keywords: readonly Keyword[]): boolean {
  return keywords.some(({ name }) => name !== 'strides');
}

/** Only a transposed convolution has an output padding or a wanted size. */
function nameFor(keywords: readonly Keyword[]): string {
  return keywords.some(({ name }) => name.startsWith('output_')) ? 'ConvTranspose' : 'Conv';
}
