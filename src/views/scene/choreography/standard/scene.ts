import { cellsPerMap } from '../../../../timeline/cells.js';
import { isRest, type BenchRow } from '../../layout/bench.js';
import type { Lattice } from '../../layout/lattice.js';
import { shown, type Scene } from '../scene.js';
import { asGiven } from '../turn.js';
import type { StandardLayout } from './layout.js';

export interface StandardScene extends Scene {
  readonly layout: StandardLayout;
}

/** How far the filter has come from the rack; only the first cell of a map brings one, later cells find it there. */
export function filterShown(scene: StandardScene): number {
  const { frame, view } = scene;
  if (frame.beat === 'start') return 0;
  return frame.ordinal % cellsPerMap(view.stage) === 0 ? shown(scene, 'filter') : 1;
}

export function rackLattice({ view, layout }: StandardScene): Lattice {
  return asGiven(layout.rack.lattice, view.turned);
}

/** Channel whose numbers a bench row shows now; the row of the rest shows the one in hand, or none. */
export function channelInRow({ frame }: StandardScene, row: BenchRow): number | null {
  const [first, last] = row.channels;
  if (!isRest(row)) return first;
  return frame.beat === 'add' && frame.channel >= first && frame.channel <= last ? frame.channel : null;
}
