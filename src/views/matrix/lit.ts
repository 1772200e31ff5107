/** What is lit on the sheet: by the run, and by what somebody points at. */
import type { Index4, Stage } from '../../math/types.js';
import type { Frame, Moment, Pair, Selection } from '../../timeline/types.js';
import { pairsOf } from '../../timeline/highlight.js';
import { currentTerm, isPlaced } from '../current-term.js';
import { metBy } from './line.js';
import { offsetOfCell, sideOf, type LineAt, type Place, type Sheet } from './sheet.js';

export interface Lit {
  /** The row of the output cell in the making, or the column of the input cell in hand; several where lanes run. */
  readonly run: readonly LineAt[];
  /** Places of the heading across that those lines have entries with. */
  readonly met: readonly number[];
  /** The entry that is multiplied now. */
  readonly inHand: Place | null;
  /** Line, entries and cells of the headings that are pointed at or pinned. */
  readonly line: LineAt | null;
  readonly entries: readonly Place[];
  readonly top: readonly number[];
  readonly left: readonly number[];
  readonly pinned: boolean;
}

type Pointed = Omit<Lit, 'run' | 'met' | 'inHand'>;
const nothing: Pointed = { line: null, entries: [], top: [], left: [], pinned: false };

/** @param image only its cells are lit */
export function litOf(moment: Moment, sheet: Sheet, image: number): Lit {
  const { frame, selection } = moment;
  const { stage } = sheet;
  const runs = frame.stage === stage.index && isPlaced(frame) && frame.step > 0;
  const pointed = selection?.stage === stage.index ? pointedAt(moment, sheet, selection, image) : nothing;
  const run = runs ? linesOfRun(sheet, frame) : [];
  return {
    run,
    met: run.flatMap((line) => metBy(sheet, line, image).map(({ place }) => place)),
    inHand: runs ? entryInHand(sheet, frame) : null,
    ...pointed,
  };
}

/** The line that is explained: of what is pointed at, else of what the run has in hand, else the first. */
export function lineInFocus({ frame, selection }: Moment, sheet: Sheet): LineAt {
  const { stage } = sheet;
  if (selection?.stage === stage.index) {
    if (selection.tensor === 'input' || selection.tensor === 'output') {
      return lineOfCell(sheet, selection.tensor, selection.index);
    }
    if (selection.pair) return { axis: 'row', index: placeOf(sheet, selection.pair).row };
  }
  if (frame.stage !== stage.index) return { axis: 'row', index: 0 };
  return linesOfRun(sheet, frame)[0];
}

/** The row or column on which a cell of the stage stands. */
export function lineOfCell(sheet: Sheet, tensor: 'input' | 'output', cell: readonly number[]): LineAt {
  const side = sideOf(sheet, tensor);
  const offset = offsetOfCell(sheet.stage, side, cell);
  return side === sheet.rowSide
    ? { axis: 'row', index: sheet.rows.places[offset] }
    : { axis: 'column', index: sheet.columns.places[offset] };
}

/** The entry that joins two cells. */
export function placeOf(sheet: Sheet, { input, output }: Pair): Place {
  const [one, other] = [lineOfCell(sheet, 'input', input), lineOfCell(sheet, 'output', output)];
  return one.axis === 'row'
    ? { row: one.index, column: other.index }
    : { row: other.index, column: one.index };
}

function linesOfRun(sheet: Sheet, { stamp, lanes, cell }: Frame): readonly LineAt[] {
  if (stamp) return [lineOfCell(sheet, 'input', stamp.input)];
  return (lanes.length > 0 ? lanes : [cell]).map((lane) => lineOfCell(sheet, 'output', lane));
}

function entryInHand(sheet: Sheet, frame: Frame): Place | null {
  const { stamp, terms, cell, step } = frame;
  if (stamp) {
    const entry = stamp.entries[Math.max(Number.isInteger(step) ? stamp.landed - 1 : stamp.landed, 0)];
    if (stamp.landed === 0 || !entry?.output) return null;
    return placeOf(sheet, { input: stamp.input, output: entry.output });
  }
  const term = currentTerm(frame);
  const input = term === null ? null : terms[term].input;
  return input ? placeOf(sheet, { input, output: cell }) : null;
}

function pointedAt(moment: Moment, sheet: Sheet, selection: Selection, image: number): Pointed {
  const { stage } = sheet;
  const { tensor, index, pinned } = selection;
  if (tensor === 'input' || tensor === 'output') {
    if (index[0] !== image) return nothing;
    const line = lineOfCell(sheet, tensor, index);
    return { ...crossing(line, metBy(sheet, line, image)), line, pinned };
  }
  if (tensor === 'weights') {
    const pairs = selection.pair ? [selection.pair] : usesOf(stage, index, image);
    return { ...joined(sheet, pairs), line: null, pinned };
  }
  const outputs = (moment.highlight?.output ?? []).filter((cell) => cell[0] === image);
  const lines = outputs.map((cell) => lineOfCell(sheet, 'output', cell));
  return { ...nothing, ...onHeadings(lines), pinned };
}

function usesOf(stage: Stage, index: readonly number[], image: number): readonly Pair[] {
  const [row, column, big, small] = index as Index4;
  return pairsOf(stage, [row, column, big, small]).filter(({ input }) => input[0] === image);
}

/** The entries of a line, and the headings that it meets. */
function crossing(
  { axis, index }: LineAt,
  met: readonly { readonly place: number }[],
): Pick<Lit, 'entries' | 'top' | 'left'> {
  const places = met.map(({ place }) => place);
  return axis === 'row'
    ? { entries: places.map((column) => ({ row: index, column })), top: places, left: [index] }
    : { entries: places.map((row) => ({ row, column: index })), top: [index], left: places };
}

function joined(sheet: Sheet, pairs: readonly Pair[]): Pick<Lit, 'entries' | 'top' | 'left'> {
  const entries = pairs.map((pair) => placeOf(sheet, pair));
  const distinct = (places: readonly number[]): number[] => [...new Set(places)];
  return {
    entries,
    top: distinct(entries.map(({ column }) => column)),
    left: distinct(entries.map(({ row }) => row)),
  };
}

function onHeadings(lines: readonly LineAt[]): Pick<Lit, 'top' | 'left'> {
  const along = (axis: LineAt['axis']): number[] =>
    lines.filter((line) => line.axis === axis).map((line) => line.index);
  return { top: along('column'), left: along('row') };
}
