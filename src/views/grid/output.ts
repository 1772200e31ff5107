import { offsetOf } from '../../math/tensor.js';
import type { Index4 } from '../../math/types.js';
import { rangeOf } from '../../timeline/colour-range.js';
import { ordinalOf } from '../../timeline/cells.js';
import { outputState } from '../output-state.js';
import { colourOf } from '../palette.js';
import { canvasAround, type CanvasRing } from './canvas.js';
import { textWidth } from './cell-text.js';
import { cellOf, croppedCell, type GridContext } from './context.js';
import { gridLegend, isIn } from './legend.js';
import { axisIn, channelsIn, isWide, panelOf, shownFrame } from './panel.js';
import { shapeTitle } from './title.js';
import type { CellMark, CellPlace, GridCell, GridGroup, Overview, ShownAxis } from './types.js';

/**
 * What the stage writes: one table a filter; a cell that is not computed yet is empty. Along inputs a cell shows its sum so
 * far and how many products lie on it, and around the output stands what the padding crops.
 */
export function outputGroup(context: GridContext): GridGroup {
  const { view, frame, say, inHand, placed } = context;
  const { stage } = view;
  const [batch, , , filter] = frame.cell;
  const ring = canvasAround(context);
  const [rows, columns] = ([0, 1] as const).map((axis) => outputAxis(context, ring, axis));
  const { shown, note, ...others } = channelsIn(context, 'output', [rows, columns], stage.output[3], filter);
  const making = new Set([...inHand.outputs].map((key) => Number(key.split(',')[3])));
  const panels = shown.map((channel) =>
    panelOf(context, {
      tensor: 'output',
      channel,
      groupTitle: say('grid.output'),
      title: say('grid.filter', { channel: channel + 1 }),
      current: placed && (making.size > 0 ? making.has(channel) : channel === filter),
      rows,
      columns,
      cell: (place) => outputCell(context, ring, place),
      overview: frame.walk === 'input' ? null : outputOverview(context, channel, rows, columns),
    }),
  );
  const shownMarks = (['pending', 'cropped', 'bare'] as const).filter((mark) =>
    mark === 'pending' ? frame.cellsDone < frame.cells : isIn(panels, mark),
  );
  const making4 = { mark: 'current', text: 'grid.mark.making' } as const;
  return {
    tensor: 'output',
    title: shapeTitle(say('grid.output'), stage.output, batch, say),
    channels: stage.output[3],
    ...others,
    note: [frame.walk === 'input' ? say('grid.layers') : '', note].filter(Boolean).join(' · '),
    wide: isWide(columns),
    textWidth: textWidth(view.output.data, view),
    panels,
    legend: gridLegend(
      'output',
      [making4, ...shownMarks.map((mark) => ({ mark, text: `grid.mark.${mark}` }) as const)],
      panels,
      context,
    ),
  };
}

function outputAxis(context: GridContext, ring: CanvasRing, axis: 0 | 1): ShownAxis {
  const { view, frame } = context;
  const { stage } = view;
  const places = frame.stamp?.entries.map(({ place }) => place[axis]) ?? [frame.cell[axis + 1]];
  return axisIn(context, 'output', axis === 0 ? 'row' : 'column', {
    size: stage.output[axis + 1],
    paddingBefore: ring.before[axis],
    paddingAfter: ring.after[axis],
    span: { first: Math.min(...places), last: Math.max(...places) },
  });
}

function outputCell(context: GridContext, ring: CanvasRing, place: CellPlace): GridCell {
  const { view, moment, inHand, frame } = context;
  const { stage } = view;
  const [, height, width] = stage.output;
  if (place.row < 0 || place.row >= height || place.column < 0 || place.column >= width) {
    return croppedCell(context, place, ring.valueAt(place));
  }
  const index: Index4 = [frame.cell[0], place.row, place.column, place.channel];
  const { value, done, layers } = outputState(moment, stage.index, index);
  const marks: CellMark[] = [];
  if (value === null) marks.push('pending');
  if (inHand.outputs.has(String(index))) marks.push('current');
  if (ring.isBare(place)) marks.push('bare');
  return cellOf(context, place, {
    index,
    value,
    marks,
    layers: done && stage.index !== moment.frame.stage ? 0 : layers,
  });
}

function outputOverview(
  { view, frame, theme }: GridContext,
  channel: number,
  rows: ShownAxis,
  columns: ShownAxis,
): Overview | null {
  if (rows.hidden + columns.hidden === 0) return null;
  const { stage, output } = view;
  const range = rangeOf(view, 'output', channel);
  const [batch, height, width] = [frame.cell[0], stage.output[1], stage.output[2]];
  const isDone = (row: number, column: number): boolean =>
    ordinalOf(stage, [batch, row, column, channel]) < frame.cellsDone;
  const progress = isDone(height - 1, width - 1) ? 'done' : isDone(0, 0) ? frame.cellsDone : 'pending';
  return {
    height,
    width,
    data: output.data,
    key: `${batch}-${channel}-${range}-${theme.dark}-${progress}`,
    colour: (row, column) =>
      isDone(row, column)
        ? colourOf(output.data[offsetOf(stage.output, [batch, row, column, channel])], range, theme).fill
        : '',
    shown: shownFrame(rows, columns),
    window: frame.cell[3] === channel ? [frame.cell[1], frame.cell[2], 1, 1] : null,
  };
}
