/** The other way round than tempo.ts: from steps to time. It loads with what asks for it. */
import type { Plan } from '../math/types.js';
import { cellCount, cellsPerMap, mixesOnePlace, runsInLanes } from './cells.js';
import { clampStep, positionOf, stepIn, type Position } from './position.js';
import { fullDuration, manyMaps, mostCarried, nudge, unitDuration } from './tempo.js';
import type { Walk } from './types.js';
import { segmentsOfUnit, type Unit } from './units.js';

/** Cells by which a sum of steps may miss a border. */
const tolerance = 1e-9;

/**
 * Milliseconds at speed 1 from a step to a later one; 0 where it is not later.
 *
 * @returns what `advance` needs to get there
 */
export function timeBetween(plan: Plan, from: number, to: number, walk: Walk = 'output'): number {
  const end = clampStep(plan, to, walk);
  let current = clampStep(plan, from, walk);
  let time = 0;
  while (current < end) {
    const here = positionOf(plan, nudge(current), walk);
    const units = current <= stepIn(here, 0) ? wholeUnits(here, end) : 0;
    const next =
      units > 0 ? stepIn(here, here.unit.terms * units) : Math.min(stepIn(here, here.unit.terms), end);
    time += units > 0 ? unitDuration(here.unit) * units : timeWithin(here, current, next);
    current = next;
  }
  return time;
}

/** Units from the one in hand on that take equally long and end by a step. */
function wholeUnits({ unit, stageStart }: Position, end: number): number {
  const { first, lanes, terms } = unit;
  const done = Math.floor((end - stageStart) / terms + tolerance);
  return Math.floor((Math.min(sameUntil(unit), done) - first) / lanes);
}

/** Place in the order up to which every unit takes as long as this one, by {@link unitDuration}. */
function sameUntil({ stage, walk, first, lanes }: Unit): number {
  const end = cellCount(stage, walk);
  const perMap = cellsPerMap(stage, walk);
  const map = Math.floor(first / perMap);
  if (walk === 'input') return first >= mostCarried ? end : first + lanes;
  if (runsInLanes(stage) || mixesOnePlace(stage)) return map > 2 ? end : first + lanes;
  if (map >= manyMaps) return end;
  return first % perMap > (map === 0 ? 2 : 0) ? (map + 1) * perMap : first + lanes;
}

/** Milliseconds between two steps of one unit. */
function timeWithin(here: Position, from: number, to: number): number {
  const { unit } = here;
  const scale = unitDuration(unit) / fullDuration(unit);
  return segmentsOfUnit(unit).reduce((time, segment) => {
    const [start, end] = [stepIn(here, segment.from), stepIn(here, segment.to)];
    const covered = Math.max(Math.min(end, to) - Math.max(start, from), 0);
    return time + (segment.duration * scale * covered) / (end - start);
  }, 0);
}
