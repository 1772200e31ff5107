/** A saved document, checked value by value: any text gives a document that runs, or the first reason why not. */
import { print } from '../math/problem.js';
import { sizeOf } from '../math/tensor.js';
import type { Problem, Stage, Tensor } from '../math/types.js';
import { isKernelId } from '../media/kernels.js';
import { isSampleId } from '../media/samples.js';
import { LAYER_FIELDS } from '../variants/fields.js';
import { plan as planLayer } from '../variants/plan-layer.js';
import type { ExampleWeights, LayerSpec } from '../variants/types.js';
import { isVariantName } from '../variants/variants.js';
import { affordable } from './affordable.js';
import type { Document, InputSource, SampleSource, StageWeights, WeightGenerator } from './document.js';
import { savedFormat, savedVersion } from './save.js';
import { givenTensors, inputOf } from './source.js';

export type SavedProblemKind =
  | 'not-json'
  /** JSON of something else. */
  | 'not-ours'
  /** given, allowed: versions. */
  | 'newer-version'
  /** given, allowed: characters. */
  | 'too-long'
  /** given: the name; no layer has such a setting. */
  | 'unknown-setting'
  /** The layer cannot run; `cause` says why. */
  | 'refused-layer'
  /** given, allowed. */
  | 'wrong-shape'
  /** given, allowed: numbers. */
  | 'wrong-count'
  /** given: no finite number of single precision. */
  | 'wrong-value';

/** One refusal. */
export interface SavedProblem {
  readonly kind: SavedProblemKind;
  /** Where in the file, e.g. 'stages[0].weights.values[12]', indices from 0 as JSON counts; '' for the whole. */
  readonly path: string;
  readonly given: string;
  readonly allowed: string;
  readonly cause?: Problem;
}

export type SavedResult =
  { readonly ok: true; readonly document: Document } | { readonly ok: false; readonly problem: SavedProblem };

/** Characters of the largest text that is read: more than the largest document that a page can hold. */
const longest = 2 ** 27;

/** Leaves the reader at the first problem; nothing outside sees it. */
class Refusal extends Error {
  readonly problem: SavedProblem;

  constructor(kind: SavedProblemKind, path = '', given = '', allowed = '', cause?: Problem) {
    super(kind);
    this.problem = { kind, path, given, allowed, ...(cause ? { cause } : {}) };
  }
}

/** Reads what {@link save} wrote, of this version. Never throws, whatever the text. */
export function readSaved(text: string): SavedResult {
  try {
    if (text.length > longest) throw new Refusal('too-long', '', `${text.length}`, `${longest}`);
    return { ok: true, document: documentFrom(parsed(text)) };
  } catch (error) {
    if (error instanceof Refusal) return { ok: false, problem: error.problem };
    throw error;
  }
}

type Fields = Readonly<Record<string, unknown>>;

function isRecord(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function parsed(text: string): Fields {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new Refusal('not-json');
  }
  if (!isRecord(value) || value.format !== savedFormat) throw new Refusal('not-ours');
  const { version } = value;
  if (!Number.isInteger(version) || (version as number) < 1) throw new Refusal('not-ours');
  if ((version as number) > savedVersion) {
    throw new Refusal('newer-version', 'version', `${version as number}`, `${savedVersion}`);
  }
  return value;
}

function documentFrom({ layer: givenLayer, walk, input, stages }: Fields): Document {
  const layer = layerFrom(givenLayer);
  const plan = affordable(planLayer(layer));
  const [cause] = plan.problems;
  if (cause) throw new Refusal('refused-layer', 'layer', cause.given, cause.allowed, cause);
  const entries = stages === undefined ? [] : stages;
  if (!Array.isArray(entries) || entries.length > plan.stages.length) {
    throw new Refusal('wrong-count', 'stages', print(stages), `0 … ${plan.stages.length}`);
  }
  const bare: Document = {
    layer,
    input: inputFrom(input, plan.stages[0].input.slice(1)),
    weights: entries.map((entry, index) => weightsFrom(entry, plan.stages[index])),
    walk: walk === 'input' ? 'input' : 'output',
  };
  return withoutCopies(bare, plan);
}

/** Only names that a layer has, and only plain values; whether they are legal is for the plan to say. */
function layerFrom(given: unknown): LayerSpec {
  if (!isRecord(given)) throw new Refusal('wrong-value', 'layer', print(given), '{…}');
  const layer: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(given)) {
    const isKnown = name === 'variant' || LAYER_FIELDS.some((field) => field.name === name);
    if (!isKnown) throw new Refusal('unknown-setting', 'layer', print(name));
    const isPlain = Array.isArray(value)
      ? value.length <= 4 && value.every((each) => typeof each === 'number')
      : !isRecord(value);
    if (!isPlain) throw new Refusal('wrong-value', `layer.${name}`, print(value));
    layer[name] = value;
  }
  const { variant } = layer;
  if (variant !== undefined && !isVariantName(variant)) {
    throw new Refusal('wrong-value', 'layer.variant', print(variant));
  }
  return layer;
}

function inputFrom(given: unknown, shape: readonly number[]): InputSource {
  if (!isRecord(given)) throw new Refusal('wrong-value', 'input', print(given), '{…}');
  const { sample, seed, label } = given;
  const basis: SampleSource | undefined =
    typeof sample === 'string' && isSampleId(sample)
      ? { kind: 'sample', name: sample, ...(isSeed(seed) ? { seed } : {}) }
      : undefined;
  return {
    kind: 'data',
    tensor: tensorFrom(given, shape, 'input'),
    label: typeof label === 'string' ? label.slice(0, 200) : '',
    ...(basis ? { basis } : {}),
  };
}

function weightsFrom(given: unknown, { index, weightShape, bias, filters }: Stage): StageWeights {
  const path = `stages[${index}]`;
  if (!isRecord(given)) throw new Refusal('wrong-value', path, print(given), '{…}');
  return {
    generator: generatorFrom(given.generator),
    ...(given.weights === undefined
      ? {}
      : { weights: tensorFrom(given.weights, weightShape, `${path}.weights`) }),
    ...(given.bias === undefined || !bias ? {} : { bias: tensorFrom(given.bias, [filters], `${path}.bias`) }),
  };
}

const examples: readonly ExampleWeights[] = [
  ...(['standard', 'depthwise', 'mixing', 'alternating', 'counting'] as const),
  ...(['smoothing-column', 'difference-row'] as const),
];

/** Where weights came from matters for other shapes only, so what cannot be understood gives way to the examples. */
function generatorFrom(given: unknown): WeightGenerator {
  const { kind, name, seed } = isRecord(given) ? given : ({} as Fields);
  if (kind === 'kernel' && typeof name === 'string' && isKernelId(name)) return { kind, name };
  if (kind === 'random' && isSeed(seed)) return { kind, seed };
  const example = examples.find((each) => each === name);
  return { kind: 'example', ...(kind === 'example' && example ? { name: example } : {}) };
}

function isSeed(seed: unknown): seed is number {
  return Number.isInteger(seed) && (seed as number) >= 0 && (seed as number) < 2 ** 32;
}

function tensorFrom(given: unknown, shape: readonly number[], path: string): Tensor {
  const { shape: claimed, values } = isRecord(given) ? given : ({} as Fields);
  const allowed = `[${shape.join(', ')}]`;
  if (!Array.isArray(claimed) || print(claimed) !== allowed) {
    throw new Refusal('wrong-shape', `${path}.shape`, print(claimed), allowed);
  }
  const count = sizeOf(shape);
  if (!Array.isArray(values) || values.length !== count) {
    const found = Array.isArray(values) ? `${values.length}` : print(values);
    throw new Refusal('wrong-count', `${path}.values`, found, `${count}`);
  }
  const data = Float32Array.from(values, (value: unknown, i) => {
    const number = typeof value === 'number' ? Math.fround(value) + 0 : NaN;
    if (Number.isFinite(number)) return number;
    throw new Refusal('wrong-value', `${path}.values[${i}]`, print(value), '−3.4e38 … 3.4e38');
  });
  return { shape, data };
}

/** Numbers that a sample or a generator makes are left to it, so that they follow a change of shape as they did before. */
function withoutCopies(document: Document, plan: ReturnType<typeof planLayer>): Document {
  const { input, weights } = document;
  const basis = input.kind === 'data' ? input.basis : undefined;
  const isSample = basis && isSame(inputOf(plan, basis), inputOf(plan, input));
  const generators = { ...document, weights: weights.map(({ generator }) => ({ generator })) };
  return {
    ...document,
    input: isSample ? basis : input,
    weights: weights.map((given, index): StageWeights => {
      const made = givenTensors(plan, plan.stages[index], generators);
      const { generator, weights: own, bias } = given;
      return {
        generator,
        ...(own && !isSame(own, made.weights) ? { weights: own } : {}),
        ...(bias && made.bias && !isSame(bias, made.bias) ? { bias } : {}),
      };
    }),
  };
}

function isSame(one: Tensor, other: Tensor): boolean {
  return one.data.every((value, i) => value === other.data[i]);
}
