/** Bias: it comes to all cells of a channel, along inputs when every stamp has landed, along outputs to the cell in hand. */
import { cellCentre } from '../../layout/lattice.js';
import type { Tile } from '../../staging.js';
import { settle } from '../progress.js';
import { elementOf, shown } from '../scene.js';
import { biasTile } from '../tiles.js';
import type { ScatterScene } from './scene.js';
import { canvasOfChannels } from './sheets.js';

/** Cell units left of the canvas, at the beginning of the beat and at its end. */
const [away, near] = [1.9, 0.85];

export function biasTiles(scene: ScatterScene): Tile[] {
  const { layout, view, frame, done } = scene;
  const { bias } = view;
  const slide = settle(shown(scene, 'bias'));
  const isEnd = frame.walk === 'output' || frame.ordinal === frame.cells - 1;
  if (!bias || slide === 0 || done || !isEnd) return [];
  const { output, lanePitch } = layout;
  const [, height, , channels] = view.stage.output;
  const all = Array.from({ length: channels }, (_, channel) => channel);
  const shownChannels = frame.walk === 'output' ? [frame.cell[3]] : lanePitch === null ? [0] : all;
  return shownChannels.map((channel): Tile => {
    const value = elementOf(bias, [channel]);
    const { min } = canvasOfChannels(layout, channel, channel);
    const [, y, z] = cellCentre(output, [0, (height - 1) / 2, channel, 0]);
    const centre = [min[0] - away + (away - near) * slide, y, z] as const;
    return biasTile(view, 'output', centre, value, { channel, share: slide });
  });
}
