/**
 * Every channel is read alone: the input slides apart into lanes, one above the other, and each lane has its own slices,
 * sums and maps. With several maps a lane, each map stands level with the slice that makes it.
 */
import type { Stage } from '../../../../math/types.js';
import { benchOf, spansOf, tileDepth, type Bench, type BenchRow } from '../../layout/bench.js';
import { boxOfLattice, type Lattice } from '../../layout/lattice.js';
import { withRing } from '../../layout/ring.js';
import type { SceneLayout } from '../../layout/scene-layout.js';
import { boxAround, grow, unite, type Box } from '../../layout/space.js';
import { volumeOf } from '../../layout/volume.js';
import type { Facts } from '../choreography.js';
import { marksStarts, pegRoom } from '../pegs.js';
import { curveBoxes } from './curve-places.js';
import { boxOfPart, partsOf, type Part, type Span } from './parts.js';
import { lanesPlane, mapSpansOf } from './plane.js';
import { rackOfSlices } from './rack.js';

/** A channel of the input, or the channels that there is no room for. */
export interface Lane {
  readonly channels: Span;
  /** Height of its middle line. */
  readonly y: number;
}

/** A row of the bench: a slice of a lane, and the map that it makes. */
export interface LaneRow extends BenchRow {
  readonly lane: number;
  /** Maps of the lane that it stands for, counted within the lane. */
  readonly maps: Span;
}

export interface LanesLayout extends SceneLayout {
  readonly stage: Stage;
  readonly lanes: readonly Lane[];
  readonly bench: Bench;
  readonly rows: readonly LaneRow[];
  readonly rack: Lattice;
  readonly input: readonly Part[];
  readonly output: readonly Part[];
  /** Between two lanes. */
  readonly walls: readonly Box[];
  /** Maps that a channel makes. */
  readonly maps: number;
  readonly bounds: Readonly<Record<'input' | 'bench' | 'sum' | 'rack' | 'output', Box>>;
}

const gapAfterInput = { full: 3, compact: 2, narrow: 1 };
/** Of the place that a sum over channels would have. */
const gapAfterPartial = 3;
const gapBeforeOutput = 4;
const narrowGapToOutput = 2;
const wallDepth = 2;
const freePadding = 1.5;

export function lanesLayout(facts: Facts): LanesLayout {
  const { stage, batch, left, compact, room, isOver } = facts;
  const grid = gridOf(facts);
  const { bench, plane, lanes, rows, maps } = grid;
  const isNarrow = room === 'narrow';
  const gapToOutput = isNarrow ? narrowGapToOutput : gapAfterPartial + (compact ? 0 : gapBeforeOutput);
  const outputLeft = bench.partial + gapToOutput;
  const shared = {
    batch,
    plane,
    lanePitch: grid.lanePitch,
    mapPitch: grid.mapPitch,
    lanes: lanes.map(({ channels }) => channels),
  };
  const input = partsOf('input', stage.input, { ...shared, left, maps: [[0, 0]], perLane: 1 });
  const output = partsOf('output', stage.output, {
    ...shared,
    left: outputLeft,
    maps: grid.mapSpans,
    perLane: maps,
  });
  const cells = { pitch: [plane, plane] } as const;
  const curves = curveBoxes({ stage, bench, rows });
  const box = (part: Part): Box => (isOver ? boxOfLattice(part.glued) : boxOfPart(part));
  const boxes = {
    input: withPegs(stage, cells, withRing(stage, cells, unite(input.map(box)))),
    bench: unite([boxOfRows(bench, rows, stage.bias), ...curves]),
    sum: unite([
      ...rows.map(({ y }) => boxAround([bench.partial + 0.5, y, 0], [1.6, 1.6, tileDepth])),
      ...curves,
    ]),
    output: unite(output.map(box)),
  };
  const rack = rackOfSlices(stage, bench, Math.min(...Object.values(boxes).map(({ min }) => min[1])));
  return {
    stage,
    lanes,
    bench: { ...bench, rows, sum: null },
    rows,
    rack,
    input,
    output,
    maps,
    walls: wallsOf(lanes, boxes.input.min[0] - 0.5, boxes.output.max[0] + 0.5),
    volumes: [
      volumeOf(stage, rack),
      ...[...input, ...output].map(({ id, apart }) => volumeOf(stage, apart, id)),
    ],
    bounds: { ...boxes, rack: boxOfLattice(rack) },
    names: { columnPitch: bench.slice - bench.window, rows: true },
    isLevel: isNarrow,
  };
}

/** Lanes and the rows of the bench in them: what every height and the columns follow from. */
function gridOf({ stage, left, compact, room, plane: common }: Facts) {
  const maps = stage.filters / stage.groups;
  const laneSpans = spansOf(stage.groups);
  const mapSpans = mapSpansOf(maps, laneSpans.length);
  const plane = common ?? lanesPlane(stage, room);
  const [top, bottom, , right] = stage.padding;
  const paddingRight = Math.max(0, right * plane - freePadding);
  const gaps = room === 'narrow' ? room : compact ? 'compact' : 'full';
  const inputRight = left + stage.input[2] * plane;
  const bench = benchOf(stage, inputRight + gapAfterInput[gaps] + paddingRight);
  const mapPitch = Math.max(bench.kernel[0] * bench.tile, stage.output[1] * plane) + 1;
  const sheet = (stage.input[1] + 2 * Math.max(top, bottom)) * plane;
  const lanePitch = Math.max(sheet + 1, mapSpans.length * mapPitch);
  const fromMiddle = (which: number, count: number) => (count - 1) / 2 - which;
  const lanes = laneSpans.map((channels, i): Lane => ({
    channels,
    y: fromMiddle(i, laneSpans.length) * lanePitch,
  }));
  const rows = lanes.flatMap(({ channels, y }, lane) =>
    mapSpans.map((span, i): LaneRow => ({
      lane,
      channels,
      maps: span,
      y: y + fromMiddle(i, mapSpans.length) * mapPitch,
    })),
  );
  return { maps, mapSpans, plane, bench, mapPitch, lanePitch, lanes, rows };
}

function wallsOf(lanes: readonly Lane[], left: number, right: number): Box[] {
  return lanes.slice(1).map((lane, i) => {
    const y = (lane.y + lanes[i].y) / 2;
    return { min: [left, y, -wallDepth], max: [right, y, tileDepth] };
  });
}

function withPegs(stage: Stage, cells: Pick<Lattice, 'pitch'>, { min, max }: Box): Box {
  const room = marksStarts(stage, cells) ? pegRoom(cells) : 0;
  return { min: [min[0] - room, min[1], min[2]], max: [max[0], max[1] + room, max[2]] };
}

/** With the bias at the right of a sum, where there is one. */
function boxOfRows(bench: Bench, rows: readonly LaneRow[], hasBias: boolean): Box {
  const half = (bench.kernel[0] * bench.tile) / 2;
  const ys = rows.map(({ y }) => y);
  const box: Box = {
    min: [bench.window, Math.min(...ys) - Math.max(half, 0.5), -tileDepth / 2],
    max: [bench.partial + (hasBias ? 2.4 : 1), Math.max(...ys) + Math.max(half, 0.5), tileDepth / 2],
  };
  return grow(box, [0.1, 0.1, 0]);
}
