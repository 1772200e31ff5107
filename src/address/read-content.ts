import { sizeOf } from '../math/tensor.js';
import type { Stage, Tensor } from '../math/types.js';
import {
  weightsOfStage,
  type Document,
  type InputSource,
  type SampleSource,
  type StageWeights,
} from '../session/document.js';
import { givenTensors, inputOf } from '../session/source.js';
import type { Walk } from '../timeline/types.js';
import { presetOf } from '../variants/presets.js';
import { documentOfContent, Planned } from './content-document.js';
import { generatorNames, readGenerator, readSample, sampleNames } from './generator-text.js';
import { layerNames, readLayer } from './layer-text.js';
import type { Notices } from './notices.js';
import { readNumbers } from './number-text.js';
import type { PageContent } from './page-state.js';
import type { LinkParameters } from './parameters.js';
import { fromReadingOrder, inReadingOrder } from './reading-order.js';

/** Names that a link may hold of what is computed. */
export const contentNames: readonly string[] = [
  'preset',
  ...layerNames,
  'sample',
  'values',
  'weights',
  'bias-values',
  'walk',
];

/** Stages of the longest layer that a link can say something of. */
const mostStages = 16;

export interface ReadContent {
  readonly content: PageContent;
  /** The content without its numbers, which the plan does not depend on. */
  readonly planned: Planned;
}

/** @param ground what the page shows by itself */
export function readContent(link: LinkParameters, notices: Notices, ground: Document): ReadContent {
  const named: PageContent = {
    preset: readPreset(link, notices),
    layer: readLayer(link, notices),
    source: readSource(link, notices),
    weights: readGenerators(link, notices),
    walk: readWalk(link, notices),
  };
  const planned = new Planned(documentOfContent(named, ground));
  const content = withNumbers({ named, planned, link, notices });
  return {
    content: Object.fromEntries(Object.entries(content).filter(([, part]) => part !== undefined)),
    planned,
  };
}

function readPreset(link: LinkParameters, notices: Notices): string | undefined {
  const id = link.get('preset');
  if (id === undefined || presetOf(id)) return id;
  notices.add('examples.unknown', { id });
  return undefined;
}

function readWalk(link: LinkParameters, notices: Notices): Walk | undefined {
  const walk = link.get('walk');
  if (walk === undefined || walk === 'output' || walk === 'input') return walk;
  notices.refuse('walk', walk, 'output, input');
  return undefined;
}

function readSource(link: LinkParameters, notices: Notices): SampleSource | undefined {
  const text = link.get('sample');
  if (text === undefined) return undefined;
  const sample = readSample(text);
  if (!sample) notices.refuse('sample', text, sampleNames);
  return sample ?? undefined;
}

/** A stage of `weights`: a name, numbers, or both with a colon between them. */
function partsOfStage(text: string): { name: string; numbers: string } {
  const [, name = '', numbers = ''] = /^([a-z][a-z\d-]*)?:?(.*)$/is.exec(text.trim()) ?? [];
  return { name, numbers };
}

function readGenerators(link: LinkParameters, notices: Notices): StageWeights[] | undefined {
  const text = link.get('weights');
  if (text === undefined) return undefined;
  const stages = text.split(';', mostStages).map((stage): StageWeights => {
    const { name } = partsOfStage(stage);
    const generator = readGenerator(name);
    if (!generator) notices.refuse('weights', name, `${generatorNames}, 1,0,-1 …`);
    return { generator: generator ?? { kind: 'example' } };
  });
  return stages;
}

/** What a list of numbers is to fill, and what stands there without it. */
interface Room {
  readonly shape: readonly number[];
  readonly basis: () => Tensor;
}

interface Reading {
  /** What the link says without its numbers. */
  readonly named: PageContent;
  readonly planned: Planned;
  readonly link: LinkParameters;
  readonly notices: Notices;
}

/** Numbers need a layer that can run: it says how many there are. */
function withNumbers(reading: Reading): PageContent {
  const { named, link } = reading;
  const stages = (link.get('weights') ?? '')
    .split(';', mostStages)
    .map((stage) => partsOfStage(stage).numbers);
  const biases = (link.get('bias-values') ?? '').split(';', mostStages);
  const isGiven = [...stages, ...biases].some((text) => text.trim() !== '');
  const source = readValues(reading) ?? named.source;
  return { ...named, source, weights: isGiven ? readStages(stages, biases, reading) : named.weights };
}

function readValues({ named, planned, link, notices }: Reading): InputSource | undefined {
  const text = link.get('values');
  if (text === undefined) return undefined;
  const { document, isLegal, plan } = planned;
  const shape = isLegal ? plan.stages[0].input.slice(1) : [];
  const image = (): Tensor => ({ shape, data: inputOf(plan, document.input).data.slice(0, sizeOf(shape)) });
  const tensor = fillRoom({ name: 'values', text, room: isLegal ? { shape, basis: image } : null }, notices);
  if (!tensor) return undefined;
  const ground = named.source ?? (text.trim().startsWith('@') ? document.input : undefined);
  const basis = ground?.kind === 'sample' ? ground : ground?.basis;
  return { kind: 'data', tensor, label: '', ...(basis ? { basis } : {}) };
}

/** The weights of every stage, or what they were where none of the numbers could be used. */
function readStages(
  stages: readonly string[],
  biases: readonly string[],
  { named, planned, notices }: Reading,
): readonly StageWeights[] | undefined {
  const { document, isLegal, plan } = planned;
  let used = false;
  const fill = (name: string, text = '', room: Room | null): Tensor | undefined => {
    if (text.trim() === '') return undefined;
    const tensor = fillRoom({ name, text, room }, notices);
    if (tensor) used = true;
    return tensor;
  };
  const count = Math.max(stages.length, biases.length, document.weights.length);
  const all = Array.from({ length: count }, (_, index): StageWeights => {
    const stage = isLegal ? plan.stages[index] : undefined;
    const tensors = (of: Stage) => givenTensors(plan, of, document);
    const weights = fill(
      'weights',
      stages[index],
      stage ? { shape: stage.weightShape, basis: () => tensors(stage).weights } : null,
    );
    const bias = fill(
      'bias-values',
      biases[index],
      stage?.bias ? { shape: [stage.filters], basis: () => tensors(stage).bias! } : null,
    );
    return { ...weightsOfStage(document, index), ...(weights ? { weights } : {}), ...(bias ? { bias } : {}) };
  });
  return used ? all : named.weights;
}

function fillRoom(
  { name, text, room }: { readonly name: string; readonly text: string; readonly room: Room | null },
  notices: Notices,
): Tensor | undefined {
  if (!room) {
    notices.add('link.unplaced', { name });
    return undefined;
  }
  const wanted = sizeOf(room.shape);
  const basis = text.trim().startsWith('@') ? inReadingOrder(room.basis()) : [];
  const numbers = readNumbers(text, wanted, basis);
  if (!('fault' in numbers)) return fromReadingOrder(room.shape, numbers);
  if (numbers.fault === 'count') notices.add('link.count', { name, given: numbers.given, wanted });
  else notices.refuse(name, text, '1,0,-2.5, …');
  return undefined;
}
