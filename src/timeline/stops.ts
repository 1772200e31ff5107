/** Where stepping halts. */
import type { Plan } from '../math/types.js';
import { cellCount, cellsPerMap, cellsPerRow } from './cells.js';
import { clampStep, positionOf, startOfCellAt, stepIn, stepsOf } from './position.js';
import type { Grain, Walk } from './types.js';
import { segmentsOfUnit, unitOf } from './units.js';

const tolerance = 1e-6;

/** The nearest stop of a grain after a step; at the end, the end. */
export function nextStop(plan: Plan, step: number, grain: Grain, walk: Walk = 'output'): number {
  const from = clampStep(plan, step, walk) + tolerance;
  const end = stepsOf(plan, walk);
  if (from >= end) return end;
  const here = positionOf(plan, from, walk);
  const { unit } = here;
  switch (grain) {
    case 'term':
      return stepIn(here, Math.min(Math.ceil(here.within), unit.terms));
    case 'beat': {
      const segment = segmentsOfUnit(unit).find((each) => stepIn(here, each.to) > from);
      return stepIn(here, segment?.to ?? unit.terms);
    }
    case 'row':
      return stepAfterRow(plan, step, 1, walk);
    case 'map': {
      const cells = cellsPerMap(here.stage, walk);
      return afterCells(plan, here.stage.index, (Math.floor(unit.first / cells) + 1) * cells, walk);
    }
    default:
      return stepIn(here, unit.terms);
  }
}

/** The nearest stop of a grain before a step; at the start, the start. */
export function previousStop(plan: Plan, step: number, grain: Grain, walk: Walk = 'output'): number {
  const from = clampStep(plan, step, walk) - tolerance;
  if (from <= 0) return 0;
  const here = positionOf(plan, from, walk);
  const { unit } = here;
  switch (grain) {
    case 'term':
      return stepIn(here, Math.floor(here.within));
    case 'beat': {
      const ends = segmentsOfUnit(unit).map((each) => stepIn(here, each.to));
      return ends.filter((end) => end < from).at(-1) ?? stepIn(here, 0);
    }
    case 'row':
      return stepAfterRow(plan, step, -1, walk);
    case 'map': {
      const cells = cellsPerMap(here.stage, walk);
      return afterCells(plan, here.stage.index, Math.floor(unit.first / cells) * cells, walk);
    }
    default:
      return stepIn(here, 0);
  }
}

/** The step at which so many cells are done, those that run in step with the last of them included. */
function afterCells(plan: Plan, stage: number, cells: number, walk: Walk): number {
  const planned = plan.stages[stage];
  const within = Math.min(Math.max(cells, 0), cellCount(planned, walk));
  if (within === 0) return startOfCellAt(plan, stage, 0, walk);
  const { first, lanes } = unitOf(planned, within - 1, walk);
  return startOfCellAt(plan, stage, first + lanes, walk);
}

/** The end of the cell in the same column, one row on or back; at the borders of a stage, its first or last step. */
function stepAfterRow(plan: Plan, step: number, direction: 1 | -1, walk: Walk): number {
  const { stage, unit, within } = positionOf(plan, step + direction * tolerance, walk);
  const isBorder = direction === 1 && within <= tolerance * 2;
  const made = unit.first + (isBorder || within <= 0 ? 0 : unit.lanes);
  return afterCells(plan, stage.index, made + direction * cellsPerRow(stage, walk), walk);
}
