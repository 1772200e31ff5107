/** What has to be said in words, and where: the element writes it in the reader's language over the canvas. */
import type { Frame } from '../../timeline/types.js';
import { project, type Projected } from './camera.js';
import { labelGap, lineHeight } from './label-size.js';
import { isRest, partialCentre, sumCentre } from './layout/bench.js';
import { boxOfCells } from './layout/lattice.js';
import type { SceneLayout } from './layout/layout.js';
import { cornersOf, type Box, type Vector } from './layout/space.js';
import type { Pane } from './panes.js';
import type { Station } from './staging.js';

export type LabelKey =
  | 'input'
  | 'window'
  | 'slice'
  | 'products'
  | 'partial'
  | 'sum'
  | 'output'
  | 'filter'
  | 'filtersShown'
  | 'channel'
  | 'moreChannels'
  | 'bias';

/** Labels that are shown together or not at all; where two families meet, the earlier one stays. */
export const labelFamilies = [
  'input',
  'output',
  'rows',
  'columns',
  'sum',
  'partial',
  'filters',
  'filtersShown',
  'bias',
] as const;
export type LabelFamily = (typeof labelFamilies)[number];

/** On which side of the point the words stand; `over`: above it, starting at it. */
export type Anchor = 'above' | 'over' | 'below' | 'left' | 'right';

/** Which labels there are, and where, follows from layout and camera alone, so that nothing flickers during a run. */
export interface SceneLabel {
  readonly key: LabelKey;
  /** Tells labels of one key apart; stable from draw to draw. */
  readonly id: string;
  readonly family: LabelFamily;
  /** Numbers for the words; counted from 1. */
  readonly parameters: Readonly<Record<string, number>>;
  /** CSS pixels from the top left of the canvas. */
  readonly x: number;
  readonly y: number;
  readonly anchor: Anchor;
  /** It names what is in hand now. */
  readonly active: boolean;
  /** Size of the words, in CSS pixels. */
  readonly em: number;
  /** CSS pixels that the words may be wide before they cover something else. */
  readonly room: number;
  /** Where the words may start, above what they name, if they have no room beside it. */
  readonly otherwise: { readonly x: number; readonly y: number } | null;
}

/** A label in the space of the stage. */
interface Placed {
  readonly key: LabelKey;
  readonly id?: string;
  readonly family: LabelFamily;
  readonly parameters?: Readonly<Record<string, number>>;
  readonly anchor: Anchor;
  readonly active?: boolean;
  readonly station: Station;
  /** Beside a point, or above a whole box as it appears from the camera. */
  readonly at: Vector | Box;
  readonly otherwise?: Vector;
}

export function labelsOf(layout: SceneLayout, frame: Frame, panes: readonly Pane[]): SceneLabel[] {
  const placed = [
    ...volumeLabels(layout),
    ...columnLabels(layout, frame),
    ...sumLabels(layout, frame),
    ...rowLabels(layout, frame),
    ...rackLabels(layout, frame),
  ];
  return panes.flatMap((pane) =>
    placed
      .filter(({ station }) => pane.shows.includes(station))
      .flatMap((label) => inPane(label, pane, layout)),
  );
}

function inPane(label: Placed, pane: Pane, layout: SceneLayout): SceneLabel[] {
  const { key, id = key, family, parameters = {}, anchor, active = false, at, otherwise } = label;
  const { x, y } = 'min' in at ? above(at, pane) : project(pane.view, at, pane.size);
  const outside = x < 0 || y < 0 || x > pane.size.width || y > pane.size.height;
  if (outside) return [];
  const room = anchor === 'left' ? roomToTheLeft(x, y, pane, layout) : pane.size.width;
  const start = otherwise ? betweenRows(otherwise, pane) : null;
  return [
    {
      ...{ key, id, family, parameters, anchor, active, em: pane.em, room },
      x: x + pane.x,
      y: y + pane.y,
      otherwise: start && { x: start.x + pane.x, y: start.y + pane.y },
    },
  ];
}

/** Rows of the bench stand one cell unit apart; null where a line of words is taller than that. */
function betweenRows(at: Vector, { view, size, em }: Pane): Projected | null {
  const place = project(view, at, size);
  return place.scale >= em * lineHeight ? place : null;
}

/** Over the middle of the front, above the highest corner. */
function above(box: Box, pane: Pane): Projected {
  const { view, size } = pane;
  const front = project(view, [(box.min[0] + box.max[0]) / 2, box.max[1], box.max[2]], size);
  const { left, right, top } = outlineOf(box, pane);
  return { ...front, x: (left + right) / 2, y: top - labelGap };
}

/** Up to the border of the pane, or to the input where it stands at that height. */
function roomToTheLeft(x: number, y: number, pane: Pane, { bounds }: SceneLayout): number {
  if (!pane.shows.includes('input')) return x;
  const { left, right, top, bottom } = outlineOf(bounds.input, pane);
  const half = pane.em * lineHeight;
  const beside = y + half > top && y - half < bottom && left < x;
  return Math.max(0, x - (beside ? right + labelGap : 0));
}

/** The rectangle round a box as it appears in a pane. */
export function outlineOf(
  box: Box,
  { view, size }: Pick<Pane, 'view' | 'size'>,
): { readonly left: number; readonly right: number; readonly top: number; readonly bottom: number } {
  const corners = cornersOf(box).map((corner) => project(view, corner, size));
  const [xs, ys] = [corners.map(({ x }) => x), corners.map(({ y }) => y)];
  return { left: Math.min(...xs), right: Math.max(...xs), top: Math.min(...ys), bottom: Math.max(...ys) };
}

function volumeLabels({ bounds, stage }: SceneLayout): Placed[] {
  return (['input', 'output'] as const).map((key): Placed => {
    const [, height, width, channels] = stage[key];
    return {
      key,
      family: key,
      parameters: { height, width, channels },
      anchor: 'above',
      station: key,
      at: bounds[key],
    };
  });
}

function columnLabels({ bench, bounds }: SceneLayout, frame: Frame): Placed[] {
  const top = bounds.bench.max[1];
  const half = (bench.kernel[1] * bench.tile) / 2;
  const column = (key: LabelKey, left: number, beat: Frame['beat']): Placed => ({
    key,
    family: 'columns',
    parameters: { filter: frame.cell[3] + 1 },
    anchor: 'above',
    active: frame.beat === beat,
    station: 'bench',
    at: [left + half, top, 0],
  });
  return [
    column('window', bench.window, 'lift'),
    column('slice', bench.slice, 'filter'),
    column('products', bench.products, 'weigh'),
  ];
}

/** Distance of a name above the middle of its cell, and of the bias below the sum. */
const aboveCell = 0.6;
const belowSum = 1.8;

function sumLabels({ bench, stage }: SceneLayout, frame: Frame): Placed[] {
  const [x, y] = sumCentre(bench);
  const merges = bench.sum !== null;
  const labels: Placed[] = [
    {
      key: 'sum',
      family: 'sum',
      anchor: 'above',
      station: 'sum',
      active: frame.beat === (merges ? 'merge' : 'add'),
      at: [x + 0.3, y + aboveCell, 0],
    },
  ];
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
  if (stage.bias && (frame.beat === 'bias' || frame.beat === 'write')) {
    const at: Vector = [x, y - belowSum, 0];
    labels.push({
      key: 'bias',
      family: 'bias',
      anchor: 'below',
      station: 'sum',
      active: frame.beat === 'bias',
      at,
    });
  }
  return labels;
}

function rowLabels({ bench, stage }: SceneLayout, frame: Frame): Placed[] {
  const read = stage.input[3] / stage.groups;
  const start = Math.floor(frame.cell[3] / (stage.filters / stage.groups)) * read;
  if (stage.input[3] === 1) return [];
  return bench.rows.map((row, i): Placed => {
    const [first, last] = row.channels;
    const rest = isRest(row);
    return {
      key: rest ? 'moreChannels' : 'channel',
      id: `row ${i}`,
      family: 'rows',
      parameters: rest ? { count: last - first + 1 } : { channel: start + first + 1 },
      anchor: 'left',
      active: frame.beat === 'add' && frame.channel >= first && frame.channel <= last,
      station: 'bench',
      at: [bench.window - 0.2, row.y, 0],
      otherwise: [bench.window, row.y + (bench.kernel[0] * bench.tile) / 2, 0],
    };
  });
}

function rackLabels({ rack }: SceneLayout, frame: Frame): Placed[] {
  const { lattice, first, filters } = rack;
  const [columns, rows, channels, shown] = lattice.counts;
  const below = { station: 'rack', parameters: { filters } } as const;
  const labels = Array.from({ length: shown }, (_, copy): Placed => {
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
  const behind = (channels * lattice.pitch[2]) / 2;
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
