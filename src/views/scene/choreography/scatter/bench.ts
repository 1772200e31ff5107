/** The bench: kernel × value = stamp along inputs; along outputs only the kernel, beside the products that are collected. */
import { isRest, tileDepth, type BenchRow } from '../../layout/bench.js';
import { boxShare, cellCentre } from '../../layout/lattice.js';
import { mix, type Vector } from '../../layout/space.js';
import type { Tile } from '../../staging.js';
import { bump, ease, settle } from '../progress.js';
import { elementOf, lookOf, shown } from '../scene.js';
import { tapsOf, type Tap } from '../strip.js';
import { emptyTile, fly, mark, valueSize } from '../tiles.js';
import { chipCentre, scatterTile, type ScatterLayout } from './layout.js';
import { channelInHand, hasStamp, type ScatterScene, type StampScene } from './scene.js';

/** Of a weight that the cell in the making does not use. */
const unused = 0.35;

export function benchTiles(scene: ScatterScene): Tile[] {
  const { layout } = scene;
  const rows = layout.rows.flatMap((row) =>
    isRest(row) ? restTiles(scene, row) : [...kernelTiles(scene, row), ...stampPlaces(scene, row)],
  );
  return hasStamp(scene) ? [...rows, ...chipTiles(scene)] : rows;
}

function restTiles({ layout, stamp }: ScatterScene, row: BenchRow): Tile[] {
  const half = (layout.kernel[1] * layout.tile) / 2;
  const columns = stamp ? [layout.slice, layout.stamp] : [layout.slice];
  return columns.map((left) => mark('⋮', [left + half, row.y, 0], 1.2));
}

/** The kernel as it is, not turned. Along outputs the weights that the cell in the making uses are lit. */
function kernelTiles(scene: ScatterScene, row: BenchRow): Tile[] {
  const { layout, view, frame } = scene;
  const small = channelInHand(scene);
  const brought = frame.beat === 'start' ? 0 : settle(shown(scene, 'filter'));
  const [across, down, depth] = tileSize(layout);
  const used = usedTaps(scene, small);
  return tapsOf(layout.kernel).map((tap): Tile => {
    const centre = scatterTile(layout, 'slice', row, tap);
    if (brought === 0) return slot(layout, centre);
    const index = [...tap, row.channels[0], small];
    const value = elementOf(view.weights, index);
    const isUsed = used?.has(String(tap)) ?? false;
    return {
      station: 'bench',
      kind: 'solid',
      centre,
      size: [across * brought, down * brought, depth],
      ...lookOf(view, 'weights', value, small),
      tone: 'kernel',
      opacity: used && !isUsed ? unused : 1,
      glow: isUsed ? 0.7 : 0,
      target: { stage: view.stage.index, tensor: 'weights', index },
    };
  });
}

function usedTaps(scene: ScatterScene, small: number): ReadonlySet<string> | null {
  const { frame, done } = scene;
  if (frame.walk === 'input' || done || shown(scene, 'place') === 0) return null;
  const taps = frame.terms.flatMap(({ input, weight }): Tap[] =>
    input && weight[3] === small ? [[weight[0], weight[1]]] : [],
  );
  return new Set(taps.map(String));
}

function stampPlaces({ layout, stamp }: ScatterScene, row: BenchRow): Tile[] {
  if (!stamp) return [];
  return [
    ...tapsOf(layout.kernel).map((tap) => slot(layout, scatterTile(layout, 'stamp', row, tap))),
    mark('×', [(layout.slice + layout.kernel[1] * layout.tile + layout.chip) / 2, row.y, 0], 1),
    mark('=', [(layout.chip + 1 + layout.stamp) / 2, row.y, 0], 1),
  ];
}

function chipTiles(scene: StampScene): Tile[] {
  const { layout, view, stamp } = scene;
  const to = chipCentre(layout);
  const lift = shown(scene, 'lift');
  if (lift === 0) return [emptyTile('bench', to)];
  const [, row, column, channel] = stamp.input;
  const share = ease(lift);
  const value = elementOf(view.input, stamp.input);
  return [
    {
      station: 'bench',
      kind: 'solid',
      centre: fly(cellCentre(layout.input, [column, row, channel, 0]), to, share),
      size: mix(layout.input.cell, valueSize, share),
      ...lookOf(view, 'input', value, channel),
      tone: 'input',
      opacity: 1,
      glow: 0.5 * bump(shown(scene, 'weigh')),
      target: { stage: view.stage.index, tensor: 'input', index: stamp.input },
    },
  ];
}

export function tileSize({ tile }: ScatterLayout): Vector {
  return [tile * boxShare, tile * boxShare, tileDepth];
}

function slot(layout: ScatterLayout, centre: Vector): Tile {
  return emptyTile('bench', centre, layout.tile * boxShare);
}
