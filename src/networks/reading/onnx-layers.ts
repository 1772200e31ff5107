/** What each of ONNX' operators is among our rows. Constants are told by their shapes; planes are [C, H, W] there. */
import type { Pair, Sides } from '../../math/types.js';
import { sizeOf } from '../plain-rows.js';
import type { Layer, Pointwise, Shape } from '../types.js';
import type { AttributeValue, OnnxNode, OnnxTensor } from './onnx-file.js';

/** A node with its constant inputs in their places; null where another node makes the input, undefined where none is given. */
export interface Operator extends OnnxNode {
  readonly constants: readonly (OnnxTensor | null | undefined)[];
  /** Pictures at one time; null where the file leaves it open. */
  readonly batch: number | null;
}

export interface OnnxLayer {
  readonly layer: Layer;
  readonly expects?: number;
}

type Rule = (node: Operator) => OnnxLayer | null;

const plain =
  (layer: Layer): Rule =>
  () => ({ layer });
const activation = (name: Pointwise): Rule => plain({ op: 'activation', activation: name });

const rules: Readonly<Record<string, Rule>> = {
  Conv: conv,
  ConvTranspose: transposed,
  Gemm: gemm,
  MatMul: matMul,
  BatchNormalization: plain({ op: 'batch-norm' }),
  InstanceNormalization: otherNorm,
  LayerNormalization: otherNorm,
  GroupNormalization: otherNorm,
  MaxPool: (node) => pool('max-pool', node),
  AveragePool: (node) => pool('average-pool', node),
  GlobalAveragePool: plain({ op: 'global-average-pool', keepsPlane: true }),
  GlobalMaxPool: plain({ op: 'global-max-pool', keepsPlane: true }),
  ReduceMean: reduceMean,
  Flatten: ({ attributes }) => (whole(attributes.get('axis'), 1) === 1 ? { layer: { op: 'flatten' } } : null),
  Squeeze: squeeze,
  Reshape: reshape,
  Pad: pad,
  Resize: (node) => resize(node, node.constants[2]),
  Upsample: (node) => resize(node, node.constants[1]),
  Concat: ({ attributes, constants }) =>
    whole(attributes.get('axis'), 1) === 1 && constants.every((each) => each === null)
      ? { layer: { op: 'concat' } }
      : null,
  Add: ({ constants }) => withConstant(constants) ?? { layer: { op: 'add' } },
  Sum: ({ constants }) => (constants.every((each) => each === null) ? { layer: { op: 'add' } } : null),
  Mul: ({ constants }) => withConstant(constants) ?? { layer: { op: 'multiply' } },
  Sub: ({ constants }) => withConstant(constants),
  Div: ({ constants }) => withConstant(constants),
  Dropout: plain({ op: 'dropout' }),
  LRN: plain({ op: 'local-response-norm' }),
  Softmax: plain({ op: 'softmax' }),
  LogSoftmax: plain({ op: 'softmax' }),
  Relu: activation('relu'),
  Clip: clip,
  LeakyRelu: activation('leaky-relu'),
  PRelu: ({ constants: [, slopes] }) =>
    slopes ? { layer: { op: 'activation', activation: 'prelu', params: sizeOf(slopes.dims) } } : null,
  Elu: activation('elu'),
  Selu: activation('selu'),
  Gelu: activation('gelu'),
  Softplus: activation('softplus'),
  Sigmoid: activation('sigmoid'),
  HardSigmoid: activation('hard-sigmoid'),
  HardSwish: activation('h-swish'),
  Swish: activation('swish'),
  Mish: activation('mish'),
  Tanh: activation('tanh'),
};

/** The row of a node, or null where we have none. */
export function onnxLayer(node: Operator): OnnxLayer | null {
  return Object.hasOwn(rules, node.op) ? rules[node.op](node) : null;
}

/** A tensor's sizes in our order, without the batch; null where one is open, or where the first is no batch. */
export function shapeOf(dims: readonly (number | null)[], batch: number | null = null): Shape | null {
  const [first, ...sizes] = dims;
  if (batch !== null && first !== null && first !== batch) return null;
  const shape = sizes.length === 3 ? [sizes[1], sizes[2], sizes[0]] : sizes;
  return shape.length > 0 && shape.every((size): size is number => size !== null && size !== 0)
    ? shape
    : null;
}

function whole(value: AttributeValue | undefined, otherwise: number): number {
  return typeof value === 'number' ? value : otherwise;
}

function list(value: AttributeValue | undefined): readonly number[] | undefined {
  return Array.isArray(value) ? (value as readonly number[]) : undefined;
}

function pair(value: AttributeValue | undefined, otherwise: number): Pair | null {
  const [height, width, ...more] = list(value) ?? [otherwise, otherwise];
  return width === undefined || more.length > 0 ? null : [height, width];
}

/** Stride, dilation and padding of what slides over two axes; null for other axes, and for SAME_LOWER, which no row has. */
function windowOf({
  attributes,
}: Operator): { stride: Pair; dilation: Pair; padding: Sides | 'same' | 'valid' } | null {
  const [stride, dilation] = [pair(attributes.get('strides'), 1), pair(attributes.get('dilations'), 1)];
  const mode = attributes.get('auto_pad') ?? 'NOTSET';
  const [top, left, bottom, right] = list(attributes.get('pads')) ?? [0, 0, 0, 0];
  const modes: Readonly<Record<string, Sides | 'same' | 'valid'>> = {
    NOTSET: [top, bottom, left, right],
    VALID: 'valid',
    SAME_UPPER: 'same',
  };
  if (!stride || !dilation || typeof mode !== 'string' || !Object.hasOwn(modes, mode)) return null;
  return { stride, dilation, padding: modes[mode] };
}

function conv(node: Operator): OnnxLayer | null {
  const [, weights, bias] = node.constants;
  const window = windowOf(node);
  if (!weights || weights.dims.length !== 4 || !window) return null;
  const [filters, channels, height, width] = weights.dims;
  const groups = whole(node.attributes.get('group'), 1);
  const layer = {
    op: 'conv',
    filters,
    kernel: [height, width],
    groups,
    bias: bias !== undefined,
    ...window,
  } as const;
  return { layer, expects: channels * groups };
}

function transposed(node: Operator): OnnxLayer | null {
  const [, weights, bias] = node.constants;
  const window = windowOf(node);
  const outputPadding = pair(node.attributes.get('output_padding'), 0);
  if (!weights || weights.dims.length !== 4 || !window || !outputPadding) return null;
  if (node.attributes.has('output_shape')) return null;
  const [channels, filtersOfGroup, height, width] = weights.dims;
  const groups = whole(node.attributes.get('group'), 1);
  const kernel = [height, width] as const;
  const filters = filtersOfGroup * groups;
  return {
    layer: { op: 'transposed', filters, kernel, groups, outputPadding, bias: bias !== undefined, ...window },
    expects: channels,
  };
}

function gemm({ attributes, constants: [, weights, bias] }: Operator): OnnxLayer | null {
  if (!weights || weights.dims.length !== 2 || whole(attributes.get('transA'), 0) !== 0) return null;
  const isTurned = whole(attributes.get('transB'), 0) !== 0;
  const [units, expects] = isTurned ? weights.dims : [weights.dims[1], weights.dims[0]];
  return { layer: { op: 'dense', units, bias: bias !== undefined }, expects };
}

/** Numbers as many as its constants have; they may be shared by a group of channels. */
function otherNorm({ constants: [, ...trained] }: Operator): OnnxLayer {
  const params = trained.reduce((sum, each) => sum + (each ? sizeOf(each.dims) : 0), 0);
  return { layer: { op: 'other-norm', params } };
}

function matMul({ constants: [, weights] }: Operator): OnnxLayer | null {
  if (!weights || weights.dims.length !== 2) return null;
  const [expects, units] = weights.dims;
  return { layer: { op: 'dense', units, bias: false }, expects };
}

function pool(op: 'max-pool' | 'average-pool', node: Operator): OnnxLayer | null {
  const kernel = pair(node.attributes.get('kernel_shape'), 0);
  const window = windowOf(node);
  if (!kernel || !window || window.dilation.some((rate) => rate !== 1)) return null;
  const { stride, padding } = window;
  return { layer: { op, kernel, stride, padding, ceil: whole(node.attributes.get('ceil_mode'), 0) !== 0 } };
}

/** The mean over both axes of a plane. */
function reduceMean({ attributes, constants }: Operator): OnnxLayer | null {
  const axes = list(attributes.get('axes')) ?? constants[1]?.values;
  if (!isPlane(axes)) return null;
  return { layer: { op: 'global-average-pool', keepsPlane: whole(attributes.get('keepdims'), 1) !== 0 } };
}

/** Away with a plane of one place. */
function squeeze({ attributes, constants }: Operator): OnnxLayer | null {
  return isPlane(list(attributes.get('axes')) ?? constants[1]?.values) ? { layer: { op: 'flatten' } } : null;
}

function isPlane(axes: readonly number[] | null | undefined): boolean {
  const places = [...(axes ?? [])].map((axis) => (axis < 0 ? axis + 4 : axis));
  return places.length === 2 && places.includes(2) && places.includes(3);
}

/** A size of 0 keeps that of the input, which is known of the batch alone; one of −1 may stand for it. */
function reshape({ constants: [, sizes], batch }: Operator): OnnxLayer | null {
  const [first, ...others] = sizes?.values ?? [];
  const isBatch =
    Number.isNaN(first) || first === 0 || (first === -1 && !others.includes(-1)) || first === (batch ?? 1);
  const shape = isBatch ? shapeOf([null, ...others].map((size, place) => (place === 0 ? 1 : size))) : null;
  if (!shape) return null;
  return shape.length === 1 ? { layer: { op: 'flatten' } } : { layer: { op: 'reshape', shape } };
}

/** Zeros around a plane: [N, C, H, W] in front, then behind. */
function pad({ attributes, constants }: Operator): OnnxLayer | null {
  const pads = list(attributes.get('pads')) ?? constants[1]?.values;
  if (!pads || pads.length !== 8 || (attributes.get('mode') ?? 'constant') !== 'constant') return null;
  const [batch, channels, top, left, batchEnd, channelsEnd, bottom, right] = pads;
  const isPlaneOnly = [batch, channels, batchEnd, channelsEnd].every((size) => size === 0);
  return isPlaneOnly ? { layer: { op: 'zero-padding', padding: [top, bottom, left, right] } } : null;
}

function resize({ attributes }: Operator, scales: OnnxTensor | null | undefined): OnnxLayer | null {
  const values = scales?.values ?? list(attributes.get('scales'));
  if (values?.length !== 4) return null;
  const [batch, channels, height, width] = values;
  if (batch !== 1 || channels !== 1 || !Number.isInteger(height) || !Number.isInteger(width)) return null;
  return { layer: { op: 'upsampling', factor: [height, width] } };
}

/** One operand is constant: numbers that the row holds, unless it is a single one. */
function withConstant(constants: Operator['constants']): OnnxLayer | null {
  const constant = constants.find((each) => each !== null && each !== undefined);
  if (!constant) return null;
  const params = sizeOf(constant.dims);
  return { layer: params > 1 ? { op: 'identity', params } : { op: 'identity' } };
}

function clip({ attributes, constants: [, low, high] }: Operator): OnnxLayer {
  const least = low?.values?.[0] ?? attributes.get('min');
  const most = high?.values?.[0] ?? attributes.get('max');
  if (least === 0 && most === 6) return { layer: { op: 'activation', activation: 'relu6' } };
  return {
    layer: { op: 'activation', ...(least === 0 && most === undefined && { activation: 'relu' as const }) },
  };
}
