/** The sheet in words: what is under the pointer, and what a row or a column does. */
import { weightAtPlace } from '../../math/matrix-places.js';
import type { StageView } from '../../timeline/types.js';
import { formatCount, formatNumber } from '../../words/numbers.js';
import type { Say } from '../say.js';
import type { Line } from './line.js';
import type { MatrixModel } from './model.js';
import { entryAt, cellOfOffset, type Place } from './sheet.js';
import type { Vector } from './vectors.js';

/** Weights that are read out one by one; of more only the places are told. */
const mostRead = 12;
const mostRanges = 6;

/** 'Matrix row 1: nine entries, −1, 2, … in columns 1 to 3, …; times the input gives −56.' */
export function lineSentence({ line, top, view }: MatrixModel, say: Say): string {
  const { axis, index, entries } = line;
  const gives = axis === 'row' ? resultClause(line, top, view, say) : spreadClause(line, view, say);
  if (entries.length === 0) return say(`matrix.${axis}.none`, { [axis]: index + 1, gives });
  const isLong = entries.length > mostRead;
  const key = isLong ? (`matrix.${axis}.long` as const) : (`matrix.${axis}` as const);
  return say(entries.length === 1 ? `matrix.${axis}.one` : key, {
    [axis]: index + 1,
    entries: countOf(entries.length, say),
    weights: entries.map(({ value }) => formatNumber(value, view)).join(', '),
    [axis === 'row' ? 'columns' : 'rows']: rangesOf(
      entries.map(({ place }) => place),
      say,
    ),
    gives,
  });
}

function resultClause({ result, soFar, bias }: Line, top: Vector, view: StageView, say: Say): string {
  if (soFar !== null) return say('matrix.gives.partly', { value: formatNumber(soFar, view) });
  if (result === null) return say(top.valueAt(0) === null ? 'matrix.gives.empty' : 'matrix.gives.none');
  const value = formatNumber(result, view);
  if (top.letter === 'y') return say('matrix.gives', { value });
  if (view.stage.activation !== 'none') return say('matrix.gives.activation', { value });
  return bias === null
    ? say('matrix.gives.input', { value })
    : say('matrix.gives.bias', { value, bias: formatNumber(bias, view) });
}

function spreadClause({ entries }: Line, view: StageView, say: Say): string {
  const factor = entries[0]?.factor ?? null;
  if (factor === null) return say('matrix.gives.empty');
  const value = formatNumber(factor, view);
  return entries.length === 1
    ? say('matrix.spreads.one', { value })
    : say('matrix.spreads', { value, count: numeral(entries.length, say) });
}

/** 'nine entries' */
function countOf(count: number, say: Say): string {
  return count === 1 ? say('matrix.entry.one') : say('matrix.entry.many', { count: numeral(count, say) });
}

function numeral(count: number, say: Say): string {
  return say('matrix.numbers').split(' ')[count] ?? formatCount(count);
}

/** '1 to 3, 5 to 7, 9 to 11' of ascending places from 0; of many runs only the first and the last place. */
export function rangesOf(places: readonly number[], say: Say): string {
  const runs: { first: number; last: number }[] = [];
  for (const place of places) {
    const run = runs.at(-1);
    if (run?.last === place) run.last = place + 1;
    else runs.push({ first: place + 1, last: place + 1 });
  }
  if (runs.length > mostRanges) {
    return say('matrix.ranges.many', { first: runs[0].first, last: runs[runs.length - 1].last });
  }
  return runs
    .map(({ first, last }) => (first === last ? `${first}` : say('matrix.range', { first, last })))
    .join(say('sentence.comma'));
}

/** What stands at a place: row −1 is the vector above, column −1 the one at the left, −2 what stands beyond it. */
export function placeSentence(model: MatrixModel, { row, column }: Place, say: Say): string {
  if (row < 0) return headingSentence(model, model.top, column, say);
  if (column < 0) {
    const vector = column === -1 ? model.left : model.beyond;
    return vector ? headingSentence(model, vector, row, say) : '';
  }
  const { sheet, image } = model;
  const numbers = { row: row + 1, column: column + 1 };
  const entry = entryAt(sheet, { row, column });
  if (!entry) return say('matrix.place.blank', numbers);
  const [tapRow, tapColumn] = weightAtPlace(sheet.stage, entry.small, entry.big) ?? [0, 0];
  const [big, small] = (['big', 'small'] as const).map((side) =>
    cellOfOffset(sheet.stage, side, image, entry[side]),
  );
  const [input, output] = sheet.stage.op === 'conv' ? [big, small] : [small, big];
  return say('matrix.place.entry', {
    ...numbers,
    value: formatNumber(entry.value, model.view),
    tapRow: tapRow + 1,
    tapColumn: tapColumn + 1,
    input: cellName('input', input, say),
    output: cellName('output', output, say),
  });
}

function headingSentence({ sheet, image }: MatrixModel, vector: Vector, place: number, say: Say): string {
  const { tensor } = vector;
  const value = vector.valueAt(place);
  const { stage } = sheet;
  const isTop = tensor === (sheet.turned ? 'output' : 'input');
  const offset = (isTop ? sheet.columns : sheet.rows).offsets[place];
  const printed = value === null ? '' : formatNumber(value, vector);
  if (tensor === 'bias') {
    return say('matrix.place.bias', { channel: (offset % stage.filters) + 1, value: printed });
  }
  const side = (tensor === 'input') === (stage.op === 'conv') ? 'big' : 'small';
  const cell = sentenceCase(cellName(tensor, cellOfOffset(stage, side, image, offset), say));
  return value === null
    ? say('matrix.place.empty', { cell })
    : say('matrix.place.value', { cell, value: printed });
}

/** 'input row 1, column 2, channel 3' */
export function cellName(tensor: 'input' | 'output', cell: readonly number[], say: Say): string {
  const [, row, column, channel] = cell;
  return say(`matrix.cell.${tensor}`, { row: row + 1, column: column + 1, channel: channel + 1 });
}

function sentenceCase(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
