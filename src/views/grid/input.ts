import {
  axesOf,
  channelsOf,
  groupOf,
  meetings,
  NOWHERE,
  readRange,
  readSide,
  tapAt,
  writtenSide,
  type Axis,
} from '../../math/incidence.js';
import { offsetOf } from '../../math/tensor.js';
import type { Index4, Stage } from '../../math/types.js';
import { colourOf } from '../palette.js';
import { textWidth } from './cell-text.js';
import { cellOf, paddingCell, type GridContext } from './context.js';
import { gridLegend, isIn } from './legend.js';
import { axisIn, channelsIn, isWide, panelOf, shownFrame } from './panel.js';
import { shapeTitle } from './title.js';
import type { CellMark, CellPlace, GridCell, GridGroup, Overview, ShownAxis } from './types.js';

/** What the stage reads: one table a channel, with the window, the ring of padding and the cells that nobody reads. */
export function inputGroup(context: GridContext): GridGroup {
  const { view, frame, say, placed } = context;
  const { stage, ranges } = view;
  const title = shapeTitle(say('grid.input'), stage.input, frame.cell[0], say);
  const { first, count } = readChannels(stage, frame.cell[3]);
  const current = first + frame.channel;
  const [rows, columns] = inputAxes(context);
  const { shown, ...others } = channelsIn(context, 'input', [rows, columns], stage.input[3], current);
  const panels = shown.map((channel) => {
    const read = placed && channel >= first && channel < first + count;
    return panelOf(context, {
      tensor: 'input',
      channel,
      groupTitle: say('grid.input'),
      title: say('grid.channel', { channel: channel + 1 }),
      current: frame.beat === 'add' && channel === current,
      rows,
      columns,
      cell: (place) => inputCell(context, place, read, current),
      overview: inputOverview(context, channel, rows, columns, read),
    });
  });
  const legend = gridLegend(
    ranges.input,
    (['window', 'current', 'padding', 'unread'] as const)
      .filter((mark) => isIn(panels, mark))
      .map((mark) => ({ mark, text: `grid.mark.${mark}` })),
    panels,
    context,
  );
  return {
    tensor: 'input',
    title,
    channels: stage.input[3],
    ...others,
    wide: isWide(columns),
    textWidth: textWidth(view.input.data),
    panels,
    legend,
  };
}

/** The input channels that make an output channel. */
function readChannels(stage: Stage, outputChannel: number): { first: number; count: number } {
  return channelsOf(stage, readSide(stage), groupOf(stage, writtenSide(stage), outputChannel));
}

function inputAxes(context: GridContext): [rows: ShownAxis, columns: ShownAxis] {
  const { stage } = context.view;
  const spans = readRange(stage, context.frame.cell);
  const padded = stage.op === 'conv';
  const axis = (index: 0 | 1): ShownAxis =>
    axisIn(context, 'input', index === 0 ? 'row' : 'column', {
      size: stage.input[index + 1],
      paddingBefore: padded ? stage.padding[2 * index] : 0,
      paddingAfter: padded ? stage.padding[2 * index + 1] : 0,
      span: spans[index],
    });
  return [axis(0), axis(1)];
}

function inputCell(context: GridContext, place: CellPlace, read: boolean, current: number): GridCell {
  const { view, frame } = context;
  const { stage, input } = view;
  const { row, column, channel } = place;
  const marks = inputMarks(context, place, read, current);
  if (row < 0 || row >= stage.input[1] || column < 0 || column >= stage.input[2]) {
    return paddingCell(context, place, marks);
  }
  const index: Index4 = [frame.cell[0], row, column, channel];
  return cellOf(context, place, { index, value: input.data[offsetOf(stage.input, index)], marks });
}

function inputMarks(
  { view, frame, term }: GridContext,
  { row, column, channel }: CellPlace,
  read: boolean,
  current: number,
): CellMark[] {
  const { stage } = view;
  const [rowAxis, columnAxis] = axesOf(stage);
  if (isUnread(stage, rowAxis, row) || isUnread(stage, columnAxis, column)) return ['unread'];
  const rowTap = tapOf(stage, rowAxis, row, frame.cell[1]);
  const columnTap = tapOf(stage, columnAxis, column, frame.cell[2]);
  if (!read || rowTap === NOWHERE || columnTap === NOWHERE) return [];
  const inHand =
    term !== null && channel === current && term.weight[0] === rowTap && term.weight[1] === columnTap;
  return inHand ? ['window', 'current'] : ['window'];
}

/** The tap through which an output position reads an input position, padding included. */
function tapOf(stage: Stage, axis: Axis, read: number, written: number): number {
  return stage.op === 'conv' ? tapAt(axis, read, written) : tapAt(axis, written, read);
}

/** No output reads this position of an axis. */
function isUnread(stage: Stage, axis: Axis, position: number): boolean {
  return meetings(axis, readSide(stage), position).every((meeting) => meeting.other === NOWHERE);
}

function inputOverview(
  { view, frame, theme }: GridContext,
  channel: number,
  rows: ShownAxis,
  columns: ShownAxis,
  read: boolean,
): Overview | null {
  if (rows.hidden + columns.hidden === 0) return null;
  const { stage, input, ranges } = view;
  const batch = frame.cell[0];
  const [rowSpan, columnSpan] = readRange(stage, frame.cell);
  const height = rowSpan.last - rowSpan.first + 1;
  const width = columnSpan.last - columnSpan.first + 1;
  return {
    height: stage.input[1],
    width: stage.input[2],
    data: input.data,
    key: `${batch}-${channel}-${theme.dark}`,
    colour: (row, column) =>
      colourOf(input.data[offsetOf(stage.input, [batch, row, column, channel])], ranges.input, theme).fill,
    shown: shownFrame(rows, columns),
    window: read ? [rowSpan.first, columnSpan.first, height, width] : null,
  };
}
