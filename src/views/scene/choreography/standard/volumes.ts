/** How the cells of input, output and rack look at a moment. */
import { isPositionMajor } from '../../../../timeline/cells.js';
import { combOf, type Comb, type Teeth } from '../../layout/comb.js';
import { placesOf, type Lattice } from '../../layout/lattice.js';
import { channelSpan } from '../../layout/taps.js';
import { nowhere, type VolumeState } from '../../staging.js';
import { isFinished, shown } from '../scene.js';
import { atRest, behind, orderOf } from '../volumes.js';
import { filterShown, rackLattice, type StandardScene } from './scene.js';

/** Opacity of the filters of other groups. */
const otherGroups = 0.3;

/** Channels that are not read turn to glass, so that the window is seen. */
export function inputState(scene: StandardScene): VolumeState {
  const { view, frame, layout, highlight } = scene;
  const lattice = layout.input;
  const lit = combOf(placesOf(lattice, highlight?.input ?? []));
  const reads = shown(scene, 'place') > 0 && !isFinished(scene);
  const solid = lit
    ? behind(lattice, lit[2].from)
    : reads
      ? group(lattice, 2, channelSpan(view.stage, frame.cell[3]))
      : null;
  return { ...atRest(lattice), lit, solid };
}

/** Finished cells have values, the others are empty outlines; maps in front of the one in the making turn to glass. */
export function outputState(scene: StandardScene): VolumeState {
  const { view, frame, layout, highlight } = scene;
  const { stage } = view;
  const lattice = layout.output;
  const lit = combOf(placesOf(lattice, highlight?.output ?? []));
  const making = frame.beat === 'start' || isFinished(scene) ? 0 : frame.cell[3];
  const inFront = isPositionMajor(stage) ? 0 : making;
  return {
    ...atRest(lattice),
    done: frame.cellsDone,
    order: orderOf(stage, lattice),
    lit,
    making: [making, making],
    solid: behind(lattice, lit ? lit[2].from : inFront),
  };
}

/** The filter on the bench leaves a ghost; the filters of other groups, which read other channels, step back. */
export function rackState(scene: StandardScene): VolumeState {
  const { layout, frame, highlight, view } = scene;
  const { filters, groups } = view.stage;
  const { first } = layout.rack;
  const lattice = rackLattice(scene);
  const away = frame.cell[3] - first;
  const lit = combOf(placesOf(lattice, highlight?.weights ?? []));
  const inUse = filterShown(scene) > 0 && !isFinished(scene);
  const together = filters / groups;
  const start = Math.floor(frame.cell[3] / together) * together - first;
  return {
    ...atRest(lattice),
    lit,
    solid: inUse && !lit ? group(lattice, 3, [start, start + together - 1]) : null,
    glass: otherGroups,
    ghosts: filterShown(scene) > 0 ? [away, away] : nowhere,
  };
}

/** The places of a span on one axis, so that all others turn to glass; null where the span is the whole. */
function group({ counts }: Lattice, axis: 2 | 3, [first, last]: readonly [number, number]): Comb | null {
  const from = Math.max(first, 0);
  const count = Math.min(last, counts[axis] - 1) - from + 1;
  if (count === counts[axis]) return null;
  const teeth = counts.map((all, each): Teeth =>
    each === axis ? { from, step: 1, count } : { from: 0, step: 1, count: all },
  );
  return teeth as unknown as Comb;
}
