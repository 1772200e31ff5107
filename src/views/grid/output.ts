import { offsetOf } from '../../math/tensor.js';
import type { Index4 } from '../../math/types.js';
import { cellCount, ordinalOf } from '../../timeline/cells.js';
import { colourOf } from '../palette.js';
import { textWidth } from './cell-text.js';
import { cellOf, type GridContext } from './context.js';
import { gridLegend } from './legend.js';
import { axisIn, channelsIn, isWide, panelOf, shownFrame } from './panel.js';
import { shapeTitle } from './title.js';
import type { CellMark, CellPlace, GridCell, GridGroup, Overview, ShownAxis } from './types.js';

/** What the stage writes: one table a filter; a cell that is not computed yet is empty. */
export function outputGroup(context: GridContext): GridGroup {
  const { view, frame, say, placed } = context;
  const { stage, ranges } = view;
  const [batch, row, column, filter] = frame.cell;
  const axis = (along: 'row' | 'column', size: number, at: number) =>
    axisIn(context, 'output', along, {
      size,
      paddingBefore: 0,
      paddingAfter: 0,
      span: { first: at, last: at },
    });
  const rows = axis('row', stage.output[1], row);
  const columns = axis('column', stage.output[2], column);
  const { shown, ...others } = channelsIn(context, 'output', [rows, columns], stage.output[3], filter);
  const panels = shown.map((channel) =>
    panelOf(context, {
      tensor: 'output',
      channel,
      groupTitle: say('grid.output'),
      title: say('grid.filter', { channel: channel + 1 }),
      current: placed && channel === filter,
      rows,
      columns,
      cell: (place) => outputCell(context, place),
      overview: outputOverview(context, channel, rows, columns),
    }),
  );
  const marks = [{ mark: 'current', text: 'grid.mark.making' } as const];
  const pending = { mark: 'pending', text: 'grid.mark.pending' } as const;
  return {
    tensor: 'output',
    title: shapeTitle(say('grid.output'), stage.output, batch, say),
    channels: stage.output[3],
    ...others,
    wide: isWide(columns),
    textWidth: textWidth(view.output.data),
    panels,
    legend: gridLegend(
      ranges.output,
      frame.cellsDone < cellCount(stage) ? [...marks, pending] : marks,
      panels,
      context,
    ),
  };
}

function outputCell(context: GridContext, place: CellPlace): GridCell {
  const { view, frame, placed } = context;
  const { stage, output } = view;
  const index: Index4 = [frame.cell[0], place.row, place.column, place.channel];
  const done = ordinalOf(stage, index) < frame.cellsDone;
  const marks: CellMark[] = [];
  if (!done) marks.push('pending');
  if (placed && String(index) === String(frame.cell)) marks.push('current');
  return cellOf(context, place, {
    index,
    value: done ? output.data[offsetOf(stage.output, index)] : null,
    marks,
  });
}

function outputOverview(
  { view, frame, theme }: GridContext,
  channel: number,
  rows: ShownAxis,
  columns: ShownAxis,
): Overview | null {
  if (rows.hidden + columns.hidden === 0) return null;
  const { stage, output, ranges } = view;
  const [batch, height, width] = [frame.cell[0], stage.output[1], stage.output[2]];
  const isDone = (row: number, column: number): boolean =>
    ordinalOf(stage, [batch, row, column, channel]) < frame.cellsDone;
  const progress = isDone(height - 1, width - 1) ? 'done' : isDone(0, 0) ? frame.cellsDone : 'pending';
  return {
    height,
    width,
    data: output.data,
    key: `${batch}-${channel}-${theme.dark}-${progress}`,
    colour: (row, column) =>
      isDone(row, column)
        ? colourOf(output.data[offsetOf(stage.output, [batch, row, column, channel])], ranges.output, theme)
            .fill
        : '',
    shown: shownFrame(rows, columns),
    window: frame.cell[3] === channel ? [frame.cell[1], frame.cell[2], 1, 1] : null,
  };
}
