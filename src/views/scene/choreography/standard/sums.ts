/** Beats add, merge, bias and write: partials, the sum, and the value on its way into the output. */
import type { CellValues } from '../../../../timeline/types.js';
import { isRest, partialCentre, sumCentre, tileDepth, type BenchRow } from '../../layout/bench.js';
import { boxShare, cellCentre } from '../../layout/lattice.js';
import { mix, type Vector } from '../../layout/space.js';
import type { Tile } from '../../staging.js';
import { ease, rowProgress, settle } from '../progress.js';
import { shown } from '../scene.js';
import { biasTile, emptyTile, fly, sumTile as sumTileOf, valueSize } from '../tiles.js';
import { channelInRow, type StandardScene } from './scene.js';

/** Distance of the bias chip below the sum, waiting and added. */
const biasAway = 2.1;
const biasNear = 1.25;
/** A partial that is part of the sum stays readable. */
const mergedOpacity = 0.82;

export function sumTiles(scene: StandardScene): Tile[] {
  const { bench } = scene.layout;
  const partials = bench.rows.map((row) => partialTile(scene, row));
  const ending = [...biasTiles(scene), ...writeTiles(scene)];
  if (bench.sum === null) return [...partials, ...ending];
  const parts = [...partials, ...travellers(scene)].map((tile): Tile => ({ ...tile, station: 'bench' }));
  return [...parts, sumTile(scene), ...ending];
}

function valueTile({ view, frame }: StandardScene, centre: Vector, value: number): Tile {
  const target = { stage: view.stage.index, tensor: 'output', index: frame.cell } as const;
  return sumTileOf(view, 'sum', centre, value, frame.cell[3], target);
}

function emptyPlace(centre: Vector, text = ''): Tile {
  return emptyTile('sum', centre, boxShare, text);
}

/** The running sum of the row's products; where nothing is added over channels it goes on to be the sum. */
function partialTile(scene: StandardScene, row: BenchRow): Tile {
  const { frame, values, view, layout } = scene;
  const centre = partialCentre(layout.bench, row);
  const channel = channelInRow(scene, row);
  if (channel === null) return emptyPlace(centre, shown(scene, 'merge') > 0 ? '⋮' : '');
  const { added } = rowProgress(frame, view.stage, channel);
  if (!values || added === 0) return emptyPlace(centre);
  const isSum = layout.bench.sum === null;
  const value =
    (isSum ? endValue(scene, values) : null) ?? values.channelSum[channel * frame.taps + added - 1];
  const inHand = frame.beat === 'add' && frame.channel === channel;
  const tile = valueTile(scene, centre, value);
  const merged = !isSum && hasMerged(scene, row);
  return { ...tile, glow: inHand ? 0.6 : 0, opacity: merged ? mergedOpacity : 1 };
}

/** Rows run into the sum one after the other. */
function rowFlight(scene: StandardScene, row: BenchRow): number {
  const { rows } = scene.layout.bench;
  return Math.min(Math.max(shown(scene, 'merge') * rows.length - rows.indexOf(row), 0), 1);
}

function hasMerged(scene: StandardScene, row: BenchRow): boolean {
  return rowFlight(scene, row) >= 1;
}

function travellers(scene: StandardScene): Tile[] {
  const { bench } = scene.layout;
  const { values, frame } = scene;
  if (!values) return [];
  return bench.rows.flatMap((row) => {
    const flight = rowFlight(scene, row);
    if (flight <= 0 || flight >= 1) return [];
    const from = partialCentre(bench, row);
    const along = mix([from[0], from[1], tileDepth], [bench.sum! + 0.5, 0, tileDepth], ease(flight));
    if (isRest(row)) return [{ ...emptyPlace(along, '⋮'), centre: along, size: valueSize }];
    const value = values.channelSum[(row.channels[1] + 1) * frame.taps - 1];
    return [{ ...valueTile(scene, along, value), glow: 0.6 }];
  });
}

function sumTile(scene: StandardScene): Tile {
  const { frame, values, layout } = scene;
  const centre = sumCentre(layout.bench);
  const arrived = layout.bench.rows.filter((row) => hasMerged(scene, row)).at(-1);
  if (!values || !arrived) return emptyPlace(centre);
  const ended = shown(scene, 'merge') >= 1 ? endValue(scene, values) : null;
  const value = ended ?? values.runningSum[(arrived.channels[1] + 1) * frame.taps - 1];
  const inHand = frame.beat === 'merge' || frame.beat === 'activate';
  return { ...valueTile(scene, centre, value), glow: inHand ? 0.6 : 0 };
}

/** Share of a beat after which what it brings counts. */
const countsFrom = 0.6;

/** The sum with its bias, then what the activation makes of it; null while neither has come. */
function endValue(scene: StandardScene, { sum, output }: CellValues): number | null {
  if (shown(scene, 'activate') >= countsFrom) return output;
  return shown(scene, 'bias') >= countsFrom ? sum : null;
}

function biasTiles(scene: StandardScene): Tile[] {
  const { values, layout, view, frame } = scene;
  const slide = settle(shown(scene, 'bias'));
  const bias = values?.bias ?? null;
  if (bias === null || slide === 0) return [];
  const [x, y, z] = sumCentre(layout.bench);
  const away = biasAway + (biasNear - biasAway) * slide;
  return [biasTile(view, 'sum', [x, y - away, z], bias, { channel: frame.cell[3], share: slide })];
}

function writeTiles(scene: StandardScene): Tile[] {
  const { frame, values, layout } = scene;
  const flight = shown(scene, 'write');
  if (!values || flight === 0 || flight >= 1) return [];
  const [, row, column, channel] = frame.cell;
  const to = cellCentre(layout.output, [column, row, channel, 0]);
  const share = ease(flight);
  const tile = valueTile(scene, fly(sumCentre(layout.bench), to, share), values.output);
  return [{ ...tile, size: mix(valueSize, layout.output.cell, share), glow: 0.6 }];
}
