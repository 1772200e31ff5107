/** The output cell that somebody asks about, and the frame in which its sum is told. */
import { termsOf } from '../math/incidence.js';
import type { Index4, Plan } from '../math/types.js';
import { ordinalOf, walkOf } from './cells.js';
import { frameAt } from './frame.js';
import { startOfCellAt } from './position.js';
import type { Frame, Selection } from './types.js';
import { segmentsOfUnit, unitOf } from './units.js';

/**
 * The frame that tells the sum of the cell that is asked about, the cell first among its numbers: the run's own while the cell is
 * in hand or collects stamps, else the cell's end; a cell that is not made yet stands before its first sum, because its value
 * would be told too early.
 *
 * @param selections what is asked, the first that names an output cell counts; what is only pointed at counts within the stage
 *   that runs, because another one's formula would move what is pointed at
 * @returns null where no output cell is asked about
 */
export function readingFrame(
  plan: Plan,
  frame: Frame,
  selections: readonly (Selection | null)[],
): Frame | null {
  const asked = selections.find((selection) => isAsked(selection, frame));
  if (!asked) return null;
  const cell = cellOf(asked)!;
  const stage = plan.stages[asked.stage];
  if (walkOf(stage, frame.walk) === 'input') return asked.stage === frame.stage ? { ...frame, cell } : null;
  const found = isInHand(frame, asked.stage, cell) ? frame : frameOf(plan, frame, asked.stage, cell);
  return { ...found, cell, terms: termsOf(stage, cell) };
}

function isAsked(selection: Selection | null, frame: Frame): boolean {
  return (
    selection !== null && cellOf(selection) !== null && (selection.pinned || selection.stage === frame.stage)
  );
}

/** The cell itself, or the one that a pinned product is added to; pointing at the products of a formula does not change it. */
function cellOf({ tensor, index, pair, pinned }: Selection): Index4 | null {
  if (tensor === 'output') return index as unknown as Index4;
  return pinned && pair ? pair.output : null;
}

function isInHand({ stage, lanes, beat }: Frame, asked: number, cell: Index4): boolean {
  return stage === asked && beat !== 'start' && lanes.some((lane) => String(lane) === String(cell));
}

function frameOf(plan: Plan, { stage, cellsDone, walk }: Frame, asked: number, cell: Index4): Frame {
  const ordinal = ordinalOf(plan.stages[asked], cell);
  const unit = unitOf(plan.stages[asked], ordinal, walk);
  const isMade = asked < stage || (asked === stage && ordinal < cellsDone);
  const weighed = segmentsOfUnit(unit).find(({ beat }) => beat === 'weigh')!.to;
  const within = isMade ? unit.terms : weighed;
  return frameAt(plan, startOfCellAt(plan, asked, unit.first, walk) + within * unit.lanes, walk);
}
