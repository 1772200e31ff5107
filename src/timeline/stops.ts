/** Where stepping halts. */
import { termsPerOutput } from '../math/incidence.js';
import type { Plan } from '../math/types.js';
import { cellsPerMap } from './cells.js';
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
  const cells = cellsInGrain(plan, from, grain);
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
  const cells = cellsInGrain(plan, from, grain);
  return here.stageStart + Math.floor(here.ordinal / cells) * cells * termsPerOutput(here.stage);
}

function cellsInGrain(plan: Plan, step: number, grain: Grain): number {
  const { stage } = positionOf(plan, step);
  if (grain === 'map') return cellsPerMap(stage);
  return grain === 'row' ? stage.output[2] : 1;
}
