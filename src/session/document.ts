/** What a session remembers and can undo: the layer, its numbers by their source, and the walk. Plain data, never changed in place. */
import type { Tensor } from '../math/types.js';
import type { KernelId } from '../media/kernels.js';
import type { Walk } from '../timeline/types.js';
import type { Preset } from '../variants/presets.js';
import type { ExampleWeights, LayerSpec, VariantName } from '../variants/types.js';
import { variantOf, variants } from '../variants/variants.js';

/** A built-in input, which takes any size. The seed is for 'random' only. */
export interface SampleSource {
  readonly kind: 'sample';
  readonly name: string;
  readonly seed?: number | undefined;
}

/** Data bring their own size. */
export interface DataSource {
  readonly kind: 'data';
  /** [H, W, C] */
  readonly tensor: Tensor;
  /** Name of a file, or ''. */
  readonly label: string;
  /** What the data were before a person changed single cells; it comes back when another size is asked for. */
  readonly basis?: SampleSource | undefined;
}

export type InputSource = SampleSource | DataSource;

/** Where the weights of a stage come from, for any shape: an example (without a name the variant's own), a kernel, a seed. */
export type WeightGenerator =
  | { readonly kind: 'example'; readonly name?: ExampleWeights | undefined }
  | { readonly kind: 'kernel'; readonly name: KernelId }
  | { readonly kind: 'random'; readonly seed: number };

export interface StageWeights {
  readonly generator: WeightGenerator;
  /** Weights set by hand, as they are given (not turned). They hold where the stage has their shape, else the generator does. */
  readonly weights?: Tensor | undefined;
  /** Biases set by hand; the same rule. */
  readonly bias?: Tensor | undefined;
}

export interface Document {
  readonly layer: LayerSpec;
  readonly input: InputSource;
  /** By stage; a stage without an entry has the variant's example weights. */
  readonly weights: readonly StageWeights[];
  readonly walk: Walk;
}

/** A variant as it is preset. */
export function documentOf(variant: VariantName | undefined = variants[0].name): Document {
  const layer = { variant };
  return { layer, input: sampleOf(layer), weights: [], walk: walkOf(layer) };
}

/** A preset's layer and numbers. */
export function documentOfPreset({ layer, sample, input, weights = [], walk = 'output' }: Preset): Document {
  return {
    layer: input ? { ...layer, input: input.shape } : layer,
    input: input
      ? { kind: 'data', tensor: tensorOf(input), label: '' }
      : sample === undefined
        ? sampleOf(layer)
        : { kind: 'sample', name: sample },
    weights: weights.map((given): StageWeights =>
      typeof given === 'string'
        ? { generator: { kind: 'example', name: given } }
        : { generator: { kind: 'example' }, weights: tensorOf(given) },
    ),
    walk,
  };
}

/** Some fields changed; the same document where nothing is. An untouched sample follows a change of the variant. */
export function withFields(document: Document, fields: Partial<LayerSpec>): Document {
  const before = document.layer;
  const names = Object.keys(fields) as (keyof LayerSpec)[];
  if (names.every((name) => isSame(before[name], fields[name]))) return document;
  const layer = { ...before, ...fields };
  const isOtherVariant = !isSame(layer.variant, before.variant);
  const hasOwnSample = isSameSource(document.input, sampleOf(before));
  const input = isOtherVariant && hasOwnSample ? sampleOf(layer) : fittingSource(document.input, layer);
  if (isOtherVariant) return { layer, input, weights: [], walk: walkOf(layer) };
  return { ...document, layer, input };
}

/** Another input; data bring their own height, width and channels. */
export function withInput(document: Document, input: InputSource): Document {
  const { layer } = document;
  return {
    ...document,
    input,
    layer: input.kind === 'data' ? { ...layer, input: input.tensor.shape } : layer,
  };
}

/** Another entry for some stages. */
export function withStageWeights(document: Document, changes: ReadonlyMap<number, StageWeights>): Document {
  const count = Math.max(document.weights.length, ...[...changes.keys()].map((stage) => stage + 1));
  const weights = Array.from(
    { length: count },
    (_, stage) => changes.get(stage) ?? weightsOfStage(document, stage),
  );
  return { ...document, weights };
}

export function weightsOfStage({ weights }: Document, stage: number): StageWeights {
  return weights[stage] ?? { generator: { kind: 'example' } };
}

/** The order of the run that a layer's variant presets. */
export function walkOf({ variant }: LayerSpec): Walk {
  return variantOf(variant ?? '')?.walk ?? 'output';
}

/** The sample that a layer's variant presets. */
export function sampleOf({ variant }: LayerSpec): SampleSource {
  return { kind: 'sample', name: (variantOf(variant ?? '') ?? variants[0]).sample };
}

/** Data have one size only; asked for another one, a sample takes their place. */
function fittingSource(source: InputSource, layer: LayerSpec): InputSource {
  if (source.kind === 'sample') return source;
  const wanted: unknown = layer.input ?? variantOf(layer.variant ?? '')?.defaults.input;
  const size = Array.isArray(wanted) ? wanted.slice(-3) : [];
  return isSame(size, [...source.tensor.shape]) ? source : (source.basis ?? sampleOf(layer));
}

function tensorOf({ shape, values }: NonNullable<Preset['input']>): Tensor {
  return { shape, data: Float32Array.from(values) };
}

function isSameSource(one: InputSource, other: SampleSource): boolean {
  return one.kind === 'sample' && one.name === other.name;
}

/** Equal values of fields: words, numbers or lists of numbers, whatever was typed. */
function isSame(one: unknown, other: unknown): boolean {
  if (!Array.isArray(one) || !Array.isArray(other)) return Object.is(one, other);
  return one.length === other.length && one.every((value, place) => isSame(value, other[place]));
}
