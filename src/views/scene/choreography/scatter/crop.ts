/** What the padding crops: cells of the canvas, struck out but legible, and the mount round the part that is kept. */
import { boxOfCells, boxShare, cellCentre } from '../../layout/lattice.js';
import { boxAround, type Box, type Vector } from '../../layout/space.js';
import type { Line, Tile } from '../../staging.js';
import { line } from '../lines.js';
import { elementOf, lookOf, noLook } from '../scene.js';
import { groundOf } from './pile.js';
import type { ScatterScene } from './scene.js';
import { canvasIdentity, isCropped } from './sheets.js';

/** More cropped cells than this are told by the mount alone. */
const mostCropped = 400;
const flat = 0.04;
/** Cell units: how thick the mount's edges are, and how far they rise over the canvas. */
const mount = { edge: 0.11, rise: 0.42 };

/** Row and column, counted from the output's first cell. */
type Place = readonly [row: number, column: number];

export function cropTiles(scene: ScatterScene): Tile[] {
  if (!isCropped(scene.layout.canvas)) return [];
  return [...croppedCells(scene).map((cell) => croppedTile(scene, cell)), ...mountTiles(scene)];
}

export function cropLines(scene: ScatterScene): Line[] {
  const { layout } = scene;
  const { output } = layout;
  const half = (output.pitch[0] * boxShare) / 2;
  return croppedCells(scene).map(({ place: [row, column], channel }) => {
    const [x, y] = cellCentre(output, [column, row, channel, 0]);
    const z = groundOf(layout, channel) + flat + 0.02;
    const at = (sign: number): Vector => [x + sign * half, y + sign * half, z];
    return line(at(-1), at(1), { station: 'output', tone: 'accent', thickness: 0.04, opacity: 0.75 });
  });
}

interface Cropped {
  readonly place: Place;
  readonly channel: number;
}

/** On every sheet that stands apart; else on the first one. None where they are too many. */
function croppedCells({ layout }: ScatterScene): Cropped[] {
  const [rows, columns] = layout.canvas;
  const channels = layout.lanePitch === null ? 1 : layout.output.counts[2];
  const kept = (place: number, output: number) => place >= 0 && place < output;
  const cells: Cropped[] = [];
  for (let channel = 0; channel < channels; channel += 1)
    for (let row = -rows.start; row < rows.size - rows.start; row += 1)
      for (let column = -columns.start; column < columns.size - columns.start; column += 1)
        if (!kept(row, rows.output) || !kept(column, columns.output))
          cells.push({ place: [row, column], channel });
  return cells.length > mostCropped ? [] : cells;
}

function croppedTile(scene: ScatterScene, { place: [row, column], channel }: Cropped): Tile {
  const { layout, view } = scene;
  const { output } = layout;
  const [x, y] = cellCentre(output, [column, row, channel, 0]);
  const side = output.pitch[0] * boxShare;
  const value = canvasValue(scene, [row, column], channel);
  return {
    station: 'output',
    kind: value === null ? 'plain' : 'solid',
    centre: [x, y, groundOf(layout, channel) + flat / 2],
    size: [side, side, flat],
    ...(value === null ? noLook : lookOf(view, 'output', value, channel)),
    tone: 'muted',
    opacity: 0.5,
    glow: 0,
    identity: canvasIdentity(layout, [0, row, column, channel]),
  };
}

/** The sum so far on a canvas cell outside the output; null while no stamp has reached it. */
function canvasValue(scene: ScatterScene, [row, column]: Place, channel: number): number | null {
  const { view, partial, stamp, done, frame } = scene;
  const { canvas } = view;
  if (!canvas) return null;
  const at = (image: number) => [image, row + canvas.offset[0], column + canvas.offset[1], channel];
  if (done) return elementOf(canvas.tensor, at(frame.cell[0]));
  if (!partial?.canvas || !stamp) return null;
  const isReached = stamp.entries
    .slice(0, stamp.landed)
    .some((entry) => entry.place[0] === row && entry.place[1] === column && entry.channel === channel);
  const value = elementOf(isReached ? partial.canvas.after : partial.canvas.before, at(0));
  return value === 0 && !isReached ? null : value;
}

/** A frame with a window in it, laid over the canvas. */
function mountTiles({ layout }: ScatterScene): Tile[] {
  const { output } = layout;
  const [width, height, depth] = output.counts;
  const sheets = layout.lanePitch === null ? [0] : Array.from({ length: depth }, (_, channel) => channel);
  return sheets.flatMap((channel) => {
    const box = boxOfCells(output, [0, 0, channel, 0], [width - 1, height - 1, channel, 0]);
    const z = groundOf(layout, channel);
    return frameAround(box).map(({ min, max }, edge): Tile => ({
      station: 'output',
      kind: 'bar',
      centre: [(min[0] + max[0]) / 2, (min[1] + max[1]) / 2, z + (mount.rise * output.pitch[0]) / 2],
      size: [max[0] - min[0], max[1] - min[1], mount.rise * output.pitch[0]],
      shade: 0,
      text: '',
      tone: 'accent',
      opacity: 1,
      glow: 1,
      identity: `mount ${channel} ${edge}`,
    }));
  });
}

/** Its four edges. */
function frameAround({ min, max }: Box): Box[] {
  const [middleX, middleY] = [(min[0] + max[0]) / 2, (min[1] + max[1]) / 2];
  const [width, height] = [max[0] - min[0] + mount.edge, max[1] - min[1] + mount.edge];
  return [
    boxAround([middleX, max[1], 0], [width, mount.edge, 0]),
    boxAround([middleX, min[1], 0], [width, mount.edge, 0]),
    boxAround([min[0], middleY, 0], [mount.edge, height, 0]),
    boxAround([max[0], middleY, 0], [mount.edge, height, 0]),
  ];
}
