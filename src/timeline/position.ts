/** Where a step lies: which stage, which cells, how far into them. */
import type { Plan, Stage } from '../math/types.js';
import { cellCount } from './cells.js';
import type { Walk } from './types.js';
import { termsPerCell, unitOf, type Unit } from './units.js';

export { segmentsOfCell } from './units.js';

export interface Position {
  readonly stage: Stage;
  /** Step at which the stage begins. */
  readonly stageStart: number;
  /** The cells in the making. */
  readonly unit: Unit;
  /** Terms of each of them, with a fraction: 0 only at the very start of the run, else above 0 and at most their number. */
  readonly within: number;
}

/** Dense terms of one stage. */
export function stepsOfStage(stage: Stage, walk: Walk = 'output'): number {
  return cellCount(stage, walk) * termsPerCell(stage, walk);
}

/** Dense terms of a plan: its last step. */
export function stepsOf(plan: Plan, walk: Walk = 'output'): number {
  return plan.stages.reduce((sum, stage) => sum + stepsOfStage(stage, walk), 0);
}

/** Brings any number into 0 … stepsOf(plan); what is not a number becomes 0. */
export function clampStep(plan: Plan, step: number, walk: Walk = 'output'): number {
  return Number.isFinite(step)
    ? Math.min(Math.max(step, 0), stepsOf(plan, walk))
    : step === Infinity
      ? stepsOf(plan, walk)
      : 0;
}

/**
 * The place of a step. A cell owns the steps after its predecessor's last one up to its own last one, so that a
 * whole number of cells shows the cell just made.
 *
 * @throws RangeError for a plan without stages
 */
export function positionOf(plan: Plan, step: number, walk: Walk = 'output'): Position {
  if (plan.stages.length === 0) throw new RangeError('A plan without stages has no steps.');
  const clamped = clampStep(plan, step, walk);
  let stageStart = 0;
  let stage = plan.stages[0];
  for (stage of plan.stages) {
    const end = stageStart + stepsOfStage(stage, walk);
    if (clamped <= end || stage.index === plan.stages.length - 1) break;
    stageStart = end;
  }
  const local = clamped - stageStart;
  const terms = termsPerCell(stage, walk);
  const unit = unitOf(stage, Math.max(Math.ceil(local / terms) - 1, 0), walk);
  return { stage, stageStart, unit, within: (local - unit.first * terms) / unit.lanes };
}

/** The step at which so many terms of each cell of a unit are done. */
export function stepIn({ stageStart, unit }: Position, within: number): number {
  return stageStart + unit.first * unit.terms + within * unit.lanes;
}

/** Step at which `cells` cells of a stage are done. */
export function startOfCellAt(plan: Plan, stage: number, cells: number, walk: Walk = 'output'): number {
  const before = plan.stages.slice(0, stage).reduce((sum, each) => sum + stepsOfStage(each, walk), 0);
  return before + cells * termsPerCell(plan.stages[stage], walk);
}
