import { readRange, termsOf } from '../../math/incidence.js';
import type { Stage } from '../../math/types.js';
import { placeAt, type Tick } from './clock.js';

/** Where a layer's first window stands on the input it reads, in cells; it may reach into the padding. */
export interface WindowFrame {
  readonly row: number;
  readonly column: number;
  readonly height: number;
  readonly width: number;
  /** Cells of a map that are read: not those in the holes of a dilated kernel. */
  readonly cells: readonly (readonly [row: number, column: number])[];
}

/** The window of a stage at the clock's place; null before the first tick, or where it meets no cell. */
export function windowFrame(stage: Stage, clock: Tick): WindowFrame | null {
  const place = placeAt(stage, clock);
  if (!place) return null;
  const [rows, columns] = readRange(stage, place);
  const [height, width] = [rows.last - rows.first + 1, columns.last - columns.first + 1];
  if (height <= 0 || width <= 0) return null;
  const cells = termsOf(stage, place).flatMap(({ input, channel }) =>
    input && channel === 0 ? [[input[1], input[2]] as const] : [],
  );
  return { row: rows.first, column: columns.first, height, width, cells };
}
