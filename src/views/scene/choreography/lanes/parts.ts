/** A tensor whose channels can stand as one volume or apart in lanes. */
import type { Shape4 } from '../../../../math/types.js';
import { boxOfLattice, boxShare, mostBoxes, type Lattice } from '../../layout/lattice.js';
import { mix, unite, type Box, type Vector } from '../../layout/space.js';

/** First and last. */
export type Span = readonly [first: number, last: number];

/** Some of the channels, as evenly spaced cells: the single lanes, those that there is no room for, or the last one. */
export interface Part {
  readonly id: string;
  /** In depth of its lattice. */
  readonly lanes: Span;
  /** In repeats of its lattice. */
  readonly maps: Span;
  readonly glued: Lattice;
  readonly apart: Lattice;
}

export interface Arrangement {
  readonly batch: number;
  readonly left: number;
  /** Cell unit of a sheet. */
  readonly plane: number;
  readonly lanePitch: number;
  readonly mapPitch: number;
  /** Channels of the input in each lane. */
  readonly lanes: readonly Span[];
  /** Maps of a lane in each of its rows. */
  readonly maps: readonly Span[];
  /** Channels of this tensor in a lane of one input channel. */
  readonly perLane: number;
}

/** Cell units that the depth of a volume may take before its sheets get thinner. */
const deepest = 5;

export function partsOf(tensor: 'input' | 'output', shape: Shape4, arrangement: Arrangement): Part[] {
  return blocksOf(arrangement.lanes).flatMap((lanes) =>
    blocksOf(arrangement.maps).map((maps) => partOf(tensor, shape, arrangement, lanes, maps)),
  );
}

/** Neighbouring rows of one thing each go together; a row that stands for many is a block of its own. */
interface Block {
  /** Its first row, counted from the top. */
  readonly row: number;
  readonly span: Span;
  readonly isStack: boolean;
}

function blocksOf(spans: readonly Span[]): Block[] {
  const blocks: Block[] = [];
  spans.forEach(([first, last], row) => {
    const previous = blocks.at(-1);
    if (previous && !previous.isStack && first === last)
      blocks[blocks.length - 1] = { ...previous, span: [previous.span[0], last] };
    else blocks.push({ row, span: [first, last], isStack: first < last });
  });
  return blocks;
}

function partOf(
  tensor: 'input' | 'output',
  shape: Shape4,
  { batch, left, plane, lanePitch, mapPitch, perLane, ...arrangement }: Arrangement,
  lanes: Block,
  maps: Block,
): Part {
  const [, height, width, channels] = shape;
  const deep = Math.min(plane, deepest / channels);
  const count = ({ span: [first, last] }: Block) => last - first + 1;
  const firstChannel = lanes.span[0] * perLane + maps.span[0];
  const x = left + plane / 2;
  const y = ((height - 1) * plane) / 2;
  const laneTop = ((arrangement.lanes.length - 1) / 2 - lanes.row) * lanePitch;
  const mapTop = ((arrangement.maps.length - 1) / 2 - maps.row) * mapPitch;
  const stacked: Vector = [0, 0, -deep];
  const shown: Omit<Lattice, 'origin' | 'depth' | 'repeat'> = {
    tensor,
    shape,
    counts: [width, height, count(lanes), count(maps)],
    pitch: [plane, plane],
    cell: [plane * boxShare, plane * boxShare, deep * boxShare],
    base: batch * height * width * channels + firstChannel,
    strides: [channels, width * channels, perLane, 1],
    slabs: height * width * channels > mostBoxes,
  };
  const down = (isStack: boolean, pitch: number): Vector => (isStack ? stacked : [0, -pitch, 0]);
  return {
    id: `${tensor} ${lanes.span[0]} ${maps.span[0]}`,
    lanes: lanes.span,
    maps: maps.span,
    glued: {
      ...shown,
      origin: [x, y, -firstChannel * deep],
      depth: [0, 0, -perLane * deep],
      repeat: stacked,
    },
    apart: {
      ...shown,
      origin: [x, laneTop + mapTop + y, 0],
      depth: lanes.isStack ? [0, 0, -deep * count(maps)] : down(false, lanePitch),
      repeat: down(maps.isStack, mapPitch),
    },
  };
}

/** @param glue 1: a volume, 0: lanes */
export function partAt({ glued, apart }: Part, glue: number): Lattice {
  if (glue <= 0) return apart;
  if (glue >= 1) return glued;
  const between = (key: 'origin' | 'depth' | 'repeat') => mix(apart[key], glued[key], glue);
  return { ...apart, origin: between('origin'), depth: between('depth'), repeat: between('repeat') };
}

/** Its channels stand one behind the other, because there are too many for lanes of their own. */
export function isStack({ depth, repeat, counts }: Lattice): boolean {
  return (counts[2] > 1 && depth[1] === 0) || (counts[3] > 1 && repeat[1] === 0);
}

/** In both of its states. */
export function boxOfPart({ glued, apart }: Part): Box {
  return unite([boxOfLattice(glued), boxOfLattice(apart)]);
}
