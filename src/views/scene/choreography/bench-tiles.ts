/** Beats filter, lift, weigh and add: the tiles of the three columns of the bench. */
import { faceText } from '../face-text.js';
import { tileCentre, tileDepth, type BenchColumn, type BenchRow } from '../layout/bench.js';
import { boxShare, cellCentre } from '../layout/lattice.js';
import { mix, type Vector } from '../layout/space.js';
import { tapCentre } from '../layout/taps.js';
import type { Tile } from '../staging.js';
import { bump, ease, rowProgress, settle, staggered } from './progress.js';
import { channelInRow, elementOf, filterShown, shadeOf, shown, type Scene } from './scene.js';

/** Height of the arc that a travelling tile flies, in cell units towards the viewer. */
const arc = 1.4;
/** Share of a beat that one channel's sheet flies; the sheets start one after the other. */
const sheetShare = 0.75;
/** An added product stays readable: a step back, flat, edged in the colour of the sum that it went into. */
const addedOpacity = 0.82;

export function benchTiles(scene: Scene): Tile[] {
  return scene.layout.bench.rows.flatMap((row) => {
    const channel = channelInRow(scene, row);
    return channel === null
      ? []
      : tapsOf(scene).flatMap((tap, which) => rowTiles(scene, row, channel, tap, which));
  });
}

type Tap = readonly [row: number, column: number];

function tapsOf({ view }: Scene): Tap[] {
  const [height, width] = view.stage.kernel;
  return Array.from({ length: height * width }, (_, tap): Tap => [Math.floor(tap / width), tap % width]);
}

function rowTiles(scene: Scene, row: BenchRow, channel: number, tap: Tap, which: number): Tile[] {
  return [
    ...windowTiles(scene, row, channel, tap, which),
    ...sliceTiles(scene, row, channel, tap, which),
    ...productTiles(scene, row, channel, tap, which),
  ];
}

/** An empty place of the bench: its structure is seen before anything happens in it. */
function slot(scene: Scene, column: BenchColumn, row: BenchRow, tap: Tap): Tile {
  const { bench } = scene.layout;
  const centre = tileCentre(bench, column, row, tap);
  const size = bench.tile * boxShare;
  return {
    station: 'bench',
    kind: 'plain',
    centre: [centre[0], centre[1], -tileDepth / 2],
    size: [size, size, 0.02],
    shade: 0,
    text: '',
    tone: 'line',
    opacity: 1,
    glow: 0,
  };
}

/** How strongly a tap glows while its product is being made. */
function weighing(scene: Scene, which: number): number {
  return bump(staggered(shown(scene, 'weigh'), which, scene.frame.taps, 0.4));
}

/** The window flies as a sheet, one sheet a channel; its place waits for it. */
function windowTiles(scene: Scene, row: BenchRow, channel: number, tap: Tap, which: number): Tile[] {
  const { layout, view, frame } = scene;
  const empty = slot(scene, 'window', row, tap);
  const lift = shown(scene, 'lift');
  if (lift === 0) return [empty];
  const flight = ease(staggered(lift, channel, frame.channels, sheetShare));
  const term = frame.terms[channel * frame.taps + which];
  const channelRead = term.input?.[3] ?? groupStart(scene) + channel;
  const from = tapCentre(view.stage, layout.input, frame.cell, tap, channelRead);
  const to = tileCentre(layout.bench, 'window', row, tap);
  const value = term.input ? elementOf(view.input, term.input) : 0;
  const tile: Tile = {
    station: 'bench',
    kind: term.input ? 'solid' : 'dashed',
    centre: fly(from, to, flight),
    size: mix(layout.input.cell, tileSize(scene), flight),
    shade: shadeOf(value, view.ranges.input),
    text: term.input ? faceText(value) : '0',
    tone: term.input ? 'input' : 'muted',
    opacity: 1,
    glow: weighing(scene, which),
    ...(term.input ? { target: { tensor: 'input', index: term.input } } : {}),
  };
  return flight < 1 ? [empty, tile] : [tile];
}

function sliceTiles(scene: Scene, row: BenchRow, channel: number, tap: Tap, which: number): Tile[] {
  const { layout, view, frame } = scene;
  const empty = slot(scene, 'slice', row, tap);
  const rise = filterShown(scene);
  if (rise === 0) return [empty];
  const flight = ease(staggered(rise, channel, frame.channels, sheetShare));
  const { weight } = frame.terms[channel * frame.taps + which];
  const { lattice, first } = layout.rack;
  const from = cellCentre(lattice, [tap[1], tap[0], channel, frame.cell[3] - first]);
  const to = tileCentre(layout.bench, 'slice', row, tap);
  const value = elementOf(view.weights, weight);
  const tile: Tile = {
    station: 'bench',
    kind: 'solid',
    centre: fly(from, to, flight),
    size: mix(lattice.cell, tileSize(scene), flight),
    shade: shadeOf(value, view.ranges.weights),
    text: faceText(value),
    tone: 'kernel',
    opacity: 1,
    glow: weighing(scene, which),
    target: { tensor: 'weights', index: weight },
  };
  return flight < 1 ? [empty, tile] : [tile];
}

/** The product in its place, and its copy on the way into the partial. */
function productTiles(scene: Scene, row: BenchRow, channel: number, tap: Tap, which: number): Tile[] {
  const { layout, view, frame, values } = scene;
  const growth = settle(staggered(shown(scene, 'weigh'), which, frame.taps, 0.4));
  const empty = slot(scene, 'products', row, tap);
  if (growth === 0 || !values) return [empty];
  const term = channel * frame.taps + which;
  const { added, moving } = rowProgress(frame, view.stage, channel);
  const isAdded = which < added;
  const value = values.product[term];
  const real = frame.terms[term].input !== null;
  const size = tileSize(scene);
  const tile: Tile = {
    station: 'bench',
    kind: real ? 'solid' : 'dashed',
    centre: tileCentre(layout.bench, 'products', row, tap),
    size: [size[0] * growth, size[1] * growth, size[2] * (isAdded ? 0.3 : 1)],
    shade: shadeOf(value, view.ranges.products),
    text: real ? faceText(value) : '⊗',
    tone: isAdded ? 'output' : real ? 'line' : 'muted',
    opacity: isAdded ? addedOpacity : 1,
    glow: 0,
    target: { tensor: 'weights', index: frame.terms[term].weight },
  };
  const tiles = growth < 1 ? [empty, tile] : [tile];
  const travels = which === added && moving > 0 && !scene.reducedMotion;
  return travels
    ? [
        { ...tile, opacity: addedOpacity + (1 - addedOpacity) * (1 - moving) },
        travelling(scene, row, tile, moving),
      ]
    : tiles;
}

function travelling(scene: Scene, row: BenchRow, tile: Tile, moving: number): Tile {
  const to: Vector = [scene.layout.bench.partial + 0.5, row.y, tileDepth];
  const share = ease(moving);
  const along = mix(tile.centre, to, share);
  return { ...tile, centre: [along[0], along[1], along[2] + tileDepth * bump(share)], opacity: 1, glow: 0.6 };
}

function tileSize({ layout }: Scene): Vector {
  const side = layout.bench.tile * boxShare;
  return [side, side, tileDepth];
}

function groupStart({ view, frame }: Scene): number {
  const { stage } = view;
  return Math.floor(frame.cell[3] / (stage.filters / stage.groups)) * frame.channels;
}

export function fly(from: Vector, to: Vector, share: number): Vector {
  const along = mix(from, to, share);
  return [along[0], along[1], along[2] + arc * bump(share)];
}
