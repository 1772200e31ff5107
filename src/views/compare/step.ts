import { termsPerOutput } from '../../math/incidence.js';
import type { Plan } from '../../math/types.js';
import { isPositionMajor, ordinalOf } from '../../timeline/cells.js';
import { startOfCellAt, stepsOf } from '../../timeline/position.js';
import type { Walk } from '../../timeline/types.js';
import { placeAt, tickInHand, type Tick } from './clock.js';

/**
 * The step at which a layer's own views show the clock's place: all channels of it where the run makes them together,
 * else those of the first filter. In a walk along the inputs there is no such place: then the same share of the run.
 */
export function stepAt(plan: Plan, clock: Tick, walk: Walk): number {
  const last = plan.stages.at(-1)!;
  const [hand, place] = [tickInHand(clock), placeAt(last, clock)];
  if (!hand || !place) return 0;
  if (walk === 'input') return Math.round((stepsOf(plan, walk) * clock.at) / clock.of);
  const start = startOfCellAt(plan, last.index, ordinalOf(last, place));
  const cells = isPositionMajor(last) ? last.output[3] : 1;
  return start + cells * termsPerOutput(last) * hand.progress;
}
