/** What has to be said in words, and where: the element writes it in the reader's language over the canvas. */
import type { Frame } from '../../timeline/types.js';
import { project, type Projected } from './camera.js';
import { isRest, sumCentre } from './layout/bench.js';
import { boxOfCells } from './layout/lattice.js';
import type { SceneLayout } from './layout/layout.js';
import { cornersOf, type Box, type Vector } from './layout/space.js';
import type { Pane } from './panes.js';

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

/** On which side of the point the words stand. */
export type Anchor = 'above' | 'below' | 'left' | 'right';

export interface SceneLabel {
  readonly key: LabelKey;
  /** Tells labels of one key apart; stable from draw to draw. */
  readonly id: string;
  /** Numbers for the words; counted from 1. */
  readonly parameters: Readonly<Record<string, number>>;
  /** CSS pixels from the top left of the canvas. */
  readonly x: number;
  readonly y: number;
  readonly anchor: Anchor;
  /** Where two labels meet, the lower number stays. */
  readonly priority: number;
  /** It names what is in hand now. */
  readonly active: boolean;
  /** CSS pixels per cell unit at the label, to choose a size. */
  readonly scale: number;
}

/** Beside a point, or above a whole box as it appears from the camera. */
type Placed = Omit<SceneLabel, 'x' | 'y' | 'scale' | 'active'> & {
  readonly at: Vector | Box;
  readonly active?: boolean;
};

/** Pixels between a volume and its name. */
const gap = 6;

export function labelsOf(layout: SceneLayout, frame: Frame, panes: readonly Pane[]): SceneLabel[] {
  const thumbnails = panes.length > 1;
  return panes.flatMap((pane) => {
    const placed = [
      ...(pane.kind === 'input' || (pane.kind === 'main' && !thumbnails) ? [inputLabel(layout)] : []),
      ...(pane.kind === 'output' || (pane.kind === 'main' && !thumbnails) ? [outputLabel(layout)] : []),
      ...(pane.kind === 'main' ? [...benchLabels(layout, frame), ...rackLabels(layout, frame)] : []),
    ];
    return placed.flatMap((label) => inPane(label, pane));
  });
}

function inPane({ at, active = false, ...label }: Placed, pane: Pane): SceneLabel[] {
  const { x, y, scale } = 'min' in at ? above(at, pane) : project(pane.view, at, pane.size);
  const outside = x < 0 || y < 0 || x > pane.size.width || y > pane.size.height;
  return outside ? [] : [{ ...label, x: x + pane.x, y: y + pane.y, scale, active }];
}

/** Over the middle of the front, above the highest corner. */
function above(box: Box, { view, size }: Pane): Projected {
  const front = project(view, [(box.min[0] + box.max[0]) / 2, box.max[1], box.max[2]], size);
  const corners = cornersOf(box).map((corner) => project(view, corner, size));
  const left = Math.min(...corners.map(({ x }) => x));
  const right = Math.max(...corners.map(({ x }) => x));
  return { ...front, x: (left + right) / 2, y: Math.min(...corners.map(({ y }) => y)) - gap };
}

function inputLabel({ bounds: { input: at }, stage: { input } }: SceneLayout): Placed {
  return { key: 'input', id: 'input', parameters: shapeOf(input), at, anchor: 'above', priority: 0 };
}

function outputLabel({ bounds: { output: at }, stage: { output } }: SceneLayout): Placed {
  return { key: 'output', id: 'output', parameters: shapeOf(output), at, anchor: 'above', priority: 0 };
}

function shapeOf([, height, width, channels]: readonly number[]): Record<string, number> {
  return { height, width, channels };
}

function benchLabels(layout: SceneLayout, frame: Frame): Placed[] {
  const { bench, bounds } = layout;
  const top = bounds.bench.max[1] + 0.1;
  const halfColumn = (bench.kernel[1] * bench.tile) / 2;
  const column = (key: LabelKey, x: number, active: boolean, priority = 1): Placed => ({
    key,
    id: key,
    parameters: { height: bench.kernel[0], width: bench.kernel[1], filter: frame.cell[3] + 1 },
    at: [x, top, 0],
    anchor: 'above',
    priority,
    active,
  });
  const labels = [
    column('window', bench.window + halfColumn, frame.beat === 'lift'),
    column('slice', bench.slice + halfColumn, frame.beat === 'filter'),
    column('products', bench.products + halfColumn, frame.beat === 'weigh'),
    column('partial', bench.partial + 0.5, frame.beat === 'add', 2),
  ];
  if (bench.sum !== null) {
    const [x, y] = sumCentre(bench);
    labels.push({ ...column('sum', x, frame.beat === 'merge', 2), at: [x, y + 0.75, 0] });
  }
  return [...labels, ...channelLabels(layout, frame), ...biasLabel(layout, frame)];
}

function channelLabels({ bench, stage }: SceneLayout, frame: Frame): Placed[] {
  const read = stage.input[3] / stage.groups;
  const start = Math.floor(frame.cell[3] / (stage.filters / stage.groups)) * read;
  if (stage.input[3] === 1) return [];
  return bench.rows.map((row, i): Placed => {
    const [first, last] = row.channels;
    const rest = isRest(row);
    return {
      key: rest ? 'moreChannels' : 'channel',
      id: `row ${i}`,
      parameters: rest ? { count: last - first + 1 } : { channel: start + first + 1 },
      at: [bench.window - 0.2, row.y, 0],
      anchor: 'left',
      priority: 3,
      active: frame.beat === 'add' && frame.channel >= first && frame.channel <= last,
    };
  });
}

function biasLabel({ bench, stage }: SceneLayout, frame: Frame): Placed[] {
  const shown = frame.beat === 'bias' || frame.beat === 'write';
  if (!stage.bias || !shown) return [];
  const [x, y] = sumCentre(bench);
  return [
    {
      key: 'bias',
      id: 'bias',
      parameters: {},
      at: [x, y - 1.8, 0],
      anchor: 'below',
      priority: 3,
      active: frame.beat === 'bias',
    },
  ];
}

function rackLabels({ rack }: SceneLayout, frame: Frame): Placed[] {
  const { lattice, first, filters } = rack;
  const [columns, rows, , shown] = lattice.counts;
  const labels = Array.from({ length: shown }, (_, copy): Placed => {
    const { min, max } = boxOfCells(lattice, [0, 0, 0, copy], [columns - 1, rows - 1, 0, copy]);
    const active = first + copy === frame.cell[3] && frame.beat !== 'start';
    return {
      key: 'filter',
      id: `filter ${copy}`,
      parameters: { filter: first + copy + 1, filters },
      at: [(min[0] + max[0]) / 2, min[1] - 0.2, 0],
      anchor: 'below',
      priority: active ? 2 : 4,
      active,
    };
  });
  if (shown === filters) return labels;
  const last = boxOfCells(lattice, [columns - 1, 0, 0, shown - 1], [columns - 1, rows - 1, 0, shown - 1]);
  const at: Vector = [
    last.max[0] + 0.5 + (lattice.counts[2] * lattice.pitch[2]) / 2,
    (last.min[1] + last.max[1]) / 2,
    0,
  ];
  return [
    ...labels,
    {
      key: 'filtersShown',
      id: 'filtersShown',
      parameters: { filter: frame.cell[3] + 1, filters },
      at,
      anchor: 'right',
      priority: 2,
    },
  ];
}
