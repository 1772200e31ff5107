import type { Frame } from '../../../../timeline/types.js';
import type { LabelKey, PlacedLabel } from '../../labels.js';
import { isRest, sumCentre } from '../../layout/bench.js';
import { boxOfCells, boxOfLattice } from '../../layout/lattice.js';
import { chipLabels } from '../activation.js';
import type { RodLayout } from './layout.js';

export function rodLabels(layout: RodLayout, frame: Frame): PlacedLabel[] {
  return [
    ...volumeLabels(layout),
    ...columnLabels(layout, frame),
    ...rowLabels(layout, frame),
    ...tableLabels(layout, frame),
    ...chipLabels(layout.stage, frame, sumCentre(layout.bench)),
  ];
}

function volumeLabels({ bounds, stage }: RodLayout): PlacedLabel[] {
  return (['input', 'output'] as const).map((key): PlacedLabel => {
    const [, height, width, channels] = stage[key];
    const parameters = { height, width, channels };
    return { key, family: key, parameters, anchor: 'above', station: key, at: bounds[key] };
  });
}

function columnLabels({ bench, bounds }: RodLayout, frame: Frame): PlacedLabel[] {
  const top = bounds.bench.max[1];
  const column = (key: LabelKey, left: number, beat: Frame['beat']): PlacedLabel => ({
    key,
    family: 'columns',
    parameters: { filter: frame.cell[3] + 1 },
    anchor: 'above',
    active: frame.beat === beat,
    station: 'bench',
    at: [left + 0.5, top, 0],
  });
  const [x, y] = sumCentre(bench);
  return [
    column('values', bench.window, 'lift'),
    column('weights', bench.slice, 'weigh'),
    column('products', bench.products, 'add'),
    {
      key: 'sum',
      family: 'sum',
      anchor: 'above',
      station: 'sum',
      active: frame.beat === 'merge',
      at: [x + 0.3, y + 0.6, 0],
    },
  ];
}

function rowLabels({ bench }: RodLayout, frame: Frame): PlacedLabel[] {
  return bench.rows.map((row, i): PlacedLabel => {
    const [first, last] = row.channels;
    const rest = isRest(row);
    return {
      key: rest ? 'moreChannels' : 'channel',
      id: `row ${i}`,
      family: 'rows',
      parameters: rest ? { count: last - first + 1 } : { channel: first + 1 },
      anchor: 'left',
      active: frame.beat === 'add' && frame.channel >= first && frame.channel <= last,
      station: 'bench',
      at: [bench.window - 0.2, row.y, 0],
      otherwise: [bench.window, row.y + 0.5, 0],
    };
  });
}

const mostNamed = 6;

/** The rows of the table are the filters. */
function tableLabels({ table, first, stage }: RodLayout, frame: Frame): PlacedLabel[] {
  const [, , columns, rows] = table.counts;
  const filters = stage.filters;
  const box = boxOfLattice(table);
  const title: PlacedLabel = {
    key: 'table',
    family: 'table',
    parameters: { rows: filters, columns: stage.input[3] },
    anchor: 'below',
    station: 'rack',
    at: [(box.min[0] + box.max[0]) / 2, box.min[1] - 0.15, 0],
  };
  if (rows > mostNamed) {
    const shown: PlacedLabel = {
      key: 'filtersShown',
      family: 'filtersShown',
      parameters: { shown: frame.cell[3] + 1, filters },
      anchor: 'left',
      station: 'rack',
      at: [box.min[0] - 0.3, (box.min[1] + box.max[1]) / 2, 0],
    };
    return [title, shown];
  }
  return [
    title,
    ...Array.from({ length: rows }, (_, row): PlacedLabel => {
      const { min, max } = boxOfCells(table, [0, 0, 0, row], [0, 0, columns - 1, row]);
      return {
        key: 'filter',
        id: `filter ${row}`,
        family: 'filters',
        parameters: { filter: first + row + 1, filters },
        anchor: 'left',
        active: first + row === frame.cell[3] && frame.beat !== 'start',
        station: 'rack',
        at: [min[0] - 0.2, (min[1] + max[1]) / 2, 0],
      };
    }),
  ];
}
