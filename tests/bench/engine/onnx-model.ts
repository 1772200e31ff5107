/** A model of one convolution in ONNX's format (protocol buffers), written by hand. */
import type { Case } from '../adapter/adapter.js';

type Bytes = readonly number[];

/** Numbers of onnx.proto3: data and attribute types. */
const floatType = 1;
const intAttribute = 2;
const intsAttribute = 7;
const irVersion = 8;
const operatorSet = 17;

function varint(value: number): Bytes {
  const bytes: number[] = [];
  let rest = value;
  while (rest > 127) {
    bytes.push((rest & 127) | 128);
    rest = Math.floor(rest / 128);
  }
  return [...bytes, rest];
}

const integer = (field: number, value: number): Bytes => [...varint(field * 8), ...varint(value)];
const block = (field: number, bytes: Bytes): Bytes => [
  ...varint(field * 8 + 2),
  ...varint(bytes.length),
  ...bytes,
];
const string = (field: number, text: string): Bytes => block(field, [...new TextEncoder().encode(text)]);

const integerAttribute = (name: string, value: number): Bytes =>
  block(5, [...string(1, name), ...integer(3, value), ...integer(20, intAttribute)]);
const listAttribute = (name: string, values: readonly number[]): Bytes =>
  block(5, [
    ...string(1, name),
    ...values.flatMap((value) => integer(8, value)),
    ...integer(20, intsAttribute),
  ]);

function tensorInfo(field: number, name: string, shape: readonly number[]): Bytes {
  const dimensions = shape.flatMap((size) => block(1, integer(1, size)));
  const type = block(1, [...integer(1, floatType), ...block(2, dimensions)]);
  return block(field, [...string(1, name), ...block(2, type)]);
}

/** Rows below, or columns to the right: of padding, or cut from the full result. */
function after(layer: Case, axis: 'row' | 'column'): number {
  const { s, d } = layer;
  const [size, output, kernel, before] =
    axis === 'row' ? [layer.H, layer.OH, layer.KH, layer.pt] : [layer.W, layer.OW, layer.KW, layer.pl];
  const [small, big] = layer.op === 'tr' ? [size, output] : [output, size];
  return Math.max((small - 1) * s + (kernel - 1) * d + 1 - big, 0) - before;
}

/** [filters, channels / groups, rows, columns]; transposed: channels and filters exchanged. */
function onnxWeights(layer: Case, w: Float32Array): { shape: readonly number[]; data: Float32Array } {
  const { KH, KW, wShape, op, OC } = layer;
  // Depthwise weights are [.., C, mult]: as one axis, they are the output channels.
  const [third, last] = op === 'dw' ? [1, OC] : [wShape[2], wShape[3]];
  const data = new Float32Array(w.length);
  for (let tap = 0; tap < KH * KW; tap++) {
    for (let i = 0; i < third; i++) {
      for (let o = 0; o < last; o++) {
        data[(o * third + i) * KH * KW + tap] = w[(tap * third + i) * last + o];
      }
    }
  }
  return { shape: [last, third, KH, KW], data };
}

export function onnxModel(layer: Case, w: Float32Array): Uint8Array {
  const { op, C, s, d, pt, pl, KH, KW, groups = 1 } = layer;
  const weights = onnxWeights(layer, w);
  const attributes = [
    listAttribute('kernel_shape', [KH, KW]),
    listAttribute('strides', [s, s]),
    listAttribute('dilations', [d, d]),
    listAttribute('pads', [pt, pl, after(layer, 'row'), after(layer, 'column')]),
    integerAttribute('group', op === 'dw' ? C : groups),
  ];
  const node = [
    ...[...string(1, 'x'), ...string(1, 'w'), ...string(2, 'y')],
    ...[...string(4, op === 'tr' ? 'ConvTranspose' : 'Conv'), ...attributes.flat()],
  ];
  const initializer = [
    ...weights.shape.flatMap((size) => integer(1, size)),
    ...[...integer(2, floatType), ...string(8, 'w')],
    ...block(9, [...new Uint8Array(weights.data.buffer)]),
  ];
  const graph = [
    ...[...block(1, node), ...string(2, 'graph'), ...block(5, initializer)],
    ...tensorInfo(11, 'x', [1, C, layer.H, layer.W]),
    ...tensorInfo(12, 'y', [1, layer.OC, layer.OH, layer.OW]),
  ];
  const set = [...string(1, ''), ...integer(2, operatorSet)];
  return Uint8Array.from([...integer(1, irVersion), ...block(8, set), ...block(7, graph)]);
}
