import { termsOf } from '../../math/incidence.js';
import type { Index4 } from '../../math/types.js';
import { cellCount, walkOf } from '../../timeline/cells.js';
import type { Frame, Moment } from '../../timeline/types.js';

/**
 * The frame of a stage: the moment's own where it runs; an earlier stage is finished, a later one has not begun, and neither
 * has anything in hand.
 */
export function frameOfStage({ frame, plan }: Moment, index: number): Frame {
  if (index === frame.stage) return frame;
  const stage = plan.stages[index];
  const cell: Index4 = [0, 0, 0, 0];
  const terms = termsOf(stage, cell);
  const taps = stage.kernel[0] * stage.kernel[1];
  const cells = cellCount(stage, frame.walk);
  return {
    ...frame,
    walk: walkOf(stage, frame.walk),
    stage: index,
    cells,
    cellsDone: index < frame.stage ? cells : 0,
    cell,
    lanes: [cell],
    ordinal: 0,
    stamp: null,
    terms,
    term: 0,
    beat: 'start',
    progress: 1,
    channels: terms.length / taps,
    taps,
    channel: 0,
  };
}
