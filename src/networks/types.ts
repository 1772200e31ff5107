/** A network as a person writes it, plain JSON, a graph of rows of which each names the rows that it reads; and as understood. */
import type { Pair, Sides, Stage } from '../math/types.js';
import type { LayerFields, LayerSpec } from '../variants/types.js';

/** [H, W, C], or [C] where there is no plane; the batch is left out. */
export type Shape = readonly number[];

/** What a plain row does to each number alone. */
export const pointwiseFunctions = [
  'relu',
  'relu6',
  'leaky-relu',
  'elu',
  'selu',
  'gelu',
  'softplus',
  'sigmoid',
  'hard-sigmoid',
  'tanh',
  'swish',
  'h-swish',
  'mish',
  'prelu',
  'linear',
] as const;

export type Pointwise = (typeof pointwiseFunctions)[number];

/** A row that the relation describes; the input is whatever the row reads, and a depthwise row has no filters of its own. */
export interface ConvLayer extends Omit<LayerFields, 'input' | 'op'> {
  readonly op: 'conv' | 'depthwise' | 'separable' | 'transposed';
}

export interface DenseLayer {
  readonly op: 'dense';
  readonly units: number;
  /** Default true, as in every framework. */
  readonly bias?: boolean;
}

/** Each switched-on part has one number a channel: gamma and beta are trained, moving mean and variance are not. */
export interface BatchNormLayer {
  readonly op: 'batch-norm';
  /** Gamma. Default true. */
  readonly scale?: boolean;
  /** Beta. Default true. */
  readonly centre?: boolean;
}

/** Norms without moving values, over a layer, a group or a channel: gamma and beta for each channel, as far as switched on. */
export interface OtherNormLayer {
  readonly op: 'other-norm';
  readonly scale?: boolean;
  readonly centre?: boolean;
  /** All its trained numbers, where they are not one or two a channel. */
  readonly params?: number;
}

export interface PoolLayer {
  readonly op: 'max-pool' | 'average-pool';
  /** Default 2. */
  readonly kernel?: number | Pair;
  /** Default: the kernel. */
  readonly stride?: number | Pair;
  /** Default 'valid'. */
  readonly padding?: 'valid' | 'same' | number | Pair | Sides;
  /** Whether a last window that only partly lies on the input counts too (Caffe's and PyTorch's ceil_mode). Default false. */
  readonly ceil?: boolean;
}

export type PlainLayer =
  | { readonly op: 'input'; readonly shape: Shape }
  /** The function is left out where a text does not tell it; PReLU has trained numbers. */
  | { readonly op: 'activation'; readonly activation?: Pointwise; readonly params?: number }
  /** To a plane of one place, or to a plain list of channels. */
  | { readonly op: 'global-average-pool' | 'global-max-pool'; readonly keepsPlane?: boolean }
  /** To a plane of a given size, whatever comes in. */
  | { readonly op: 'adaptive-average-pool'; readonly size: number | Pair }
  | { readonly op: 'zero-padding' | 'cropping'; readonly padding: number | Pair | Sides }
  /** Every cell repeated, or interpolated. Default 2. */
  | { readonly op: 'upsampling'; readonly factor?: number | Pair }
  | { readonly op: 'reshape'; readonly shape: Shape }
  | { readonly op: 'flatten' | 'dropout' | 'softmax' | 'local-response-norm' }
  /** A row that changes neither shape nor multiply-adds, such as a rescaling of the input; it may hold trained numbers. */
  | { readonly op: 'identity'; readonly params?: number }
  /** Several inputs into one; a multiplication may have an input of one place for each channel. */
  | { readonly op: 'add' | 'multiply' | 'concat' };

/** A row that we have no rule for: nothing about it is guessed, only what its text says is taken over. */
export interface UnknownLayer {
  readonly op: 'unknown';
  /** As its author calls it. */
  readonly type: string;
  readonly output?: Shape;
  /** All of its parameters; they are taken to be trainable. */
  readonly params?: number;
}

export type Layer =
  ConvLayer | DenseLayer | BatchNormLayer | OtherNormLayer | PoolLayer | PlainLayer | UnknownLayer;
export type LayerOp = Layer['op'];

/** One row: what is computed, and from what. */
export type LayerRow = Layer & {
  /** Unique within the network. */
  readonly name: string;
  /** Names of the rows that are read. Default: the row before. */
  readonly from?: readonly string[];
  /** Name of the module that the row is part of, where there is one. */
  readonly block?: string;
  /** Channels that the row's own text says it reads; another number is a problem. */
  readonly expects?: number;
};

/** A whole network as JSON. Rows may stand in any order. */
export interface NetworkSpec {
  readonly layers: readonly LayerRow[];
}

/** What a row is, told by its stages: a 1 × 1 convolution is pointwise, one with a group for each channel depthwise. */
export type RowKind =
  | 'standard'
  | 'grouped'
  | 'depthwise'
  | 'pointwise'
  | 'separable'
  | 'transposed'
  | Exclude<LayerOp, ConvLayer['op']>;

/** Whole numbers, exact up to 2^53, of one image. Only convolutions and dense rows multiply and add. */
export interface RowCounts {
  /** All of a row's numbers that a file holds, trained or not. */
  readonly params: number;
  readonly trainable: number;
  /** Moving means and variances. */
  readonly nonTrainable: number;
  /** One for each use of a weight, taps on padding included; as `counts` of a single layer has it. */
  readonly macs: number;
  /** Products of a real element that end in a real output. */
  readonly usefulMacs: number;
}

/** What a row's layer means for the shapes that it reads. */
export interface RowFacts extends RowCounts {
  readonly kind: RowKind;
  /** Null of an unknown row whose text does not tell it. */
  readonly output: Shape | null;
  /** The convolution or dense row as a layer of its own, with its input: what the figure opens. */
  readonly layer: LayerSpec | null;
  /**
   * Convolutions: the stages of the layer. Pools: the depthwise stage with the pool's window. None for other rows. A dense
   * row is a 1 × 1 convolution, of a plane of one place where it reads a list.
   */
  readonly stages: readonly Stage[];
}

/** One row of a network with nothing left open. */
export interface NetworkRow extends RowFacts {
  readonly name: string;
  readonly block: string | undefined;
  /** The row as it was asked for. */
  readonly asked: LayerRow;
  /** Indices of the rows that are read; always of earlier ones. */
  readonly from: readonly number[];
  /** Shapes of the rows that are read. */
  readonly inputs: readonly (Shape | null)[];
}
