/** The activation: a chip with the curve of the function, and on it the sum that comes in and the value that goes out. */
import { activate } from '../../../math/activation.js';
import type { Activation, Stage } from '../../../math/types.js';
import { boxAround, type Box, type Vector } from '../layout/space.js';
import { boxShare } from '../layout/lattice.js';
import type { Frame } from '../../../timeline/types.js';
import type { PlacedLabel } from '../labels.js';
import type { Line, Tile } from '../staging.js';
import { line, thin } from './lines.js';
import { ease, settle } from './progress.js';
import { shown, type Scene } from './scene.js';
import { mark } from './tiles.js';

/** From the sum to its middle, waiting and in use. */
const above = { waiting: 2.5, used: 2.2 };
const below = { waiting: 2.1, used: 1.85 };
const size = { width: 1.7, height: 1.6 };
/** Its right side is level with that of the sum: a camera that shows the bench ends there. */
const aside = (boxShare - size.width) / 2;
/** Before the lines that meet at the sum. */
const inFront = 0.15;
const waitingOpacity = 0.4;
/** ReLU6 and h-swish bend between −3 and 6: this much of the axis shows them. A ReLU is as wide as the values are. */
const bends = 9;
const samples = 25;
const dotSide = 0.2;

/** Above the sum, or below it. */
export type Side = 1 | -1;

function distances(side: Side): typeof above {
  return side === 1 ? above : below;
}

/** What the chip takes up. */
export function chipBox([x, y, z]: Vector, side: Side = 1): Box {
  return boxAround(
    [x + aside, y + side * distances(side).waiting, z + inFront],
    [size.width, size.height, 0.2],
  );
}

/** Its name; none where there is no activation. */
export function chipLabels({ activation: key }: Stage, { beat }: Frame, [x, y]: Vector): PlacedLabel[] {
  if (key === 'none') return [];
  const at: Vector = [x + aside, y + above.waiting + size.height / 2, 0];
  const active = beat === 'activate';
  return [{ key, family: 'activation', anchor: 'above', station: 'sum', active, at }];
}

/** How far the chip has come to the sum; it goes back when the next cell begins. */
function come(scene: Scene): number {
  return settle(shown(scene, 'activate'));
}

function middleOf(scene: Scene, [x, y, z]: Vector, side: Side): Vector {
  const { waiting, used } = distances(side);
  const away = waiting + (used - waiting) * come(scene);
  return [x + aside, y + side * away, z + inFront];
}

/** The pane that the curve is drawn on, and the point of the sum in hand. */
export function chipTiles(scene: Scene, sum: Vector, side: Side = 1): Tile[] {
  const [x, y, z] = middleOf(scene, sum, side);
  const pane: Tile = {
    ...mark('', [x, y, z - 0.1], 1, 'output'),
    station: 'sum',
    kind: 'plain',
    size: [size.width, size.height, 0.1],
    opacity: waitingOpacity + (1 - waitingOpacity) * come(scene),
    glow: come(scene) * 0.5,
  };
  const point = pointOf(scene);
  if (!point) return [pane];
  const at = onChip(scene, sum, side, [point[0], point[1] * ease(shown(scene, 'activate'))]);
  const dot: Tile = {
    ...mark('', [at[0], at[1], at[2] + 0.05], dotSide, 'accent'),
    station: 'sum',
    kind: 'plain',
    size: [dotSide, dotSide, 0.06],
    glow: 1,
  };
  return [pane, dot];
}

export function chipLines(scene: Scene, sum: Vector, side: Side = 1): Line[] {
  const { activation: name } = scene.view.stage;
  const opacity = waitingOpacity + (1 - waitingOpacity) * come(scene);
  const [width, height] = spanOf(scene);
  const at = (x: number, y: number) => onChip(scene, sum, side, [x, y]);
  const axis = { station: 'sum', tone: 'muted', opacity: opacity * 0.6, thickness: thin } as const;
  const curve = { station: 'sum', tone: 'ink', opacity, thickness: 0.07 } as const;
  const points = Array.from({ length: samples }, (_, i) => {
    const x = -width + (2 * width * i) / (samples - 1);
    return at(x, Math.min(activate(name, x), height));
  });
  const point = pointOf(scene);
  const lead = { station: 'sum', tone: 'accent', thickness: thin, dash: 0.12 } as const;
  return [
    line(at(-width, 0), at(width, 0), axis),
    line(at(0, 0), at(0, height), axis),
    ...points.slice(1).map((to, i) => line(points[i], to, curve)),
    ...(point ? [line(at(point[0], 0), at(...point), lead), line(at(...point), at(0, point[1]), lead)] : []),
  ];
}

/** Sum and value of the cell in hand, kept on the chip; null while the activation has not begun. */
function pointOf(scene: Scene): readonly [x: number, y: number] | null {
  const { values } = scene;
  if (!values || shown(scene, 'activate') === 0) return null;
  const [width, height] = spanOf(scene);
  const within = (value: number, low: number, high: number) => Math.min(Math.max(value, low), high);
  if (!Number.isFinite(values.sum)) return null;
  return [within(values.sum, -width, width), within(values.output, -0.4, height)];
}

/** Largest x and y on the chip. */
function spanOf({ view }: Scene): readonly [width: number, height: number] {
  const { activation: name } = view.stage;
  const width = isBent(name) ? bends : view.ranges.output || 1;
  return [width, isBent(name) ? bends * 0.8 : width];
}

function isBent(name: Activation): boolean {
  return name === 'relu6' || name === 'h-swish';
}

/** A point of the curve on the chip; y = 0 lies low, because nothing goes far below it. */
function onChip(scene: Scene, sum: Vector, side: Side, [x, y]: readonly [number, number]): Vector {
  const [width, height] = spanOf(scene);
  const middle = middleOf(scene, sum, side);
  const across = (0.44 * x) / width;
  const up = (0.74 * y) / height - 0.34;
  return [middle[0] + across * size.width, middle[1] + up * size.height, middle[2]];
}
