/** The output's cells as piles that grow towards the viewer, and the small map of how many layers lie on each. */
import type { Index4 } from '../../../../math/types.js';
import { cellCentre } from '../../layout/lattice.js';
import { boxAround, type Vector } from '../../layout/space.js';
import type { Line, Tile } from '../../staging.js';
import { rectangle } from '../lines.js';
import { lookOf, noLook } from '../scene.js';
import { groundOf, layersOn, layerStep, pileHeight, valueOf } from './pile.js';
import { canvasIdentity } from './sheets.js';
import type { LayerCounts } from './layer-counts.js';
import type { ScatterScene } from './scene.js';

const flat = 0.02;
/** Layers are told apart by their edges where they are no thinner than this, in cell units. */
const thinnestLayer = 0.08;

export function canvasTiles(scene: ScatterScene): Tile[] {
  if (!scene.layout.piles) return [];
  const cells = cellsOf(scene);
  return [...cells.map((cell) => pile(scene, cell)), ...countTiles(scene)];
}

/** From the last channel to the first one. */
function cellsOf({ layout, frame }: ScatterScene): Index4[] {
  const [width, height, channels] = layout.output.counts;
  const plane = width * height;
  return Array.from({ length: plane * channels }, (_, i): Index4 => {
    const place = i % plane;
    return [frame.cell[0], Math.floor(place / width), place % width, channels - 1 - Math.floor(i / plane)];
  });
}

/** A cell keeps its back where it is and grows towards the viewer with every layer. */
function pile(scene: ScatterScene, cell: Index4): Tile {
  const { layout, view } = scene;
  const { output } = layout;
  const count = layersOn(scene, cell);
  const value = valueOf(scene, cell);
  const isBare = layout.stacks.total(cell) === 0;
  const isKnown = value !== null && (count > 0 || isBare || scene.done);
  const height = isKnown && !isBare ? pileHeight(layout, count) : flat;
  const [x, y] = cellCentre(output, [cell[2], cell[1], cell[3], 0]);
  return {
    station: 'output',
    kind: !isKnown ? 'plain' : isBare ? 'dashed' : 'solid',
    centre: [x, y, groundOf(layout, cell[3]) + height / 2],
    size: [output.cell[0], output.cell[1], height],
    ...(isKnown ? lookOf(view, 'output', value, cell[3]) : noLook),
    tone: !isKnown ? 'line' : isBare ? 'muted' : 'output',
    opacity: 1,
    glow: landsNow(scene, cell) ? 0.8 : 0,
    target: { stage: view.stage.index, tensor: 'output', index: cell },
    identity: canvasIdentity(layout, cell),
  };
}

function landsNow(scene: ScatterScene, cell: Index4): boolean {
  const { stamp, frame, done } = scene;
  if (done) return false;
  if (!stamp) return frame.beat !== 'start' && String(frame.cell) === String(cell);
  return frame.beat === 'press' && String(stamp.entries[stamp.landed - 1]?.output) === String(cell);
}

/** The seams between the layers of a pile. */
export function seamLines(scene: ScatterScene): Line[] {
  const { layout } = scene;
  const { output } = layout;
  const step = layerStep(layout);
  if (!layout.piles || step < thinnestLayer * output.pitch[0]) return [];
  return cellsOf(scene).flatMap((cell) => {
    const count = layersOn(scene, cell);
    if (count < 2) return [];
    const [x, y] = cellCentre(output, [cell[2], cell[1], cell[3], 0]);
    const size: Vector = [output.cell[0] + 0.02, output.cell[1] + 0.02, 0];
    const box = boxAround([x, y, 0], size);
    const ground = groundOf(layout, cell[3]);
    return Array.from({ length: count - 1 }, (_, i) =>
      rectangle(box, ground + pileHeight(layout, i + 1), {
        station: 'output',
        tone: 'output',
        thickness: 0.03,
        opacity: 0.9,
      }),
    ).flat();
  });
}

/** How many layers lie on each cell, as a number and a shade: what overlaps unevenly shows as a checkerboard. */
function countTiles(scene: ScatterScene): Tile[] {
  const { counts, ledger, output } = scene.layout;
  if (!counts) return [];
  const channels = ledger > 0 ? output.counts[2] : 1;
  return cellsOf(scene).flatMap((cell) => (cell[3] < channels ? countOf(scene, cell, counts) : []));
}

/** A count is no value of the output and has none of its colours. */
function countOf(scene: ScatterScene, cell: Index4, counts: LayerCounts): Tile[] {
  const { layout, view } = scene;
  const count = layersOn(scene, cell);
  const place = {
    station: counts.station,
    centre: counts.centre(cell),
    size: [counts.side, counts.side, flat],
    shade: 0,
    glow: 0,
    target: { stage: view.stage.index, tensor: 'output', index: cell },
    identity: `layers on ${canvasIdentity(layout, cell)}`,
  } as const;
  if (count === 0) return [{ ...place, kind: 'plain', text: '', tone: 'line', opacity: 1 }];
  const share = count / layout.stacks.most;
  return [
    { ...place, kind: 'bar', text: '', tone: 'muted', opacity: palest + (darkest - palest) * share },
    { ...place, ...raised(place), kind: 'mark', text: String(count), tone: 'ink', opacity: 1 },
  ];
}

function raised({ centre: [x, y, z], size }: Pick<Tile, 'centre' | 'size'>): Pick<Tile, 'centre'> {
  return { centre: [x, y, z + size[2]] };
}

/** Shades of the lowest and of the highest pile. */
const [palest, darkest] = [0.1, 0.7];
