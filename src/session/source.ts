/** Where a session's numbers come from, and how they follow a change of shape. */
import type { Plan, Stage, StageTensors, Tensor } from '../math/types.js';
import {
  alternatingWeights,
  countingWeights,
  depthwiseWeights,
  mixingWeights,
  randomWeights,
  standardBias,
  standardWeights,
} from '../media/example-weights.js';
import { kernel } from '../media/kernels.js';
import { isSampleId, sample } from '../media/samples.js';
import { exampleWeightsOf } from '../variants/plan-layer.js';
import type { ExampleWeights, LayerSpec } from '../variants/types.js';
import { weightsOfStage, type Document, type InputSource, type StageWeights } from './document.js';
import { turned } from '../math/turned.js';

/** The input tensor of a plan, [N, H, W, C]. Data are repeated for every image of a batch. */
export function inputOf(plan: Plan, source: InputSource): Tensor {
  const shape = plan.stages[0].input;
  const image = imageOf(source, shape);
  const data = new Float32Array(shape[0] * image.data.length);
  for (let n = 0; n < shape[0]; n += 1) data.set(image.data, n * image.data.length);
  return { shape, data };
}

/** Data of another size than the plan's give way to what they were made from; a name that we lack, to random numbers. */
function imageOf(source: InputSource, [, height, width, channels]: Stage['input']): Tensor {
  if (source.kind === 'data') {
    if (String(source.tensor.shape) === String([height, width, channels])) return source.tensor;
    const { name = 'random', seed } = source.basis ?? {};
    return imageOf({ kind: 'sample', name, seed }, [1, height, width, channels]);
  }
  const name = isSampleId(source.name) ? source.name : 'random';
  return sample(name, [height, width, channels], { seed: source.seed ?? 1 }).tensor;
}

/** Weights and biases of every stage, as the engine uses them: for a true convolution each slice is turned. */
export function weightsOf(plan: Plan, document: Document): readonly StageTensors[] {
  const examples = examplesOf(plan, document.layer);
  const isTurned = turns(document.layer);
  return plan.stages.map((stage) => {
    const { weights, bias } = givenTensorsOf(stage, weightsOfStage(document, stage.index), examples);
    return { weights: isTurned ? turned(weights) : weights, ...(bias ? { bias } : {}) };
  });
}

/** Is this a true convolution, whose kernel is turned before it is used? */
export function turns(layer: LayerSpec): boolean {
  return layer.turned === true;
}

/** Weights and biases of one stage as they are given, before any turn. */
export function givenTensors(plan: Plan, stage: Stage, document: Document): StageTensors {
  return givenTensorsOf(stage, weightsOfStage(document, stage.index), examplesOf(plan, document.layer));
}

function givenTensorsOf(
  stage: Stage,
  given: StageWeights,
  examples: readonly ExampleWeights[],
): StageTensors {
  const weights = fitting(given.weights, stage.weightShape) ?? generated(stage, given, examples[stage.index]);
  if (!stage.bias) return { weights };
  return { weights, bias: fitting(given.bias, [stage.filters]) ?? standardBias(stage.filters) };
}

function fitting(tensor: Tensor | undefined, shape: readonly number[]): Tensor | undefined {
  return tensor && String(tensor.shape) === String(shape) ? tensor : undefined;
}

/** Names of the variant's examples; where they do not match the stages, the standard ones. */
function examplesOf(plan: Plan, layer: LayerSpec): readonly ExampleWeights[] {
  const names = exampleWeightsOf(layer);
  return names.length === plan.stages.length ? names : plan.stages.map(() => 'standard');
}

function generated(stage: Stage, { generator }: StageWeights, example: ExampleWeights): Tensor {
  if (generator.kind === 'kernel') return kernel(generator.name, stage.weightShape);
  if (generator.kind === 'random') return randomWeights(stage.weightShape, generator.seed);
  return makers[generator.name ?? example](stage);
}

/** Small integer weights, so that shown terms add up to the shown sum. */
const makers: Readonly<Record<ExampleWeights, (stage: Stage) => Tensor>> = {
  standard: ({ weightShape, groups }) => standardWeights(weightShape, groups),
  depthwise: ({ weightShape, filters, groups }) => depthwiseWeights(weightShape, filters / groups),
  mixing: ({ weightShape }) => mixingWeights(weightShape),
  alternating: ({ weightShape }) => alternatingWeights(weightShape),
  counting: ({ weightShape }) => countingWeights(weightShape),
  // A column of the Sobel kernel smooths, a row of it takes the difference.
  'smoothing-column': ({ weightShape }) => kernel('sobel-x', weightShape),
  'difference-row': ({ weightShape }) => kernel('sobel-x', weightShape),
};
