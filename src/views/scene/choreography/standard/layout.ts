/**
 * Where everything stands, from facts of a stage alone (shapes, kernel, groups), never from a variant's name.
 * Cell units: x right, y up, z towards the viewer; the bench rows and the volumes are centred on y = 0.
 */
import type { Stage } from '../../../../math/types.js';
import { benchBottom, benchOf, benchRight, sumCentre, tileDepth, type Bench } from '../../layout/bench.js';
import { boxOfLattice, volumeLattice, type Lattice } from '../../layout/lattice.js';
import { rackOf, type Rack } from '../../layout/rack.js';
import { ringOf, withRing } from '../../layout/ring.js';
import type { Room, SceneLayout } from '../../layout/scene-layout.js';
import { boxAround, grow, type Box } from '../../layout/space.js';
import { volumeOf } from '../../layout/volume.js';

export interface StandardLayout extends SceneLayout {
  readonly input: Lattice;
  readonly bench: Bench;
  readonly rack: Rack;
  readonly output: Lattice;
  readonly bounds: Readonly<Record<'input' | 'bench' | 'sum' | 'rack' | 'output', Box>>;
}

const wideGaps = { afterInput: 3, beforeOutput: 4 };
const compactGaps = { afterInput: 2, beforeOutput: 3 };
/** Cell units in which the partials of a narrow bench come together. */
const narrowMerge = 2;
/** Padding that fits into the gap beside the input without moving the bench. */
const freePadding = 1.5;
/** Depth of a volume that fits without moving the bench, and what deeper ones need per cell unit. */
const freeDepth = 3;
const depthToRight = 0.9;
/** Of the line from rack to output below the bench. */
const linkGap = 0.35;
/** Cell units round the sum for the bias chip and the lines that arrive. */
const aroundSum = { width: 1.6, height: 4.4 };

export interface Placement {
  /** Image that is shown. */
  readonly batch: number;
  /** Active filter, on which the part of a large rack depends. */
  readonly filter: number;
  /** Left side of the input. */
  readonly left: number;
  /** See `Facts`. */
  readonly compact: boolean;
  readonly room: Room;
  readonly plane: number | undefined;
}

export function standardLayout(
  stage: Stage,
  {
    batch = 0,
    filter = 0,
    left = 0,
    compact = false,
    room = 'ample',
    plane: common,
  }: Partial<Placement> = {},
): StandardLayout {
  const input = volumeLattice('input', stage.input, left, batch, common);
  const [plane] = input.pitch;
  const inputRight = left + stage.input[2] * plane;
  const paddingRight = Math.max(0, ringOf(stage)[3] * plane - freePadding);
  const gaps = compact ? compactGaps : wideGaps;
  const start = inputRight + gaps.afterInput + paddingRight + roomForDepth(input);
  const bench = benchOf(stage, start, room === 'narrow' ? narrowMerge : undefined);
  const rack = rackOf(stage, bench, filter);
  const output = volumeLattice(
    'output',
    stage.output,
    (bench.sum ?? bench.partial) + gaps.beforeOutput,
    batch,
    common,
  );
  return {
    input,
    bench,
    rack,
    output,
    volumes: [volumeOf(stage, rack.lattice), volumeOf(stage, input), volumeOf(stage, output)],
    bounds: {
      input: withRing(stage, input, boxOfLattice(input)),
      bench: benchBox(bench),
      sum: boxAround(sumCentre(bench), [aroundSum.width, aroundSum.height, tileDepth]),
      rack: boxOfLattice(rack.lattice),
      output: boxOfLattice(output),
    },
    names: { columnPitch: bench.slice - bench.window, rows: bench.rows.length > 1 },
  };
}

/** Height of the line that leads from a filter to the channel that it makes: between bench and rack, over no room of its own. */
export function linkHeight({ bench }: Pick<StandardLayout, 'bench'>): number {
  return benchBottom(bench) - linkGap;
}

/** In the overview a deep volume reaches to the right, over the names of the bench rows. */
function roomForDepth({ counts, depth }: Lattice): number {
  return Math.max(0, -counts[2] * depth[2] - freeDepth) * depthToRight;
}

function benchBox(bench: Bench): Box {
  const top = bench.rows[0].y + (bench.kernel[0] * bench.tile) / 2;
  const box: Box = {
    min: [bench.window, benchBottom(bench), -tileDepth / 2],
    max: [benchRight(bench), top, tileDepth / 2],
  };
  return grow(box, [0.1, 0.1, 0]);
}
