/** Beats filter, lift, weigh and add: a row of the bench for each channel. */
import { cellCentre } from '../../layout/lattice.js';
import { tapCentre } from '../../layout/taps.js';
import type { Tile } from '../../staging.js';
import { rowProgress, staggered } from '../progress.js';
import { shown } from '../scene.js';
import { stripTiles } from '../strip.js';
import { cornerMark, flownAndTurned } from '../turn.js';
import { channelInRow, filterShown, rackLattice, type StandardScene } from './scene.js';

/** Share of a beat that one channel's sheet flies; the sheets start one after the other. */
const sheetShare = 0.75;

export function benchTiles(scene: StandardScene): Tile[] {
  const { layout, view, frame, values, reducedMotion } = scene;
  const { bench, rack, input } = layout;
  const brought = filterShown(scene);
  const slots = rackLattice(scene);
  return bench.rows.flatMap((row) => {
    const channel = channelInRow(scene, row);
    if (channel === null) return [];
    const [from, to] = [channel * frame.taps, (channel + 1) * frame.taps];
    const sheet = (share: number) =>
      share === 0 ? null : staggered(share, channel, frame.channels, sheetShare);
    const copy = frame.cell[3] - rack.first;
    const { rise, turn } = view.turned ? flownAndTurned(brought, reducedMotion) : { rise: brought, turn: 1 };
    const strip = stripTiles({
      view,
      bench,
      row,
      reducedMotion,
      terms: frame.terms.slice(from, to),
      products: values && values.product.subarray(from, to),
      lift: sheet(shown(scene, 'lift')),
      rise: sheet(rise),
      turn,
      weigh: shown(scene, 'weigh'),
      added: rowProgress(frame, view.stage, channel),
      window: {
        cell: input.cell,
        centre: (tap) => tapCentre(view.stage, input, frame.cell, tap, firstChannel(scene) + channel),
      },
      slice: {
        cell: slots.cell,
        centre: (tap) => cellCentre(slots, [tap[1], tap[0], channel, copy]),
      },
    });
    return view.turned && rise === 1 ? [...strip, cornerMark(bench, row, turn)] : strip;
  });
}

/** Of the group that the cell reads. */
function firstChannel({ view, frame }: StandardScene): number {
  const { stage } = view;
  return Math.floor(frame.cell[3] / (stage.filters / stage.groups)) * frame.channels;
}
