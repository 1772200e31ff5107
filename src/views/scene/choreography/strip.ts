/** One row of the bench: the tiles of window × slice = products, and the products on their way into the partial. */
import type { StageView, TensorRole } from '../../../timeline/types.js';
import type { Index4, Term } from '../../../math/types.js';
import { tileCentre, tileDepth, type Bench, type BenchColumn, type BenchRow } from '../layout/bench.js';
import { boxShare } from '../layout/lattice.js';
import { mix, type Vector } from '../layout/space.js';
import type { Target, Tile } from '../staging.js';
import { bump, ease, settle, staggered, type RowProgress } from './progress.js';
import { elementOf, lookOf } from './scene.js';
import { emptyTile, fly } from './tiles.js';
import { turnedPlace } from './turn.js';

/** Row and column within the kernel. */
export type Tap = readonly [row: number, column: number];

export interface Strip {
  readonly view: StageView;
  readonly bench: Bench;
  readonly row: BenchRow;
  /** One a tap. */
  readonly terms: readonly Term[];
  /** One a tap; null until the engine's numbers are here. */
  readonly products: ArrayLike<number> | null;
  /** 0 … 1: how far the window's copy, the slice and the products have come; null: they are not there yet. */
  readonly lift: number | null;
  readonly rise: number | null;
  readonly weigh: number;
  readonly added: RowProgress;
  /** Where the copies come from: the cells of the input, and of the rack. Without a window its values are read where they are. */
  readonly window: Origin | null;
  readonly slice: Origin;
  /** How far a kernel that is turned by 180° has turned, 0 … 1; absent: its slices come as they are used. */
  readonly turn?: number;
  readonly reducedMotion: boolean;
  /** The output cell of the products, where each can be pointed at as one use of its weight. */
  readonly cell?: Index4;
  /** Below 1 where the row only waits. */
  readonly opacity?: number;
}

/** Where the tiles of a column start, and the size that they have there. */
export interface Origin {
  readonly cell: Vector;
  centre(tap: Tap): Vector;
}

/** An added product stays readable: a step back, flat, edged in the colour of the sum that it went into. */
const addedOpacity = 0.82;
/** Share of a beat that one product takes to appear. */
const productShare = 0.4;

export function stripTiles(strip: Strip): Tile[] {
  const { opacity = 1 } = strip;
  const tiles = tapsOf(strip.view.stage.kernel).flatMap((tap, which) => [
    ...windowTiles(strip, tap, which),
    ...sliceTiles(strip, tap, which),
    ...productTiles(strip, tap, which),
  ]);
  return opacity === 1 ? tiles : tiles.map((tile) => ({ ...tile, opacity: tile.opacity * opacity }));
}

export function tapsOf([height, width]: readonly [number, number]): Tap[] {
  return Array.from({ length: height * width }, (_, tap): Tap => [Math.floor(tap / width), tap % width]);
}

function slot({ bench, row }: Strip, column: BenchColumn, tap: Tap): Tile {
  return emptyTile('bench', tileCentre(bench, column, row, tap), bench.tile * boxShare);
}

/** How strongly a tap glows while its product is being made. */
function weighing({ weigh, terms }: Strip, which: number): number {
  return bump(staggered(weigh, which, terms.length, productShare));
}

/** The window flies as a sheet; its place waits for it. */
function windowTiles(strip: Strip, tap: Tap, which: number): Tile[] {
  const { view, bench, row, lift, window } = strip;
  if (!window) return [];
  const empty = slot(strip, 'window', tap);
  if (lift === null) return [empty];
  const { input } = strip.terms[which];
  const value = input ? elementOf(view.input, input) : 0;
  const tile: Tile = {
    station: 'bench',
    kind: input ? 'solid' : 'dashed',
    centre: fly(window.centre(tap), tileCentre(bench, 'window', row, tap), ease(lift)),
    size: mix(window.cell, tileSize(bench), ease(lift)),
    ...lookOf(view, 'input', value, input?.[3]),
    tone: input ? 'input' : 'muted',
    opacity: 1,
    glow: weighing(strip, which),
    ...(input ? { target: targetOf(view, 'input', input) } : {}),
  };
  return lift < 1 ? [empty, tile] : [tile];
}

function sliceTiles(strip: Strip, tap: Tap, which: number): Tile[] {
  const { view, bench, row, rise, slice, turn = 1 } = strip;
  const empty = slot(strip, 'slice', tap);
  if (rise === null) return [empty];
  const { weight } = strip.terms[which];
  const value = elementOf(view.weights, weight);
  const tile: Tile = {
    station: 'bench',
    kind: 'solid',
    centre: fly(
      slice.centre(tap),
      turnedPlace(bench, row, tileCentre(bench, 'slice', row, tap), turn),
      ease(rise),
    ),
    size: mix(slice.cell, tileSize(bench), ease(rise)),
    ...lookOf(view, 'weights', value, weight[3]),
    tone: 'kernel',
    opacity: 1,
    glow: weighing(strip, which),
    target: targetOf(view, 'weights', weight),
  };
  return rise < 1 ? [empty, tile] : [tile];
}

/** The product in its place, and its copy on the way into the partial. */
function productTiles(strip: Strip, tap: Tap, which: number): Tile[] {
  const { view, bench, row, products, added, terms } = strip;
  const growth = settle(staggered(strip.weigh, which, terms.length, productShare));
  const empty = [slot(strip, 'products', tap)];
  if (growth === 0 || !products) return empty;
  const isAdded = which < added.added;
  const value = products[which];
  const real = terms[which].input !== null;
  const size = tileSize(bench);
  const tile: Tile = {
    station: 'bench',
    kind: real ? 'solid' : 'dashed',
    centre: tileCentre(bench, 'products', row, tap),
    size: [size[0] * growth, size[1] * growth, size[2] * (isAdded ? 0.3 : 1)],
    ...lookOf(view, 'products', value),
    ...(real ? {} : { text: '⊗' }),
    tone: isAdded ? 'output' : real ? 'line' : 'muted',
    opacity: isAdded ? addedOpacity : 1,
    glow: 0,
    target: productTarget(strip, terms[which]),
  };
  const tiles = growth < 1 ? [...empty, tile] : [tile];
  const travels = which === added.added && added.moving > 0 && !strip.reducedMotion;
  return travels
    ? [
        { ...tile, opacity: addedOpacity + (1 - addedOpacity) * (1 - added.moving) },
        travelling(strip, tile, added.moving),
      ]
    : tiles;
}

function travelling({ bench, row }: Strip, tile: Tile, moving: number): Tile {
  const share = ease(moving);
  const along = mix(tile.centre, [bench.partial + 0.5, row.y, tileDepth], share);
  return { ...tile, centre: [along[0], along[1], along[2] + tileDepth * bump(share)], opacity: 1, glow: 0.6 };
}

function tileSize({ tile }: Bench): Vector {
  const side = tile * boxShare;
  return [side, side, tileDepth];
}

function productTarget({ view, cell }: Strip, { input, weight }: Term): Target {
  const target = targetOf(view, 'weights', weight);
  return input && cell ? { ...target, pair: { input, output: cell } } : target;
}

function targetOf({ stage }: StageView, tensor: TensorRole, index: readonly number[]) {
  return { stage: stage.index, tensor, index };
}
