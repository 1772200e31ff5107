/**
 * Where everything stands, from facts of a stage alone (shapes, kernel, groups), never from a variant's name.
 * Cell units: x right, y up, z towards the viewer; the bench rows and the volumes are centred on y = 0.
 */
import type { Stage } from '../../../math/types.js';
import { benchBottom, benchOf, benchRight, tileDepth, type Bench } from './bench.js';
import { boxOfLattice, planePitch, volumeLattice, type Lattice } from './lattice.js';
import { rackOf, type Rack } from './rack.js';
import { boxAround, grow, unite, type Box } from './space.js';

export interface SceneLayout {
  readonly stage: Stage;
  readonly input: Lattice;
  readonly bench: Bench;
  readonly rack: Rack;
  readonly output: Lattice;
  /** What a camera has to fit in. */
  readonly bounds: {
    readonly input: Box;
    readonly bench: Box;
    readonly rack: Box;
    readonly output: Box;
    readonly all: Box;
  };
}

const gapAfterInput = 3;
const gapBeforeOutput = 4;
/** Padding that fits into the gap beside the input without moving the bench. */
const freePadding = 1.5;
/** Depth of a volume that fits without moving the bench, and what deeper ones need per cell unit. */
const freeDepth = 3;
const depthToRight = 0.9;
/** Cell units left of the bench for the names of its rows. */
const rowNames = 1.3;

/**
 * @param batch image that is shown
 * @param filter active filter, on which the part of a large rack depends
 */
export function layoutOf(stage: Stage, batch = 0, filter = 0): SceneLayout {
  const input = volumeLattice('input', stage.input, 0, batch);
  const [top, bottom, left, right] = ringOf(stage);
  const plane = planePitch(stage.input[1], stage.input[2]);
  const inputRight = stage.input[2] * plane;
  const bench = benchOf(
    stage,
    inputRight + gapAfterInput + Math.max(0, right * plane - freePadding) + roomForDepth(input),
  );
  const rack = rackOf(stage, bench, filter);
  const output = volumeLattice('output', stage.output, (bench.sum ?? bench.partial) + gapBeforeOutput, batch);
  const volume = boxOfLattice(input);
  const inputBox: Box = {
    min: [volume.min[0] - left * plane, volume.min[1] - bottom * plane, volume.min[2]],
    max: [volume.max[0] + right * plane, volume.max[1] + top * plane, volume.max[2]],
  };
  const bounds = {
    input: inputBox,
    bench: benchBox(bench),
    rack: rackBox(rack),
    output: boxOfLattice(output),
  };
  return { stage, input, bench, rack, output, bounds: { ...bounds, all: unite(Object.values(bounds)) } };
}

/** Where the line from the rack to the output turns, so that a camera keeps it in sight. */
export function linkBox({ bounds: { rack, output } }: Pick<SceneLayout, 'bounds'>): Box {
  const x = (output.min[0] + output.max[0]) / 2;
  return boxAround([x, rack.min[1], output.max[2]], [0, 0, 0]);
}

/** Rings of padding that are drawn around the input: a transposed convolution has none, its padding crops the output. */
export function ringOf(stage: Stage): readonly [top: number, bottom: number, left: number, right: number] {
  return stage.op === 'conv' ? stage.padding : [0, 0, 0, 0];
}

/** Room for the blocks, their names and the line that leads from one to the output. */
const belowRack = 1.5;

function rackBox({ lattice }: Rack): Box {
  const { min, max } = boxOfLattice(lattice);
  return { min: [min[0], min[1] - belowRack, min[2]], max };
}

/** In the overview a deep volume reaches to the right, over the names of the bench rows. */
function roomForDepth({ counts, pitch }: Lattice): number {
  return Math.max(0, counts[2] * pitch[2] - freeDepth) * depthToRight;
}

function benchBox(bench: Bench): Box {
  const top = bench.rows[0].y + (bench.kernel[0] * bench.tile) / 2;
  const box: Box = {
    min: [bench.window, benchBottom(bench), -tileDepth / 2],
    max: [benchRight(bench), top, tileDepth / 2],
  };
  const { min, max } = grow(box, [0.25, 0.25, 0]);
  return { min: [bench.rows.length > 1 ? bench.window - rowNames : min[0], min[1], min[2]], max };
}
