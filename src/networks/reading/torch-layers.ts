/** What each of PyTorch's layers is among our rows; arguments stand in the order of its own constructor. */
import type { Pair } from '../../math/types.js';
import type { Layer, Pointwise } from '../types.js';
import type { ModuleCall, Value } from './module-text.js';

/** A layer, and the channels that it says it reads. */
export interface TorchLayer {
  readonly layer: Layer;
  readonly expects?: number;
}

/** Thrown by a rule: an argument that it cannot do without, or cannot take as it is. */
export class BadArgument extends Error {
  readonly argument: string;
  readonly found: string;

  constructor(argument: string, found: Value | undefined) {
    super(argument);
    this.argument = argument;
    this.found = found === undefined ? '' : JSON.stringify(found);
  }
}

/** The arguments of a call by name. */
class Arguments {
  readonly #values: ReadonlyMap<string, Value>;

  constructor({ positional, named }: ModuleCall, names: readonly string[]) {
    this.#values = new Map([...positional.map((value, place) => [names[place], value] as const), ...named]);
  }

  get(name: string): Value | undefined {
    return this.#values.get(name);
  }

  whole(name: string, otherwise?: number): number {
    const value = this.get(name) ?? otherwise;
    if (typeof value === 'number' && Number.isSafeInteger(value)) return value;
    throw new BadArgument(name, value);
  }

  flag(name: string, otherwise: boolean): boolean {
    const value = this.get(name) ?? otherwise;
    if (typeof value === 'boolean') return value;
    throw new BadArgument(name, value);
  }

  /** One number for both axes, or two. */
  pair(name: string, otherwise?: number | Pair): Pair {
    const value = this.get(name) ?? otherwise;
    const pair = Array.isArray(value) ? (value as readonly Value[]) : [value, value];
    if (pair.length === 2 && pair.every((each) => typeof each === 'number')) return pair as unknown as Pair;
    throw new BadArgument(name, value as Value);
  }
}

interface Rule {
  readonly names: string;
  /** Null: a setting that none of our rows has. */
  readonly read: (given: Arguments) => TorchLayer | null;
}

const plain = (layer: Layer): Rule => ({ names: '', read: () => ({ layer }) });
const activation = (name: Pointwise): Rule => plain({ op: 'activation', activation: name });
const dropout = plain({ op: 'dropout' });
const softmax = plain({ op: 'softmax' });
const batchNorm: Rule = {
  names: 'num_features eps momentum affine track_running_stats',
  read: readBatchNorm,
};

const rules: Readonly<Record<string, Rule>> = {
  Conv2d: {
    names: 'in_channels out_channels kernel_size stride padding dilation groups bias padding_mode',
    read: readConv,
  },
  ConvTranspose2d: {
    names:
      'in_channels out_channels kernel_size stride padding output_padding groups bias dilation padding_mode',
    read: readTransposed,
  },
  Linear: { names: 'in_features out_features bias', read: readLinear },
  BatchNorm1d: batchNorm,
  BatchNorm2d: batchNorm,
  GroupNorm: {
    names: 'num_groups num_channels eps affine',
    read: (given) => otherNorm(given.whole('num_channels'), given.flag('affine', true)),
  },
  InstanceNorm2d: {
    names: 'num_features eps momentum affine track_running_stats',
    read: (given) => otherNorm(given.whole('num_features'), given.flag('affine', false)),
  },
  MaxPool2d: {
    names: 'kernel_size stride padding dilation return_indices ceil_mode',
    read: (given) => readPool('max-pool', given),
  },
  AvgPool2d: {
    names: 'kernel_size stride padding ceil_mode count_include_pad divisor_override',
    read: (given) => readPool('average-pool', given),
  },
  AdaptiveAvgPool2d: { names: 'output_size', read: readAdaptive },
  AdaptiveMaxPool2d: {
    names: 'output_size',
    read: (given) =>
      isOne(given.pair('output_size')) ? { layer: { op: 'global-max-pool', keepsPlane: true } } : null,
  },
  ZeroPad2d: { names: 'padding', read: readZeroPad },
  Upsample: { names: 'size scale_factor mode', read: readUpsample },
  UpsamplingNearest2d: { names: 'size scale_factor', read: readUpsample },
  UpsamplingBilinear2d: { names: 'size scale_factor', read: readUpsample },
  Flatten: {
    names: 'start_dim end_dim',
    read: (given) =>
      given.whole('start_dim', 1) === 1 && given.whole('end_dim', -1) === -1
        ? { layer: { op: 'flatten' } }
        : null,
  },
  PReLU: {
    names: 'num_parameters init',
    read: (given) => ({
      layer: { op: 'activation', activation: 'prelu', params: given.whole('num_parameters', 1) },
    }),
  },
  Dropout: dropout,
  Dropout1d: dropout,
  Dropout2d: dropout,
  AlphaDropout: dropout,
  Identity: plain({ op: 'identity' }),
  LocalResponseNorm: plain({ op: 'local-response-norm' }),
  Softmax: softmax,
  Softmax2d: softmax,
  LogSoftmax: softmax,
  ReLU: activation('relu'),
  ReLU6: activation('relu6'),
  LeakyReLU: activation('leaky-relu'),
  ELU: activation('elu'),
  SELU: activation('selu'),
  GELU: activation('gelu'),
  SiLU: activation('swish'),
  Mish: activation('mish'),
  Softplus: activation('softplus'),
  Sigmoid: activation('sigmoid'),
  Hardsigmoid: activation('hard-sigmoid'),
  Hardswish: activation('h-swish'),
  Tanh: activation('tanh'),
};

/**
 * The row of a call, or null where we have none.
 *
 * @throws BadArgument
 */
export function torchLayer(call: ModuleCall): TorchLayer | null {
  const rule = Object.hasOwn(rules, call.type) ? rules[call.type] : undefined;
  return rule ? rule.read(new Arguments(call, rule.names.split(' '))) : null;
}

function readConv(given: Arguments): TorchLayer {
  const padding = given.get('padding');
  return {
    layer: {
      op: 'conv',
      ...common(given),
      padding: padding === 'same' || padding === 'valid' ? padding : given.pair('padding', 0),
    },
    expects: given.whole('in_channels'),
  };
}

function readTransposed(given: Arguments): TorchLayer {
  const padding = given.pair('padding', 0);
  return {
    layer: { op: 'transposed', ...common(given), padding, outputPadding: given.pair('output_padding', 0) },
    expects: given.whole('in_channels'),
  };
}

function common(given: Arguments): {
  filters: number;
  kernel: Pair;
  stride: Pair;
  dilation: Pair;
  groups: number;
  bias: boolean;
} {
  return {
    filters: given.whole('out_channels'),
    kernel: given.pair('kernel_size'),
    stride: given.pair('stride', 1),
    dilation: given.pair('dilation', 1),
    groups: given.whole('groups', 1),
    bias: given.flag('bias', true),
  };
}

function readLinear(given: Arguments): TorchLayer {
  return {
    layer: { op: 'dense', units: given.whole('out_features'), bias: given.flag('bias', true) },
    expects: given.whole('in_features'),
  };
}

function readBatchNorm(given: Arguments): TorchLayer {
  const [expects, affine] = [given.whole('num_features'), given.flag('affine', true)];
  if (!given.flag('track_running_stats', true)) return otherNorm(expects, affine);
  return { layer: { op: 'batch-norm', scale: affine, centre: affine }, expects };
}

function otherNorm(expects: number, affine: boolean): TorchLayer {
  return { layer: { op: 'other-norm', scale: affine, centre: affine }, expects };
}

function readPool(op: 'max-pool' | 'average-pool', given: Arguments): TorchLayer | null {
  if (!isOne(given.pair('dilation', 1))) return null;
  const kernel = given.pair('kernel_size');
  const [stride, padding] = [given.pair('stride', kernel), given.pair('padding', 0)];
  return { layer: { op, kernel, stride, padding, ceil: given.flag('ceil_mode', false) } };
}

function readAdaptive(given: Arguments): TorchLayer {
  const size = given.pair('output_size');
  return {
    layer: isOne(size)
      ? { op: 'global-average-pool', keepsPlane: true }
      : { op: 'adaptive-average-pool', size },
  };
}

/** PyTorch pads left, right, top, bottom. */
function readZeroPad(given: Arguments): TorchLayer {
  const value = given.get('padding');
  const sides: readonly unknown[] = Array.isArray(value) ? value : [value, value, value, value];
  if (sides.length !== 4 || !sides.every((side) => typeof side === 'number'))
    throw new BadArgument('padding', value);
  const [left, right, top, bottom] = sides;
  return { layer: { op: 'zero-padding', padding: [top, bottom, left, right] } };
}

function readUpsample(given: Arguments): TorchLayer | null {
  const factor = given.get('scale_factor');
  return factor === undefined || factor === null
    ? null
    : { layer: { op: 'upsampling', factor: given.pair('scale_factor') } };
}

function isOne(pair: Pair): boolean {
  return pair[0] === 1 && pair[1] === 1;
}
