import type { Plan } from '../math/types.js';
import { inputOrdinalOf, ordinalOf, walkOf } from './cells.js';
import { frameAt } from './frame.js';
import { startOfCellAt, stepsOf } from './position.js';
import { stampAt } from './stamp.js';
import type { Walk } from './types.js';

/**
 * The step of another walk at which the product in hand is done as well: one cursor for both orders. Start and end stay
 * start and end; before the first product of a cell it is the start of the cell that this product belongs to.
 */
export function stepInWalk(plan: Plan, step: number, from: Walk, to: Walk): number {
  const steps = stepsOf(plan, from);
  if (step <= 0 || plan.stages.length === 0) return 0;
  if (step >= steps) return stepsOf(plan, to);
  const frame = frameAt(plan, step, from);
  const stage = plan.stages[frame.stage];
  const { terms, term, cell } = frame;
  if (walkOf(stage, from) === walkOf(stage, to)) {
    const done = step - startOfCellAt(plan, frame.stage, 0, from);
    return startOfCellAt(plan, frame.stage, 0, to) + done;
  }
  const done = terms.findLastIndex((each, i) => i < term && each.input !== null);
  const current = done >= 0 ? done : terms.findIndex((each) => each.input !== null);
  if (to === 'output') return startOfCellAt(plan, frame.stage, ordinalOf(stage, cell), to) + done + 1;
  const input = terms[current]?.input;
  if (!input) return startOfCellAt(plan, frame.stage, 0, to);
  const ordinal = inputOrdinalOf(stage, input);
  const entry = stampAt(stage, ordinal, 0).entries.findIndex(({ output }) => String(output) === String(cell));
  return startOfCellAt(plan, frame.stage, ordinal, to) + (done >= 0 ? entry + 1 : 0);
}
