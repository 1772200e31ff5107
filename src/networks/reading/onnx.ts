/** A network from an ONNX file: its graph only. */
import { sizeOf } from '../plain-rows.js';
import type { Layer, LayerRow, Shape } from '../types.js';
import { onnxGraph } from './onnx-file.js';
import type { OnnxGraph, OnnxNode, OnnxTensor } from './onnx-file.js';
import { onnxLayer, shapeOf } from './onnx-layers.js';
import { Report } from './report.js';
import type { ReadNetwork } from './report.js';
import { Malformed } from './wire.js';

/**
 * Reads the graph of a file; weights stay unread.
 *
 * @param input [H, W, C] or [C] that the network reads, where the file leaves sizes open
 */
export function readOnnx(file: Uint8Array, input?: Shape): ReadNetwork {
  const report = new Report();
  const graph = graphOf(file);
  if (!graph) {
    report.problem('network.read.not-onnx', {});
    return report.result(null, null);
  }
  const reader = new GraphReader(graph, report, input);
  reader.read();
  return report.result('onnx', { layers: reader.rows });
}

function graphOf(file: Uint8Array): OnnxGraph | null {
  try {
    return onnxGraph(file);
  } catch (error) {
    if (error instanceof Malformed) return null;
    throw error;
  }
}

/** Operators that hand on a tensor as it is, or in another number type. */
const passing = ['Identity', 'Cast', 'QuantizeLinear', 'DequantizeLinear'];

/** Operators whose output is about shapes, not about the picture. */
const aboutShapes = ['Shape', 'Constant', 'ConstantOfShape', 'Range'];

/** Operators that hand on a size as it is. */
const passingSizes = [...passing, 'Unsqueeze', 'Squeeze'];

/** One size that depends on the picture's, or on how many there are. */
const someSize: OnnxTensor = { dims: [1], isFloat: false, values: [Number.NaN] };

/** As much of a computation with sizes as tells a Reshape what is left: lists are joined, one size is one size. */
function sizesOf(op: string, given: readonly (OnnxTensor | null | undefined)[]): OnnxTensor {
  const [first] = given;
  if (passingSizes.includes(op) && first) return first;
  if (op === 'Gather') return someSize;
  const values = given.map((each) => each?.values);
  if (op !== 'Concat' || !values.every((each) => !!each)) return someShape;
  const joined = values.flatMap((each) => [...(each ?? [])]);
  return { dims: [joined.length], isFloat: false, values: joined };
}

/** What follows from shapes: a constant of which no more is known. */
const someShape: OnnxTensor = { dims: [], isFloat: false, values: null };

class GraphReader {
  readonly rows: LayerRow[] = [];
  readonly #graph: OnnxGraph;
  readonly #report: Report;
  readonly #input: Shape | undefined;
  /** Pictures at one time; null where the file leaves it open. */
  readonly #batch: number | null;
  readonly #constants: Map<string, OnnxTensor>;
  /** Tensors whose channels come last. */
  readonly #channelsLast = new Set<string>();
  /** Row that makes a tensor. */
  readonly #makers = new Map<string, string>();
  readonly #names = new Set<string>();

  constructor(graph: OnnxGraph, report: Report, input: Shape | undefined) {
    this.#graph = graph;
    this.#report = report;
    this.#input = input;
    this.#constants = new Map(graph.constants);
    this.#batch = graph.inputs[0]?.dims[0] ?? null;
  }

  read(): void {
    for (const { name, dims } of this.#graph.inputs) {
      const isTurned = this.#isTurned(name);
      if (isTurned) this.#channelsLast.add(name);
      const shape = this.#input ?? shapeOf(isTurned ? channelsFirst(dims) : dims);
      if (shape) this.#makers.set(name, this.#add({ op: 'input', shape }, name, []));
      else this.#report.problem('network.read.no-size', { name });
    }
    this.#graph.nodes.forEach((node, index) => this.#node(node, index));
    if (this.rows.length <= this.#graph.inputs.length) this.#report.problem('network.read.no-layers', {});
  }

  /** Whether the graph begins by bringing the channels of an input to the front, as files made from TensorFlow do. */
  #isTurned(input: string): boolean {
    return this.#graph.nodes.some((node) => node.inputs.includes(input) && isToChannelsFirst(node));
  }

  #node(node: OnnxNode, index: number): void {
    const constants = this.#constantsOf(node);
    if (aboutShapes.includes(node.op) || !constants.includes(null)) this.#constant(node, constants);
    else if (passing.includes(node.op) || this.#isLayoutOnly(node)) {
      this.#makers.set(node.outputs[0], this.#makers.get(node.inputs[0]) ?? node.inputs[0]);
    } else if (!this.#isBias(node)) this.#row(node, constants, index);
  }

  /** Turns between the two orders of axes; our rows have one. */
  #isLayoutOnly(node: OnnxNode): boolean {
    if (isToChannelsLast(node)) this.#channelsLast.add(node.outputs[0]);
    return isToChannelsLast(node) || (isToChannelsFirst(node) && this.#channelsLast.has(node.inputs[0]));
  }

  /** Constants in the places of a node's inputs: null where a row makes the input, undefined where none is given. */
  #constantsOf({ inputs }: OnnxNode): readonly (OnnxTensor | null | undefined)[] {
    return inputs.map((name) => (name === '' ? undefined : (this.#constants.get(name) ?? null)));
  }

  /** A node whose output does not depend on the picture. */
  #constant(node: OnnxNode, given: readonly (OnnxTensor | null | undefined)[]): void {
    const value = node.op === 'Constant' ? constantOf(node.attributes) : sizesOf(node.op, given);
    for (const output of node.outputs) this.#constants.set(output, value);
  }

  /** A constant that is added to a dense row without bias is its bias. */
  #isBias({ op, inputs, outputs }: OnnxNode): boolean {
    const place = inputs.findIndex((name) => this.#constants.has(name));
    const bias = this.#constants.get(inputs[place]);
    const maker = this.#makers.get(inputs[1 - place] ?? '');
    const index = this.rows.findIndex(({ name }) => name === maker);
    const row = this.rows[index];
    if (
      op !== 'Add' ||
      bias?.dims.length !== 1 ||
      row?.op !== 'dense' ||
      row.bias ||
      bias.dims[0] !== row.units
    ) {
      return false;
    }
    this.rows[index] = { ...row, bias: true };
    this.#makers.set(outputs[0], row.name);
    return true;
  }

  #row(node: OnnxNode, constants: readonly (OnnxTensor | null | undefined)[], index: number): void {
    const from = node.inputs.filter((name, place) => name !== '' && constants[place] === null);
    const found = onnxLayer({ ...node, constants, batch: this.#batch });
    const name = node.name.replace(/^\//, '') || `${node.op}_${index}`;
    const sources = from.map((tensor) => this.#makers.get(tensor) ?? tensor);
    const made = found
      ? this.#add(found.layer, name, sources, found.expects)
      : this.#unknown(node, name, sources, constants);
    for (const output of node.outputs) this.#makers.set(output, made);
  }

  #unknown(
    { op, outputs }: OnnxNode,
    name: string,
    sources: readonly string[],
    constants: readonly (OnnxTensor | null | undefined)[],
  ): string {
    this.#report.note('network.note.unknown', { name, type: op });
    const output = shapeOf(this.#graph.shapes.get(outputs[0]) ?? [], this.#batch);
    const params = constants.reduce((sum, each) => sum + (each?.isFloat ? sizeOf(each.dims) : 0), 0);
    return this.#add({ op: 'unknown', type: op, params, ...(output ? { output } : {}) }, name, sources);
  }

  #add(layer: Layer, wanted: string, from: readonly string[], expects?: number): string {
    let name = wanted;
    for (let count = 1; this.#names.has(name); count++) name = `${wanted}_${count}`;
    this.#names.add(name);
    const block = /^(.+)\/[^/]*$/.exec(name)?.[1];
    this.rows.push({
      ...layer,
      name,
      from,
      ...(block === undefined ? {} : { block }),
      ...(expects === undefined ? {} : { expects }),
    });
    return name;
  }
}

/** What a Constant holds: a tensor, a number, or a list. */
function constantOf(attributes: OnnxNode['attributes']): OnnxTensor {
  const value = attributes.get('value');
  if (typeof value === 'object' && 'dims' in value) return value;
  const [[name, given] = ['', 0]] = attributes;
  const values = Array.isArray(given) ? (given as number[]) : [Number(given)];
  return {
    dims: Array.isArray(given) ? [values.length] : [],
    isFloat: name.startsWith('value_float'),
    values,
  };
}

function isTurn({ op, attributes }: OnnxNode, order: string): boolean {
  const turn = attributes.get('perm');
  return op === 'Transpose' && Array.isArray(turn) && turn.join() === order;
}

/** [N, H, W, C] to [N, C, H, W]. */
function isToChannelsFirst(node: OnnxNode): boolean {
  return isTurn(node, '0,3,1,2');
}

function isToChannelsLast(node: OnnxNode): boolean {
  return isTurn(node, '0,2,3,1');
}

function channelsFirst([batch, ...sizes]: readonly (number | null)[]): readonly (number | null)[] {
  return sizes.length === 3 ? [batch, sizes[2], sizes[0], sizes[1]] : [batch, ...sizes];
}
