import type { Activation, ConvSpec, Pair } from '../math/types.js';

/** Names of the variants in menu order; each has one descriptor. */
export type VariantName =
  | 'standard'
  | 'strided'
  | 'padded'
  | 'dilated'
  | 'grouped'
  | 'depthwise'
  | 'pointwise'
  | 'separable'
  | 'spatially-separable'
  | 'transposed';

/** Example weights of a stage; the session makes them (`src/media/example-weights.ts`, `src/media/kernels.ts`). */
export type ExampleWeights =
  'standard' | 'depthwise' | 'mixing' | 'alternating' | 'counting' | 'smoothing-column' | 'difference-row';

/** What a layer says beyond one stage's spec; a variant that has no use for a field ignores it. */
export interface LayerOnlyFields {
  /** Output channels that a depthwise stage makes of each input channel (Keras' depth_multiplier). Default 1. */
  multiplier?: number;
  /** Which stage of a depthwise separable layer comes first: Keras' order, or that of the extreme Inception (1610.02357). */
  order?: 'depthwise-first' | 'pointwise-first';
  /** With a bias, where: once at the end, as Keras' SeparableConv2D has it, or in every stage. Default 'once'. */
  biases?: 'once' | 'every';
  /** Where the activation of a layer of several stages is applied. Default 'once', at the end. */
  activations?: 'once' | 'every';
  /** Transposed only: the wanted height and width, from which the output padding is derived. */
  outputSize?: number | Pair;
  /** True convolution: each slice of the kernel is turned by 180° before it is used. Default false. */
  turned?: boolean;
}

/** 'symmetric': ⌊(reach − 1) / 2⌋ rows and columns on every side, PyTorch's habit. The rest as in a spec. */
export type LayerPadding = ConvSpec['padding'] | 'symmetric';

/** The fields of a layer, without its variant. */
export interface LayerFields extends Omit<ConvSpec, 'padding'>, LayerOnlyFields {
  padding?: LayerPadding;
}

/** What a person sets: a variant and its fields. The variant's descriptor turns it into stages. */
export interface LayerSpec extends LayerFields {
  readonly variant?: VariantName;
}

export type LayerField = keyof LayerFields;

/** A layer's fields as a descriptor gets them: its own and the variant's presets, padding resolved to a spec's. */
export interface ResolvedFields extends Omit<LayerFields, 'padding' | 'outputSize'> {
  padding?: ConvSpec['padding'];
  activation?: Activation;
}

/** A named way to convolve: what it presets, which knobs it shows, and the stages that it means. */
export interface Variant {
  readonly name: VariantName;
  /** Every field that the variant presets; a layer's own fields win. */
  readonly defaults: LayerFields;
  /** Fields that keep their preset whatever is asked for: what makes the variant what it is. */
  readonly pinned?: readonly LayerField[];
  /** Name of the sample that fills the input at first. */
  readonly sample: string;
  /** Example weights, one entry a stage. */
  readonly weights: (layer: ResolvedFields) => readonly ExampleWeights[];
  /** The order of the run that shows what the variant is about. Default 'output'. */
  readonly walk?: 'output' | 'input';
  /** Fields offered at once. */
  readonly knobs: readonly LayerField[];
  /** Fields offered on request. */
  readonly moreKnobs: readonly LayerField[];
  /** The stages of a layer; the first one carries the input. */
  stages(layer: ResolvedFields): readonly ConvSpec[];
}
