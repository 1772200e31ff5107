import type { Frame } from '../../../../timeline/types.js';
import type { LabelKey, PlacedLabel } from '../../labels.js';
import { isRest } from '../../layout/bench.js';
import { boxOfCells } from '../../layout/lattice.js';
import { volumeLabels } from '../bench-labels.js';
import { curveBoxes } from './curve-places.js';
import type { LanesLayout } from './layout.js';

export function laneLabels(layout: LanesLayout, frame: Frame): PlacedLabel[] {
  return [
    ...volumeLabels(layout.stage, layout.bounds, layout.isLevel),
    ...columnLabels(layout, frame),
    ...laneNames(layout),
    ...rackLabels(layout),
    ...noSumLabel(layout),
  ];
}

function columnLabels({ bench, bounds, stage, rows }: LanesLayout, frame: Frame): PlacedLabel[] {
  const top = bounds.bench.max[1];
  const half = (bench.kernel[1] * bench.tile) / 2;
  const column = (key: LabelKey, x: number, beat: Frame['beat']): PlacedLabel => ({
    key,
    family: 'columns',
    anchor: 'above',
    active: frame.beat === beat,
    station: 'bench',
    at: [x, top, 0],
  });
  return [
    column('window', bench.window + half, 'lift'),
    column('laneSlice', bench.slice + half, 'filter'),
    column('products', bench.products + half, 'weigh'),
    { ...column('sum', bench.partial + 0.5, 'add'), station: 'sum' },
    ...activationLabel({ bench, rows, stage }, frame),
  ];
}

/** What is done to each lane's sum, under the last of them. */
function activationLabel(
  layout: Pick<LanesLayout, 'bench' | 'rows' | 'stage'>,
  { beat }: Frame,
): PlacedLabel[] {
  const { activation: key } = layout.stage;
  if (key === 'none') return [];
  const curve = curveBoxes(layout).at(-1);
  const below = curve ? curve.min[1] : layout.rows[layout.rows.length - 1].y - 0.6;
  const at = [layout.bench.partial + 0.5, below - 0.1, 0] as const;
  return [{ key, family: 'activation', anchor: 'below', station: 'sum', active: beat === 'activate', at }];
}

/** One name a lane, level with its window. */
function laneNames({ lanes, bench, maps }: LanesLayout): PlacedLabel[] {
  return lanes.map(({ channels: [first, last], y }, i): PlacedLabel => {
    const rest = isRest({ y, channels: [first, last] });
    const half = (bench.kernel[0] * bench.tile) / 2;
    return {
      key: rest ? 'moreChannels' : 'channel',
      id: `row ${i}`,
      family: 'rows',
      parameters: rest ? { count: last - first + 1 } : { channel: first + 1 },
      anchor: 'left',
      station: 'bench',
      at: [bench.window - 0.2, y, 0],
      ...(maps === 1 ? { otherwise: [bench.window, y + half, 0] as const } : {}),
    };
  });
}

function rackLabels({ rack, stage, maps }: LanesLayout): PlacedLabel[] {
  const [columns, rows, channels] = rack.counts;
  return Array.from({ length: maps }, (_, set): PlacedLabel => {
    const { min, max } = boxOfCells(rack, [0, 0, 0, set], [columns - 1, rows - 1, 0, set]);
    return {
      key: maps === 1 ? 'slices' : 'sliceSet',
      id: `slices ${set}`,
      family: 'filters',
      parameters: { set: set + 1, filter: set + 1, count: stage.groups, channels },
      anchor: 'below',
      station: 'rack',
      at: [(min[0] + max[0]) / 2, min[1] - 0.15, 0],
    };
  });
}

/** Where a sum over channels would stand. */
function noSumLabel({ bench, bounds }: LanesLayout): PlacedLabel[] {
  if (bounds.output.min[0] - bench.partial < 6) return [];
  return [
    { key: 'noSum', family: 'noSum', anchor: 'below', station: 'aside', at: [bench.partial + 3.5, -0.7, 0] },
  ];
}
