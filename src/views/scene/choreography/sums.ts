/** Beats add, merge, bias and write: partials, the sum, and the value on its way into the output. */
import { faceText } from '../face-text.js';
import { isRest, partialCentre, sumCentre, tileDepth, type BenchRow } from '../layout/bench.js';
import { boxShare, cellCentre } from '../layout/lattice.js';
import { mix, type Vector } from '../layout/space.js';
import type { Tile } from '../staging.js';
import { fly } from './bench-tiles.js';
import { ease, rowProgress, settle } from './progress.js';
import { channelInRow, shadeOf, shown, type Scene } from './scene.js';

const size: Vector = [boxShare, boxShare, tileDepth];
/** Distance of the bias chip below the sum, waiting and added. */
const biasAway = 2.1;
const biasNear = 1.25;
/** A partial that is part of the sum stays readable. */
const mergedOpacity = 0.82;

export function sumTiles(scene: Scene): Tile[] {
  const { bench } = scene.layout;
  const partials = bench.rows.map((row) => partialTile(scene, row));
  const ending = [...biasTiles(scene), ...writeTiles(scene)];
  if (bench.sum === null) return [...partials, ...ending];
  const parts = [...partials, ...travellers(scene)].map((tile): Tile => ({ ...tile, station: 'bench' }));
  return [...parts, sumTile(scene), ...ending];
}

function valueTile(scene: Scene, centre: Vector, value: number): Tile {
  const { view } = scene;
  return {
    station: 'sum',
    kind: 'solid',
    centre,
    size,
    shade: shadeOf(value, view.ranges.output),
    text: faceText(value),
    tone: 'output',
    opacity: 1,
    glow: 0,
    target: { tensor: 'output', index: scene.frame.cell },
  };
}

function emptyTile(centre: Vector, text = ''): Tile {
  return {
    station: 'sum',
    kind: 'plain',
    centre: [centre[0], centre[1], -tileDepth / 2],
    size: [size[0], size[1], 0.02],
    shade: 0,
    text,
    tone: 'line',
    opacity: 1,
    glow: 0,
  };
}

/** The running sum of the row's products; where nothing is added over channels it goes on to be the sum. */
function partialTile(scene: Scene, row: BenchRow): Tile {
  const { frame, values, view, layout } = scene;
  const centre = partialCentre(layout.bench, row);
  const channel = channelInRow(scene, row);
  if (channel === null) return emptyTile(centre, shown(scene, 'merge') > 0 ? '⋮' : '');
  const { added } = rowProgress(frame, view.stage, channel);
  if (!values || added === 0) return emptyTile(centre);
  const isSum = layout.bench.sum === null;
  const value =
    isSum && biasIsIn(scene) ? values.output : values.channelSum[channel * frame.taps + added - 1];
  const inHand = frame.beat === 'add' && frame.channel === channel;
  const tile = valueTile(scene, centre, value);
  const merged = !isSum && hasMerged(scene, row);
  return { ...tile, glow: inHand ? 0.6 : 0, opacity: merged ? mergedOpacity : 1 };
}

/** Rows run into the sum one after the other. */
function rowFlight(scene: Scene, row: BenchRow): number {
  const { rows } = scene.layout.bench;
  return Math.min(Math.max(shown(scene, 'merge') * rows.length - rows.indexOf(row), 0), 1);
}

function hasMerged(scene: Scene, row: BenchRow): boolean {
  return rowFlight(scene, row) >= 1;
}

function travellers(scene: Scene): Tile[] {
  const { bench } = scene.layout;
  const { values, frame } = scene;
  if (!values) return [];
  return bench.rows.flatMap((row) => {
    const flight = rowFlight(scene, row);
    if (flight <= 0 || flight >= 1) return [];
    const from = partialCentre(bench, row);
    const along = mix([from[0], from[1], tileDepth], [bench.sum! + 0.5, 0, tileDepth], ease(flight));
    if (isRest(row)) return [{ ...emptyTile(along, '⋮'), centre: along, size }];
    const value = values.channelSum[(row.channels[1] + 1) * frame.taps - 1];
    return [{ ...valueTile(scene, along, value), glow: 0.6 }];
  });
}

function sumTile(scene: Scene): Tile {
  const { frame, values, layout } = scene;
  const centre = sumCentre(layout.bench);
  const arrived = layout.bench.rows.filter((row) => hasMerged(scene, row)).at(-1);
  if (!values || !arrived) return emptyTile(centre);
  const done = biasIsIn(scene) && shown(scene, 'merge') >= 1;
  const value = done ? values.output : values.runningSum[(arrived.channels[1] + 1) * frame.taps - 1];
  return { ...valueTile(scene, centre, value), glow: frame.beat === 'merge' ? 0.6 : 0 };
}

/** The finished value counts from the middle of the bias beat, or at once where there is no bias. */
function biasIsIn(scene: Scene): boolean {
  return scene.view.stage.bias ? shown(scene, 'bias') >= 0.6 : shown(scene, 'write') > 0;
}

function biasTiles(scene: Scene): Tile[] {
  const { values, layout } = scene;
  const slide = shown(scene, 'bias');
  const bias = values?.bias ?? null;
  if (bias === null || slide === 0) return [];
  const [x, y, z] = sumCentre(layout.bench);
  const away = biasAway + (biasNear - biasAway) * settle(slide);
  const text = bias < 0 ? faceText(bias) : `+${faceText(bias)}`;
  return [
    {
      station: 'sum',
      kind: 'plain',
      centre: [x, y - away, z],
      size,
      shade: 0,
      text,
      tone: 'bias',
      opacity: settle(slide),
      glow: 1,
      target: { tensor: 'bias', index: [scene.frame.cell[3]] },
    },
  ];
}

function writeTiles(scene: Scene): Tile[] {
  const { frame, values, layout } = scene;
  const flight = shown(scene, 'write');
  if (!values || flight === 0 || flight >= 1) return [];
  const [, row, column, channel] = frame.cell;
  const to = cellCentre(layout.output, [column, row, channel, 0]);
  const share = ease(flight);
  const tile = valueTile(scene, fly(sumCentre(layout.bench), to, share), values.output);
  return [{ ...tile, size: mix(size, layout.output.cell, share), glow: 0.6 }];
}
