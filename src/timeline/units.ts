/** What a run makes at once: mostly one cell; where no channels are added, all lanes of a place. */
import { channelsPerGroup, termsPerOutput, writtenSide } from '../math/incidence.js';
import type { Stage } from '../math/types.js';
import { segmentsOf, segmentsOfStamp, type Segment } from './beats.js';
import { cellCount, cellsPerMap, mixesOnePlace, runsInLanes, walkOf } from './cells.js';
import type { Walk } from './types.js';

/** Consecutive cells of a stage's order that are made in step. */
export interface Unit {
  readonly stage: Stage;
  readonly walk: Walk;
  /** Ordinal of the first of its cells. */
  readonly first: number;
  /** Cells made at once. */
  readonly lanes: number;
  /** Dense terms of one of its cells; the unit takes `lanes` times as many steps. */
  readonly terms: number;
}

/** Dense terms of a cell of a walk: products that make an output cell, or that an input cell spreads to. */
export function termsPerCell(stage: Stage, walk: Walk = 'output'): number {
  if (walkOf(stage, walk) === 'output') return termsPerOutput(stage);
  return stage.kernel[0] * stage.kernel[1] * channelsPerGroup(stage, writtenSide(stage));
}

/** The unit that a cell belongs to. */
export function unitOf(stage: Stage, ordinal: number, walk: Walk = 'output'): Unit {
  const shared = { stage, walk: walkOf(stage, walk), terms: termsPerCell(stage, walk) };
  if (!runsInLanes(stage)) return { ...shared, first: ordinal, lanes: 1 };
  const { lane, all } = lanesOf(stage);
  if (ordinal < lane) return { ...shared, first: 0, lanes: lane };
  if (ordinal < all) return { ...shared, first: lane, lanes: all - lane };
  return { ...shared, first: ordinal - (ordinal % all), lanes: all };
}

/** At the very first place the first lane goes alone, to be watched; then all others, and later all together. */
function lanesOf(stage: Stage): { readonly lane: number; readonly all: number } {
  return { lane: stage.filters / stage.groups, all: stage.filters };
}

/** Segments already made, by stage and by what distinguishes one of its units from another. */
const known = new WeakMap<Stage, Map<string, readonly Segment[]>>();

/** The beats of a unit, in terms of one of its cells. */
export function segmentsOfUnit(unit: Unit): readonly Segment[] {
  const { stage, walk, first, lanes } = unit;
  const bringsFilter = first % cellsPerMap(stage, walk) === 0;
  const isLast = first + lanes === cellCount(stage, walk);
  const key = `${walk} ${first === 0} ${bringsFilter} ${isLast}`;
  const ofStage = known.get(stage) ?? new Map<string, readonly Segment[]>();
  known.set(stage, ofStage);
  let segments = ofStage.get(key);
  if (!segments) {
    segments = makeSegments(unit, bringsFilter, isLast);
    ofStage.set(key, segments);
  }
  return segments;
}

function makeSegments(
  { stage, walk, first }: Unit,
  bringsFilter: boolean,
  isLast: boolean,
): readonly Segment[] {
  const ending = { bias: stage.bias, activation: stage.activation !== 'none' };
  if (walk === 'input') {
    const none = { bias: false, activation: false };
    return segmentsOfStamp({ terms: termsPerCell(stage, walk), bringsFilter, ...(isLast ? ending : none) });
  }
  const taps = stage.kernel[0] * stage.kernel[1];
  const inLanes = runsInLanes(stage);
  const sharesValues = mixesOnePlace(stage);
  return segmentsOf({
    channels: termsPerOutput(stage) / taps,
    taps,
    ...ending,
    bringsFilter: inLanes || sharesValues ? first === 0 : bringsFilter,
    takesValues: !sharesValues || bringsFilter,
    spreads: inLanes && first === 0,
    glues: inLanes && isLast,
    inserts: stage.op === 'transposed' && first === 0,
  });
}

/** The beats of the unit that a cell belongs to. */
export function segmentsOfCell(stage: Stage, ordinal: number, walk: Walk = 'output'): readonly Segment[] {
  return segmentsOfUnit(unitOf(stage, ordinal, walk));
}
