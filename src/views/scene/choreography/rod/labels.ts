import type { Frame } from '../../../../timeline/types.js';
import type { PlacedLabel } from '../../labels.js';
import { sumCentre } from '../../layout/bench.js';
import { boxOfCells, boxOfLattice } from '../../layout/lattice.js';
import { chipLabels } from '../activation.js';
import { channelLabels, columnLabel, sumLabel, volumeLabels } from '../bench-labels.js';
import type { RodLayout } from './layout.js';

export function rodLabels(layout: RodLayout, frame: Frame): PlacedLabel[] {
  const { bench, bounds, stage } = layout;
  return [
    ...volumeLabels(stage, bounds),
    columnLabel(layout, frame, 'values', 'window', 'lift'),
    columnLabel(layout, frame, 'weights', 'slice', 'weigh'),
    columnLabel(layout, frame, 'products', 'products', 'add'),
    sumLabel(bench, frame.beat === 'merge'),
    ...channelLabels(bench, frame, 0),
    ...tableLabels(layout, frame),
    ...chipLabels(stage, frame, sumCentre(bench)),
  ];
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
