/** Where everything stands in the gather view: input, the input stretched by zeros, the turned kernel, sums, output. */
import { gatherForm, type GatherForm } from '../../../../math/gather-form.js';
import { boxOfLattice, planePitch, volumeLattice, type Lattice } from '../../layout/lattice.js';
import { unite, type Box } from '../../layout/space.js';
import type { Facts } from '../choreography.js';
import { stacksOf } from '../stacks.js';
import { standardLayout } from '../standard/layout.js';
import { fitsOnLines, onLines } from './line-layout.js';
import { gridBox, volumesOf, type GatherLayout } from './places.js';

const gapAfterInput = 2;
const gapAfterGrid = 1.4;
/** Names of the bench rows stand between grid and kernel. */
const roomForNames = 3.3;
/** How much nearer to the sum the output stands than in the standard scene: there is no bias chip to make room for. */
const nearer = 1.3;
/** A deep volume reaches to the right in the overview. */
const depthToRight = 0.45;

export function gatherLayout(facts: Facts): GatherLayout {
  const { stage } = facts;
  const form = gatherForm(stage);
  const layout = sideBySide(facts, form);
  return fitsOnLines(stage, form) ? onLines(layout, stage) : layout;
}

function sideBySide({ stage, batch, filter, left }: Facts, form: GatherForm): GatherLayout {
  const [rows, columns] = form.axes;
  const input = volumeLattice('input', stage.input, left, batch);
  const pitch = planePitch(reach(rows), reach(columns));
  const inputRight = left + stage.input[2] * input.pitch[0] + roomForDepth(input);
  const gridLeft = inputRight + gapAfterInput + Math.max(-columns.before, 0) * pitch;
  const resized = withPitch(input, pitch);
  const grid: Lattice = {
    ...resized,
    counts: [columns.size, rows.size, input.counts[2], 1],
    origin: [gridLeft + pitch / 2, ((rows.size - 1) * pitch) / 2, 0],
  };
  const stretched: Lattice = {
    ...resized,
    origin: [grid.origin[0] + columns.before * pitch, grid.origin[1] - rows.before * pitch, 0],
    pitch: [columns.stride * pitch, rows.stride * pitch],
  };
  const middle = gridLeft + (columns.size * pitch) / 2;
  const compact: Lattice = {
    ...stretched,
    origin: [middle - ((stage.input[2] - 1) / 2) * pitch, ((stage.input[1] - 1) / 2) * pitch, 0],
    pitch: [pitch, pitch],
  };
  const base = standardLayout(stage, { batch, filter });
  const names = stage.input[3] > 1 ? roomForNames : 0;
  const gridRight = gridLeft + (columns.size + Math.max(-columns.after, 0)) * pitch + roomForDepth(grid);
  const benchAt = gridRight + gapAfterGrid + names;
  const shifted = standardLayout(stage, { batch, filter, left: benchAt - base.bench.slice });
  const { bench } = shifted.bounds;
  const withoutWindow: Box = { ...bench, min: [shifted.bench.slice - 0.1, bench.min[1], bench.min[2]] };
  const output = movedLeft(shifted.output);
  return {
    ...shifted,
    ...{ form, input, grid, stretched, compact, output, stacks: stacksOf(stage), lines: false },
    volumes: volumesOf(stage, { rack: shifted.rack.lattice, input, stretched, output }),
    bounds: {
      ...shifted.bounds,
      input: boxOfLattice(input),
      bench: unite([withoutWindow, gridBox({ grid, stretched })]),
      output: boxOfLattice(output),
    },
  };
}

/** Places of an axis, and the cells that are cut off beside them. */
function reach({ size, before, after }: GatherForm['axes'][0]): number {
  return Math.max(size + Math.max(-before, 0) + Math.max(-after, 0), 1);
}

function roomForDepth({ counts, depth }: Lattice): number {
  return Math.max(0, -counts[2] * depth[2] - 1) * depthToRight;
}

function movedLeft(lattice: Lattice): Lattice {
  const [x, y, z] = lattice.origin;
  return { ...lattice, origin: [x - nearer, y, z] };
}

function withPitch(input: Lattice, pitch: number): Lattice {
  const share = pitch / input.pitch[0];
  const [x, y, z] = input.cell;
  const [, , back] = input.depth;
  return {
    ...input,
    pitch: [pitch, pitch],
    cell: [x * share, y * share, z * Math.min(share, 1)],
    depth: [0, 0, back * Math.min(share, 1)],
  };
}
