/** What a layer of Keras must have been, from its class, its parameters and the shapes around it. */
import type { Pair } from '../../math/types.js';
import type { Layer, Pointwise, Shape } from '../types.js';

/** What a summary tells of a layer. */
export interface Printed {
  readonly inputs: readonly Shape[];
  readonly output: Shape;
  readonly params: number;
}

export interface Deduced {
  readonly layer: Layer;
  /** Whether kernel, stride or padding follow from numbers instead of being said. */
  readonly isDeduced?: boolean;
  /** A pool whose window may be larger than its stride. */
  readonly isPool?: boolean;
  /** Taps of a kernel that is no square, taken to be a row. */
  readonly taps?: number;
}

type Rule = (printed: Printed) => Deduced | null;

const plain =
  (layer: Layer): Rule =>
  () => ({ layer });
const activation = (name?: Pointwise): Rule =>
  plain(name === undefined ? { op: 'activation' } : { op: 'activation', activation: name });

const channelsOf = (shape: Shape): number => shape[shape.length - 1];

const rules: Readonly<Record<string, Rule>> = {
  InputLayer: ({ output }) => ({ layer: { op: 'input', shape: output } }),
  Conv2D: (printed) => conv('conv', printed),
  Conv2DTranspose: (printed) => conv('transposed', printed),
  DepthwiseConv2D: depthwise,
  SeparableConv2D: separable,
  Dense: dense,
  BatchNormalization: batchNorm,
  LayerNormalization: otherNorm,
  GroupNormalization: otherNorm,
  MaxPooling2D: (printed) => pool('max-pool', printed),
  AveragePooling2D: (printed) => pool('average-pool', printed),
  GlobalAveragePooling2D: ({ output }) => ({
    layer: { op: 'global-average-pool', keepsPlane: output.length === 3 },
  }),
  GlobalMaxPooling2D: ({ output }) => ({ layer: { op: 'global-max-pool', keepsPlane: output.length === 3 } }),
  ZeroPadding2D: (printed) => resized('zero-padding', printed),
  Cropping2D: (printed) => resized('cropping', printed),
  UpSampling2D: ({ inputs: [input], output }) => {
    const factor = [output[0] / input[0], output[1] / input[1]] as const;
    return factor.every(Number.isInteger) ? { layer: { op: 'upsampling', factor } } : null;
  },
  Flatten: plain({ op: 'flatten' }),
  Reshape: ({ output }) => ({ layer: { op: 'reshape', shape: output } }),
  Dropout: plain({ op: 'dropout' }),
  SpatialDropout2D: plain({ op: 'dropout' }),
  GaussianNoise: plain({ op: 'dropout' }),
  GaussianDropout: plain({ op: 'dropout' }),
  Activation: activation(),
  ReLU: activation('relu'),
  LeakyReLU: activation('leaky-relu'),
  PReLU: ({ params }) => ({ layer: { op: 'activation', activation: 'prelu', params } }),
  ELU: activation('elu'),
  Softmax: plain({ op: 'softmax' }),
  Add: plain({ op: 'add' }),
  Multiply: plain({ op: 'multiply' }),
  Concatenate: plain({ op: 'concat' }),
  Rescaling: plain({ op: 'identity' }),
  Identity: plain({ op: 'identity' }),
  RandomFlip: plain({ op: 'identity' }),
  RandomRotation: plain({ op: 'identity' }),
  RandomZoom: plain({ op: 'identity' }),
};

/** Classes that hand on the shape that they read. */
const keepingShape = new Set(
  'BatchNormalization LayerNormalization GroupNormalization Dropout SpatialDropout2D GaussianNoise GaussianDropout Activation ReLU LeakyReLU PReLU ELU Softmax Add Rescaling Identity'.split(
    ' ',
  ),
);

/** The whole name of a class that may be cut off. */
export function wholeType(printed: string): string {
  if (!printed.endsWith('…')) return printed;
  const start = printed.slice(0, -1);
  return Object.keys(rules).find((type) => type.startsWith(start)) ?? printed;
}

export function keepsShape(type: string): boolean {
  return keepingShape.has(type);
}

/** The layer of a class, or null where there is no rule for it or its numbers fit none. */
export function layerOf(type: string, printed: Printed): Deduced | null {
  const rule = Object.hasOwn(rules, type) ? rules[type] : undefined;
  if (!rule || (type !== 'InputLayer' && printed.inputs.length === 0)) return null;
  return rule(printed);
}

function conv(op: 'conv' | 'transposed', { inputs: [input], output, params }: Printed): Deduced | null {
  const filters = channelsOf(output);
  const found = tapsOf(params, filters, channelsOf(input) * filters);
  const kernel = found && kernelOf(found.taps);
  const place = kernel && (op === 'conv' ? windowOf : stampOf)(input, output, kernel);
  if (!place) return null;
  return deduced({ op, filters, kernel, ...place, bias: found.bias }, found.taps);
}

function depthwise({ inputs: [input], output, params }: Printed): Deduced | null {
  const channels = channelsOf(output);
  const multiplier = channels / channelsOf(input);
  const found = tapsOf(params, channels, channels);
  const kernel = found && kernelOf(found.taps);
  const place = kernel && windowOf(input, output, kernel);
  if (!place || !Number.isInteger(multiplier)) return null;
  return deduced({ op: 'depthwise', kernel, multiplier, ...place, bias: found.bias }, found.taps);
}

function separable({ inputs: [input], output, params }: Printed): Deduced | null {
  const [channels, filters] = [channelsOf(input), channelsOf(output)];
  const found = tapsOf(params - channels * filters, filters, channels);
  const kernel = found && kernelOf(found.taps);
  const place = kernel && windowOf(input, output, kernel);
  if (!place) return null;
  return deduced({ op: 'separable', filters, kernel, ...place, bias: found.bias }, found.taps);
}

function deduced(layer: Layer, taps: number): Deduced {
  return { layer, isDeduced: true, ...(Number.isInteger(Math.sqrt(taps)) ? {} : { taps }) };
}

/** Taps of a kernel and whether there is a bias, from all parameters and the weights that each tap has; a square wins. */
function tapsOf(
  params: number,
  filters: number,
  weightsPerTap: number,
): { taps: number; bias: boolean } | null {
  const options = [
    { taps: params / weightsPerTap, bias: false },
    { taps: (params - filters) / weightsPerTap, bias: true },
  ].filter(({ taps }) => Number.isInteger(taps) && taps > 0);
  return options.find(({ taps }) => Number.isInteger(Math.sqrt(taps))) ?? options[0] ?? null;
}

/** A square, or else one row. */
function kernelOf(taps: number): Pair {
  const side = Math.sqrt(taps);
  return Number.isInteger(side) ? [side, side] : [1, taps];
}

interface Place {
  readonly stride: Pair;
  readonly padding: 'same' | 'valid';
}

const modes = ['valid', 'same'] as const;

/** The smallest stride, and the padding, with which windows over the input make the output. */
function windowOf(input: Shape, output: Shape, kernel: Pair): Place | null {
  return placeOf(input, output, (size, axis, stride, padding) =>
    padding === 'same' ? Math.ceil(size / stride) : Math.floor((size - kernel[axis]) / stride) + 1,
  );
}

/** The same for stamps. */
function stampOf(input: Shape, output: Shape, kernel: Pair): Place | null {
  return placeOf(input, output, (size, axis, stride, padding) =>
    padding === 'same' ? size * stride : size * stride + Math.max(kernel[axis] - stride, 0),
  );
}

function placeOf(
  input: Shape,
  output: Shape,
  sizeOf: (size: number, axis: 0 | 1, stride: number, padding: 'same' | 'valid') => number,
): Place | null {
  const largest = Math.max(input[0], input[1], output[0], output[1]);
  const strideAlong = (axis: 0 | 1, padding: 'same' | 'valid'): number | null => {
    for (let stride = 1; stride <= largest; stride++) {
      if (sizeOf(input[axis], axis, stride, padding) === output[axis]) return stride;
    }
    return null;
  };
  const places = modes.flatMap((padding) => {
    const [rows, columns] = [strideAlong(0, padding), strideAlong(1, padding)];
    return rows === null || columns === null ? [] : [{ stride: [rows, columns] as const, padding }];
  });
  return places.sort((a, b) => a.stride[0] + a.stride[1] - (b.stride[0] + b.stride[1]))[0] ?? null;
}

function dense({ inputs: [input], output, params }: Printed): Deduced | null {
  const [channels, units] = [channelsOf(input), channelsOf(output)];
  if (params !== channels * units && params !== (channels + 1) * units) return null;
  return { layer: { op: 'dense', units, bias: params !== channels * units } };
}

/** Three or four numbers a channel; where one is missing, it is gamma: `scale=False` is the usual setting. */
function batchNorm({ output, params }: Printed): Deduced | null {
  const each = params / channelsOf(output);
  if (each !== 2 && each !== 3 && each !== 4) return null;
  return {
    layer: { op: 'batch-norm', ...(each < 4 && { scale: false }), ...(each < 3 && { centre: false }) },
  };
}

function otherNorm({ output, params }: Printed): Deduced | null {
  const each = params / channelsOf(output);
  if (each !== 0 && each !== 1 && each !== 2) return null;
  return {
    layer: { op: 'other-norm', ...(each < 2 && { scale: false }), ...(each < 1 && { centre: false }) },
  };
}

function pool(op: 'max-pool' | 'average-pool', { inputs: [input], output }: Printed): Deduced | null {
  // A window as large as its stride: the stride that divides the plane so, with a partial last window or without.
  for (const padding of modes) {
    const round = padding === 'valid' ? Math.floor : Math.ceil;
    const strides = [0, 1].map((axis) => strideOf(input[axis], output[axis], round));
    if (strides.every((stride) => stride !== null)) {
      return { layer: { op, kernel: strides as unknown as Pair, padding }, isPool: true };
    }
  }
  return overlappingPool(op, input, output);
}

function strideOf(input: number, output: number, round: (size: number) => number): number | null {
  for (let stride = 1; stride <= input; stride++) if (round(input / stride) === output) return stride;
  return null;
}

/** Windows that reach over their stride, e.g. 3 × 3 with stride 2 from 147 cells to 73. */
function overlappingPool(op: 'max-pool' | 'average-pool', input: Shape, output: Shape): Deduced | null {
  for (const kernel of [3, 2, 5, 7]) {
    const place = windowOf(input, output, [kernel, kernel]);
    if (place) return { layer: { op, kernel, ...place }, isPool: true };
  }
  return null;
}

/** What is added or taken away, evenly on both sides; an odd cell at the end. */
function resized(op: 'zero-padding' | 'cropping', { inputs: [input], output }: Printed): Deduced {
  const sides = [0, 1].map((axis) => {
    const total = Math.abs(output[axis] - input[axis]);
    return [Math.floor(total / 2), Math.ceil(total / 2)] as const;
  });
  const padding = [sides[0][0], sides[0][1], sides[1][0], sides[1][1]] as const;
  return { layer: { op, padding }, isDeduced: true };
}
