/** The grid that a transposed convolution reads as an ordinary one: its input with zeros between and round the cells. */
import type { Stage } from '../math/types.js';

/** One axis of the grid. Positions count from the first cell of the input; a border before it is negative. */
export interface StretchedAxis {
  /** Steps from one cell of the input to the next: the stride. */
  readonly step: number;
  readonly cells: number;
  /** First and last position of the grid. Beyond 0 or the last cell where the padding cuts cells off. */
  readonly first: number;
  readonly last: number;
  readonly size: number;
}

/** Rows and columns. The border is d·(k − 1) − p wide, at the end with the output padding; it can be negative. */
export function stretchedAxes(stage: Stage): readonly [rows: StretchedAxis, columns: StretchedAxis] {
  return [stretchedAxis(stage, 0), stretchedAxis(stage, 1)];
}

function stretchedAxis(stage: Stage, axis: 0 | 1): StretchedAxis {
  const step = stage.stride[axis];
  const cells = stage.input[axis + 1];
  const reach = stage.effectiveKernel[axis] - 1;
  const first = stage.padding[2 * axis] - reach;
  const size = stage.output[axis + 1] + reach;
  return { step, cells, first, last: first + size - 1, size };
}

/** The cell of the input at a position, or null between cells and on the border. */
export function cellAtPosition({ step, cells }: StretchedAxis, position: number): number | null {
  const cell = position / step;
  return Number.isInteger(cell) && cell >= 0 && cell < cells ? cell : null;
}

/** The first and the last position under the window of an output row (axis 0) or column (axis 1). */
export function windowOn(
  stage: Stage,
  axis: 0 | 1,
  output: number,
): { readonly first: number; readonly last: number } {
  const reach = stage.effectiveKernel[axis] - 1;
  const first = output + stage.padding[2 * axis] - reach;
  return { first, last: first + reach };
}

/** The tap of the turned kernel that lies on a position, or null in a hole and outside the window. */
export function tapOn(stage: Stage, axis: 0 | 1, output: number, position: number): number | null {
  const tap = (output + stage.padding[2 * axis] - position) / stage.dilation[axis];
  return Number.isInteger(tap) && tap >= 0 && tap < stage.kernel[axis] ? tap : null;
}
