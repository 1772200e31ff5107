/** What has to be said in words, and where: the element writes it in the reader's language over the canvas. */
import type { Shape4 } from '../../math/types.js';
import { project, type Projected } from './camera.js';
import { labelGap, lineHeight } from './label-size.js';
import type { SceneLayout } from './layout/scene-layout.js';
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
  | 'laneSlice'
  | 'slices'
  | 'sliceSet'
  | 'noSum'
  | 'values'
  | 'weights'
  | 'table'
  | 'middle'
  | 'costStandard'
  | 'costStages'
  | 'plainKernel'
  | 'turnedKernel'
  | 'value'
  | 'stamp'
  | 'stretched'
  | 'canvas'
  | 'layers'
  | 'outputChannel'
  | 'bias'
  | 'noBias'
  | 'turned'
  | 'unread'
  | 'inFront'
  | 'reach'
  | 'reachBoth'
  | 'row'
  | 'relu'
  | 'relu6'
  | 'h-swish';

/** Labels that are shown together or not at all; where two families meet, the earlier one stays. */
export const labelFamilies = [
  'input',
  'output',
  'canvas',
  'stretched',
  'middle',
  'rows',
  'columns',
  'sum',
  'partial',
  'filters',
  'filtersShown',
  'bias',
  'turned',
  'activation',
  'reach',
  'unread',
  'inFront',
  'noSum',
  'table',
  'layers',
  'costs',
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
  /** For the words; places are counted from 1. */
  readonly parameters: Readonly<Record<string, number | string>>;
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
export interface PlacedLabel {
  readonly key: LabelKey;
  readonly id?: string;
  readonly family: LabelFamily;
  readonly parameters?: Readonly<Record<string, number | string>>;
  readonly anchor: Anchor;
  readonly active?: boolean;
  readonly station: Station;
  /** Beside a point, or above a whole box as it appears from the camera. */
  readonly at: Vector | Box;
  readonly otherwise?: Vector;
}

/** What a tensor's name says of its shape. @param isShort there is room for the name alone */
export function sizeNamed(
  [, height, width, channels]: Shape4,
  isShort = false,
): Readonly<Record<string, number>> {
  return isShort ? {} : { height, width, channels };
}

/** The labels of all panes, in the pixels of the canvas. */
export function labelsOf(
  placed: readonly PlacedLabel[],
  layout: SceneLayout,
  panes: readonly Pane[],
): SceneLabel[] {
  return panes.flatMap((pane) =>
    placed
      .filter(({ station }) => pane.shows.includes(station))
      .flatMap((label) => inPane(label, pane, layout)),
  );
}

function inPane(label: PlacedLabel, pane: Pane, layout: SceneLayout): SceneLabel[] {
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

/** Rows of the bench stand one cell unit apart; null where words are taller than that. */
function betweenRows(at: Vector, { view, size, em }: Pane): Projected | null {
  const place = project(view, at, size);
  return place.scale >= em * 1.1 ? place : null;
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
  if (!bounds.input || !pane.shows.includes('input')) return x;
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
