/** The words that the whole project shares: what a person asks for, what was understood, and the numbers. */

/** [height, width] */
export type Pair = readonly [height: number, width: number];
/** [top, bottom, left, right]: zeros added by a convolution, cells cropped by a transposed one. */
export type Sides = readonly [top: number, bottom: number, left: number, right: number];
/** [batch, height, width, channels] */
export type Shape4 = readonly [batch: number, height: number, width: number, channels: number];
/** One cell of a tensor, counted from 0: [batch, row, column, channel]. */
export type Index4 = readonly [batch: number, row: number, column: number, channel: number];
/** [kernel row, kernel column, big channel within the group, small channel], counted from 0. */
export type WeightIndex = readonly [row: number, column: number, bigChannel: number, smallChannel: number];

export type Operation = 'conv' | 'transposed';
/** What is done to a finished sum; ReLU6 and h-swish are MobileNet's (arXiv 1704.04861, 1905.02244). */
export type Activation = 'none' | 'relu' | 'relu6' | 'h-swish';
export type PaddingMode = 'valid' | 'same' | 'explicit';

/** What a caller asks for: plain JSON. Only `input` is required; a pair may be given as one number. */
export interface ConvSpec {
  /** A convolution gathers, a transposed convolution is the same relation read the other way. Default 'conv'. */
  op?: Operation;
  /** [N, H, W, C] or [H, W, C]. In a list of specs, only the first needs it. */
  input?: readonly number[];
  /** Output channels. Default 1. */
  filters?: number;
  /** Default [3, 3]. */
  kernel?: number | Pair;
  /** Default [1, 1]. */
  stride?: number | Pair;
  /** Default [1, 1]. */
  dilation?: number | Pair;
  /** 'same' is TensorFlow's (the odd row goes to the bottom and the right). Default 'valid'. */
  padding?: 'valid' | 'same' | number | Pair | Sides;
  /** Transposed only: extra rows and columns uncovered at the bottom and right. Default [0, 0]. */
  outputPadding?: number | Pair;
  /** Default 1. */
  groups?: number;
  /** Default false. */
  bias?: boolean;
  /** Applied to the sum with its bias. Default 'none'. */
  activation?: Activation;
}

export type SpecField = keyof ConvSpec;

/** Why a setting is illegal. The first twelve are the frameworks' own refusals, the others are ours. */
export type ProblemKind =
  | 'kernel-larger-than-input'
  | 'channels-not-divisible-by-groups'
  | 'filters-not-divisible-by-groups'
  | 'channel-mismatch'
  | 'bias-shape-mismatch'
  | 'non-positive-groups'
  | 'non-positive-stride'
  | 'non-positive-dilation'
  | 'negative-padding'
  | 'negative-output-padding'
  | 'output-padding-too-large'
  | 'empty-output'
  | 'non-positive-kernel'
  | 'non-positive-filters'
  | 'non-positive-input'
  | 'missing-input'
  | 'invalid-value'
  | 'not-applicable'
  | 'tensor-too-large'
  | 'shape-mismatch'
  | 'non-finite-value'
  | 'unknown-field';

/** One refusal: where, what kind, and a sentence with the given value, the allowed range and the formula with its numbers. */
export interface Problem {
  readonly field: SpecField | 'weights' | 'biasValues' | string;
  readonly kind: ProblemKind;
  /** English; `words` says it in other languages from the parts below. */
  readonly message: string;
  /** The value as it was given, printed. */
  readonly given: string;
  /** The allowed values, printed, in no language, e.g. '≥ 1' or '0 … 1'. */
  readonly allowed: string;
  /** The rule with the numbers in it, e.g. '⌊(4 + 0 + 0 − 5) / 1⌋ + 1 = 0'; '' where there is none. */
  readonly formula: string;
  /** Index of the stage that it belongs to. */
  readonly stage: number;
}

/** One convolution with nothing left open: every field resolved, shapes known. */
export interface Stage {
  readonly index: number;
  /** Feeding stages; -1 is the plan's input. */
  readonly from: readonly number[];
  readonly op: Operation;
  readonly input: Shape4;
  readonly output: Shape4;
  /** The tensor on the big side of the relation: the input of a convolution, the output of a transposed one. */
  readonly big: Shape4;
  readonly small: Shape4;
  readonly kernel: Pair;
  readonly stride: Pair;
  readonly dilation: Pair;
  /** Reach of the kernel in cells: (k − 1)·d + 1. */
  readonly effectiveKernel: Pair;
  readonly paddingMode: PaddingMode;
  readonly padding: Sides;
  readonly outputPadding: Pair;
  readonly groups: number;
  readonly filters: number;
  readonly bias: boolean;
  readonly activation: Activation;
  /** [kh, kw, Cbig / groups, Csmall] */
  readonly weightShape: Shape4;
}

/** The stages to run, or the reasons why not. With any problem `stages` holds only the legal stages before it. */
export interface Plan {
  readonly stages: readonly Stage[];
  readonly problems: readonly Problem[];
  /** Harmless oddities, e.g. a field that no spec has. */
  readonly warnings: readonly Problem[];
}

/** NHWC, row-major (channel fastest), float32. */
export interface Tensor {
  readonly shape: readonly number[];
  readonly data: Float32Array;
}

export interface StageTensors {
  /** [kh, kw, Cbig / groups, Csmall] */
  readonly weights: Tensor;
  /** [filters]; required exactly when the stage has a bias. */
  readonly bias?: Tensor | undefined;
}

/** Tensors of a one-stage plan, flat. */
export interface SingleStageTensors extends StageTensors {
  readonly input: Tensor;
}
/** Tensors of any plan. */
export interface MultiStageTensors {
  readonly input: Tensor;
  readonly stages: readonly StageTensors[];
}
export type PlanTensors = SingleStageTensors | MultiStageTensors;

/** One product of one output cell, in the order of the sum. A tap on padding or on an inserted zero has no input. */
export interface Term {
  /** Cell that is read, or null for padding and inserted zeros (the product is 0). */
  readonly input: Index4 | null;
  readonly weight: WeightIndex;
  /** Channel of the tensor that is read, counted from 0 within the output's group. */
  readonly channel: number;
}
