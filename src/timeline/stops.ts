/** Where stepping halts. */
import { termsPerOutput } from '../math/incidence.js';
import type { Plan } from '../math/types.js';
import { cellCount, cellsPerMap, cellsPerRow } from './cells.js';
import { clampStep, positionOf, segmentsOfCell, startOfCell, stepsOf } from './position.js';
import type { Grain } from './types.js';

const tolerance = 1e-6;

/** The nearest stop of a grain after a step; at the end, the end. */
export function nextStop(plan: Plan, step: number, grain: Grain): number {
  const from = clampStep(plan, step) + tolerance;
  if (from >= stepsOf(plan)) return stepsOf(plan);
  if (grain === 'term') return clampStep(plan, Math.ceil(from));
  const here = positionOf(plan, from);
  const start = startOfCell(here);
  const terms = termsPerOutput(here.stage);
  if (grain === 'beat') {
    const segment = segmentsOfCell(here.stage, here.ordinal).find((each) => start + each.to > from);
    return start + (segment?.to ?? terms);
  }
  if (grain === 'row') return stepAfterRow(plan, step, 1);
  const cells = grain === 'map' ? cellsPerMap(here.stage) : 1;
  return here.stageStart + (Math.floor(here.ordinal / cells) + 1) * cells * terms;
}

/** The nearest stop of a grain before a step; at the start, the start. */
export function previousStop(plan: Plan, step: number, grain: Grain): number {
  const from = clampStep(plan, step) - tolerance;
  if (from <= 0) return 0;
  if (grain === 'term') return Math.floor(from);
  const here = positionOf(plan, from);
  const start = startOfCell(here);
  if (grain === 'beat') {
    const ends = segmentsOfCell(here.stage, here.ordinal).map((each) => start + each.to);
    return ends.filter((end) => end < from).at(-1) ?? start;
  }
  if (grain === 'row') return stepAfterRow(plan, step, -1);
  const cells = grain === 'map' ? cellsPerMap(here.stage) : 1;
  return here.stageStart + Math.floor(here.ordinal / cells) * cells * termsPerOutput(here.stage);
}

/** The end of the cell in the same column, one row on or back; at the borders of a stage, its first or last step. */
function stepAfterRow(plan: Plan, step: number, direction: 1 | -1): number {
  const { stage, stageStart, ordinal, within } = positionOf(plan, step + direction * tolerance);
  const terms = termsPerOutput(stage);
  const isBorder = direction === 1 && within <= tolerance * 2;
  const made = isBorder ? ordinal : ordinal + (within > 0 ? 1 : 0);
  const wanted = made + direction * cellsPerRow(stage);
  return stageStart + Math.min(Math.max(wanted, 0), cellCount(stage)) * terms;
}
