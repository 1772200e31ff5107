import type { Stage } from '../../../math/types.js';
import { cellCentre, type Lattice } from '../layout/lattice.js';
import { boxAround, type Vector } from '../layout/space.js';
import type { Line } from '../staging.js';
import { rectangle } from './lines.js';

/** Padding that is not told cell by cell: a dashed outline round one sheet of the input. @param sheet place in depth */
export function paddingOutline({ input, padding }: Stage, lattice: Lattice, sheet: number): Line[] {
  const [top, bottom, left, right] = padding;
  const [, height, width] = input;
  const first = cellCentre(lattice, [-left, -top, sheet, 0]);
  const last = cellCentre(lattice, [width - 1 + right, height - 1 + bottom, sheet, 0]);
  const middle: Vector = [(first[0] + last[0]) / 2, (first[1] + last[1]) / 2, first[2]];
  const size: Vector = [last[0] - first[0] + lattice.pitch[0], first[1] - last[1] + lattice.pitch[1], 0];
  return rectangle(boxAround(middle, size), middle[2], { station: 'input', tone: 'muted', dash: 0.3 });
}
