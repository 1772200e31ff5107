import { offsetOf } from '../../math/tensor.js';
import type { WeightIndex } from '../../math/types.js';
import { formatShape } from '../shape.js';
import { textWidth } from './cell-text.js';
import { cellOf, printed, type GridContext } from './context.js';
import { gridLegend, isIn } from './legend.js';
import { axisIn, isWide, panelOf } from './panel.js';
import type { CellMark, GridCell, GridGroup, ShownAxis } from './types.js';

/** The weights of a 1×1 kernel: one row for each filter, one column for each channel; the row in hand is framed. */
export function mixingGroup(context: GridContext): GridGroup {
  const { view, frame, say, inHand, placed } = context;
  const { stage, weights } = view;
  const [, , channels, filters] = stage.weightShape;
  const axis = (along: 'row' | 'column', size: number, at: number): ShownAxis =>
    axisIn(context, 'weights', along, {
      size,
      paddingBefore: 0,
      paddingAfter: 0,
      span: { first: at, last: at },
    });
  const groupTitle = say('grid.mixing');
  const panel = panelOf(context, {
    tensor: 'weights',
    channel: 0,
    groupTitle,
    title: say('grid.mixing-axes'),
    current: frame.beat === 'add',
    rows: axis('row', filters, context.filter),
    columns: axis('column', channels, frame.channel),
    cell: (place): GridCell => {
      const index: WeightIndex = [0, 0, place.column, place.row];
      const value = weights.data[offsetOf(stage.weightShape, index)];
      const marks: CellMark[] = placed && place.row === frame.cell[3] ? ['window'] : [];
      if (inHand.weights.has(String(index))) marks.push('current');
      const places = { filter: place.row + 1, channel: place.column + 1, value: printed(value) };
      return cellOf(context, place, { index, value, marks, name: say('grid.cell.mixing', places) });
    },
    overview: null,
  });
  const marks = [
    ...(isIn([panel], 'window') ? [{ mark: 'window', text: 'grid.mark.row' } as const] : []),
    { mark: 'current', text: 'grid.mark.current' } as const,
  ];
  return {
    tensor: 'weights',
    title: `${groupTitle} ${formatShape([filters, channels])}`,
    channels: 1,
    more: '',
    expanded: false,
    note: '',
    wide: isWide(panel.columns),
    textWidth: textWidth(weights.data, view),
    panels: [panel],
    legend: gridLegend('weights', marks, [panel], context),
  };
}
