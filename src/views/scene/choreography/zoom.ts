import type { Bench, BenchRow } from '../layout/bench.js';
import type { Lattice } from '../layout/lattice.js';
import type { Box } from '../layout/space.js';
import type { Line } from '../staging.js';
import { line } from './lines.js';

/** Cells smaller than this, in cell units, are hard to tell apart. */
const small = 0.4;

/**
 * Where the window is a speck on a large input: two lines from it to the rows of the bench where its copy stands as cells. The input
 * stands at the left of the bench, or above it.
 */
export function zoomLines(
  window: Box,
  { pitch }: Lattice,
  bench: Bench,
  rows: readonly BenchRow[],
  opacity: number,
): Line[] {
  if (pitch[0] >= small || rows.length === 0) return [];
  const half = (bench.kernel[0] * bench.tile) / 2;
  const look = { station: 'link', tone: 'kernel', opacity: opacity * 0.6 } as const;
  const { min, max } = window;
  const top = rows[0].y + half;
  if (min[1] > top) {
    const right = bench.window + bench.kernel[1] * bench.tile;
    return [
      line([min[0], min[1], max[2]], [bench.window, top, 0], look),
      line([max[0], min[1], max[2]], [right, top, 0], look),
    ];
  }
  return [
    line([max[0], max[1], max[2]], [bench.window, top, 0], look),
    line([max[0], min[1], max[2]], [bench.window, rows[rows.length - 1].y - half, 0], look),
  ];
}
