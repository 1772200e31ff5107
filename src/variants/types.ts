import type { ConvSpec, SpecField } from '../math/types.js';

/** Names of the variants in menu order; each has one descriptor. */
export type VariantName = 'standard';

/** What a person sets: a variant and its fields. The variant's descriptor turns it into stages. */
export interface LayerSpec extends ConvSpec {
  readonly variant?: VariantName;
}

/** A named way to convolve: what it presets, which knobs it shows, and the stages that it means. */
export interface Variant {
  readonly name: VariantName;
  /** Every field that the variant presets; a layer's own fields win. */
  readonly defaults: ConvSpec;
  /** Name of the sample that fills the input at first. */
  readonly sample: string;
  /** Fields offered at once. */
  readonly knobs: readonly SpecField[];
  /** Fields offered on request. */
  readonly moreKnobs: readonly SpecField[];
  /** The stages of a layer; the first one carries the input. */
  stages(layer: ConvSpec): readonly ConvSpec[];
}
