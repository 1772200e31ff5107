/** How many stamps lie on each output cell, by the relation alone. */
import {
  axesOf,
  channelsOf,
  channelsPerGroup,
  groupOf,
  meetings,
  NOWHERE,
  type Axis,
} from '../../../math/incidence.js';
import type { Index4, Stage } from '../../../math/types.js';
import { inputCellAt } from '../../../timeline/cells.js';

export interface Stacks {
  /** Of the highest pile: all of its layers, and those that one input channel brings. */
  readonly most: number;
  readonly mostOfChannel: number;
  /** Once all stamps have landed. */
  total(cell: Index4): number;
  /** Stamps of the input cells before one, in the order of a walk along inputs. */
  before(cell: Index4, ordinal: number): number;
}

export function stacksOf(stage: Stage): Stacks {
  const [rows, columns] = axesOf(stage).map(reached);
  const perGroup = channelsPerGroup(stage, 'small');
  const total = ([, row, column]: Index4) => rows[row].length * columns[column].length * perGroup;
  const mostOfChannel = longest(rows) * longest(columns);
  return {
    most: mostOfChannel * perGroup,
    mostOfChannel,
    total,
    before(cell, ordinal) {
      const [batch, row, column, channel] = inputCellAt(stage, ordinal);
      if (batch !== cell[0]) return batch > cell[0] ? total(cell) : 0;
      const { first, count } = channelsOf(stage, 'small', groupOf(stage, 'big', cell[3]));
      const across = columns[cell[2]];
      const inPlane = rows[cell[1]].length * across.length;
      const whole = Math.min(Math.max(channel - first, 0), count) * inPlane;
      if (channel < first || channel >= first + count) return whole;
      const above = rows[cell[1]].filter((other) => other < row).length * across.length;
      const beside = rows[cell[1]].includes(row) ? across.filter((other) => other < column).length : 0;
      return whole + above + beside;
    },
  };
}

/** For each place on the big side, the small places whose stamps reach it. */
function reached(axis: Axis): readonly (readonly number[])[] {
  return Array.from({ length: axis.big }, (_, place) =>
    meetings(axis, 'big', place).flatMap(({ other }) => (other === NOWHERE ? [] : [other])),
  );
}

function longest(lists: readonly (readonly number[])[]): number {
  return Math.max(0, ...lists.map(({ length }) => length));
}
