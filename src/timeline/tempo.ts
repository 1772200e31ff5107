/** How long things take. Tempo is a function of the step, so that playing and scrubbing agree. */
import type { Plan } from '../math/types.js';
import { cellsPerMap, mixesOnePlace, runsInLanes } from './cells.js';
import { clampStep, positionOf, stepIn, stepsOf } from './position.js';
import type { Walk } from './types.js';
import { segmentsOfUnit, type Unit } from './units.js';

/** Milliseconds at speed 1 that a whole first map, or a later one, may take beyond its first cells. */
const firstMapRest = 12_000;
const laterMapRest = 3_000;
/** From this map on, whole maps pass in a beat. */
export const manyMaps = 8;
const quickMap = 500;
/** A cell at a walk, one that is merely passed, and the first of a later map. */
const walked = 1200;
const passed = 350;
const firstOfMap = 2100;
const passedLater = 150;
/** Input cells of a scatter walk that are carried over one by one, and for how long each. */
export const mostCarried = 4;
const carried = 2600;

/**
 * Milliseconds that a unit takes at speed 1: the first in full, two at a walk, the rest of that map briskly; each
 * later map shows one cell slowly; the maps after the eighth flash by. Big maps are hurried so that they end.
 */
export function unitDuration(unit: Unit): number {
  const { stage, walk, first } = unit;
  const perMap = cellsPerMap(stage, walk);
  const map = Math.floor(first / perMap);
  const inMap = first % perMap;
  if (first === 0) return fullDuration(unit);
  if (walk === 'input')
    return map > 0 || first >= mostCarried ? rest(passed * 2, firstMapRest, perMap) : carried;
  if (runsInLanes(stage)) return map === 0 ? fullDuration(unit) : perPlace(unit, map);
  if (mixesOnePlace(stage)) return map === 0 ? walked : perPlace(unit, map) / perMap;
  if (map >= manyMaps) return quickMap / perMap;
  if (map === 0) return inMap <= 2 ? walked : rest(passed, firstMapRest, perMap);
  return inMap === 0 ? firstOfMap : rest(passedLater, laterMapRest, perMap);
}

/** Where all channels of a place follow each other, the places pass as cells do elsewhere. */
function perPlace({ stage }: Unit, place: number): number {
  return place <= 2 ? walked * 1.5 : rest(passed, firstMapRest, stage.output[1] * stage.output[2]);
}

function rest(each: number, all: number, count: number): number {
  return Math.min(each, all / count);
}

/** Milliseconds of a unit that is shown in full. */
export function fullDuration(unit: Unit): number {
  return segmentsOfUnit(unit).reduce((sum, segment) => sum + segment.duration, 0);
}

/**
 * The step that is reached after playing for a time.
 *
 * @param milliseconds at speed 1; negative plays backwards to the start of the cell in hand at most
 */
export function advance(plan: Plan, step: number, milliseconds: number, walk: Walk = 'output'): number {
  const end = stepsOf(plan, walk);
  let current = clampStep(plan, step, walk);
  let left = milliseconds;
  while (left > 0 && current < end) {
    const here = positionOf(plan, nudge(current), walk);
    const { unit } = here;
    const scale = unitDuration(unit) / fullDuration(unit);
    for (const segment of segmentsOfUnit(unit)) {
      const within = (current - stepIn(here, 0)) / unit.lanes;
      if (within >= segment.to) continue;
      const whole = segment.duration * scale;
      const length = segment.to - segment.from;
      const needed = whole * ((segment.to - within) / length);
      if (needed > left) return current + (left / whole) * length * unit.lanes;
      left -= needed;
      current = stepIn(here, segment.to);
    }
  }
  return current;
}

/** Just after a step: a step between two cells belongs to the earlier one, but time goes on in the later. */
export function nudge(step: number): number {
  return step + 1e-6 + step * 1e-12;
}
