/** What has landed on the output of a stage after its first input cells: the partial sums of a walk along inputs. */

import { loneStage } from '../math/lone-stage.js';
import { sizeOf } from '../math/tensor.js';
import type { Shape4, Stage, Tensor } from '../math/types.js';
import { EngineError } from './errors.js';
import type { Engine } from './types.js';

export interface PartialSumsOptions {
  /** Input cells that have been spread in the first of the results, 0 … all. */
  readonly from: number;
  /** Results, each with one input cell more than the one before. */
  readonly count: number;
  /** Of the batch. Default 0. */
  readonly image?: number | undefined;
  readonly signal?: AbortSignal | undefined;
}

/** Cells of one image of a stage's input: what a walk along inputs has to spread. */
export function inputCells(stage: Stage): number {
  return sizeOf(stage.input.slice(1));
}

/**
 * `count` outputs [1, H, W, filters] of one image, the one at place j made from the first `from + j` input cells alone;
 * cells follow each other as in the order of the sum: channel by channel, then row, then column. Without bias and
 * activation, which belong to a finished sum. One run of a batch of inputs whose later cells are 0: adding 0 · w changes
 * no bit, so every number is a prefix of the finished cell's own sum.
 * @param tensors the stage's own input, all its images, and its weights
 * @throws EngineError 'out-of-range' for cells or an image that do not exist, and whatever `Engine.run` rejects with
 */
export async function partialSums(
  engine: Engine,
  stage: Stage,
  { input, weights }: { readonly input: Tensor; readonly weights: Tensor },
  { from, count, image = 0, signal }: PartialSumsOptions,
): Promise<Tensor[]> {
  assertRange('from', from, inputCells(stage));
  assertRange('count', count, inputCells(stage) + 1 - from);
  assertRange('image', image, stage.input[0] - 1);
  if (count === 0) return [];
  const batch = maskedInputs(stage, input.data, { from, count, image });
  const linear = loneStage(stage, { batch: count, bias: false, activation: 'none' });
  const { data } = await engine.run(linear, { input: batch, weights }, { signal });
  const shape: Shape4 = [1, stage.output[1], stage.output[2], stage.output[3]];
  const size = sizeOf(shape);
  return Array.from({ length: count }, (_, j) => ({ shape, data: data.slice(j * size, (j + 1) * size) }));
}

/** One copy of the image for each result, of which only the first cells are left. */
function maskedInputs(
  stage: Stage,
  data: Float32Array,
  { from, count, image }: { from: number; count: number; image: number },
): Tensor {
  const [, height, width, channels] = stage.input;
  const plane = height * width;
  const size = plane * channels;
  const masked = new Float32Array(count * size);
  for (let cell = 0; cell < from + count - 1; cell++) {
    const offset = (cell % plane) * channels + Math.floor(cell / plane);
    const value = data[image * size + offset];
    for (let j = Math.max(0, cell + 1 - from); j < count; j++) masked[j * size + offset] = value;
  }
  return { shape: [count, height, width, channels], data: masked };
}

function assertRange(name: string, value: number, largest: number): void {
  if (Number.isInteger(value) && value >= 0 && value <= largest) return;
  throw new EngineError('out-of-range', `${name} is ${value}; 0 … ${largest} is allowed.`);
}
