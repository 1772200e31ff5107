/** Where a session's numbers come from, and how they follow a change of shape. */
import type { Plan, StageTensors, Tensor } from '../math/types.js';
import { standardBias, standardWeights } from '../media/example-weights.js';
import { isSampleId, sample } from '../media/samples.js';

/** What fills the input: a built-in sample that takes any size, or data that bring their own. */
export type InputSource =
  | { readonly kind: 'sample'; readonly name: string }
  | { readonly kind: 'data'; readonly tensor: Tensor; readonly label: string };

/** The input tensor of a plan, [N, H, W, C]. Data are repeated for every image of a batch. */
export function inputOf(plan: Plan, source: InputSource): Tensor {
  const shape = plan.stages[0].input;
  const [batch, height, width, channels] = shape;
  const image = source.kind === 'data' ? source.tensor : sampleNamed(source.name, height, width, channels);
  const data = new Float32Array(batch * image.data.length);
  for (let n = 0; n < batch; n += 1) data.set(image.data, n * image.data.length);
  return { shape, data };
}

/** A name that we do not have gives small random numbers. */
function sampleNamed(name: string, height: number, width: number, channels: number): Tensor {
  return sample(isSampleId(name) ? name : 'random', [height, width, channels]).tensor;
}

/** Small integer weights, and biases where a stage has them, so that shown terms add up to the shown sum. */
export function weightsOf(plan: Plan): readonly StageTensors[] {
  return plan.stages.map((stage) => ({
    weights: standardWeights(stage.weightShape, stage.groups),
    ...(stage.bias ? { bias: standardBias(stage.filters) } : {}),
  }));
}
