/** When a stage begins, the bench of the one before fades: what was read and weighed last is seen to be over. */
import { frameAt } from '../../../../timeline/frame.js';
import { segmentsOfCell, startOfCellAt } from '../../../../timeline/position.js';
import type { Moment } from '../../../../timeline/types.js';
import type { Tile } from '../../staging.js';
import type { ChainLayout } from './layout.js';

/** 1 as the stage in hand begins, 0 once its first beat is over. */
export function leavingShare({ frame, plan }: Moment, reducedMotion: boolean): number {
  if (reducedMotion || frame.stage === 0 || frame.ordinal > 0) return 0;
  if (frame.beat === 'start') return 1;
  const [first] = segmentsOfCell(plan.stages[frame.stage], 0, frame.walk);
  return frame.beat === first?.beat ? 1 - frame.progress : 0;
}

const nothingMore = {
  values: null,
  alongside: [],
  partial: null,
  selection: null,
  highlight: null,
  reading: null,
} as const;

export function leavingTiles(moment: Moment, { settings, inHand }: ChainLayout, share: number): Tile[] {
  if (share === 0) return [];
  const { plan, frame } = moment;
  const end = frameAt(plan, startOfCellAt(plan, inHand, 0, frame.walk), frame.walk);
  const { tiles } = settings[inHand - 1].stage({ ...moment, ...nothingMore, frame: end }, false);
  return tiles
    .filter(({ station }) => station === 'bench' || station === 'sum')
    .map((tile): Tile => {
      const { target: _, ...rest } = tile;
      return { ...rest, station: 'aside', opacity: tile.opacity * share };
    });
}
