/** How the cells of input, output and rack look at a moment. */
import { cellsPerMap, ordinalOf } from '../../../timeline/cells.js';
import type { Highlight } from '../../../timeline/types.js';
import { combOf } from '../layout/comb.js';
import type { Places } from '../layout/lattice.js';
import { placeOfWeight } from '../layout/rack.js';
import { channelSpan } from '../layout/taps.js';
import type { LatticeState } from '../staging.js';
import { filterShown, shown, type Scene } from './scene.js';

const always: LatticeState = {
  glassBefore: 0,
  done: Infinity,
  order: { offset: 0, strides: [0, 0, 0] },
  making: -1,
  lit: null,
  ghost: -1,
};

/** Channels in front of the ones that are read turn to glass, so that the window is seen. */
export function inputState(scene: Scene, highlight: Highlight | null): LatticeState {
  const { view, frame } = scene;
  const pointed = highlight ? Math.min(...highlight.input.map((index) => index[3])) : Infinity;
  const reads = shown(scene, 'place') > 0 ? channelSpan(view.stage, frame.cell[3])[0] : 0;
  const lit = combOf((highlight?.input ?? []).map((index): Places => [index[2], index[1], index[3], 0]));
  return { ...always, lit, glassBefore: Number.isFinite(pointed) ? pointed : isFinished(scene) ? 0 : reads };
}

/** Finished cells have values, the others are empty outlines; maps in front of the one in the making turn to glass. */
export function outputState(scene: Scene, highlight: Highlight | null): LatticeState {
  const { view, frame } = scene;
  const { stage } = view;
  const [batch] = frame.cell;
  const offset = ordinalOf(stage, [batch, 0, 0, 0]);
  const stride = (column: number, row: number, channel: number) =>
    ordinalOf(stage, [batch, row, column, channel]) - offset;
  const lit = combOf((highlight?.output ?? []).map((index): Places => [index[2], index[1], index[3], 0]));
  const pointed = lit ? lit[2].from : null;
  const making = frame.beat === 'start' || isFinished(scene) ? 0 : frame.cell[3];
  const mapByMap =
    cellsPerMap(stage) !== stage.output[3] || stage.output[3] === 1 || stage.kernel[0] * stage.kernel[1] > 1;
  return {
    ...always,
    done: frame.cellsDone,
    order: { offset, strides: [stride(1, 0, 0), stride(0, 1, 0), stride(0, 0, 1)] },
    lit,
    making: making,
    glassBefore: pointed ?? (mapByMap ? making : 0),
  };
}

export function rackState(scene: Scene, highlight: Highlight | null): LatticeState {
  const { layout, frame, view } = scene;
  const { first, lattice } = layout.rack;
  const places = (highlight?.weights ?? [])
    .map((index) => placeOfWeight(view.stage, first, index))
    .filter((place) => place[3] >= 0 && place[3] < lattice.counts[3]);
  return { ...always, lit: combOf(places), ghost: filterShown(scene) > 0 ? frame.cell[3] - first : -1 };
}

function isFinished({ frame }: Scene): boolean {
  return frame.step >= frame.steps;
}
