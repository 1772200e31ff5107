import type { Choreography } from '../choreography.js';
import { chainLabels } from './labels.js';
import { chainLayout } from './layout.js';
import { stageChain } from './stage.js';

/** Several stages in a row, each with its own choreography. */
export function chainOf(choreographies: readonly Choreography[]): Choreography {
  return (facts) => {
    const layout = chainLayout(facts, choreographies);
    return {
      layout,
      stage: (moment, reducedMotion) => stageChain(moment, layout, reducedMotion),
      labels: (moment) => chainLabels(layout, moment),
    };
  };
}
