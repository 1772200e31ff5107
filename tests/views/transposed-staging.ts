/** The two pictures of a transposed convolution. */
import type { Moment } from '../../src/timeline/types.js';
import type { Choreography, Road, Setting } from '../../src/views/scene/choreography/choreography.js';
import { factsOf } from '../../src/views/scene/choreography/facts.js';
import { gather } from '../../src/views/scene/choreography/gather/gather.js';
import { scatter } from '../../src/views/scene/choreography/scatter/scatter.js';
import type { Staging } from '../../src/views/scene/staging.js';

const roads: Readonly<Record<Road, Choreography>> = { scatter, gather };

export function settingOf(road: Road, moment: Moment): Setting {
  return roads[road](factsOf(moment, { road }));
}

export function stagingOf(road: Road, moment: Moment, reducedMotion = false): Staging {
  return settingOf(road, moment).stage(moment, reducedMotion);
}
