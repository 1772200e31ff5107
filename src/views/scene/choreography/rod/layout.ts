/**
 * A 1×1 kernel mixes the channels of one place: the sheets of the volume stand apart, a rod goes through the place, and the
 * values on it are weighed by a row of the table of weights, one row a filter.
 */
import type { Stage } from '../../../../math/types.js';
import { benchBottom, benchOf, sumCentre, tileDepth, type Bench } from '../../layout/bench.js';
import { boxOfLattice, volumeLattice, type Lattice } from '../../layout/lattice.js';
import { withRing } from '../../layout/ring.js';
import type { SceneLayout } from '../../layout/scene-layout.js';
import { boxAround, grow, unite, type Box } from '../../layout/space.js';
import { volumeOf } from '../../layout/volume.js';
import { chipBox } from '../activation.js';
import type { Facts } from '../choreography.js';
import { tableOf } from './table.js';

/** A volume, and the same with its sheets apart. */
export interface Sheets {
  readonly glued: Lattice;
  readonly apart: Lattice;
}

export interface RodLayout extends SceneLayout {
  readonly stage: Stage;
  readonly input: Sheets;
  readonly output: Sheets;
  /** Products and partials are the same here: one product a channel. */
  readonly bench: Bench & { readonly sum: number };
  readonly table: Lattice;
  /** First filter that the table shows. */
  readonly first: number;
  readonly bounds: Readonly<Record<'input' | 'bench' | 'sum' | 'rack' | 'output', Box>>;
}

const degrees = Math.PI / 180;
/** From so far to the side that the rod and the gaps between the sheets are seen. */
const overview = { yaw: 34 * degrees, pitch: 14 * degrees, lens: 20 * degrees };
/** In a row of stages the others are seen along with it. */
const overviewOfRow = { ...overview, yaw: 30 * degrees, pitch: 13 * degrees };
/** Without perspective, and just so far to the side that the values on the rod stand beside each other. */
const front = { yaw: 24 * degrees, pitch: 8 * degrees, lens: 1 * degrees };
const frontOfRow = { ...front, yaw: 32 * degrees };
/** Sheets closer than this, in cell units, are a volume: nothing is to be seen between them. */
const leastGap = 0.6;
/** Cell units from sheet to sheet, and of all gaps together at most. */
const wideSheets = { pitch: 2.6, deepest: 8 };
const closeSheets = { pitch: 1.8, deepest: 5.4 };
const gapAfterInput = 3;
const gapToSum = 3;
const gapBeforeOutput = 4;
/** Seen from the side, sheets far back reach over the bench: room for each cell unit of depth. */
const depthToRight = 0.72;

export function rodLayout({ stage, batch, filter, left, compact, plane: common, room }: Facts): RodLayout {
  const sheets = compact ? closeSheets : wideSheets;
  const input = sheetsOf(volumeLattice('input', stage.input, left, batch, common), sheets);
  const [, , width] = stage.input;
  const [plane] = input.glued.pitch;
  const paddingRight = Math.max(0, stage.padding[3] * plane - 1.5);
  const start = left + width * plane + gapAfterInput + paddingRight + roomBeside(input);
  const plain = benchOf(stage, start);
  const sum = plain.products + gapToSum;
  const bench = { ...plain, partial: plain.products, sum };
  const output = sheetsOf(
    volumeLattice('output', stage.output, sum + gapBeforeOutput, batch, common),
    sheets,
  );
  const { lattice: table, first } = tableOf(stage, bench, filter);
  const bounds = {
    input: withRod(withRing(stage, input.glued, boxOfSheets(input))),
    bench: withChip(stage, bench, benchBox(bench)),
    sum: withChip(stage, bench, boxAround(sumCentre(bench), [1.6, 4.4, tileDepth])),
    rack: boxOfLattice(table),
    output: boxOfSheets(output),
  } as const satisfies RodLayout['bounds'];
  return {
    stage,
    input,
    output,
    bench,
    table,
    first,
    ...(-input.apart.depth[2] < leastGap
      ? {}
      : { overview: compact ? overviewOfRow : overview, front: compact ? frontOfRow : front }),
    volumes: [volumeOf(stage, table), volumeOf(stage, input.apart), volumeOf(stage, output.apart)],
    bounds,
    // In a row of stages, where there is room for the table of weights and for what comes of it.
    ...(compact && room === 'ample'
      ? { closeUp: [bounds.bench, bounds.sum, bounds.rack, bounds.output] }
      : {}),
    names: { columnPitch: bench.slice - bench.window, rows: bench.rows.length > 1 },
  };
}

/** Cell units that the rod sticks out in front of the first sheet and behind the last. */
export const rodReach = 1.4;

function sheetsOf(glued: Lattice, { pitch: wanted, deepest }: typeof wideSheets): Sheets {
  const channels = glued.counts[2];
  const pitch = Math.max(Math.min(wanted, deepest / Math.max(channels - 1, 1)), -glued.depth[2]);
  return { glued, apart: { ...glued, depth: [0, 0, -pitch] } };
}

function roomBeside({ apart }: Sheets): number {
  return -apart.depth[2] * (apart.counts[2] - 1) * depthToRight;
}

function boxOfSheets({ glued, apart }: Sheets): Box {
  return unite([boxOfLattice(glued), boxOfLattice(apart)]);
}

/** With the end of the rod in front of the first sheet. */
function withRod({ min, max }: Box): Box {
  return { min, max: [max[0], max[1], max[2] + rodReach] };
}

/** With the curve of the activation, where there is one. */
function withChip({ activation }: Stage, bench: RodLayout['bench'], box: Box): Box {
  return activation === 'none' ? box : unite([box, chipBox(sumCentre(bench))]);
}

function benchBox(bench: RodLayout['bench']): Box {
  const top = bench.rows[0].y + 0.5;
  const box: Box = {
    min: [bench.window, benchBottom(bench), -tileDepth / 2],
    max: [bench.sum + 1, top, tileDepth / 2],
  };
  return grow(box, [0.1, 0.1, 0]);
}
