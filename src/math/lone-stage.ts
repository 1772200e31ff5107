/** One stage taken out of its plan, to be run by itself. */

import type { Plan, Stage } from './types.js';

/** What may differ in a stage that is run by itself. */
export type StageChange = Partial<Pick<Stage, 'bias' | 'activation'>> & {
  /** Images. */
  readonly batch?: number;
};

/** A plan of this stage alone, which reads the plan's input; without bias and activation it is its matrix and no more. */
export function loneStage(stage: Stage, { batch = stage.input[0], ...change }: StageChange = {}): Plan {
  const images = <Shape extends readonly number[]>([, ...image]: Shape) =>
    [batch, ...image] as unknown as Shape;
  const alone: Stage = {
    ...stage,
    ...change,
    index: 0,
    from: [-1],
    input: images(stage.input),
    output: images(stage.output),
    big: images(stage.big),
    small: images(stage.small),
  };
  return { stages: [alone], problems: [], warnings: [] };
}
