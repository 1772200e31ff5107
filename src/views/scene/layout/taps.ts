/** Where the taps of an output cell lie on the input, padding included, and which input cells no tap ever reads. */
import type { Index4, Stage } from '../../../math/types.js';
import { boxOfCells, cellCentre, type Lattice } from './lattice.js';
import type { Box, Vector } from './space.js';

/**
 * Row or column of the input that a tap meets; outside the input on padding, between two cells on an inserted zero.
 *
 * @param axis 0 rows, 1 columns
 * @param place row or column of the output cell
 */
export function tapPlace(stage: Stage, axis: 0 | 1, place: number, tap: number): number {
  const before = stage.padding[axis * 2];
  const stride = stage.stride[axis];
  const reach = tap * stage.dilation[axis];
  return stage.op === 'conv' ? place * stride + reach - before : (place + before - reach) / stride;
}

/** Channels that an output channel reads: [first, last]. */
export function channelSpan(stage: Stage, outputChannel: number): readonly [first: number, last: number] {
  const read = stage.input[3] / stage.groups;
  const group = Math.floor(outputChannel / (stage.filters / stage.groups));
  return [group * read, (group + 1) * read - 1];
}

/** The window of an output cell on the input, through all channels that it reads; gaps round the cells included. */
export function windowBox(stage: Stage, input: Lattice, cell: Index4): Box {
  return windowBoxAt(stage, input, cell, channelSpan(stage, cell[3]));
}

/** The same over a range of the lattice's own places in depth. */
export function windowBoxAt(
  stage: Stage,
  input: Lattice,
  [, row, column]: Index4,
  [first, last]: readonly [number, number],
): Box {
  const rows = span(stage, 0, row);
  const columns = span(stage, 1, column);
  return boxOfCells(input, [columns[0], rows[0], first, 0], [columns[1], rows[1], last, 0]);
}

function span(stage: Stage, axis: 0 | 1, place: number): [number, number] {
  const ends = [tapPlace(stage, axis, place, 0), tapPlace(stage, axis, place, stage.kernel[axis] - 1)];
  return [Math.min(...ends), Math.max(...ends)];
}

/** Centre of the cell that a tap meets, whether there is a cell or not. */
export function tapCentre(
  stage: Stage,
  input: Lattice,
  cell: Index4,
  tap: readonly [number, number],
  channel: number,
): Vector {
  const row = tapPlace(stage, 0, cell[1], tap[0]);
  const column = tapPlace(stage, 1, cell[2], tap[1]);
  return cellCentre(input, [column, row, channel, 0]);
}

/** For each row (axis 0) or column (axis 1) of the input: does any window read it? */
export function readPlaces(stage: Stage, axis: 0 | 1): boolean[] {
  const read = new Array<boolean>(stage.input[axis + 1]).fill(false);
  for (let place = 0; place < stage.output[axis + 1]; place++) {
    for (let tap = 0; tap < stage.kernel[axis]; tap++) {
      const met = tapPlace(stage, axis, place, tap);
      if (Number.isInteger(met) && met >= 0 && met < read.length) read[met] = true;
    }
  }
  return read;
}
