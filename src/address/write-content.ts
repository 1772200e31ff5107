import type { Plan, Stage, Tensor } from '../math/types.js';
import type { DataSource, Document, InputSource, StageWeights } from '../session/document.js';
import { givenTensors, inputOf } from '../session/source.js';
import { documentOfContent, hasContent, planOf } from './content-document.js';
import { writeGenerator, writeSample } from './generator-text.js';
import { writeLayer } from './layer-text.js';
import { writeNumbers } from './number-text.js';
import type { PageContent } from './page-state.js';
import type { Entry } from './parameters.js';
import { inReadingOrder } from './reading-order.js';

export interface WrittenContent {
  /** None for what a page shows that says nothing. */
  readonly entries: readonly Entry[];
  /** Numbers that a person gave are not among them: they were not wanted, are too many, or the layer has no place for them. */
  readonly leftOut: boolean;
}

/** @param options numbers: false leaves out what a person typed, drew or brought from a file */
export function writeContent(
  content: PageContent,
  { numbers }: { readonly numbers: boolean },
): WrittenContent {
  if (!hasContent(content)) return { entries: [], leftOut: false };
  const { preset } = content;
  const isPlain = preset !== undefined && !hasContent({ ...content, preset: undefined, walk: undefined });
  const ground = isPlain ? { preset } : { layer: documentOfContent(content).layer };
  const base = documentOfContent(ground);
  const document = documentOfContent(content);
  const written = isPlain ? { entries: [], leftOut: false } : writeDocument(document, base, numbers);
  const entries: Entry[] = [
    ...(isPlain ? [['preset', preset] as const] : writeLayer(document.layer)),
    ...written.entries,
    ...(document.walk === base.walk ? [] : [['walk', document.walk] as const]),
  ];
  const isDefault =
    entries.length === 1 && String(entries) === String(writeLayer(documentOfContent({}).layer));
  return { entries: isDefault ? [] : entries, leftOut: written.leftOut };
}

/** The input and the weights, as far as they are not what the layer alone would have. */
function writeDocument(document: Document, base: Document, numbers: boolean): WrittenContent {
  const plan = planOf(document);
  const isLegal = plan.problems.length === 0;
  let leftOut = false;
  const typed = (write: () => string | null): string => {
    const text = numbers && isLegal ? write() : null;
    if (text === null) leftOut = true;
    return text ?? '';
  };
  const entries = [
    ...sourceEntries(document, { base, plan, typed }),
    ...stageEntries(document, { plan, typed }),
  ].filter(([, text]) => text !== '');
  return { entries, leftOut };
}

/** Writes numbers where they are wanted and can be placed, else '' and remembers it. */
type Typed = (write: () => string | null) => string;

function sourceEntries(
  { input }: Document,
  { base, plan, typed }: { readonly base: Document; readonly plan: Plan; readonly typed: Typed },
): Entry[] {
  const sample = input.kind === 'sample' ? input : input.basis;
  const isOwn = input.kind === 'sample' && String(nameOf(base.input)) === nameOf(input);
  return [
    ['sample', sample && !isOwn ? writeSample(sample) : ''],
    ['values', input.kind === 'data' ? typed(() => valuesOf(input, plan)) : ''],
  ];
}

function nameOf(source: InputSource): string | null {
  return source.kind === 'sample' ? writeSample(source) : null;
}

/** Data never change, and a picture is long: what was written once is kept. */
const written = new WeakMap<DataSource, string>();

function valuesOf(source: DataSource, plan: Plan): string | null {
  const { tensor, basis } = source;
  if (String(tensor.shape) !== String(plan.stages[0].input.slice(1))) return null;
  const known = written.get(source);
  if (known !== undefined) return known === '' ? null : known;
  const ground = basis && imageOf(inputOf(plan, basis).data, tensor);
  const text = writeNumbers(inReadingOrder(tensor), ground && inReadingOrder(ground));
  written.set(source, text ?? '');
  return text;
}

/** The first image of a batch. */
function imageOf(data: Float32Array, { shape, data: { length } }: Tensor): Tensor {
  return { shape, data: data.subarray(0, length) };
}

function stageEntries(
  document: Document,
  { plan, typed }: { readonly plan: Plan; readonly typed: Typed },
): Entry[] {
  const isUsed = (tensor: Tensor | undefined, shape: readonly number[] | undefined): tensor is Tensor =>
    tensor !== undefined && (plan.problems.length > 0 || String(tensor.shape) === String(shape));
  const ground = (stage: number) => groundOf(document, plan, plan.stages[stage]);
  const ofWeights = document.weights.map(({ generator, weights }, index): string => {
    const name = writeGenerator(generator);
    if (!isUsed(weights, plan.stages[index]?.weightShape)) return name;
    const numbers = typed(() => writeNumbers(inReadingOrder(weights), inReadingOrder(ground(index).weights)));
    return name === '' || numbers === '' ? `${name}${numbers}` : `${name}:${numbers}`;
  });
  const ofBias = document.weights.map(({ bias }, index): string => {
    const stage: Stage | undefined = plan.stages[index];
    if (!isUsed(bias, stage?.bias ? [stage.filters] : undefined)) return '';
    return typed(() => writeNumbers(bias.data, ground(index).bias?.data));
  });
  return [
    ['weights', joined(ofWeights)],
    ['bias-values', joined(ofBias)],
  ];
}

/** The numbers of a stage before a person changed them. */
function groundOf(document: Document, plan: Plan, stage: Stage): ReturnType<typeof givenTensors> {
  const weights = document.weights.map(({ generator }): StageWeights => ({ generator }));
  return givenTensors(plan, stage, { ...document, weights });
}

function joined(stages: readonly string[]): string {
  return stages.join(';').replace(/;+$/, '');
}
