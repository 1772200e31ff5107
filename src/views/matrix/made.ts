/** What the run has already made: only that is printed in the vectors beside the matrix. */
import { termsOf } from '../../math/incidence.js';
import { offsetOf } from '../../math/tensor.js';
import type { Index4, Stage } from '../../math/types.js';
import { inputOrdinalOf, ordinalOf } from '../../timeline/cells.js';
import type { Frame, Moment } from '../../timeline/types.js';

/** Is a value of a scatter walk still growing? */
export function isGrowing({ frame }: Moment, stage: number): boolean {
  return stage === frame.stage && frame.stamp !== null && frame.cellsDone < frame.cells;
}

/** The value of an output cell of a stage as far as the run has come; null while nothing of it is made. */
export function outputValue(moment: Moment, stage: number, cell: Index4): number | null {
  const { frame, stages } = moment;
  const view = stages[stage];
  const value = view.output.data[offsetOf(view.stage.output, cell)];
  if (stage !== frame.stage) return stage < frame.stage ? value : null;
  if (frame.cellsDone >= frame.cells) return value;
  if (isGrowing(moment, stage)) return partialValue(moment, view.stage, cell);
  return ordinalOf(view.stage, cell) < frame.cellsDone ? value : null;
}

/** The value that a stage reads: the plan's input is always there, another stage's output only once it is made. */
export function inputValue(moment: Moment, stage: number, cell: Index4): number | null {
  const view = moment.stages[stage];
  const from = view.stage.from[0] ?? -1;
  return from < 0 ? view.input.data[offsetOf(view.stage.input, cell)] : outputValue(moment, from, cell);
}

/** What the stamps so far have added up to in a cell; null before the first of them. */
function partialValue({ frame, partial }: Moment, stage: Stage, cell: Index4): number | null {
  if (!partial || partial.ordinal !== frame.ordinal) return null;
  const landed = hasLanded(frame, cell);
  const touched = landed || termsOf(stage, cell).some(({ input }) => input && isDone(frame, stage, input));
  if (!touched) return null;
  return (landed ? partial.after : partial.before).data[offsetOf(stage.output, cell)];
}

function hasLanded({ stamp }: Frame, cell: Index4): boolean {
  const key = String(cell);
  return stamp?.entries.slice(0, stamp.landed).some(({ output }) => String(output) === key) ?? false;
}

function isDone(frame: Frame, stage: Stage, input: Index4): boolean {
  return inputOrdinalOf(stage, input) < frame.ordinal;
}
