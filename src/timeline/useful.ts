/** Counting products of a real element that end in a real output, up to a moment of the run. */
import {
  axesOf,
  channelsPerGroup,
  meetings,
  NOWHERE,
  readSide,
  writtenSide,
  type Axis,
} from '../math/incidence.js';
import type { Side } from '../math/incidence.js';
import type { Stage } from '../math/types.js';
import { cellAt, inputCellAt, isPositionMajor } from './cells.js';
import type { Unit } from './units.js';

/** Sums over the cells of an axis: how many cells of the other side each one meets, and all before it. */
interface AxisMeetings {
  /** Cells met by each position. */
  readonly each: readonly number[];
  /** Cells met by all positions before each; one more entry for all. */
  readonly before: readonly number[];
}

const known = new WeakMap<Stage, Record<Side, readonly [rows: AxisMeetings, columns: AxisMeetings]>>();

function meetingsOf(stage: Stage, side: Side): readonly [rows: AxisMeetings, columns: AxisMeetings] {
  let found = known.get(stage);
  if (!found) {
    const [rows, columns] = axesOf(stage);
    const both = (of: Side) => [count(rows, of), count(columns, of)] as const;
    found = { big: both('big'), small: both('small') };
    known.set(stage, found);
  }
  return found[side];
}

function count(axis: Axis, side: Side): AxisMeetings {
  const each = Array.from(
    { length: axis[side] },
    (_, position) => meetings(axis, side, position).filter(({ other }) => other !== NOWHERE).length,
  );
  const before = [0];
  for (const met of each) before.push(before[before.length - 1] + met);
  return { each, before };
}

/** Useful products of a whole stage. */
export function usefulOf(stage: Stage): number {
  const [rows, columns] = meetingsOf(stage, 'small');
  const [batch, , , small] = stage.small;
  return batch * rows.before.at(-1)! * columns.before.at(-1)! * small * channelsPerGroup(stage, 'big');
}

/** Useful products of all cells before a unit. */
export function usefulBefore({ stage, walk, first }: Unit): number {
  const [own, other] =
    walk === 'input' ? [readSide(stage), writtenSide(stage)] : [writtenSide(stage), readSide(stage)];
  const [rows, columns] = meetingsOf(stage, own);
  const channels = channelsPerGroup(stage, other);
  const perMap = rows.before.at(-1)! * columns.before.at(-1)! * channels;
  const [batch, row, column, channel] = walk === 'input' ? inputCellAt(stage, first) : cellAt(stage, first);
  const places = rows.before[row] * columns.before.at(-1)! + rows.each[row] * columns.before[column];
  const [, , , maps] = stage[own];
  const here = rows.each[row] * columns.each[column] * channels;
  return isPositionMajor(stage)
    ? batch * maps * perMap + places * channels * maps + channel * here
    : (batch * maps + channel) * perMap + places * channels;
}
