/** A scatter walk: what one input cell of a transposed convolution adds, and where. */
import { axesOf, bigAt, bigPosition, channelsOf, groupOf, NOWHERE } from '../math/incidence.js';
import type { Index4, Stage } from '../math/types.js';
import { inputCellAt } from './cells.js';
import type { Entry, Stamp } from './types.js';

/** The stamp of the input cell at a place of the walk. */
export function stampAt(stage: Stage, ordinal: number, landed: number): Stamp {
  const input = inputCellAt(stage, ordinal);
  return { input, entries: entriesOf(stage, input), landed };
}

/** Every product of an input cell, those included whose place the padding has cropped. */
function entriesOf(stage: Stage, [batch, row, column, small]: Index4): Entry[] {
  const [rows, columns] = axesOf(stage);
  const { first, count } = channelsOf(stage, 'big', groupOf(stage, 'small', small));
  const entries: Entry[] = [];
  for (let tapRow = 0; tapRow < rows.kernel; tapRow += 1) {
    for (let tapColumn = 0; tapColumn < columns.kernel; tapColumn += 1) {
      const [y, x] = [bigAt(rows, row, tapRow), bigAt(columns, column, tapColumn)];
      const place = [bigPosition(rows, row, tapRow), bigPosition(columns, column, tapColumn)] as const;
      for (let big = 0; big < count; big += 1) {
        const channel = first + big;
        const output = y === NOWHERE || x === NOWHERE ? null : ([batch, y, x, channel] as const);
        entries.push({ weight: [tapRow, tapColumn, big, small], output, place, channel });
      }
    }
  }
  return entries;
}

/**
 * The output cell that a stamp is about: the one reached last, or before that the first that it will reach. Where the
 * padding has cropped all of them, the first cell of the first channel that it feeds.
 */
export function cellOfStamp({ input, entries, landed }: Stamp): Index4 {
  const reached = entries.slice(0, landed).findLast((entry) => entry.output);
  const next = entries.find((entry) => entry.output);
  return (reached ?? next)?.output ?? [input[0], 0, 0, entries[0].channel];
}
