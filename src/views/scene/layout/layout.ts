/**
 * Where everything stands, from facts of a stage alone (shapes, kernel, groups), never from a variant's name.
 * Cell units: x right, y up, z towards the viewer; the bench rows and the volumes are centred on y = 0.
 */
import type { Stage } from '../../../math/types.js';
import { benchBottom, benchOf, benchRight, tileDepth, type Bench } from './bench.js';
import { boxOfLattice, planePitch, volumeLattice, type Lattice } from './lattice.js';
import { rackOf, type Rack } from './rack.js';
import { grow, unite, type Box } from './space.js';

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
/** Of the line from rack to output below the bench. */
const linkGap = 0.35;

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
    rack: boxOfLattice(rack.lattice),
    output: boxOfLattice(output),
  };
  return { stage, input, bench, rack, output, bounds: { ...bounds, all: unite(Object.values(bounds)) } };
}

/** Height of the line that leads from a filter to the channel that it makes: between bench and rack, over no room of its own. */
export function linkHeight({ bench }: Pick<SceneLayout, 'bench'>): number {
  return benchBottom(bench) - linkGap;
}

/** Rings of padding that are drawn around the input: a transposed convolution has none, its padding crops the output. */
export function ringOf(stage: Stage): readonly [top: number, bottom: number, left: number, right: number] {
  return stage.op === 'conv' ? stage.padding : [0, 0, 0, 0];
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
  return grow(box, [0.1, 0.1, 0]);
}
