/**
 * A long line of cells stands above the bench, and the line that is made of it below: in a row with the bench both would be so long
 * that no number on them could be read.
 */
import type { Stage } from '../../../../math/types.js';
import { benchBottom, benchRight } from '../../layout/bench.js';
import { boxOfCells, boxOfLattice, boxShare, type Lattice } from '../../layout/lattice.js';
import { ringOf, withRing } from '../../layout/ring.js';
import type { Facts } from '../choreography.js';
import type { StandardLayout } from './layout.js';

/** Shorter lines have room in a row with the bench. */
const shortest = 6;
/** Cell units from the bench up to the input, with the names of its columns; for what is said below the input; down to the output. */
const room = { names: 1.4, captions: 1, output: 1.7, bias: 1.2 };
/** Between the output and the filter that waits beside it. */
const besideOutput = 0.8;

/** One channel makes one, with nothing above or below the bench that would be in the way. */
function isLongLine({ input, output, kernel, filters, activation }: Stage): boolean {
  const isLine = input[1] === 1 && output[1] === 1 && kernel[0] === 1;
  return isLine && input[2] >= shortest && input[3] === 1 && filters === 1 && activation === 'none';
}

/** @param captioned words stand below the input */
export function onLines(
  layout: StandardLayout,
  stage: Stage,
  { compact, room: space }: Pick<Facts, 'compact' | 'room'>,
  captioned: boolean,
): StandardLayout {
  if (compact || !isLongLine(stage)) return layout;
  const { bench } = layout;
  const right = benchRight(bench);
  const middle = (bench.window + right) / 2;
  const [, , before, after] = ringOf(stage);
  const cells = stage.input[2] + before + after;
  const pitch = Math.min(1, (right - bench.window) / cells);
  const half = pitch / 2;
  const height = room.names + (captioned ? room.captions : 0) + half;
  const input = centred(layout.input, pitch, middle, height - benchBottom(bench));
  const depth = room.output + (stage.bias ? room.bias : 0) + half;
  const output = centred(layout.output, pitch, middle, benchBottom(bench) - depth);
  const rack = beside(layout.rack.lattice, boxOfLattice(output).max[0] + besideOutput, output.origin[1]);
  const lattices: Readonly<Record<string, Lattice>> = { input, output, rack };
  return {
    ...layout,
    ...{ input, output },
    rack: { ...layout.rack, lattice: rack },
    volumes: layout.volumes.map((volume) => ({ ...volume, lattice: lattices[volume.id] })),
    bounds: {
      ...layout.bounds,
      input: withRing(stage, input, boxOfLattice(input)),
      output: boxOfLattice(output),
      rack: boxOfLattice(rack),
    },
    isLevel: space === 'narrow',
  };
}

function centred(lattice: Lattice, pitch: number, middle: number, y: number): Lattice {
  const side = pitch * boxShare;
  const left = middle - ((lattice.counts[0] - 1) * pitch) / 2;
  return {
    ...lattice,
    pitch: [pitch, pitch],
    depth: [0, 0, -pitch],
    cell: [side, side, side],
    origin: [left, y, 0],
  };
}

function beside(lattice: Lattice, left: number, y: number): Lattice {
  const { min } = boxOfCells(lattice, [0, 0, 0, 0], [0, 0, 0, 0]);
  return { ...lattice, origin: [left + lattice.origin[0] - min[0], y, 0] };
}
