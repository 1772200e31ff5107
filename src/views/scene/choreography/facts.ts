import { runsInLanes } from '../../../timeline/cells.js';
import type { Moment } from '../../../timeline/types.js';
import { filtersShown } from '../layout/rack.js';
import type { Circumstances, Facts } from './choreography.js';
import { isFinished } from './scene.js';

export function factsOf(
  { plan, frame }: Pick<Moment, 'plan' | 'frame'>,
  { road, room = 'ample' }: Partial<Circumstances> = {},
): Facts {
  const stage = plan.stages[frame.stage];
  const [batch, , , channel] = frame.cell;
  const { first: filter } = filtersShown(stage, channel);
  return {
    plan,
    stage,
    batch,
    filter,
    road: road ?? (frame.walk === 'input' ? 'scatter' : 'gather'),
    left: 0,
    compact: false,
    room,
    isOver: runsInLanes(stage) && isFinished({ frame }),
  };
}

export function sameFacts(a: Facts, b: Facts): boolean {
  return (Object.keys(a) as (keyof Facts)[]).every((fact) => a[fact] === b[fact]);
}
