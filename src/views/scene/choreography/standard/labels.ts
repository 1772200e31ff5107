/** Names of input, output, the columns and rows of the bench, and the filters of the rack. */
import type { Stage } from '../../../../math/types.js';
import type { Frame } from '../../../../timeline/types.js';
import type { PlacedLabel } from '../../labels.js';
import { benchBottom, partialCentre, sumCentre } from '../../layout/bench.js';
import { boxOfCells } from '../../layout/lattice.js';
import type { Vector } from '../../layout/space.js';
import { channelSpan } from '../../layout/taps.js';
import { channelLabels, columnLabel, sumLabel, volumeLabels } from '../bench-labels.js';
import { isFinished } from '../scene.js';
import type { StandardLayout } from './layout.js';

export function standardLabels(
  layout: StandardLayout,
  stage: Stage,
  frame: Frame,
  turned = false,
): PlacedLabel[] {
  return [
    ...volumeLabels(stage, layout.bounds),
    ...orderOfMaps(layout, stage, frame),
    columnLabel(layout, frame, 'window', 'window', 'lift'),
    columnLabel(layout, frame, 'slice', 'slice', 'filter'),
    columnLabel(layout, frame, 'products', 'products', 'weigh'),
    ...(turned ? [turnedLabel(layout, frame)] : []),
    ...sumLabels(layout, stage, frame),
    ...rowLabels(layout, stage, frame),
    ...rackLabels(layout, frame),
  ];
}

/** At the end all maps stand, the first one in front, while the bench still holds the last filter. */
function orderOfMaps({ bounds }: StandardLayout, { output }: Stage, frame: Frame): PlacedLabel[] {
  const [, , , channels] = output;
  if (channels === 1 || !isFinished({ frame })) return [];
  const { min, max } = bounds.output;
  const at: Vector = [(min[0] + max[0]) / 2, min[1] - 0.2, max[2]];
  const place = { anchor: 'below', station: 'output', at } as const;
  return [{ ...place, key: 'inFront', family: 'inFront' }];
}

/** Of a true convolution, below the slices that turn. */
function turnedLabel({ bench }: StandardLayout, frame: Frame): PlacedLabel {
  const at: Vector = [bench.slice + (bench.kernel[1] * bench.tile) / 2, benchBottom(bench) - 0.2, 0];
  const active = frame.beat === 'filter';
  return { key: 'turned', family: 'turned', anchor: 'below', station: 'bench', active, at };
}

/** Distance of a name above the middle of its cell, and of the bias below the sum. */
const aboveCell = 0.6;
const belowSum = 1.8;
const ending: readonly Frame['beat'][] = ['bias', 'activate', 'write'];

function sumLabels({ bench }: StandardLayout, stage: Stage, frame: Frame): PlacedLabel[] {
  const [x, y] = sumCentre(bench);
  const merges = bench.sum !== null;
  const labels = [sumLabel(bench, frame.beat === (merges ? 'merge' : 'add'))];
  if (merges) {
    const [left, top] = partialCentre(bench, bench.rows[0]);
    const at: Vector = [left - 1.3, top + aboveCell, 0];
    labels.push({
      key: 'partial',
      family: 'partial',
      anchor: 'over',
      station: 'bench',
      active: frame.beat === 'add',
      at,
    });
  }
  const below = { family: 'bias', anchor: 'below', station: 'sum' } as const;
  if (!stage.bias) labels.push({ ...below, key: 'noBias', at: [x, y - aboveCell, 0] });
  else if (ending.includes(frame.beat)) {
    labels.push({ ...below, key: 'bias', active: frame.beat === 'bias', at: [x, y - belowSum, 0] });
  }
  return labels;
}

function rowLabels({ bench }: StandardLayout, stage: Stage, frame: Frame): PlacedLabel[] {
  if (stage.input[3] === 1) return [];
  return channelLabels(bench, frame, channelSpan(stage, frame.cell[3])[0]);
}

function rackLabels({ rack }: StandardLayout, frame: Frame): PlacedLabel[] {
  const { lattice, first, filters } = rack;
  const [columns, rows, channels, shown] = lattice.counts;
  const below = { station: 'rack', parameters: { filters } } as const;
  const labels = Array.from({ length: shown }, (_, copy): PlacedLabel => {
    const { min, max } = boxOfCells(lattice, [0, 0, 0, copy], [columns - 1, rows - 1, 0, copy]);
    return {
      ...below,
      key: 'filter',
      id: `filter ${copy}`,
      family: 'filters',
      parameters: { filter: first + copy + 1, filters },
      anchor: 'below',
      active: first + copy === frame.cell[3] && frame.beat !== 'start',
      at: [(min[0] + max[0]) / 2, min[1] - 0.15, 0],
    };
  });
  if (shown === filters) return labels;
  const { min, max } = boxOfCells(lattice, [0, 0, 0, shown - 1], [columns - 1, rows - 1, 0, shown - 1]);
  const behind = (-channels * lattice.depth[2]) / 2;
  return [
    ...labels,
    {
      ...below,
      key: 'filtersShown',
      family: 'filtersShown',
      parameters: { shown: frame.cell[3] + 1, filters },
      anchor: 'right',
      at: [max[0] + 0.5 + behind, (min[1] + max[1]) / 2, 0],
    },
  ];
}
