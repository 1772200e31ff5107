/** The input of a transposed convolution as its outputs read it: with zeros between and round the cells. */
import { offsetOf } from '../../math/tensor.js';
import type { Index4 } from '../../math/types.js';
import { cellAtPosition, stretchedAxes, tapOn, windowOn, type StretchedAxis } from '../stretched.js';
import { cellOf, croppedCell, zeroCell, type GridContext } from './context.js';
import { axisIn } from './panel.js';
import type { CellMark, CellPlace, GridCell, ShownAxis } from './types.js';

export function isStretched({ view, frame }: GridContext): boolean {
  return view.stage.op === 'transposed' && frame.walk === 'output';
}

export interface StretchedInput {
  readonly axes: readonly [rows: ShownAxis, columns: ShownAxis];
  readonly cell: (place: CellPlace) => GridCell;
  /** The size of the grid. */
  readonly note: string;
}

export function stretchedInput(context: GridContext): StretchedInput {
  const { view, frame, say } = context;
  const { stage } = view;
  const [rows, columns] = stretchedAxes(stage);
  const shown = (grid: StretchedAxis, axis: 0 | 1): ShownAxis => {
    const size = (grid.cells - 1) * grid.step + 1;
    return axisIn(context, 'input', axis === 0 ? 'row' : 'column', {
      size,
      paddingBefore: Math.max(-grid.first, 0),
      paddingAfter: Math.max(grid.last - size + 1, 0),
      span: windowOn(stage, axis, frame.cell[axis + 1]),
      label: (position) => {
        const cell = cellAtPosition(grid, position);
        return cell === null ? '' : String(cell + 1);
      },
    });
  };
  return {
    axes: [shown(rows, 0), shown(columns, 1)],
    cell: (place) => stretchedCell(context, place, rows, columns),
    note: say('grid.stretched', { size: `${rows.size} × ${columns.size}` }),
  };
}

function stretchedCell(
  context: GridContext,
  place: CellPlace,
  rows: StretchedAxis,
  columns: StretchedAxis,
): GridCell {
  const { view, frame } = context;
  const { stage, input } = view;
  const [row, column] = [cellAtPosition(rows, place.row), cellAtPosition(columns, place.column)];
  const isReal = row !== null && column !== null;
  const index: Index4 = [frame.cell[0], row ?? 0, column ?? 0, place.channel];
  const value = isReal ? input.data[offsetOf(stage.input, index)] : 0;
  if (isCut(rows, place.row) || isCut(columns, place.column)) {
    return croppedCell(context, place, isReal ? value : null);
  }
  const marks = windowMarks(context, place);
  if (!isReal) return zeroCell(context, place, 'inserted', marks);
  const shown = { ...place, row, column };
  return { ...cellOf(context, shown, { index, value, marks }), ...place };
}

function windowMarks({ view, frame, inHand }: GridContext, { row, column, channel }: CellPlace): CellMark[] {
  const { stage } = view;
  const [, outputRow, outputColumn] = frame.cell;
  const [rowTap, columnTap] = [tapOn(stage, 0, outputRow, row), tapOn(stage, 1, outputColumn, column)];
  if (!inHand.channels.has(channel) || rowTap === null || columnTap === null) return [];
  const { tap, adding } = inHand;
  const isCurrent = tap !== null && adding.has(channel) && tap[0] === rowTap && tap[1] === columnTap;
  return isCurrent ? ['window', 'current'] : ['window'];
}

/** A border of less than nothing cuts cells off. */
function isCut({ first, last }: StretchedAxis, position: number): boolean {
  return position < first || position > last;
}
