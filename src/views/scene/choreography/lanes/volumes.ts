/** How the sheets of input and output and the block of slices stand and look at a moment. */
import type { Comb } from '../../layout/comb.js';
import { nowhere, type Staging, type VolumeState } from '../../staging.js';
import { asGiven } from '../turn.js';
import { shown } from '../scene.js';
import { atRest, litIn, noCell, orderOf } from '../volumes.js';
import { isStack, partAt, type Part } from './parts.js';
import { glueOf, goesAlone, laneInFocus, slicesShown, type LanesScene } from './scene.js';

/** Opacity of a sheet whose lane waits. */
const waiting = 0.3;
/** And of one that what is pointed at has nothing to do with. */
const otherLane = 0.14;

export function laneVolumes(scene: LanesScene): Staging['volumes'] {
  const { layout, highlight } = scene;
  const glue = glueOf(scene);
  const { maps } = layout;
  const rack = asGiven(layout.rack, scene.view.turned);
  return {
    rack: {
      ...atRest(rack),
      lit: litIn(rack, highlight?.weights),
      ghosts: slicesShown(scene) > 0 ? [0, maps - 1] : nowhere,
    },
    ...Object.fromEntries(layout.input.map((part) => [part.id, inputState(scene, part, glue)])),
    ...Object.fromEntries(layout.output.map((part) => [part.id, outputState(scene, part, glue)])),
  };
}

function inputState(scene: LanesScene, part: Part, glue: number): VolumeState {
  const lattice = partAt(part, glue);
  const lit = litIn(lattice, scene.highlight?.input);
  return { ...atRest(lattice), lit, ...(lit ? onlyInFocus(scene, part) : onlyFirst(scene, part)) };
}

/** The last cells stand in their maps before these slide together, with which the cells are done. */
function isWritten(scene: LanesScene): boolean {
  return shown(scene, 'write') >= 1;
}

function outputState(scene: LanesScene, part: Part, glue: number): VolumeState {
  const { frame, view, highlight } = scene;
  const lattice = partAt(part, glue);
  const lit = litIn(lattice, highlight?.output);
  return {
    ...atRest(lattice),
    done: isWritten(scene) ? frame.ordinal + frame.lanes.length : frame.cellsDone,
    order: orderOf(view.stage, lattice),
    lit,
    making: isStack(lattice) ? nowhere : making(scene, part),
    ...onlyInFocus(scene, part),
  };
}

function making(scene: LanesScene, { lanes: [first, last] }: Part): VolumeState['making'] {
  if (!goesAlone(scene)) return [0, last - first];
  return first === 0 ? [0, 0] : nowhere;
}

/** The lanes beside the one that is pointed at turn to glass: a channel reaches its own maps and no others. */
function onlyInFocus(scene: LanesScene, { lanes: [first, last] }: Part): Partial<VolumeState> {
  const lane = laneInFocus(scene);
  if (lane === null) return {};
  const here = lane >= first && lane <= last;
  return { solid: here ? sheet(lane - first) : noCell, glass: otherLane };
}

function sheet(place: number): Comb {
  const whole = { from: 0, step: 1, count: 1e6 };
  return [whole, whole, { from: place, step: 1, count: 1 }, whole];
}

/** While the first lane goes alone, the other sheets turn to glass. */
function onlyFirst(scene: LanesScene, { lanes }: Part): Partial<VolumeState> {
  if (!goesAlone(scene)) return {};
  return { solid: lanes[0] === 0 ? sheet(0) : noCell, glass: waiting };
}
