/** Padding that no window reads is hatched like cells that no window reads. */
import { cellCentre } from '../../../layout/lattice.js';
import { ringOf } from '../../../layout/ring.js';
import type { Line } from '../../../staging.js';
import { line } from '../../lines.js';
import type { Detail } from '../detail.js';
import { spellsOutPadding } from '../guides.js';
import { placesRead } from './captions.js';
import type { StandardScene } from '../scene.js';

/** Of the strokes, in shares of a cell. */
const reach = 0.4;
const strokes = [-0.4, 0, 0.4] as const;

export const padding: Detail = {
  lines: (scene) => unreadPadding(scene),
};

function unreadPadding(scene: StandardScene): Line[] {
  if (!spellsOutPadding(scene)) return [];
  const { stage } = scene.view;
  const { input } = scene.layout;
  const [, height, width] = stage.input;
  const [top, bottom, left, right] = ringOf(stage);
  const [rows, columns] = [placesRead(stage, 0), placesRead(stage, 1)];
  const hatching: Line[] = [];
  for (let row = -top; row < height + bottom; row += 1)
    for (let column = -left; column < width + right; column += 1) {
      const isCell = row >= 0 && row < height && column >= 0 && column < width;
      if (!isCell && !(rows.has(row) && columns.has(column)))
        hatching.push(...strokesAt(scene, cellCentre(input, [column, row, 0, 0])));
    }
  return hatching;
}

/** Three strokes from the bottom left to the top right, inside the cell. */
function strokesAt({ layout }: StandardScene, [x, y, z]: readonly [number, number, number]): Line[] {
  const unit = layout.input.pitch[0];
  const look = { station: 'input', tone: 'muted', opacity: 0.6 } as const;
  return strokes.map((shift) => {
    const [low, high] = [Math.max(-reach, -reach + shift), Math.min(reach, reach + shift)];
    return line(
      [x + low * unit, y + (low - shift) * unit, z],
      [x + high * unit, y + (high - shift) * unit, z],
      look,
    );
  });
}
