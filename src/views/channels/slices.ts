/** Which weights stand between an output and an input channel: one slice of the weight tensor, or none. */
import { channelsPerGroup, groupOf } from '../../math/incidence.js';
import { offsetOf } from '../../math/tensor.js';
import type { Stage, WeightIndex } from '../../math/types.js';
import { rangeOf } from '../../timeline/colour-range.js';
import type { StageView } from '../../timeline/types.js';

/** One square of the table: an output channel (a filter) and an input channel. */
export interface Square {
  readonly output: number;
  readonly input: number;
}

/** Output and input channels of a stage: rows and columns of the table. */
export function tableSize({ input, output }: Stage): { readonly outputs: number; readonly inputs: number } {
  return { outputs: output[3], inputs: input[3] };
}

/** A weight of a square, or null where the groups keep its two channels apart. */
export function weightOf(
  stage: Stage,
  { output, input }: Square,
  row: number,
  column: number,
): WeightIndex | null {
  const [big, small] = stage.op === 'conv' ? [input, output] : [output, input];
  if (groupOf(stage, 'big', big) !== groupOf(stage, 'small', small)) return null;
  return [row, column, big % channelsPerGroup(stage, 'big'), small];
}

/** Largest absolute value that the colours of a square's slice span. */
export function rangeOfSquare(
  view: Pick<StageView, 'stage' | 'ranges' | 'scale'>,
  { output, input }: Square,
): number {
  return rangeOf(view, 'weights', view.stage.op === 'conv' ? output : input);
}

/** The square that a weight belongs to. */
export function squareOf(stage: Stage, [, , bigInGroup, small]: WeightIndex): Square {
  const big = groupOf(stage, 'small', small) * channelsPerGroup(stage, 'big') + bigInGroup;
  return stage.op === 'conv' ? { output: small, input: big } : { output: big, input: small };
}

/** The values of a square's slice, row by row; null where there is none. */
export function sliceValues({ stage, weights }: StageView, square: Square): readonly number[] | null {
  const [height, width] = stage.kernel;
  if (!weightOf(stage, square, 0, 0)) return null;
  return Array.from({ length: height * width }, (_, tap) => {
    const index = weightOf(stage, square, Math.floor(tap / width), tap % width)!;
    return weights.data[offsetOf(stage.weightShape, index)];
  });
}

export function keyOf({ output, input }: Square): string {
  return `${output}:${input}`;
}
