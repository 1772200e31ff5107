import type { Stage } from '../../../../math/types.js';
import { benchBottom, type Bench } from '../../layout/bench.js';
import { boxShare, type Lattice } from '../../layout/lattice.js';
import { filtersShown } from '../../layout/rack.js';

/** Cell units of the table's cells, and that it may take at most. */
const largest = 0.8;
const tallest = 4;
const widest = 7;
const gapAbove = 1.1;
/** Weights of a table that is shown as a whole. */
const mostCells = 5000;

/** The weights as a table, filters down and channels across; of a very large one the part round the filter in hand. */
export function tableOf(
  stage: Stage,
  bench: Pick<Bench, 'rows' | 'kernel' | 'tile' | 'window' | 'sum' | 'slice'>,
  filter: number,
): { readonly lattice: Lattice; readonly first: number } {
  const [, , channels, filters] = stage.weightShape;
  const isWhole = filters * channels <= mostCells;
  const { first, count } = isWhole ? { first: 0, count: filters } : filtersShown(stage, filter);
  const columns = Math.min(channels, Math.floor(mostCells / count));
  const pitch = Math.min(largest, tallest / count, widest / columns);
  const middle = (bench.window + (bench.sum ?? bench.slice) + 1) / 2;
  return {
    first,
    lattice: {
      tensor: 'weights',
      shape: stage.weightShape,
      counts: [1, 1, columns, count],
      origin: [middle - ((columns - 1) * pitch) / 2, benchBottom(bench as Bench) - gapAbove - pitch / 2, 0],
      pitch: [pitch, pitch],
      depth: [pitch, 0, 0],
      repeat: [0, -pitch, 0],
      cell: [pitch * boxShare, pitch * boxShare, 0.3 * pitch],
      base: first,
      strides: [0, 0, filters, 1],
      slabs: false,
    },
  };
}
