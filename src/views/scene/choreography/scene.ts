/** What all parts of the choreography look at. */
import type { Tensor } from '../../../math/types.js';
import type { CellValues, Frame, Moment, StageView } from '../../../timeline/types.js';
import { cellsPerMap } from '../../../timeline/cells.js';
import type { BenchRow } from '../layout/bench.js';
import { isRest } from '../layout/bench.js';
import type { SceneLayout } from '../layout/layout.js';
import { progressOf } from './progress.js';

export interface Scene {
  readonly view: StageView;
  readonly layout: SceneLayout;
  readonly frame: Frame;
  /** null until the engine's numbers of this very cell are here. */
  readonly values: CellValues | null;
  readonly reducedMotion: boolean;
  /** Somebody points at a cell: what belongs to the run steps back. */
  readonly pointed: boolean;
}

export function sceneOf(moment: Moment, layout: SceneLayout, reducedMotion: boolean): Scene {
  const { frame, values } = moment;
  const current =
    values?.stage === frame.stage && values.cell.every((place, axis) => place === frame.cell[axis]);
  return {
    view: moment.stages[frame.stage],
    layout,
    frame,
    values: current ? values : null,
    reducedMotion,
    pointed: moment.highlight !== null,
  };
}

/** Progress of a beat as it is shown: under reduced motion a beat is done as soon as it begins. */
export function shown(scene: Scene, beat: Frame['beat']): number {
  const progress = progressOf(scene.frame, beat);
  return scene.reducedMotion && progress > 0 ? 1 : progress;
}

/** How far the filter has come from the rack; only the first cell of a map brings one, later cells find it there. */
export function filterShown(scene: Scene): number {
  const { frame, view } = scene;
  if (frame.beat === 'start') return 0;
  return frame.ordinal % cellsPerMap(view.stage) === 0 ? shown(scene, 'filter') : 1;
}

/** Channel whose numbers a bench row shows now; the row of the rest shows the one in hand, or none. */
export function channelInRow({ frame }: Scene, row: BenchRow): number | null {
  const [first, last] = row.channels;
  if (!isRest(row)) return first;
  return frame.beat === 'add' && frame.channel >= first && frame.channel <= last ? frame.channel : null;
}

/** Value divided by the range of its scale, −1 … 1. */
export function shadeOf(value: number, range: number): number {
  if (!Number.isFinite(value)) return NaN;
  return range > 0 ? Math.min(Math.max(value / range, -1), 1) : 0;
}

/** Element of a row-major tensor. */
export function elementOf({ shape, data }: Tensor, index: readonly number[]): number {
  return data[index.reduce((flat, place, axis) => flat * shape[axis] + place, 0)];
}
