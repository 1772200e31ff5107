import type { Plan } from '../../../../math/types.js';
import { frameAt } from '../../../../timeline/frame.js';
import { startOfCellAt } from '../../../../timeline/position.js';
import type { Frame, Moment, Walk } from '../../../../timeline/types.js';

/** Enough to be in a stage, too little to begin its first beat. */
const justInside = 1e-3;

/** A moment as a stage sees it that is not in hand: at rest, nothing on its bench, and all of its cells made or none. */
export function restMoment(moment: Moment, stage: number): Moment {
  const { plan, frame } = moment;
  return {
    ...moment,
    frame: restFrame(plan, stage, stage < frame.stage, frame.walk),
    values: null,
    alongside: [],
    partial: null,
  };
}

function restFrame(plan: Plan, stage: number, isDone: boolean, walk: Walk): Frame {
  const frame = frameAt(plan, startOfCellAt(plan, stage, 0, walk) + justInside, walk);
  return { ...frame, beat: 'start', progress: 1, term: 0, cellsDone: isDone ? frame.cells : 0 };
}
