/** Where numbers come from, by name: `disc`, `random-7`, `sobel-x`. */
import { isKernelId, kernelIds } from '../media/kernels.js';
import { isSampleId, sampleIds } from '../media/samples.js';
import type { SampleSource, WeightGenerator } from '../session/document.js';
import type { ExampleWeights } from '../variants/types.js';

const examples = {
  standard: true,
  depthwise: true,
  mixing: true,
  alternating: true,
  counting: true,
  'smoothing-column': true,
  'difference-row': true,
} as const satisfies Record<ExampleWeights, true>;

function isExample(name: string): name is ExampleWeights {
  return Object.hasOwn(examples, name);
}

const anySeed = 'random-1';

export const sampleNames: string = [...sampleIds, anySeed].join(', ');
export const generatorNames: string = [...Object.keys(examples), ...kernelIds, anySeed].join(', ');

/** The seed of `random-7`; null for other words, and for what is no whole number below 2³². */
function seedIn(text: string): number | null {
  const digits = /^random-(\d{1,10})$/.exec(text)?.[1];
  const seed = Number(digits);
  return digits !== undefined && seed < 2 ** 32 ? seed : null;
}

export function readSample(text: string): SampleSource | null {
  const seed = seedIn(text);
  if (seed !== null) return { kind: 'sample', name: 'random', seed };
  return isSampleId(text) ? { kind: 'sample', name: text } : null;
}

export function writeSample({ name, seed }: SampleSource): string {
  return name === 'random' && seed !== undefined ? `random-${seed}` : name;
}

/** '' is the variant's own example. */
export function readGenerator(text: string): WeightGenerator | null {
  if (text === '') return { kind: 'example' };
  const seed = seedIn(text);
  if (seed !== null) return { kind: 'random', seed };
  if (isKernelId(text)) return { kind: 'kernel', name: text };
  return isExample(text) ? { kind: 'example', name: text } : null;
}

export function writeGenerator(generator: WeightGenerator): string {
  return generator.kind === 'random' ? `random-${generator.seed}` : (generator.name ?? '');
}
