/**
 * Stages in a row: what one makes stands between it and the next, which reads it. Each stage is set up by its own
 * choreography; the tensor between two is shown by the later one as soon as that is in hand.
 */
import type { Stage } from '../../../../math/types.js';
import { runsInLanes } from '../../../../timeline/cells.js';
import { boxOfLattice, planePitch, volumeLattice, type Lattice } from '../../layout/lattice.js';
import { boxOfAll, type Room, type SceneLayout, type Volume } from '../../layout/scene-layout.js';
import { unite, type Box } from '../../layout/space.js';
import type { Choreography, Facts, Setting } from '../choreography.js';
import { lanesPlane } from '../lanes/plane.js';
import { barsOf, type Bars } from './bars.js';
import { costsOf } from './costs.js';

/** A tensor of the chain: its input, what stands between two stages, or its output. */
export interface Tensor {
  readonly shape: Stage['input'];
  /** As a volume. */
  readonly box: Box;
}

export interface ChainLayout extends SceneLayout {
  readonly settings: readonly Setting[];
  readonly inHand: number;
  /** One more than there are stages. */
  readonly tensors: readonly Tensor[];
  readonly bars: Bars;
  /** By stage: cell units to the left by which what it makes stands nearer than where it works. */
  readonly nearer: readonly number[];
}

const gapAboveRack = 0.8;
/** Between two tensors while nothing works there: for the way from one to the other, and for each cell unit of depth. */
const way = { gap: 4, depth: 0.5 };

export function chainLayout(facts: Facts, choreographies: readonly Choreography[]): ChainLayout {
  const { plan, stage: current, batch } = facts;
  const inHand = current.index;
  const plane = Math.min(...plan.stages.map((stage) => planeOf(stage, facts.room)));
  const setUp = (stage: Stage, left: number): Setting => {
    const filter = stage.index === inHand ? facts.filter : 0;
    const own = { stage, filter, left, compact: true, isOver: false, plane };
    return choreographies[stage.index]({ ...facts, ...own });
  };
  const { lefts, nearer } = placesOf(plan.stages, inHand, facts.left, setUp);
  const settings = plan.stages.map((stage, i) => setUp(stage, lefts[i]));
  const shapes = [plan.stages[0].input, ...plan.stages.map(({ output }) => output)];
  const tensors = shapes.map((shape, i): Tensor => {
    const lattice = volumeLattice(i === 0 ? 'input' : 'output', shape, lefts[i], batch, plane);
    return { shape, box: boxOfLattice(lattice) };
  });
  const floor = Math.min(...tensors.map(({ box }) => box.min[1]));
  const volumes = settings.flatMap(({ layout }, i) =>
    volumesOf(layout, i, inHand, plan.stages.length).map((volume) =>
      i === inHand ? volume : waiting(volume, floor, [tensors[i].box, tensors[i + 1].box], nearer[i]),
    ),
  );
  const { bounds, names, isLevel, overview, front, closeUp } = settings[inHand].layout;
  const boxesOf = (stage: number): Box[] => {
    const racks = volumes.filter((volume) => volume.stage === stage && volume.lattice.tensor === 'weights');
    return [tensors[stage].box, tensors[stage + 1].box, ...racks.map(({ lattice }) => boxOfLattice(lattice))];
  };
  const waitingBoxes = settings.flatMap((_, i) => (i === inHand ? [] : [boxesOf(i)]));
  const regions = settings.map((_, i) => (i === inHand ? boxOfAll({ bounds }) : unite(boxesOf(i))));
  const bars = barsOf(costsOf(plan), regions);
  return {
    settings,
    inHand,
    tensors,
    bars,
    nearer,
    volumes,
    bounds,
    asides: [...waitingBoxes.flat(), bars.box],
    names,
    isLevel,
    ...(overview ? { overview } : {}),
    ...(front ? { front } : {}),
    ...(closeUp ? { closeUp } : {}),
  };
}

/** Ids of a stage's volumes within the chain. */
export function idIn(stage: number, id: string): string {
  return `${stage} ${id}`;
}

/** The volumes that a stage shows: what stands between two stages is shown once. */
function volumesOf({ volumes }: SceneLayout, stage: number, inHand: number, stages: number): Volume[] {
  const shows = {
    input: stage === 0 || stage <= inHand,
    weights: true,
    output: stage === stages - 1 || stage >= inHand,
  };
  return volumes
    .filter(({ lattice }) => shows[lattice.tensor])
    .map((volume) => ({ ...volume, id: idIn(stage, volume.id) }));
}

/**
 * Left sides of the tensors. What stands at both sides of the stage in hand stays where it is from stage to stage; where nothing works
 * tensors come nearer to each other, for the sake of the size of all.
 */
function placesOf(
  stages: readonly Stage[],
  inHand: number,
  left: number,
  setUp: (stage: Stage, left: number) => Setting,
): { readonly lefts: readonly number[]; readonly nearer: readonly number[] } {
  const working = [left];
  const savings: number[] = [];
  for (const [i, stage] of stages.entries()) {
    const { layout } = setUp(stage, working[i]);
    working.push(leftOfOutput(layout));
    savings.push(i === inHand ? 0 : Math.max(working[i + 1] - working[i] - leastWidth(layout), 0));
  }
  const between = (from: number, to: number) =>
    savings.slice(from, to).reduce((sum, saved) => sum + saved, 0);
  return {
    lefts: working.map((at, i) => (i <= inHand ? at + between(i, inHand) : at - between(inHand + 1, i))),
    nearer: stages.map((_, i) => (i > inHand ? savings[i] : 0)),
  };
}

/** Of a stage that is not in hand: its input, and either the way to what it makes or its weights below both. */
function leastWidth({ volumes }: SceneLayout): number {
  const inputs = volumes.filter(({ lattice }) => lattice.tensor === 'input').map(({ lattice }) => lattice);
  const width = Math.max(...inputs.map(({ counts, pitch }) => counts[0] * pitch[0]));
  const depth = Math.max(...inputs.map(({ counts, cell }) => counts[2] * cell[2]));
  const racks = volumes.filter(({ lattice }) => lattice.tensor === 'weights');
  const widths = racks.map(({ lattice }) => boxOfLattice(lattice)).map(({ min, max }) => max[0] - min[0]);
  return Math.max(width + depth * way.depth + way.gap, ...widths);
}

/** What is not in hand; its weights come up below the tensors and between them, wherever their bench would have them. */
function waiting(
  volume: Volume,
  floor: number,
  [before, after]: readonly [Box, Box],
  nearer: number,
): Volume {
  const { lattice } = volume;
  if (lattice.tensor !== 'weights')
    return { ...volume, station: 'aside', lattice: movedLeft(lattice, nearer) };
  const [x, y, z] = lattice.origin;
  const { min, max } = boxOfLattice(lattice);
  const up = floor - gapAboveRack - max[1];
  const across = (before.max[0] + after.min[0] - min[0] - max[0]) / 2;
  return { ...volume, station: 'aside', lattice: { ...lattice, origin: [x + across, y + up, z] } };
}

/** What a stage makes, nearer to what it reads. */
export function movedLeft(lattice: Lattice, by: number): Lattice {
  const [x, y, z] = lattice.origin;
  return by === 0 || lattice.tensor !== 'output' ? lattice : { ...lattice, origin: [x - by, y, z] };
}

function planeOf(stage: Stage, room: Room): number {
  const own = [stage.input, stage.output].map(([, height, width]) => planePitch(height, width));
  return Math.min(...own, ...(runsInLanes(stage) ? [lanesPlane(stage, room)] : []));
}

function leftOfOutput({ volumes }: SceneLayout): number {
  const lefts = volumes
    .filter(({ lattice }) => lattice.tensor === 'output')
    .map(({ lattice }) => lattice.origin[0] - lattice.pitch[0] / 2);
  return Math.min(...lefts);
}
