/** Where a product of a stamp waits over the canvas, and where it lands. */
import type { Entry } from '../../../../timeline/types.js';
import { cellCount } from '../../../../timeline/cells.js';
import { tileDepth } from '../../layout/bench.js';
import { boxShare, cellCentre } from '../../layout/lattice.js';
import type { Vector } from '../../layout/space.js';
import { groundOf, layersOn, pileHeight } from './pile.js';
import type { ScatterScene, StampScene } from './scene.js';
import { ledgerHeight } from './sheets.js';

export interface Pose {
  readonly centre: Vector;
  readonly size: Vector;
}

/**
 * In cells: a waiting product is small and stands on the upper edge of its cell, between the number below it and the one
 * in the row above, so that both stay readable.
 */
const waiting = { side: 0.52, right: 0.22, up: 0.5, above: 0.14 };

/** Where a product waits; on a line, its place in the row of its input cell, which it keeps. */
export function waitingPose(scene: ScatterScene, entry: Entry, ordinal: number, height: number): Pose {
  const { layout } = scene;
  const [pitch] = layout.output.pitch;
  const [x, y] = cellCentre(layout.output, [entry.place[1], entry.place[0], entry.channel, 0]);
  if (layout.ledger > 0) {
    const row = ledgerHeight(layout, ordinal % layout.ledger, entry.channel);
    return { centre: [x, row, 0], size: faceOf(scene, boxShare) };
  }
  const z = groundOf(layout, entry.channel) + height;
  return {
    centre: [x + waiting.right * pitch, y + waiting.up * pitch, z + waiting.above * pitch],
    size: faceOf(scene, waiting.side),
  };
}

/** All products of a stamp wait at one height: that of the highest pile that they will land on. */
export function waitingHeight({ layout, frame, stamp }: StampScene): number {
  if (!layout.piles) return tileDepth;
  const layers = stamp.entries.map(({ output }) =>
    output ? layout.stacks.before(output, frame.ordinal) : 0,
  );
  return pileHeight(layout, Math.max(...layers, 1));
}

/** On top of the pile. */
export function landedPose(scene: ScatterScene, { place, channel, output }: Entry): Pose {
  const { layout } = scene;
  const [x, y] = cellCentre(layout.output, [place[1], place[0], channel, 0]);
  const height = layout.piles && output ? pileHeight(layout, layersOn(scene, output)) : tileDepth;
  return { centre: [x, y, groundOf(layout, channel) + height], size: faceOf(scene, boxShare) };
}

function faceOf({ layout }: ScatterScene, share: number): Vector {
  const side = layout.output.pitch[0] * share;
  return [side, side, tileDepth * Math.min(1, layout.output.pitch[0])];
}

/** Ordinal of the first cell of the image in hand. */
export function firstOfImage({ view, frame }: ScatterScene): number {
  const cells = cellCount(view.stage, 'input') / view.stage.input[0];
  return frame.cell[0] * cells;
}
