/** What does not travel: the window's frame, the outline of the cell in the making, the lines that join, the signs. */
import { isRest, partialCentre, sumCentre, type BenchRow } from '../../layout/bench.js';
import { boxOfCells, boxOfLattice, boxShare } from '../../layout/lattice.js';
import { ringOf, withRing } from '../../layout/ring.js';
import { boxAround, grow, type Box, type Vector } from '../../layout/space.js';
import { tapCentre, windowBox } from '../../layout/taps.js';
import type { Line, Tile, Tone } from '../../staging.js';
import { edges, line, rectangle, thin } from '../lines.js';
import { frameThickness, placeOpacity } from '../place-frame.js';
import { isFinished, shown } from '../scene.js';
import { mark } from '../tiles.js';
import { zoomLines } from '../zoom.js';
import { linkHeight } from './layout.js';
import { channelInRow, filterShown, type StandardScene } from './scene.js';

/** Of the frame round a spread-out window, most of which is not read: the cells that are read have outlines of their own. */
const reachOpacity = 0.6;
/** How strongly a frame shows through what stands in front of it. */
const showsThrough = 0.2;
/** More padding cells than this are told by one dashed outline. */
const mostPaddingCells = 600;
/** Smaller cells than this, in cell units, would turn into a texture of dashes. */
const smallestPaddingCell = 0.5;

export function guideLines(scene: StandardScene): Line[] {
  return [...windowFrame(scene), ...outputOutline(scene), ...mergeLines(scene), ...paddingOutline(scene)];
}

export function guideTiles(scene: StandardScene): Tile[] {
  return [
    ...paddingTiles(scene),
    ...scene.layout.bench.rows.flatMap((row) => rowMarks(scene, row)),
    ...mergeNumbers(scene),
  ];
}

/** The hollow frame through all channels that the window reads; of a dilated window also every tap's own outline. */
function windowFrame(scene: StandardScene): Line[] {
  const { view, layout, frame } = scene;
  const opacity = placeOpacity(scene);
  if (opacity === 0) return [];
  const { stage } = view;
  const thickness = frameThickness(layout.input);
  const box = windowBox(stage, layout.input, frame.cell);
  const look = { station: 'input', tone: 'kernel', opacity } as const;
  const spread = stage.dilation[0] > 1 || stage.dilation[1] > 1;
  const zoom = zoomLines(box, layout.input, layout.bench, layout.bench.rows, opacity);
  if (!spread) return [...edges(box, { ...look, thickness, behind: showsThrough }), ...zoom];
  const reach = edges(box, {
    ...look,
    thickness: thin,
    opacity: opacity * reachOpacity,
    behind: showsThrough,
  });
  return [...reach, ...zoom, ...tapOutlines(scene, box, { ...look, tone: 'input', thickness })];
}

function tapOutlines(scene: StandardScene, window: Box, look: Partial<Line>): Line[] {
  const { view, layout, frame } = scene;
  const [height, width] = view.stage.kernel;
  const { cell } = layout.input;
  const outlines: Line[] = [];
  for (let tap = 0; tap < height * width; tap++) {
    const [x, y] = tapCentre(view.stage, layout.input, frame.cell, [Math.floor(tap / width), tap % width], 0);
    outlines.push(...rectangle(boxAround([x, y, 0], [cell[0], cell[1], 0]), window.max[2], look));
  }
  return outlines;
}

/** The cell is outlined before its value exists, and stays so while it is the current one. */
export function outputOutline(scene: StandardScene): Line[] {
  const { layout, frame } = scene;
  const opacity = placeOpacity(scene);
  if (opacity === 0) return [];
  const [, row, column, channel] = frame.cell;
  const place = [column, row, channel, 0] as const;
  const thickness = frameThickness(layout.output);
  return edges(boxOfCells(layout.output, place, place), {
    station: 'output',
    tone: 'output',
    thickness,
    opacity,
    behind: showsThrough,
  });
}

/** From the slot of the filter in the rack to the output channel that it makes; at the end of the run, from every filter. */
export function filterLink(scene: StandardScene): Line[] {
  const opacity = filterShown(scene);
  if (opacity === 0) return [];
  const { rack } = scene.layout;
  const active = scene.frame.cell[3] - rack.first;
  const copies = isFinished(scene)
    ? Array.from({ length: rack.lattice.counts[3] }, (_, copy) => copy)
    : [active];
  return copies.flatMap((copy) => linkOf(scene, copy, opacity));
}

function linkOf({ layout }: StandardScene, copy: number, opacity: number): Line[] {
  const { rack, output } = layout;
  const [columns, rows, channels] = rack.lattice.counts;
  const channel = rack.first + copy;
  const slot = boxOfCells(rack.lattice, [0, 0, 0, copy], [columns - 1, rows - 1, channels - 1, copy]);
  const plane = boxOfCells(
    output,
    [0, 0, channel, 0],
    [output.counts[0] - 1, output.counts[1] - 1, channel, 0],
  );
  const front = slot.max[2];
  const x = (slot.min[0] + slot.max[0]) / 2;
  const height = linkHeight(layout);
  const meetsSide = height > plane.min[1] && height < plane.max[1];
  const middle = (plane.min[0] + plane.max[0]) / 2;
  const depth = plane.max[2];
  const look = { station: 'link', tone: 'kernel', opacity: opacity * 0.55, thickness: thin } as const;
  const level = (slot.min[1] + slot.max[1]) / 2;
  const isBeside = slot.min[0] > plane.max[0];
  const path: Vector[] = isBeside
    ? [
        [slot.min[0] - 0.1, level, front],
        [plane.max[0] + 0.1, level, depth],
      ]
    : [
        [x, slot.max[1] + 0.1, front],
        [x, height, front],
        [meetsSide ? plane.min[0] - 0.1 : middle, height, depth],
        ...(meetsSide ? [] : [[middle, plane.min[1] - 0.1, depth] as const]),
      ];
  return [
    ...path.slice(1).map((to, i) => line(path[i], to, look)),
    ...rectangle(grow(plane, [0.06, 0.06, 0]), depth, { ...look, tone: 'output' }),
  ];
}

/** Partials run down lines that meet at the sum. */
export function mergeLines(scene: StandardScene): Line[] {
  const { bench } = scene.layout;
  if (bench.sum === null) return [];
  const [x, y] = sumCentre(bench);
  const active = scene.frame.beat === 'merge' || scene.frame.beat === 'bias' || scene.frame.beat === 'write';
  const tone: Tone = active ? 'output' : 'line';
  return bench.rows.map((row) => {
    const from = partialCentre(bench, row);
    return line([from[0] + 0.56, from[1], 0], [x - 0.56, y, 0], { tone, thickness: active ? 0.05 : thin });
  });
}

/** Reduced motion: the order of the merge is told by numbers on the lines. */
export function mergeNumbers(scene: StandardScene): Tile[] {
  const { bench } = scene.layout;
  if (!scene.reducedMotion || bench.sum === null || shown(scene, 'merge') === 0) return [];
  const [x] = sumCentre(bench);
  return bench.rows.map((row, i) =>
    mark(String(i + 1), [(bench.partial + 0.5 + x) / 2, row.y * 0.62 + 0.5, 0.2], 0.9, 'accent'),
  );
}

/** The signs between the columns: window × slice = products → partial. */
export function rowMarks(scene: StandardScene, row: BenchRow): Tile[] {
  const { bench } = scene.layout;
  const at = (x: number): Vector => [x, row.y, 0];
  if (isRest(row) && channelInRow(scene, row) === null) {
    const middle = (bench.kernel[1] * bench.tile) / 2;
    return [bench.window, bench.slice, bench.products].map((left) => mark('⋮', at(left + middle), 1.2));
  }
  return [
    mark('×', at(bench.slice - 0.5), 1),
    mark('=', at(bench.products - 0.5), 1),
    mark('→', at(bench.partial - 0.5), 1),
  ];
}

/** Padding is drawn as outlines round the first channel: what is not real data never looks like a cell. */
function paddingTiles(scene: StandardScene): Tile[] {
  const { view, layout } = scene;
  if (!spellsOutPadding(scene)) return [];
  const [, height, width] = view.stage.input;
  const [top, bottom, left, right] = ringOf(view.stage);
  const { origin, pitch } = layout.input;
  const side = pitch[0] * boxShare * 0.9;
  const tiles: Tile[] = [];
  for (let row = -top; row < height + bottom; row++) {
    for (let column = -left; column < width + right; column++) {
      if (row >= 0 && row < height && column >= 0 && column < width) continue;
      const centre: Vector = [origin[0] + column * pitch[0], origin[1] - row * pitch[1], origin[2]];
      tiles.push({ ...mark('', centre, side), station: 'input', kind: 'dashed', opacity: 0.7 });
    }
  }
  return tiles;
}

/** Few enough cells of padding, and large enough, to be drawn one by one. */
export function spellsOutPadding(scene: StandardScene): boolean {
  return paddingCells(scene) <= mostPaddingCells && scene.layout.input.pitch[0] >= smallestPaddingCell;
}

function paddingCells({ view }: StandardScene): number {
  const [, height, width] = view.stage.input;
  const [top, bottom, left, right] = ringOf(view.stage);
  return (height + top + bottom) * (width + left + right) - height * width;
}

function paddingOutline(scene: StandardScene): Line[] {
  if (spellsOutPadding(scene) || paddingCells(scene) === 0) return [];
  const { input } = scene.layout;
  const box = withRing(scene.view.stage, input, boxOfLattice(input));
  return rectangle(box, 0, { station: 'input', tone: 'muted', dash: 0.3 });
}
