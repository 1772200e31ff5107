/** Where a step lies: which stage, which output cell, how far into it. */
import type { Plan, Stage } from '../math/types.js';
import { termsPerOutput } from '../math/incidence.js';
import { cellCount, cellsPerMap } from './cells.js';
import { segmentsOf, type Segment } from './beats.js';

export interface Position {
  readonly stage: Stage;
  /** Step at which the stage begins. */
  readonly stageStart: number;
  readonly ordinal: number;
  /** Steps into the cell: 0 only at the very start of the run, else above 0 and at most the number of its terms. */
  readonly within: number;
}

/** Dense terms of one stage. */
export function stepsOfStage(stage: Stage): number {
  return cellCount(stage) * termsPerOutput(stage);
}

/** Dense terms of a plan: its last step. */
export function stepsOf(plan: Plan): number {
  return plan.stages.reduce((sum, stage) => sum + stepsOfStage(stage), 0);
}

/** Brings any number into 0 … stepsOf(plan); what is not a number becomes 0. */
export function clampStep(plan: Plan, step: number): number {
  return Number.isFinite(step)
    ? Math.min(Math.max(step, 0), stepsOf(plan))
    : step === Infinity
      ? stepsOf(plan)
      : 0;
}

/**
 * The place of a step. A cell owns the steps after its predecessor's last one up to its own last one, so that a
 * whole number of cells shows the cell just made.
 *
 * @throws RangeError for a plan without stages
 */
export function positionOf(plan: Plan, step: number): Position {
  if (plan.stages.length === 0) throw new RangeError('A plan without stages has no steps.');
  const clamped = clampStep(plan, step);
  let stageStart = 0;
  let stage = plan.stages[0];
  for (stage of plan.stages) {
    const end = stageStart + stepsOfStage(stage);
    if (clamped <= end || stage.index === plan.stages.length - 1) break;
    stageStart = end;
  }
  const local = clamped - stageStart;
  const terms = termsPerOutput(stage);
  const ordinal = Math.max(Math.ceil(local / terms) - 1, 0);
  return { stage, stageStart, ordinal, within: local - ordinal * terms };
}

/** Step at which a cell begins; its last step is that plus its number of terms. */
export function startOfCell(position: Position): number {
  return position.stageStart + position.ordinal * termsPerOutput(position.stage);
}

/** The beats of a cell of a stage. */
export function segmentsOfCell(stage: Stage, ordinal: number): readonly Segment[] {
  const taps = stage.kernel[0] * stage.kernel[1];
  return segmentsOf({
    channels: termsPerOutput(stage) / taps,
    taps,
    bias: stage.bias,
    bringsFilter: ordinal % cellsPerMap(stage) === 0,
  });
}

/** Step at which `cells` output cells of a stage are done. */
export function startOfCellAt(plan: Plan, stage: number, cells: number): number {
  const before = plan.stages.slice(0, stage).reduce((sum, each) => sum + stepsOfStage(each), 0);
  return before + cells * termsPerOutput(plan.stages[stage]);
}
