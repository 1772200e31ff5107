/** The stretched input: its cells move apart, zeros come between and round them as dots, and the window stands on it. */
import { cellAtPlace } from '../../../../math/gather-form.js';
import { NOWHERE } from '../../../../math/incidence.js';
import { tileDepth } from '../../layout/bench.js';
import { boxOfCells, cellCentre, type Lattice } from '../../layout/lattice.js';
import { mix, type Vector } from '../../layout/space.js';
import { channelSpan } from '../../layout/taps.js';
import type { Line, Tile } from '../../staging.js';
import { edges, line, rectangle } from '../lines.js';
import { frameThickness, placeOpacity } from '../place-frame.js';
import { ease } from '../progress.js';
import { isFinished, shown } from '../scene.js';
import { tapsOf } from '../strip.js';
import { mark } from '../tiles.js';
import type { GatherScene } from './scene.js';

/** More zeros than this are told by the outline of the grid alone. */
const mostDots = 900;
/** Share of the beat in which cells move apart; the zeros appear in the rest of it. */
const movingShare = 0.6;
const dotSide = 0.16;
const crossSide = 0.8;

/** On the grid, counted from its first place. */
type Place = readonly [row: number, column: number];

/** How far the cells have moved apart, and the zeros have come. */
export function insertion({ frame, reducedMotion }: GatherScene): {
  readonly moved: number;
  readonly dots: number;
} {
  const opens = frame.walk === 'output' && frame.ordinal === 0;
  const done = !opens ? 1 : frame.beat === 'start' ? 0 : shown({ frame, reducedMotion }, 'insert');
  return {
    moved: ease(Math.min(done / movingShare, 1)),
    dots: Math.max(done - movingShare, 0) / (1 - movingShare),
  };
}

/** Where the cells are at this moment. */
export function stretchedNow(scene: GatherScene): Lattice {
  const { compact, stretched } = scene.layout;
  const { moved } = insertion(scene);
  if (moved === 1) return stretched;
  const [from, to] = [compact.pitch, stretched.pitch];
  return {
    ...stretched,
    origin: mix(compact.origin, stretched.origin, moved),
    pitch: [from[0] + (to[0] - from[0]) * moved, from[1] + (to[1] - from[1]) * moved],
  };
}

/** A dot for every zero, inserted or of the border: what is no data never looks like a cell. Under the window it is crossed. */
export function dotTiles(scene: GatherScene): Tile[] {
  const { form } = scene.layout;
  const { dots } = insertion(scene);
  if (dots === 0) return [];
  const [rows, columns] = form.axes;
  const crossed = crossedPlaces(scene);
  const isCrossed = ([row, column]: Place) => crossed.some((each) => each[0] === row && each[1] === column);
  const places = form.places <= mostDots ? allPlaces(scene) : crossed;
  return places
    .filter(([row, column]) => cellAtPlace(rows, row) === NOWHERE || cellAtPlace(columns, column) === NOWHERE)
    .map((place) => dot(scene, place, dots, isCrossed(place)));
}

function allPlaces({ layout }: GatherScene): Place[] {
  const [{ size: rows }, { size: columns }] = layout.form.axes;
  return Array.from({ length: rows * columns }, (_, i) => [Math.floor(i / columns), i % columns] as const);
}

function dot({ layout }: GatherScene, [row, column]: Place, opacity: number, isCrossed: boolean): Tile {
  const [x, y, z] = cellCentre(layout.grid, [column, row, 0, 0]);
  const [pitch] = layout.grid.pitch;
  if (isCrossed) return { ...mark('⊗', [x, y, z + 0.1], crossSide * pitch), opacity };
  const side = dotSide * pitch;
  return { ...mark('', [x, y, z], side), kind: 'plain', size: [side, side, tileDepth / 2], opacity, glow: 1 };
}

/** Places of the grid under the taps of the window in hand. */
function crossedPlaces(scene: GatherScene): Place[] {
  const { view, frame } = scene;
  if (frame.walk === 'input' || !hasWindow(scene)) return [];
  const { kernel, dilation } = view.stage;
  const [, row, column] = frame.cell;
  return tapsOf(kernel).map(([down, across]) => [row + down * dilation[0], column + across * dilation[1]]);
}

function hasWindow(scene: GatherScene): boolean {
  return shown(scene, 'place') > 0 && !(isFinished(scene) && scene.frame.beat === 'start');
}

/** The outline of all places, once there are zeros. */
export function gridOutline(scene: GatherScene): Line[] {
  const { grid } = scene.layout;
  const { dots } = insertion(scene);
  const [columns, rows] = grid.counts;
  const whole = boxOfCells(grid, [0, 0, 0, 0], [columns - 1, rows - 1, 0, 0]);
  const look = { station: 'bench', tone: 'muted', dash: 0.3, opacity: 0.7 * dots } as const;
  return dots > 0 ? rectangle(whole, 0, look) : [];
}

/** The hollow frame of the window through all channels that it reads; cells in it are lit, the rest of it are zeros. */
export function windowLines(scene: GatherScene): Line[] {
  const { layout, view, frame } = scene;
  const { grid, lines } = layout;
  const opacity = placeOpacity(scene);
  if (!hasWindow(scene)) return [];
  const [, row, column, channel] = frame.cell;
  const { kernel, dilation } = view.stage;
  const [first, last] = channelSpan(view.stage, channel);
  const box = boxOfCells(
    grid,
    [column, row, first, 0],
    [column + (kernel[1] - 1) * dilation[1], row + (kernel[0] - 1) * dilation[0], last, 0],
  );
  const thickness = frameThickness(grid);
  const look = { station: 'bench', tone: 'kernel', thickness, opacity, behind: 0.2 } as const;
  return [
    ...edges(box, look),
    ...cellOutlines(scene, opacity),
    ...(lines ? ruler([box.min[0], box.max[0]], box.min[1], opacity) : []),
  ];
}

/** On lines: the sides of the window go down past kernel and products. */
function ruler(sides: readonly [number, number], top: number, opacity: number): Line[] {
  return sides.map((x) => {
    const [from, to]: [Vector, Vector] = [
      [x, top, 0],
      [x, 0.75, 0],
    ];
    return line(from, to, { tone: 'kernel', opacity: opacity * 0.5, dash: 0.2 });
  });
}

function cellOutlines({ layout, frame }: GatherScene, opacity: number): Line[] {
  const reals = frame.terms.flatMap(({ input }) => (input ? [input] : []));
  return reals.slice(0, 64).flatMap(([, row, column, channel]) => {
    const place = [column, row, channel, 0] as const;
    const box = boxOfCells(layout.stretched, place, place);
    return edges(box, { station: 'bench', tone: 'input', thickness: 0.07, opacity, behind: 0.2 });
  });
}
