import type { Choreography } from '../choreography.js';
import type { Detail } from './detail.js';
import { standardLabels } from './labels.js';
import { standardLayout, type StandardLayout } from './layout.js';
import { onLines } from './line-layout.js';
import { stageStandard } from './stage.js';
import type { Setting } from '../choreography.js';
import type { Stage } from '../../../../math/types.js';

/** Full-depth filters: a row of the bench for each channel, whose partials meet in one sum. */
export const standard: Choreography = (facts) =>
  standardWith([], facts.stage, onLines(standardLayout(facts.stage, facts), facts.stage, facts, false));

/** The same with what further facts of the stage bring in. */
export function standardWith(details: readonly Detail[], stage: Stage, layout: StandardLayout): Setting {
  return {
    layout,
    stage: (moment, reducedMotion) => stageStandard(moment, layout, reducedMotion, details),
    labels: (moment) => [
      ...standardLabels(layout, stage, moment.frame, moment.stages[moment.frame.stage].turned),
      ...details.flatMap(({ labels }) => labels?.(layout, stage, moment.frame) ?? []),
    ],
  };
}
