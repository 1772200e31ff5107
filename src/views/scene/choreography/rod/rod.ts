import type { Choreography } from '../choreography.js';
import { rodLabels } from './labels.js';
import { rodLayout } from './layout.js';
import { stageRod } from './stage.js';

/** All channels of one place are mixed; a rod through that place shows that neighbours play no part. */
export const rod: Choreography = (facts) => {
  const layout = rodLayout(facts);
  return {
    layout,
    stage: (moment, reducedMotion) => stageRod(moment, layout, reducedMotion),
    labels: ({ frame }) => rodLabels(layout, frame),
  };
};
