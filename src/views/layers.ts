/** How many products of a scatter walk lie on an output cell: the layers of its stamps. */
import { axesOf, channelsOf, groupOf, meetings, NOWHERE } from '../math/incidence.js';
import type { Index4, Stage } from '../math/types.js';
import type { Stamp } from '../timeline/types.js';

/** Products of the input cells before a place of the walk that land on an output cell. */
export function layersBefore(stage: Stage, ordinal: number, [image, row, column, channel]: Index4): number {
  const [rowAxis, columnAxis] = axesOf(stage);
  const met = ({ other }: { readonly other: number }): boolean => other !== NOWHERE;
  const rows = meetings(rowAxis, 'big', row).filter(met);
  const columns = meetings(columnAxis, 'big', column).filter(met);
  const { first, count } = channelsOf(stage, 'small', groupOf(stage, 'big', channel));
  const [, height, width, channels] = stage.input;
  const plane = height * width;
  let layers = 0;
  for (let small = first; small < first + count; small += 1) {
    const done = Math.min(Math.max(ordinal - (image * channels + small) * plane, 0), plane);
    for (const { other: y } of rows) {
      for (const { other: x } of columns) layers += Number(y * width + x < done);
    }
  }
  return layers;
}

const known = new WeakMap<Stamp, ReadonlySet<string>>();

/** Output cells that the stamp in hand has reached so far. */
export function landedOn(stamp: Stamp): ReadonlySet<string> {
  const cells = known.get(stamp) ?? landedCells(stamp);
  known.set(stamp, cells);
  return cells;
}

function landedCells({ entries, landed }: Stamp): ReadonlySet<string> {
  return new Set(entries.slice(0, landed).flatMap(({ output }) => (output ? [String(output)] : [])));
}
