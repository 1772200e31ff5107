import {
  axesOf,
  channelsPerGroup,
  meetings,
  NOWHERE,
  readSide,
  writtenSide,
  type Axis,
} from '../../math/incidence.js';
import type { Stage } from '../../math/types.js';

/** Products of a real element at the first `places` places of a stage's output: images, then rows, then columns. */
export function usefulUpTo(stage: Stage, places: number): number {
  const [, height, width, channels] = stage.output;
  const [rowAxis, columnAxis] = axesOf(stage);
  const perTap = channels * channelsPerGroup(stage, readSide(stage));
  const rows = metAlong(rowAxis, stage, height);
  const columns = metAlong(columnAxis, stage, width);
  const all = sum(columns);
  const [image, inImage] = [Math.floor(places / (height * width)), places % (height * width)];
  const [row, column] = [Math.floor(inImage / width), inImage % width];
  const met =
    image * sum(rows) * all +
    sum(rows.slice(0, row)) * all +
    (rows[row] ?? 0) * sum(columns.slice(0, column));
  return perTap * met;
}

/** Taps of every written position that meet a cell. */
function metAlong(axis: Axis, stage: Stage, length: number): number[] {
  return Array.from(
    { length },
    (_, position) =>
      meetings(axis, writtenSide(stage), position).filter(({ other }) => other !== NOWHERE).length,
  );
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
