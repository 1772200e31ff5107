import type { Choreography } from '../choreography.js';
import { laneLabels } from './labels.js';
import { lanesLayout } from './layout.js';
import { stageLanes } from './stage.js';

/** Every channel is read alone: lanes that nothing crosses, run in step. */
export const lanes: Choreography = (facts) => {
  const layout = lanesLayout(facts);
  return {
    layout,
    stage: (moment, reducedMotion) => stageLanes(moment, layout, reducedMotion),
    labels: ({ frame }) => laneLabels(layout, frame),
  };
};
