import { textWidth } from './cell-text.js';
import { cellOf, type GridContext } from './context.js';
import { gridLegend } from './legend.js';
import { axisIn, isWide, panelOf } from './panel.js';
import type { CellMark, GridGroup } from './types.js';

/** One number for each filter; null where the stage has none. */
export function biasGroup(context: GridContext): GridGroup | null {
  const { view, frame, say } = context;
  const { stage, bias } = view;
  if (!bias) return null;
  const groupTitle = say('grid.bias');
  const none = { paddingBefore: 0, paddingAfter: 0 };
  const at = context.filter;
  const columns = axisIn(context, 'bias', 'column', {
    ...none,
    size: stage.filters,
    span: { first: at, last: at },
  });
  const inHand = new Set(frame.beat === 'bias' ? frame.lanes.map((cell) => cell[3]) : []);
  const panel = panelOf(context, {
    tensor: 'bias',
    channel: 0,
    groupTitle,
    title: say('grid.bias-axis'),
    current: frame.beat === 'bias',
    rows: axisIn(context, 'bias', 'row', { ...none, size: 1, span: { first: 0, last: 0 }, label: () => '' }),
    columns,
    cell: (place) => {
      const marks: CellMark[] = inHand.has(place.column) ? ['current'] : [];
      return cellOf(context, place, { index: [place.column], value: bias.data[place.column], marks });
    },
    overview: null,
  });
  return {
    tensor: 'bias',
    title: `${groupTitle} ${stage.filters}`,
    channels: 1,
    more: '',
    expanded: false,
    note: '',
    wide: isWide(columns),
    textWidth: textWidth(bias.data, view),
    panels: [panel],
    legend: gridLegend('output', [{ mark: 'current', text: 'grid.mark.current' }], [panel], context),
  };
}
