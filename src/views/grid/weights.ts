import { termsOf } from '../../math/incidence.js';
import { offsetOf } from '../../math/tensor.js';
import type { WeightIndex } from '../../math/types.js';
import { formatNumber } from '../../words/numbers.js';
import { formatShape } from '../shape.js';
import { textWidth } from './cell-text.js';
import { cellOf, type GridContext } from './context.js';
import { gridLegend } from './legend.js';
import { axisIn, channelsIn, panelOf } from './panel.js';
import type { GridGroup } from './types.js';

/** The filter that is looked at, else the one in hand: one slice for each channel that it reads. */
export function weightsGroup(context: GridContext): GridGroup {
  const { view, frame, filter, say, term } = context;
  const { stage, weights, bias, ranges } = view;
  const [batch, outputRow, outputColumn] = frame.cell;
  const terms = termsOf(stage, [batch, outputRow, outputColumn, filter]);
  const groupTitle = say('grid.weights', { filter: filter + 1, filters: stage.filters });
  const [row, column] = term?.weight ?? [0, 0];
  const axis = (along: 'row' | 'column', size: number, at: number) =>
    axisIn(context, 'weights', along, {
      size,
      paddingBefore: 0,
      paddingAfter: 0,
      span: { first: at, last: at },
    });
  const rows = axis('row', stage.kernel[0], row);
  const columns = axis('column', stage.kernel[1], column);
  const { shown, ...others } = channelsIn(context, 'weights', [rows, columns], frame.channels, frame.channel);
  const panels = shown.map((channel) => {
    const [, , big, small] = terms[channel * frame.taps].weight;
    return panelOf(context, {
      tensor: 'weights',
      channel,
      groupTitle,
      title: say('grid.slice', { channel: channel + 1 }),
      current: frame.beat === 'add' && filter === frame.cell[3] && channel === frame.channel,
      rows,
      columns,
      cell: (place) => {
        const index: WeightIndex = [place.row, place.column, big, small];
        const value = weights.data[offsetOf(stage.weightShape, index)];
        return cellOf(context, place, {
          index,
          value,
          marks: String(term?.weight) === String(index) ? ['current'] : [],
        });
      },
      overview: null,
    });
  });
  const added = bias ? say('grid.bias', { value: formatNumber(bias.data[filter]) }) : '';
  return {
    tensor: 'weights',
    title: `${groupTitle} · ${formatShape([...stage.kernel, frame.channels])}`,
    channels: frame.channels,
    ...others,
    note: [added, others.note].filter(Boolean).join(' · '),
    wide: false,
    textWidth: textWidth(weights.data),
    panels,
    legend: gridLegend(ranges.weights, [{ mark: 'current', text: 'grid.mark.current' }], panels, context),
  };
}
