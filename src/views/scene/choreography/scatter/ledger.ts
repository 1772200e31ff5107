/** Over a canvas of one line: a row for each input cell, where its stamp stays above the columns that it was added to. */
import { inputOrdinalOf } from '../../../../timeline/cells.js';
import { stampAt } from '../../../../timeline/stamp.js';
import { boxShare } from '../../layout/lattice.js';
import type { Line, Tile } from '../../staging.js';
import { line, rectangle } from '../lines.js';
import { settle } from '../progress.js';
import { elementOf, shown } from '../scene.js';
import { emptyTile, mark } from '../tiles.js';
import { firstOfImage, waitingPose } from './landing.js';
import { asAdded, productTile } from './products.js';
import type { ScatterScene } from './scene.js';
import { canvasOfChannels, ledgerHeight } from './sheets.js';

/** Cell units from the middle of the lowest row down to the line under all rows. */
const belowRows = 0.62;

export function ledgerTiles(scene: ScatterScene): Tile[] {
  const { layout } = scene;
  const first = firstOfImage(scene);
  return Array.from({ length: layout.ledger }, (_, row) => rowTiles(scene, first + row)).flat();
}

/** Empty places from the start; the products of the cells before the one in hand. */
function rowTiles(scene: ScatterScene, ordinal: number): Tile[] {
  const { view, frame, partial } = scene;
  const { input, entries } = stampAt(view.stage, ordinal, 0);
  const known = partial?.known?.stamps[ordinal - partial.known.first];
  const isAdded = frame.walk === 'input' && ordinal < frame.ordinal && known;
  return entries.map((entry): Tile => {
    const { centre, size } = waitingPose(scene, entry, ordinal, 0);
    const [row, column] = entry.weight;
    return isAdded
      ? asAdded(
          productTile(
            scene,
            { ...entry, input, value: elementOf(known, [row, column, entry.channel]) },
            centre,
            size,
          ),
        )
      : emptyTile('output', centre, size[0]);
  });
}

/** Along outputs: the products of the column in the making, each in the row of its input cell. */
export function columnTiles(scene: ScatterScene): Tile[] {
  const { layout, frame, view, values } = scene;
  if (layout.ledger === 0 || frame.walk === 'input' || !values || shown(scene, 'weigh') === 0) return [];
  return frame.terms.flatMap(({ input, weight }, i): Tile[] => {
    if (!input) return [];
    const [, y, x, channel] = frame.cell;
    const entry = { weight, output: frame.cell, place: [y, x], channel } as const;
    const { centre, size } = waitingPose(scene, entry, inputOrdinalOf(view.stage, input), 0);
    const tile = productTile(scene, { ...entry, input, value: values.product[i] }, centre, size);
    return [i < frame.term ? asAdded(tile) : tile];
  });
}

export function ledgerLines(scene: ScatterScene): Line[] {
  const { layout, frame, done } = scene;
  const { output, ledger } = layout;
  if (ledger === 0) return [];
  const [pitch] = output.pitch;
  const rules = Array.from({ length: output.counts[2] }, (_, channel) => {
    const { min, max } = canvasOfChannels(layout, channel, channel);
    const y = ledgerHeight(layout, ledger - 1, channel) - belowRows * pitch;
    return line([min[0] - 0.3 * pitch, y, 0], [max[0], y, 0], {
      station: 'output',
      tone: 'muted',
      thickness: 0.05,
    });
  });
  const opacity = settle(shown(scene, 'place'));
  if (frame.walk === 'input' || done || opacity === 0) return rules;
  const [, , column, channel] = frame.cell;
  const x = output.origin[0] + column * pitch;
  const half = (pitch * (boxShare + 0.12)) / 2;
  const top = ledgerHeight(layout, 0, channel) + half;
  const bottom = output.origin[1] + channel * output.depth[1] - half;
  const box = { min: [x - half, bottom, 0], max: [x + half, top, 0] } as const;
  return [
    ...rules,
    ...rectangle(box, 0.16, { station: 'output', tone: 'accent', thickness: 0.08, opacity, behind: 0.6 }),
  ];
}

/** The sign of the addition, left of the lowest row. */
export function ledgerSigns({ layout }: ScatterScene): Tile[] {
  const { ledger, output } = layout;
  if (ledger < 2) return [];
  return Array.from({ length: output.counts[2] }, (_, channel): Tile => {
    const { min } = canvasOfChannels(layout, channel, channel);
    const y = ledgerHeight(layout, ledger - 1, channel);
    return { ...mark('+', [min[0] - 0.5, y, 0], output.pitch[0]), station: 'output' };
  });
}
