/** The stamp in hand: its products grow beside the kernel, are carried over the canvas, and go down one by one. */
import type { Entry } from '../../../../timeline/types.js';
import { mix, type Vector } from '../../layout/space.js';
import type { Tile } from '../../staging.js';
import { bump, ease, settle, staggered } from '../progress.js';
import { elementOf, shown } from '../scene.js';
import { fly } from '../tiles.js';
import { tileSize } from './bench.js';
import { landedPose, waitingHeight, waitingPose, type Pose } from './landing.js';
import { scatterTile } from './layout.js';
import { asAdded, productTile } from './products.js';
import { hasStamp, rowOf, type ScatterScene, type StampScene } from './scene.js';

/** Share of the beat that one product takes to appear. */
const productShare = 0.4;

export function stampTiles(scene: ScatterScene): Tile[] {
  if (!hasStamp(scene)) return [];
  const height = waitingHeight(scene);
  return scene.stamp.entries.flatMap((entry, which) => entryTiles(scene, entry, which, height));
}

/** Only products of channels that have a row on the bench are seen on their way: a stamp may have thousands. */
function entryTiles(scene: StampScene, entry: Entry, which: number, height: number): Tile[] {
  const { layout, partial, stamp, frame } = scene;
  const growth = settle(staggered(shown(scene, 'weigh'), which, stamp.entries.length, productShare));
  const row = rowOf(scene, entry.channel);
  if (growth === 0 || !partial || !row) return [];
  const [tapRow, tapColumn] = entry.weight;
  const value = elementOf(partial.stamp, [tapRow, tapColumn, entry.channel]);
  const waits = waitingPose(scene, entry, frame.ordinal, height);
  const tile = (pose: Pose) =>
    productTile(scene, { ...entry, input: stamp.input, value }, pose.centre, pose.size);
  if (which < stamp.landed) return layout.ledger > 0 ? [asAdded(tile(waits))] : [];
  const flight = ease(shown(scene, 'stamp'));
  if (flight < 1) {
    const [across, down, depth] = tileSize(layout);
    const made: Pose = {
      centre: scatterTile(layout, 'stamp', row, [tapRow, tapColumn]),
      size: [across * growth, down * growth, depth],
    };
    const pose = { centre: fly(made.centre, waits.centre, flight), size: mix(made.size, waits.size, flight) };
    return [{ ...tile(pose), station: flight > 0.5 ? 'output' : 'bench' }];
  }
  const fallen = which === stamp.landed ? ease(scene.pressing) : 0;
  if (fallen === 0 || !entry.output) return [tile(waits)];
  const falling = tile(onTheWay(waits, landedPose(scene, entry), fallen));
  return layout.ledger > 0 ? [asAdded(tile(waits)), falling] : [falling];
}

/** Swings out towards the viewer, so that it is seen to come down. */
function onTheWay(from: Pose, to: Pose, share: number): Pose {
  const [x, y, z] = mix(from.centre, to.centre, share);
  const centre: Vector = [x, y, z + 0.3 * bump(share)];
  return { centre, size: mix(from.size, to.size, share) };
}
