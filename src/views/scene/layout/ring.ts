/** Padding as it is drawn: rings of cells round the input. */
import type { Stage } from '../../../math/types.js';
import type { Lattice } from './lattice.js';
import type { Box } from './space.js';

/** Cells on each side. A transposed convolution has none: its padding crops the output. */
export function ringOf(stage: Stage): readonly [top: number, bottom: number, left: number, right: number] {
  return stage.op === 'conv' ? stage.padding : [0, 0, 0, 0];
}

/** A box round cells of the input, with the padding round them. */
export function withRing(
  stage: Stage,
  { pitch: [column, row] }: Pick<Lattice, 'pitch'>,
  { min, max }: Box,
): Box {
  const [top, bottom, left, right] = ringOf(stage);
  return {
    min: [min[0] - left * column, min[1] - bottom * row, min[2]],
    max: [max[0] + right * column, max[1] + top * row, max[2]],
  };
}
