import type { Moment } from '../../../../timeline/types.js';
import type { Line, Staging, Tile } from '../../staging.js';
import type { Vector } from '../../layout/space.js';
import { line } from '../lines.js';
import { ease } from '../progress.js';
import { shown } from '../scene.js';
import { mark } from '../tiles.js';
import { barTiles } from './bars.js';
import { leavingShare, leavingTiles } from './leaving.js';
import { idIn, movedLeft, type ChainLayout } from './layout.js';
import { restMoment } from './rest.js';

export function stageChain(moment: Moment, layout: ChainLayout, reducedMotion = false): Staging {
  const { settings, inHand, bars } = layout;
  const parts = settings.map((setting, stage) =>
    setting.stage(stage === inHand ? moment : restMoment(moment, stage), reducedMotion),
  );
  const { tiles, lines, links } = parts[inHand];
  const states = layout.volumes.map(({ id, stage, station, lattice }) => {
    const state = parts[stage].volumes[id.slice(idIn(stage, '').length)];
    const waits = station === 'aside' && lattice.tensor === 'weights';
    const shown = waits ? lattice : movedLeft(state.lattice, layout.nearer[stage]);
    return [id, { ...state, lattice: shown }] as const;
  });
  const leaving = leavingShare(moment, reducedMotion);
  return {
    tiles: [
      ...tiles,
      ...leavingTiles(moment, layout, leaving),
      ...barTiles(bars, inHand, together(moment, reducedMotion)),
      ...arrows(layout, leaving),
    ],
    lines: [...lines, ...shafts(layout, leaving)],
    links,
    volumes: Object.fromEntries(states),
  };
}

/** The bars of the stages come end to end as the last value is written. */
function together({ frame, plan }: Moment, reducedMotion: boolean): number {
  const isLast = frame.stage === plan.stages.length - 1 && frame.ordinal + frame.lanes.length === frame.cells;
  return isLast ? ease(shown({ frame, reducedMotion }, 'write')) : 0;
}

/** Of a stage that is not in hand only its tensors and its weights stand there, and that one leads to the other. */
function ways({ tensors, inHand }: ChainLayout, leaving: number) {
  return tensors.slice(1).flatMap(({ box }, stage) => {
    const before = tensors[stage].box;
    const from: Vector = [before.max[0] + 0.6, 0, 0];
    const to: Vector = [box.min[0] - 0.9, 0, 0];
    const opacity = stage === inHand - 1 ? 1 - leaving : 1;
    return stage === inHand ? [] : [{ from, to, opacity }];
  });
}

function shafts(layout: ChainLayout, leaving: number): Line[] {
  return ways(layout, leaving).map(({ from, to, opacity }) =>
    line(from, to, { station: 'aside', tone: 'line', opacity }),
  );
}

function arrows(layout: ChainLayout, leaving: number): Tile[] {
  return ways(layout, leaving).map(({ to, opacity }): Tile => ({
    ...mark('→', [to[0] + 0.1, to[1], to[2]], 1),
    station: 'aside',
    opacity,
  }));
}
