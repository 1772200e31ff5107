/** Which choreography a plan calls for, by facts of its stages. All but the standard one are loaded when first needed. */
import { onDemand } from '../../../loading/on-demand.js';
import type { Stage } from '../../../math/types.js';
import { mixesOnePlace, runsInLanes } from '../../../timeline/cells.js';
import type { Choreography, Facts, Road } from './choreography.js';
import { standard } from './standard/standard.js';

/** @returns the choreography, or a promise of it while it is being loaded */
export function choreographyFor({ plan, stage, road }: Facts): Choreography | Promise<Choreography> {
  if (plan.stages.length === 1) return ofStage(stage, road);
  const chainOf = chain();
  const stages = plan.stages.map((each) => ofStage(each, road));
  const here = stages.filter((each): each is Choreography => !(each instanceof Promise));
  if (chainOf instanceof Promise || here.length < stages.length)
    return Promise.all([chainOf, ...stages]).then(([join, ...parts]) => join(parts));
  return chainOf(here);
}

function ofStage(stage: Stage, road: Road): Choreography | Promise<Choreography> {
  if (stage.op === 'transposed') return road === 'scatter' ? scatter() : gather();
  if (runsInLanes(stage)) return lanes();
  if (mixesOnePlace(stage)) return rod();
  return isPlain(stage) ? standard : detailed();
}

/** Nothing but full-depth filters that go from cell to cell. */
function isPlain({ stride, dilation, padding, groups, activation }: Stage): boolean {
  const steps = [...stride, ...dilation, groups];
  return steps.every((step) => step === 1) && padding.every((side) => side === 0) && activation === 'none';
}

const detailed = onDemand(() => import('./standard/details/detailed.js').then((module) => module.detailed));
const chain = onDemand(() => import('./chain/chain.js').then((module) => module.chainOf));
const rod = onDemand(() => import('./rod/rod.js').then((module) => module.rod));
const lanes = onDemand(() => import('./lanes/lanes.js').then((module) => module.lanes));
const gather = onDemand(() => import('./gather/gather.js').then((module) => module.gather));
const scatter = onDemand(() => import('./scatter/scatter.js').then((module) => module.scatter));
