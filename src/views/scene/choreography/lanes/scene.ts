import { offsetOf } from '../../../../math/tensor.js';
import type { Index4 } from '../../../../math/types.js';
import type { CellValues } from '../../../../timeline/types.js';
import { isRest } from '../../layout/bench.js';
import { ease, progressOf } from '../progress.js';
import { isFinished, shown, type Scene } from '../scene.js';
import type { LaneRow, LanesLayout } from './layout.js';

export interface LanesScene extends Scene {
  readonly layout: LanesLayout;
}

/**
 * What a row does now. 'making': its cell is in the making. 'made': at the first place, where the first lane goes alone,
 * its cell is finished and stays to be compared. 'waiting': nothing yet.
 */
export type Turn = 'waiting' | 'making' | 'made';

/** 1: channels stand as a volume, 0: in lanes. They slide apart before the first cell and together after the last. */
export function glueOf(scene: LanesScene): number {
  const { frame } = scene;
  if (frame.beat === 'start') return 1;
  if (frame.ordinal === 0 && progressOf(frame, 'spread') < 1) return 1 - ease(shown(scene, 'spread'));
  return isFinished(scene) || frame.beat === 'glue' ? ease(shown(scene, 'glue')) : 0;
}

/** The output cell of a row at the place in hand; of a row that stands for many, its first. */
export function cellOf({ frame, layout }: LanesScene, { channels, maps }: LaneRow): Index4 {
  const [batch, row, column] = frame.cell;
  return [batch, row, column, channels[0] * layout.maps + maps[0]];
}

export function turnOf(scene: LanesScene, row: LaneRow): Turn {
  const { frame } = scene;
  if (['start', 'spread', 'filter'].includes(frame.beat)) return 'waiting';
  const channel = cellOf(scene, row)[3];
  const [first, last] = [frame.lanes[0][3], frame.lanes[frame.lanes.length - 1][3]];
  return channel < first ? 'made' : channel > last ? 'waiting' : 'making';
}

/** One lane goes alone and the others only wait. */
export function goesAlone({ frame, layout }: LanesScene): boolean {
  return frame.lanes.length < layout.stage.filters && frame.lanes[0][3] === 0 && !before(frame.beat);
}

function before(beat: LanesScene['frame']['beat']): boolean {
  return beat === 'start' || beat === 'spread' || beat === 'filter';
}

/** The lane that a pointed-at cell belongs to: nothing outside it is lit. null where there is none or several. */
export function laneInFocus({ highlight, layout }: LanesScene): number | null {
  if (!highlight) return null;
  const lanes = new Set([
    ...highlight.input.map(([, , , channel]) => channel),
    ...highlight.output.map(([, , , channel]) => Math.floor(channel / layout.maps)),
  ]);
  return lanes.size === 1 ? [...lanes][0] : null;
}

/** Somebody points into another lane, and this one plays no part. */
export function isolates(scene: LanesScene, { channels: [first, last] }: Pick<LaneRow, 'channels'>): boolean {
  const lane = laneInFocus(scene);
  return lane !== null && (lane < first || lane > last);
}

/** The engine's numbers of a row's cell; null until they are here, and for a row that stands for many. */
export function valuesOf(scene: LanesScene, row: LaneRow): CellValues | null {
  if (isRest(row)) return null;
  const { output } = scene.layout.stage;
  const wanted = offsetOf(output, cellOf(scene, row));
  return scene.alongside.find(({ cell }) => offsetOf(output, cell) === wanted) ?? null;
}

/** How far the slices have come from the rack: all at the very first cell, from then on they are there. */
export function slicesShown(scene: LanesScene): number {
  const { frame } = scene;
  if (frame.beat === 'start' || frame.beat === 'spread') return 0;
  return frame.ordinal === 0 ? shown(scene, 'filter') : 1;
}
