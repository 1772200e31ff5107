/** The graph of an ONNX file. Field numbers are those of onnx.proto3; weights stay unread, only small tensors have values. */
import { sizeOf } from '../plain-rows.js';
import { fieldsOf, textOf, varintsOf, viewOf } from './wire.js';
import type { Field } from './wire.js';

/** A size, or null where the file leaves it open. */
export type Dimensions = readonly (number | null)[];

export interface OnnxTensor {
  readonly dims: readonly number[];
  readonly isFloat: boolean;
  /** Null of large tensors, and of those in other types or files. */
  readonly values: readonly number[] | null;
}

export type AttributeValue = number | string | readonly number[] | OnnxTensor;

export interface OnnxNode {
  readonly op: string;
  readonly name: string;
  readonly inputs: readonly string[];
  readonly outputs: readonly string[];
  readonly attributes: ReadonlyMap<string, AttributeValue>;
}

export interface OnnxGraph {
  readonly nodes: readonly OnnxNode[];
  readonly constants: ReadonlyMap<string, OnnxTensor>;
  readonly inputs: readonly { readonly name: string; readonly dims: Dimensions }[];
  /** Of intermediate and output tensors, where the file tells them. */
  readonly shapes: ReadonlyMap<string, Dimensions>;
}

/** Sizes, axes and scales are short lists; a longer tensor holds weights. */
const mostValues = 64;

/** The main graph. @throws Malformed for what is no protocol buffer; null for one without a graph */
export function onnxGraph(file: Uint8Array): OnnxGraph | null {
  const graph = bytesOf(fieldsOf(file), 7).at(-1);
  if (!graph) return null;
  const fields = fieldsOf(graph);
  const nodes = bytesOf(fields, 1).map(nodeOf);
  if (nodes.length === 0) return null;
  const constants = new Map(bytesOf(fields, 5).map((bytes) => namedTensorOf(fieldsOf(bytes))));
  const values = [...bytesOf(fields, 13), ...bytesOf(fields, 12)].map(valueOf);
  const inputs = bytesOf(fields, 11)
    .map(valueOf)
    .filter(({ name }) => !constants.has(name));
  return { nodes, constants, inputs, shapes: new Map(values.map(({ name, dims }) => [name, dims])) };
}

function bytesOf(fields: readonly Field[], wanted: number): Uint8Array[] {
  return fields.flatMap(({ number, bytes }) => (number === wanted && bytes ? [bytes] : []));
}

function textIn(fields: readonly Field[], wanted: number): string {
  const bytes = bytesOf(fields, wanted).at(-1);
  return bytes ? textOf(bytes) : '';
}

function numberIn(fields: readonly Field[], wanted: number): number | undefined {
  return fields.findLast(({ number, bytes }) => number === wanted && bytes === null)?.value;
}

/** A repeated number, packed or not. */
function wholesIn(fields: readonly Field[], wanted: number): number[] {
  return fields.flatMap(({ number, value, bytes }) =>
    number !== wanted ? [] : bytes ? varintsOf(bytes) : [value],
  );
}

function floatsIn(fields: readonly Field[], wanted: number): number[] {
  return fields.flatMap(({ number, value, bytes }) =>
    number !== wanted ? [] : bytes ? rawValues(bytes, 1) : [value],
  );
}

function nodeOf(bytes: Uint8Array): OnnxNode {
  const fields = fieldsOf(bytes);
  const attributes = bytesOf(fields, 5).flatMap((each) => attributeOf(fieldsOf(each)) ?? []);
  return {
    op: textIn(fields, 4),
    name: textIn(fields, 3),
    inputs: bytesOf(fields, 1).map(textOf),
    outputs: bytesOf(fields, 2).map(textOf),
    attributes: new Map(attributes.map(({ name, value }) => [name, value])),
  };
}

function attributeOf(fields: readonly Field[]): { name: string; value: AttributeValue } | null {
  const name = textIn(fields, 1);
  const text = bytesOf(fields, 4).at(-1);
  const tensor = bytesOf(fields, 5).at(-1);
  const single = numberIn(fields, 3) ?? numberIn(fields, 2);
  const lists = [...wholesIn(fields, 8), ...floatsIn(fields, 7)];
  if (text) return { name, value: textOf(text) };
  if (tensor) return { name, value: namedTensorOf(fieldsOf(tensor))[1] };
  if (lists.length > 0) return { name, value: lists };
  // A number that is zero may be left out of the file.
  return { name, value: single ?? 0 };
}

const floatTypes = [1, 10, 11, 16];

function namedTensorOf(fields: readonly Field[]): [name: string, tensor: OnnxTensor] {
  const dims = wholesIn(fields, 1);
  const type = numberIn(fields, 2) ?? 0;
  return [
    textIn(fields, 8),
    { dims, isFloat: floatTypes.includes(type), values: valuesOf(fields, dims, type) },
  ];
}

function valuesOf(fields: readonly Field[], dims: readonly number[], type: number): readonly number[] | null {
  const size = sizeOf(dims);
  if (size > mostValues) return null;
  const raw = bytesOf(fields, 9).at(-1);
  const values = raw
    ? rawValues(raw, type)
    : [...floatsIn(fields, 4), ...wholesIn(fields, 5), ...wholesIn(fields, 7)];
  return values.length === size ? values : null;
}

/** Little-endian float32, int32, int64 and float64; nothing of other types. */
function rawValues(bytes: Uint8Array, type: number): number[] {
  const view = viewOf(bytes);
  const read: Readonly<Record<number, readonly [width: number, at: (offset: number) => number]>> = {
    1: [4, (offset) => view.getFloat32(offset, true)],
    6: [4, (offset) => view.getInt32(offset, true)],
    7: [8, (offset) => Number(view.getBigInt64(offset, true))],
    11: [8, (offset) => view.getFloat64(offset, true)],
  };
  if (!Object.hasOwn(read, type)) return [];
  const [width, at] = read[type];
  return Array.from({ length: Math.floor(bytes.length / width) }, (_, index) => at(index * width));
}

function valueOf(bytes: Uint8Array): { name: string; dims: Dimensions } {
  const fields = fieldsOf(bytes);
  const [shape] = bytesOf(fields, 2)
    .flatMap((type) => bytesOf(fieldsOf(type), 1))
    .flatMap((tensor) => bytesOf(fieldsOf(tensor), 2));
  const dims = shape
    ? bytesOf(fieldsOf(shape), 1).map((dimension) => numberIn(fieldsOf(dimension), 1) ?? null)
    : [];
  return { name: textIn(fields, 1), dims };
}
