/** How long things take. Tempo is a function of the step, so that playing and scrubbing agree. */
import { termsPerOutput } from '../math/incidence.js';
import type { Plan, Stage } from '../math/types.js';
import { cellsPerMap } from './cells.js';
import { clampStep, positionOf, segmentsOfCell, startOfCell, stepsOf } from './position.js';

/** Milliseconds at speed 1 that a whole first map, or a later one, may take beyond its first cells. */
const firstMapRest = 12_000;
const laterMapRest = 3_000;
/** From this map on, whole maps pass in a beat. */
const manyMaps = 8;
const quickMap = 500;

/**
 * Milliseconds that a cell takes at speed 1: the first in full, two at a walk, the rest of that map briskly; each
 * later map shows one cell slowly; the maps after the eighth flash by. Big maps are hurried so that they end.
 */
export function cellDuration(stage: Stage, ordinal: number): number {
  const perMap = cellsPerMap(stage);
  const map = Math.floor(ordinal / perMap);
  const inMap = ordinal % perMap;
  if (map >= manyMaps) return quickMap / perMap;
  if (map === 0) {
    if (inMap === 0) return fullDuration(stage, ordinal);
    return inMap <= 2 ? 1200 : Math.min(350, firstMapRest / perMap);
  }
  return inMap === 0 ? 2100 : Math.min(150, laterMapRest / perMap);
}

function fullDuration(stage: Stage, ordinal: number): number {
  return segmentsOfCell(stage, ordinal).reduce((sum, segment) => sum + segment.duration, 0);
}

/**
 * The step that is reached after playing for a time.
 *
 * @param milliseconds at speed 1; negative plays backwards to the start of the cell in hand at most
 */
export function advance(plan: Plan, step: number, milliseconds: number): number {
  const end = stepsOf(plan);
  let current = clampStep(plan, step);
  let left = milliseconds;
  while (left > 0 && current < end) {
    const here = positionOf(plan, nudge(current));
    const natural = fullDuration(here.stage, here.ordinal);
    const scale = cellDuration(here.stage, here.ordinal) / natural;
    const start = startOfCell(here);
    const terms = termsPerOutput(here.stage);
    for (const segment of segmentsOfCell(here.stage, here.ordinal)) {
      const within = current - start;
      if (within >= segment.to) continue;
      const whole = segment.duration * scale;
      const needed = whole * ((segment.to - within) / (segment.to - segment.from));
      if (needed > left) return current + (left / whole) * (segment.to - segment.from);
      left -= needed;
      current = segment.to === terms ? start + terms : start + segment.to;
    }
  }
  return current;
}

/** Just after a step: a step between two cells belongs to the earlier one, but time goes on in the later. */
function nudge(step: number): number {
  return step + 1e-6 + step * 1e-12;
}
