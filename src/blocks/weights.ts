/** Numbers for a block that nobody has trained: the same for the same seed, and of a size that a trained block's have. */
import { tensorFrom } from '../media/fill.js';
import type { MultiStageTensors, Stage, StageTensors, Tensor } from '../math/types.js';

export type Random = () => number;

/** As large as ReLU needs it, so that numbers neither fade nor explode on their way (He et al. 2015, arXiv:1502.01852). */
export function stageWeights(stage: Stage, random: Random): StageTensors {
  const [height, width, channels] = stage.weightShape;
  const reach = Math.sqrt(6 / (height * width * channels));
  const weights = uniform(stage.weightShape, reach, random);
  return stage.bias ? { weights, bias: uniform([stage.filters], 0.5, random) } : { weights };
}

/** What a row of some stages computes with. */
export function rowTensors(stages: readonly Stage[], input: Tensor, random: Random): MultiStageTensors {
  return { input, stages: stages.map((stage) => stageWeights(stage, random)) };
}

/** One number a channel, near a middle. */
export function perChannel(channels: number, middle: number, spread: number, random: Random): Float32Array {
  return Float32Array.from({ length: channels }, () => middle + (2 * random() - 1) * spread);
}

/** Evenly spread between −reach and reach. */
export function uniform(shape: readonly number[], reach: number, random: Random): Tensor {
  return tensorFrom(shape, () => (2 * random() - 1) * reach);
}
