import type { Lattice } from '../../layout/lattice.js';
import { mix } from '../../layout/space.js';
import { isRest, type BenchRow } from '../../layout/bench.js';
import { ease } from '../progress.js';
import { isFinished, shown, type Scene } from '../scene.js';
import type { RodLayout, Sheets } from './layout.js';

export interface RodScene extends Scene {
  readonly layout: RodLayout;
}

/** Share of the last value's flight after which the sheets come together again. */
const landed = 0.5;

/** 0: a volume, 1: sheets apart. They move apart with the first filter, and together once the last value has landed. */
export function spreadOf(scene: RodScene): number {
  const { frame } = scene;
  if (frame.beat === 'start') return 0;
  if (isLast(scene) && shown(scene, 'write') > 0)
    return 1 - ease(Math.max(shown(scene, 'write') - landed, 0) / (1 - landed));
  return frame.ordinal === 0 ? ease(shown(scene, 'filter')) : 1;
}

/** How far the value has flown into the output; the last one is quicker, so that the sheets can follow. */
export function writeFlight(scene: RodScene): number {
  const share = shown(scene, 'write');
  return isLast(scene) ? Math.min(share / landed, 1) : share;
}

function isLast({ frame }: RodScene): boolean {
  return frame.ordinal === frame.cells - 1;
}

/** @param spread 0: a volume, 1: sheets apart */
export function sheetsAt({ glued, apart }: Sheets, spread: number): Lattice {
  if (spread <= 0) return glued;
  if (spread >= 1) return apart;
  return { ...apart, depth: mix(glued.depth, apart.depth, spread) };
}

/** Is a place in hand, between the first beat and the end of the stage? */
export function hasPlace(scene: RodScene): boolean {
  return shown(scene, 'place') > 0 && !isFinished(scene);
}

/** A row of the table comes to the bench: the first one as a beat of its own, the others as their products are weighed. */
export function weighing(scene: RodScene): { readonly rise: number; readonly weigh: number } {
  const { frame } = scene;
  if (frame.beat === 'start') return { rise: 0, weigh: 0 };
  const weigh = shown(scene, 'weigh');
  if (frame.ordinal === 0) return { rise: shown(scene, 'filter'), weigh };
  return { rise: Math.min(weigh * 2, 1), weigh: Math.max(weigh * 2 - 1, 0) };
}

/** Channel whose numbers a bench row shows now; the row of the rest shows the one in hand, or none. */
export function channelInRow({ frame }: RodScene, row: BenchRow): number | null {
  const [first, last] = row.channels;
  if (!isRest(row)) return first;
  return frame.beat === 'add' && frame.channel >= first && frame.channel <= last ? frame.channel : null;
}
