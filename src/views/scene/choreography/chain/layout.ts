/**
 * Stages in a row: what one makes stands between it and the next, which reads it. Each stage is set up by its own
 * choreography; the tensor between two is shown by the later one as soon as that is in hand.
 */
import type { Stage } from '../../../../math/types.js';
import { runsInLanes } from '../../../../timeline/cells.js';
import { boxOfLattice, planePitch, volumeLattice } from '../../layout/lattice.js';
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
}

const gapAboveRack = 0.8;

export function chainLayout(facts: Facts, choreographies: readonly Choreography[]): ChainLayout {
  const { plan, stage: current, batch } = facts;
  const inHand = current.index;
  const plane = Math.min(...plan.stages.map((stage) => planeOf(stage, facts.room)));
  const settings: Setting[] = [];
  const lefts: number[] = [facts.left];
  for (const [i, stage] of plan.stages.entries()) {
    const filter = i === inHand ? facts.filter : 0;
    const setting = choreographies[i]({
      ...facts,
      ...{ stage, filter, left: lefts[i], compact: true, isOver: false, plane },
    });
    settings.push(setting);
    lefts.push(leftOfOutput(setting.layout));
  }
  const shapes = [plan.stages[0].input, ...plan.stages.map(({ output }) => output)];
  const tensors = shapes.map((shape, i): Tensor => {
    const lattice = volumeLattice(i === 0 ? 'input' : 'output', shape, lefts[i], batch, plane);
    return { shape, box: boxOfLattice(lattice) };
  });
  const floor = Math.min(...tensors.map(({ box }) => box.min[1]));
  const volumes = settings.flatMap(({ layout }, i) =>
    volumesOf(layout, i, inHand, plan.stages.length).map((volume) =>
      i === inHand ? volume : waiting(volume, floor),
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

/** What is not in hand; its weights come up below the tensors, wherever their bench would have them. */
function waiting(volume: Volume, floor: number): Volume {
  const { lattice } = volume;
  const [x, y, z] = lattice.origin;
  const up = lattice.tensor === 'weights' ? floor - gapAboveRack - boxOfLattice(lattice).max[1] : 0;
  return { ...volume, station: 'aside', lattice: { ...lattice, origin: [x, y + up, z] } };
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
