import { axesOf, meetings, NOWHERE, readRange, readSide, tapAt, type Axis } from '../../math/incidence.js';
import { offsetOf } from '../../math/tensor.js';
import type { Index4, Stage } from '../../math/types.js';
import { rangeOf } from '../../timeline/colour-range.js';
import { colourOf } from '../palette.js';
import { textWidth } from './cell-text.js';
import { cellOf, zeroCell, type GridContext } from './context.js';
import { gridLegend, isIn } from './legend.js';
import { axisIn, channelsIn, isWide, panelOf, shownFrame } from './panel.js';
import { isStretched, stretchedInput } from './stretched-input.js';
import { shapeTitle } from './title.js';
import type { CellMark, CellPlace, GridCell, GridGroup, Overview, ShownAxis } from './types.js';

/**
 * What the stage reads: one table a channel, with the window, the ring of padding and the cells that nobody reads. A
 * transposed convolution along its outputs reads it with zeros between and round the cells.
 */
export function inputGroup(context: GridContext): GridGroup {
  const { view, frame, say, inHand } = context;
  const { stage } = view;
  const stretched = isStretched(context) ? stretchedInput(context) : null;
  const [rows, columns] = stretched ? stretched.axes : inputAxes(context);
  const current = Math.max(...inHand.adding, 0);
  const { shown, note, ...others } = channelsIn(context, 'input', [rows, columns], stage.input[3], current);
  const panels = shown.map((channel) => {
    const read = inHand.channels.has(channel);
    return panelOf(context, {
      tensor: 'input',
      channel,
      groupTitle: say('grid.input'),
      title: say('grid.channel', { channel: channel + 1 }),
      current: frame.beat === 'add' && inHand.adding.has(channel),
      rows,
      columns,
      cell: (place) => (stretched ? stretched.cell(place) : inputCell(context, place)),
      overview: stretched ? null : inputOverview(context, channel, rows, columns, read),
    });
  });
  const legend = gridLegend(
    'input',
    (['window', 'current', 'padding', 'inserted', 'cropped', 'unread'] as const)
      .filter((mark) => isIn(panels, mark))
      .map((mark) => ({ mark, text: `grid.mark.${mark}` })),
    panels,
    context,
  );
  return {
    tensor: 'input',
    title: shapeTitle(say('grid.input'), stage.input, frame.cell[0], say),
    channels: stage.input[3],
    ...others,
    note: [stretched?.note ?? '', note].filter(Boolean).join(' · '),
    wide: isWide(columns),
    textWidth: textWidth(view.input.data, view),
    panels,
    legend,
  };
}

function inputAxes(context: GridContext): [rows: ShownAxis, columns: ShownAxis] {
  const { view, frame } = context;
  const { stage } = view;
  const { stamp } = frame;
  const spans = stamp
    ? stamp.input.slice(1, 3).map((place) => ({ first: place, last: place }))
    : readRange(stage, frame.cell);
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

function inputCell(context: GridContext, place: CellPlace): GridCell {
  const { view, frame } = context;
  const { stage, input } = view;
  const { row, column, channel } = place;
  const marks = inputMarks(context, place);
  if (row < 0 || row >= stage.input[1] || column < 0 || column >= stage.input[2]) {
    return zeroCell(context, place, 'padding', marks);
  }
  const image = frame.stamp ? frame.stamp.input[0] : frame.cell[0];
  const index: Index4 = [image, row, column, channel];
  return cellOf(context, place, { index, value: input.data[offsetOf(stage.input, index)], marks });
}

function inputMarks(
  { view, frame, placed, inHand }: GridContext,
  { row, column, channel }: CellPlace,
): CellMark[] {
  const { stage } = view;
  const { stamp, cell } = frame;
  const [rowAxis, columnAxis] = axesOf(stage);
  if (isUnread(stage, rowAxis, row) || isUnread(stage, columnAxis, column)) return ['unread'];
  if (stamp) {
    const inHandNow = placed && String(stamp.input.slice(1)) === String([row, column, channel]);
    return inHandNow ? ['current'] : [];
  }
  const rowTap = tapOf(stage, rowAxis, row, cell[1]);
  const columnTap = tapOf(stage, columnAxis, column, cell[2]);
  if (!inHand.channels.has(channel) || rowTap === NOWHERE || columnTap === NOWHERE) return [];
  const { tap, adding } = inHand;
  const isCurrent = tap !== null && adding.has(channel) && tap[0] === rowTap && tap[1] === columnTap;
  return isCurrent ? ['window', 'current'] : ['window'];
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
  const { stage, input } = view;
  const range = rangeOf(view, 'input', channel);
  const batch = frame.cell[0];
  const [rowSpan, columnSpan] = readRange(stage, frame.cell);
  const height = rowSpan.last - rowSpan.first + 1;
  const width = columnSpan.last - columnSpan.first + 1;
  return {
    height: stage.input[1],
    width: stage.input[2],
    data: input.data,
    key: `${batch}-${channel}-${range}-${theme.dark}`,
    colour: (row, column) =>
      colourOf(input.data[offsetOf(stage.input, [batch, row, column, channel])], range, theme).fill,
    shown: shownFrame(rows, columns),
    window: read && !frame.stamp ? [rowSpan.first, columnSpan.first, height, width] : null,
  };
}
