import type { Moment } from '../../../timeline/types.js';
import { filtersShown } from '../layout/rack.js';
import type { Facts, Road } from './choreography.js';

/** @param road where a person has chosen one; else the one that the walk goes along */
export function factsOf({ plan, frame }: Pick<Moment, 'plan' | 'frame'>, road?: Road | null): Facts {
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
  };
}

export function sameFacts(a: Facts, b: Facts): boolean {
  return (Object.keys(a) as (keyof Facts)[]).every((fact) => a[fact] === b[fact]);
}
