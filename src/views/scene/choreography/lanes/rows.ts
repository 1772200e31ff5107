/** The bench: in each lane the window, its slices, and the sums, which are never added over lanes. */
import { termsOf } from '../../../../math/incidence.js';
import type { Index4 } from '../../../../math/types.js';
import type { CellValues } from '../../../../timeline/types.js';
import { isRest, partialCentre } from '../../layout/bench.js';
import { boxShare, cellCentre, placeOf } from '../../layout/lattice.js';
import { mix, type Vector } from '../../layout/space.js';
import { tapCentre } from '../../layout/taps.js';
import type { Tile } from '../../staging.js';
import { ease, rowProgress, settle, staggered } from '../progress.js';
import { elementOf, shown } from '../scene.js';
import { stripTiles } from '../strip.js';
import { asGiven, cornerMark, flownAndTurned } from '../turn.js';
import { biasTile, emptyTile, fly, mark, sumTile, valueSize } from '../tiles.js';
import type { LaneRow } from './layout.js';
import { partAt } from './parts.js';
import { cellOf, goesAlone, isolates, slicesShown, turnOf, valuesOf, type LanesScene } from './scene.js';

const waitingOpacity = 0.4;
/** Of a lane that what is pointed at has nothing to do with. */
const otherLane = 0.2;
const sheetShare = 0.7;
/** Of the bias chip from the sum, waiting and added. */
const biasAway = 2.3;
const biasNear = 1.25;

export function laneTiles(scene: LanesScene): Tile[] {
  return scene.layout.rows.flatMap((row) => {
    const tiles = isRest(row) ? restTiles(scene, row) : rowTiles(scene, row);
    const waits = goesAlone(scene) && turnOf(scene, row) === 'waiting';
    const strength = isolates(scene, row) ? otherLane : waits ? waitingOpacity : 1;
    return strength < 1 ? tiles.map((tile) => ({ ...tile, opacity: tile.opacity * strength })) : tiles;
  });
}

function rowTiles(scene: LanesScene, row: LaneRow): Tile[] {
  const { layout, view, frame, reducedMotion } = scene;
  const { bench, lanes, input } = layout;
  const rack = asGiven(layout.rack, view.turned);
  const brought = slicesShown(scene);
  const { rise, turn: turned } = view.turned
    ? flownAndTurned(brought, reducedMotion)
    : { rise: brought, turn: 1 };
  const cell = cellOf(scene, row);
  const values = valuesOf(scene, row);
  const turn = turnOf(scene, row);
  const making = turn === 'making';
  const made = turn === 'made';
  const part = input.find(({ lanes: [first, last] }) => row.channels[0] >= first && row.channels[0] <= last)!;
  const sheet = (share: number) =>
    share === 0 ? null : staggered(share, row.lane, lanes.length, sheetShare);
  const lattice = partAt(part, 0);
  const terms = termsOf(view.stage, cell);
  const strip = stripTiles({
    view,
    bench,
    row,
    reducedMotion,
    terms,
    products: (making || made) && values ? values.product : null,
    lift: making ? sheet(shown(scene, 'lift')) : made ? 1 : null,
    rise: sheet(rise),
    turn: turned,
    weigh: making ? shown(scene, 'weigh') : made ? 1 : 0,
    added: making ? rowProgress(frame, view.stage, 0) : { added: made ? terms.length : 0, moving: 0 },
    window: {
      cell: lattice.cell,
      centre: (tap) => tapCentre(view.stage, lattice, cell, tap, row.channels[0] - part.lanes[0]),
    },
    slice: {
      cell: rack.cell,
      centre: (tap) => cellCentre(rack, [tap[1], tap[0], row.channels[0], row.maps[0]]),
    },
  });
  const corner = view.turned && rise === 1 ? [cornerMark(bench, row, turned)] : [];
  return [...signs(scene, row), ...strip, ...corner, ...sumTiles(scene, row, cell, values)];
}

/** The signs between the columns: window × slice = products → sum. */
function signs({ layout }: LanesScene, row: LaneRow): Tile[] {
  const { bench } = layout;
  const at = (x: number): Vector => [x - 0.5, row.y, 0];
  return [mark('×', at(bench.slice), 1), mark('=', at(bench.products), 1), mark('→', at(bench.partial), 1)];
}

function restTiles({ layout }: LanesScene, row: LaneRow): Tile[] {
  const { bench } = layout;
  const middle = (bench.kernel[1] * bench.tile) / 2;
  const columns = [bench.window, bench.slice, bench.products];
  return [
    ...columns.map((left) => mark('⋮', [left + middle, row.y, 0], 1.2)),
    emptyTile('sum', partialCentre(bench, row), boxShare, '⋮'),
  ];
}

/** The sum of the row's products goes on to be the value of its map. */
function sumTiles(scene: LanesScene, row: LaneRow, cell: Index4, values: CellValues | null): Tile[] {
  const { view, layout, frame } = scene;
  const centre = partialCentre(layout.bench, row);
  const target = { stage: view.stage.index, tensor: 'output', index: cell } as const;
  const chip = (value: number) => sumTile(view, 'sum', centre, value, cell[3], target);
  const turn = turnOf(scene, row);
  if (turn === 'made') return [chip(elementOf(view.output, cell))];
  const { added } = rowProgress(frame, view.stage, 0);
  if (turn === 'waiting' || !values || added === 0) return [emptyTile('sum', centre)];
  const tile = { ...chip(valueNow(scene, values, added)), glow: frame.beat === 'add' ? 0.6 : 0 };
  return [tile, ...biasTiles(scene, values, centre), ...writeTiles(scene, row, cell, tile)];
}

/** Running sum, then the sum with its bias, then what the activation makes of it: the engine's numbers throughout. */
function valueNow(scene: LanesScene, { channelSum, sum, output }: CellValues, added: number): number {
  const { stage } = scene.view;
  const isIn = (beat: 'bias' | 'activate' | 'write', has: boolean) =>
    has ? shown(scene, beat) >= 0.6 : shown(scene, 'write') > 0;
  if (isIn('activate', stage.activation !== 'none') || shown(scene, 'write') > 0) return output;
  return stage.bias && isIn('bias', true) ? sum : channelSum[added - 1];
}

function biasTiles(scene: LanesScene, { bias, cell }: CellValues, [x, y, z]: Vector): Tile[] {
  const slide = settle(shown(scene, 'bias'));
  if (bias === null || slide === 0) return [];
  const away = biasAway + (biasNear - biasAway) * slide;
  return [biasTile(scene.view, 'sum', [x + away, y, z], bias, { channel: cell[3], share: slide })];
}

function writeTiles(scene: LanesScene, row: LaneRow, cell: Index4, value: Tile): Tile[] {
  const flight = shown(scene, 'write');
  if (flight === 0 || flight >= 1) return [];
  const spot = cellSpot(scene, cell);
  if (!spot) return [];
  const share = ease(flight);
  const from = partialCentre(scene.layout.bench, row);
  return [
    { ...value, centre: fly(from, spot.centre, share), size: mix(valueSize, spot.size, share), glow: 0.6 },
  ];
}

/** Where an output cell stands in its lane. */
function cellSpot({ layout }: LanesScene, cell: Index4): { centre: Vector; size: Vector } | null {
  for (const part of layout.output) {
    const lattice = partAt(part, 0);
    const place = placeOf(lattice, cell);
    if (place) return { centre: cellCentre(lattice, place), size: lattice.cell };
  }
  return null;
}
