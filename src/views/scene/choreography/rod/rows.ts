/** The bench of single tiles: value × weight = product in each row, and the sum that the products run into. */
import { isRest, sumCentre, tileCentre, tileDepth, type BenchRow } from '../../layout/bench.js';
import { boxShare, cellCentre } from '../../layout/lattice.js';
import { mix, type Vector } from '../../layout/space.js';
import type { Tile } from '../../staging.js';
import { bump, ease, rowProgress, settle, staggered } from '../progress.js';
import { elementOf, lookOf, shown } from '../scene.js';
import { stripTiles } from '../strip.js';
import { biasTile, emptyTile, fly, mark, sumTile, valueSize } from '../tiles.js';
import { rodReach } from './layout.js';
import { channelInRow, sheetsAt, spreadOf, weighing, writeFlight, type RodScene } from './scene.js';

const sheetShare = 0.7;
/** Share of a value's way that leads along the rod. */
const alongRod = 0.5;
/** Of the bias chip below the sum, waiting and added. */
const biasAway = 2.1;
const biasNear = 1.25;

export function rodTiles(scene: RodScene): Tile[] {
  return [...scene.layout.bench.rows.flatMap((row) => rowTiles(scene, row)), ...sumTiles(scene)];
}

function rowTiles(scene: RodScene, row: BenchRow): Tile[] {
  const { layout, view, frame, values, reducedMotion } = scene;
  const { bench, table, first } = layout;
  const channel = channelInRow(scene, row);
  if (channel === null) return [...restMarks(scene, row)];
  const { rise, weigh } = weighing(scene);
  const { added } = rowProgress(frame, view.stage, channel);
  const strip = stripTiles({
    view,
    bench,
    row,
    reducedMotion,
    terms: [frame.terms[channel]],
    products: values && values.product.subarray(channel, channel + 1),
    lift: null,
    rise: rise === 0 ? null : staggered(rise, channel, frame.channels, sheetShare),
    weigh,
    added: { added, moving: 0 },
    window: null,
    slice: {
      cell: table.cell,
      centre: () => cellCentre(table, [0, 0, channel, frame.cell[3] - first]),
    },
  });
  return [...signs(scene, row), ...valueTiles(scene, row, channel, weigh), ...strip];
}

/** The value slides out along the rod, then over to its row. */
function valueTiles(scene: RodScene, row: BenchRow, channel: number, weigh: number): Tile[] {
  const { layout, view, frame } = scene;
  const { bench } = layout;
  const place = tileCentre(bench, 'window', row, [0, 0]);
  const empty = emptyTile('bench', place);
  const lift = shown(scene, 'lift');
  if (lift === 0) return [empty];
  const share = staggered(lift, channel, frame.channels, sheetShare);
  const { input } = frame.terms[channel];
  const [, y, x] = frame.cell;
  const lattice = sheetsAt(layout.input, spreadOf(scene));
  const { stride, padding } = view.stage;
  const spot = [x * stride[1] - padding[2], y * stride[0] - padding[0], channel, 0] as const;
  const from = cellCentre(lattice, spot);
  const front = cellCentre(lattice, [spot[0], spot[1], 0, 0]);
  const end: Vector = [from[0], from[1], front[2] + rodReach];
  const centre =
    share < alongRod
      ? mix(from, end, ease(share / alongRod))
      : mix(end, place, ease((share - alongRod) / (1 - alongRod)));
  const value = input ? elementOf(view.input, input) : 0;
  const tile: Tile = {
    station: 'bench',
    kind: input ? 'solid' : 'dashed',
    centre,
    size: mix(lattice.cell, valueSize, ease(share)),
    ...lookOf(view, 'input', value, input?.[3]),
    tone: input ? 'input' : 'muted',
    opacity: 1,
    glow: bump(weigh),
    ...(input ? { target: { stage: view.stage.index, tensor: 'input', index: input } } : {}),
  };
  return share < 1 ? [empty, tile] : [tile];
}

function signs({ layout }: RodScene, row: BenchRow): Tile[] {
  const { bench } = layout;
  const between = (column: 'slice' | 'products'): Vector => [bench[column] - 0.5, row.y, 0];
  return [mark('×', between('slice'), 1), mark('=', between('products'), 1)];
}

function restMarks({ layout }: RodScene, row: BenchRow): Tile[] {
  const { bench } = layout;
  const columns = [bench.window, bench.slice, bench.products];
  return columns.map((left) => mark('⋮', [left + 0.5, row.y, 0], 1.2));
}

/** Products run into the sum one after the other. */
function rowFlight(scene: RodScene, row: BenchRow): number {
  const { rows } = scene.layout.bench;
  const beat = rows.length > 1 ? 'merge' : 'add';
  return Math.min(Math.max(shown(scene, beat) * rows.length - rows.indexOf(row), 0), 1);
}

function sumTiles(scene: RodScene): Tile[] {
  const { layout, view, values, frame } = scene;
  const { bench } = layout;
  const centre = sumCentre(bench);
  const arrived = bench.rows.filter((row) => rowFlight(scene, row) >= 1).at(-1);
  if (!values) return [emptyTile('sum', centre)];
  const target = { stage: view.stage.index, tensor: 'output', index: frame.cell } as const;
  const here = arrived
    ? [
        {
          ...sumTile(view, 'sum', centre, valueNow(scene, arrived), frame.cell[3], target),
          glow: frame.beat === 'merge' ? 0.6 : 0,
        },
      ]
    : [emptyTile('sum', centre)];
  return [...here, ...travellers(scene), ...biasTiles(scene, centre), ...writeTiles(scene, centre)];
}

/** Running sum, then the sum with its bias, then what the activation makes of it: the engine's numbers throughout. */
function valueNow(scene: RodScene, { channels: [, last] }: BenchRow): number {
  const { stage } = scene.view;
  const { runningSum, sum, output } = scene.values!;
  if (shown(scene, 'write') > 0) return output;
  if (stage.activation !== 'none' && shown(scene, 'activate') >= 0.6) return output;
  return stage.bias && shown(scene, 'bias') >= 0.6 ? sum : runningSum[last];
}

function travellers(scene: RodScene): Tile[] {
  const { layout, view, values } = scene;
  const { bench } = layout;
  return bench.rows.flatMap((row): Tile[] => {
    const flight = rowFlight(scene, row);
    if (flight <= 0 || flight >= 1 || !values) return [];
    const from = tileCentre(bench, 'products', row, [0, 0]);
    const [x, y] = sumCentre(bench);
    const centre = mix([from[0], from[1], 2 * tileDepth], [x, y, tileDepth], ease(flight));
    if (isRest(row)) return [{ ...emptyTile('bench', centre, boxShare, '⋮'), size: valueSize }];
    const value = values.product[row.channels[0]];
    const tile = sumTile(view, 'bench', centre, value);
    return [{ ...tile, ...lookOf(view, 'products', value), glow: 0.6 }];
  });
}

function biasTiles(scene: RodScene, [x, y, z]: Vector): Tile[] {
  const slide = settle(shown(scene, 'bias'));
  const bias = scene.values?.bias ?? null;
  if (bias === null || slide === 0) return [];
  const away = biasAway + (biasNear - biasAway) * slide;
  const { view, frame } = scene;
  return [biasTile(view, 'sum', [x, y - away, z], bias, { channel: frame.cell[3], share: slide })];
}

/** The sum flies to the same row and column of its channel. */
function writeTiles(scene: RodScene, from: Vector): Tile[] {
  const { layout, view, values, frame } = scene;
  const flight = writeFlight(scene);
  if (!values || flight === 0 || flight >= 1) return [];
  const [, row, column, channel] = frame.cell;
  const { apart } = layout.output;
  const share = ease(flight);
  const tile = sumTile(
    view,
    'sum',
    fly(from, cellCentre(apart, [column, row, channel, 0]), share),
    values.output,
    channel,
  );
  return [{ ...tile, size: mix(valueSize, apart.cell, share), glow: 0.6 }];
}
