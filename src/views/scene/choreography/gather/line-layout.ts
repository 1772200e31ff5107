/**
 * A transposed convolution along one line, as lines below one another: input, stretched input, kernel, products, sum and
 * output, each below the places that it belongs to. The kernel slides along under the stretched input like a ruler.
 */
import type { GatherForm } from '../../../../math/gather-form.js';
import type { Index4, Stage } from '../../../../math/types.js';
import { tileDepth, type Bench } from '../../layout/bench.js';
import { boxOfLattice, boxShare, type Lattice } from '../../layout/lattice.js';
import { boxAround, unite } from '../../layout/space.js';
import { gridBox, volumesOf, type GatherLayout } from './places.js';

/** Heights of the lines in cells; the sum is at 0. */
const heights = { input: 6, grid: 4.5, slice: 2.95, products: 1.5, output: -2.2 };
/** Cell units left of the lines for their names. */
const roomForNames = 6;
const radians = Math.PI / 180;
/** Nearly from the front, so that lines stay level with their names. */
const overview = { yaw: 12 * radians, pitch: 14 * radians, lens: 20 * radians };
const sizeOfRack = 0.5;

/** One channel of one line, whose kernel has no holes that its tiles would have to keep. */
export function fitsOnLines(
  { kernel, input, output, dilation }: Stage,
  { axes: [rows] }: GatherForm,
): boolean {
  const isLine = rows.size === 1 && kernel[0] === 1 && input[1] === 1 && output[1] === 1;
  return isLine && dilation[1] === 1 && input[3] === 1 && output[3] === 1;
}

export function onLines(layout: GatherLayout, stage: Stage): GatherLayout {
  const [pitch] = layout.grid.pitch;
  const at = (lattice: Lattice, x: number, height: number): Lattice => ({
    ...lattice,
    origin: [x, height * pitch, 0],
  });
  const { origin, counts } = layout.grid;
  const grid = at(layout.grid, origin[0] + roomForNames, heights.grid);
  const [left] = grid.origin;
  const middle = left + ((counts[0] - 1) / 2) * pitch;
  const compactLeft = middle - ((stage.input[2] - 1) / 2) * pitch;
  const stretched = at(layout.stretched, left + layout.form.axes[1].before * pitch, heights.grid);
  const compact = at(layout.compact, compactLeft, heights.grid);
  const input = at({ ...compact, cell: layout.compact.cell }, compactLeft, heights.input);
  const output = sized(at(layout.output, left + ((stage.kernel[1] - 1) / 2) * pitch, heights.output), pitch);
  const size = pitch * sizeOfRack;
  const rack = sized(
    at(layout.rack.lattice, left + (counts[0] - 0.5) * pitch - (stage.kernel[1] - 0.5) * size, heights.input),
    size,
  );
  const bench = benchOn(layout.bench, grid, 0);
  const names = boxAround([left - roomForNames / 2, 0, 0], [roomForNames, 1, 0]);
  const places = gridBox({ grid, stretched });
  return {
    ...layout,
    ...{ grid, stretched, compact, input, output, bench, lines: true },
    rack: { ...layout.rack, lattice: rack },
    volumes: volumesOf(stage, { rack, input, stretched, output }),
    bounds: {
      input: boxOfLattice(input),
      rack: boxOfLattice(rack),
      output: boxOfLattice(output),
      bench: unite([places, { ...places, min: [places.min[0], -0.6 * pitch, -tileDepth] }]),
      sum: { ...places, min: [places.min[0], -0.6 * pitch, 0], max: [places.max[0], 0.6 * pitch, tileDepth] },
    },
    asides: [names],
    overview,
    names: { columnPitch: 12, rows: true },
  };
}

/** Kernel, products and sum below the window of an output cell. */
export function benchAt(layout: GatherLayout, [, , column]: Index4): Bench {
  return benchOn(layout.bench, layout.grid, column);
}

function benchOn(bench: Bench, grid: Lattice, column: number): Bench {
  const [pitch] = grid.pitch;
  const left = grid.origin[0] + (column - 0.5) * pitch;
  const width = bench.kernel[1] * pitch;
  return {
    ...bench,
    tile: pitch,
    window: left - 1,
    slice: left,
    products: left,
    partial: left + width / 2 - 0.5,
    raised: { slice: heights.slice * pitch, products: heights.products * pitch },
  };
}

function sized(lattice: Lattice, pitch: number): Lattice {
  const side = pitch * boxShare;
  return { ...lattice, pitch: [pitch, pitch], depth: [0, 0, -pitch], cell: [side, side, side] };
}
