/** The rod through the place, the outlines on it, the row of the table in hand, and the lines into the sum. */
import { sumCentre, tileCentre, type BenchRow } from '../../layout/bench.js';
import { boxOfCells, cellCentre, type Lattice } from '../../layout/lattice.js';
import { grow, mix, type Vector } from '../../layout/space.js';
import type { Line, Tile, Tone } from '../../staging.js';
import { edges, line, rectangle, thin } from '../lines.js';
import { paddingOutline } from '../padding-outline.js';
import { frameThickness, lineScale, placeOpacity } from '../place-frame.js';
import { isFinished, shown } from '../scene.js';
import { mark } from '../tiles.js';
import { rodReach } from './layout.js';
import { sheetsAt, spreadOf, type RodScene } from './scene.js';

const rodThickness = 0.14;
/** Below the middle of a cell, in pitches: a number stands there. */
const belowNumber = 0.32;
/** Of a line, where its number stands, and how far beside it, on the upper side, in cell units. */
const numberShare = 0.36;
const besideLine = 0.44;
/** Sheets whose padding is outlined. */
const mostOutlined = 4;
/** How strongly the rod shows through the sheets. */
const showsThrough = 0.25;

export function rodLines(scene: RodScene): Line[] {
  return [
    ...rods(scene),
    ...outlines(scene),
    ...paddingOutlines(scene),
    ...tableRow(scene),
    ...mergeLines(scene),
  ];
}

/** At the end no place is in hand. */
function opacityOf(scene: RodScene): number {
  return isFinished(scene) ? 0 : placeOpacity(scene);
}

/** The place on the input, padding included. */
function spotOf({ view, frame }: RodScene): readonly [column: number, row: number] {
  const { stride, padding } = view.stage;
  return [frame.cell[2] * stride[1] - padding[2], frame.cell[1] * stride[0] - padding[0]];
}

/** It pierces the sheets from the front to the back; each place that it meets is outlined. */
function rods(scene: RodScene): Line[] {
  const opacity = opacityOf(scene);
  if (opacity === 0) return [];
  const [column, row] = spotOf(scene);
  const lattice = sheetsAt(scene.layout.input, spreadOf(scene));
  const last = lattice.counts[2] - 1;
  const front = cellCentre(lattice, [column, row, 0, 0]);
  const back = cellCentre(lattice, [column, row, last, 0]);
  const look = { station: 'input', tone: 'kernel', opacity, behind: showsThrough } as const;
  const y = front[1] - belowNumber * lattice.pitch[1];
  const rod = line([front[0], y, front[2] + rodReach], [back[0], y, back[2] - rodReach], {
    ...look,
    thickness: rodThickness * lineScale(lattice),
  });
  return [rod, ...placesOf(lattice, column, row, look)];
}

function placesOf(lattice: Lattice, column: number, row: number, look: Partial<Line>): Line[] {
  const thickness = frameThickness(lattice);
  const channels = lattice.counts[2];
  const apart = -lattice.depth[2] > lattice.cell[2] * 1.5;
  const spans = apart
    ? Array.from({ length: channels }, (_, channel) => [channel, channel])
    : [[0, channels - 1]];
  return spans.flatMap(([first, last]) =>
    edges(boxOfCells(lattice, [column, row, first, 0], [column, row, last, 0]), { ...look, thickness }),
  );
}

/** The cell in the making is outlined before its value exists. */
function outlines(scene: RodScene): Line[] {
  const opacity = opacityOf(scene);
  if (opacity === 0) return [];
  const lattice = sheetsAt(scene.layout.output, spreadOf(scene));
  const [, row, column, channel] = scene.frame.cell;
  const place = [column, row, channel, 0] as const;
  const thickness = frameThickness(lattice);
  return edges(boxOfCells(lattice, place, place), {
    station: 'output',
    tone: 'output',
    thickness,
    opacity,
    behind: showsThrough,
  });
}

function paddingOutlines(scene: RodScene): Line[] {
  const { stage } = scene.view;
  if (stage.padding.every((side) => side === 0)) return [];
  const lattice = sheetsAt(scene.layout.input, spreadOf(scene));
  const sheets = Math.min(lattice.counts[2], mostOutlined);
  return Array.from({ length: sheets }, (_, sheet) => paddingOutline(stage, lattice, sheet)).flat();
}

/** The row of the filter in hand. */
function tableRow(scene: RodScene): Line[] {
  const { layout, frame } = scene;
  const { table, first } = layout;
  const opacity = frame.beat === 'start' || isFinished(scene) ? 0 : 1;
  const row = frame.cell[3] - first;
  if (opacity === 0 || row < 0 || row >= table.counts[3]) return [];
  const box = boxOfCells(table, [0, 0, 0, row], [0, 0, table.counts[2] - 1, row]);
  return edges(grow(box, [0.05, 0.05, 0.03]), {
    station: 'rack',
    tone: 'kernel',
    thickness: frameThickness(table) * 1.4,
    opacity,
  });
}

/** From the row of the table to the channel that it makes. */
export function tableLink(scene: RodScene): Line[] {
  const { layout, frame } = scene;
  if (frame.beat === 'start' || isFinished(scene)) return [];
  const { table, first } = layout;
  const row = frame.cell[3] - first;
  if (row < 0 || row >= table.counts[3]) return [];
  const lattice = sheetsAt(layout.output, spreadOf(scene));
  const channel = frame.cell[3];
  const sheet = boxOfCells(
    lattice,
    [0, 0, channel, 0],
    [lattice.counts[0] - 1, lattice.counts[1] - 1, channel, 0],
  );
  const from = cellCentre(table, [0, 0, table.counts[2] - 1, row]);
  const start = from[0] + table.pitch[0] * 0.6;
  const middle = (sheet.min[0] + sheet.max[0]) / 2;
  const depth = sheet.max[2];
  const path: Vector[] = [
    [start, from[1], 0],
    [middle, from[1], depth],
    [middle, sheet.min[1] - 0.1, depth],
  ];
  const opacity = 0.55 * (frame.ordinal === 0 ? shown(scene, 'filter') : 1);
  const look = { station: 'link', tone: 'kernel', opacity, thickness: thin } as const;
  return [
    ...path.slice(1).map((to, i) => line(path[i], to, look)),
    ...rectangle(grow(sheet, [0.08, 0.08, 0]), depth, { ...look, tone: 'output' }),
  ];
}

/** From a product to the sum. */
function wayToSum({ layout: { bench } }: RodScene, row: BenchRow): readonly [from: Vector, to: Vector] {
  const from = tileCentre(bench, 'products', row, [0, 0]);
  const [x, y] = sumCentre(bench);
  return [
    [from[0] + 0.56, from[1], 0],
    [x - 0.56, y, 0],
  ];
}

function mergeLines(scene: RodScene): Line[] {
  const active = ['merge', 'bias', 'activate', 'write'].includes(scene.frame.beat);
  const tone: Tone = active ? 'output' : 'line';
  const thickness = active ? 0.05 : thin;
  return scene.layout.bench.rows.map((row) => line(...wayToSum(scene, row), { tone, thickness }));
}

/** Reduced motion: the order of the merge is told by numbers beside the lines, nearer to the products than to the sum. */
export function mergeNumbers(scene: RodScene): Tile[] {
  if (!scene.reducedMotion || shown(scene, 'merge') === 0) return [];
  return scene.layout.bench.rows.map((row, i) => {
    const [from, to] = wayToSum(scene, row);
    const [x, y] = mix(from, to, numberShare);
    const [across, up] = [to[0] - from[0], to[1] - from[1]];
    const away = besideLine / Math.hypot(across, up);
    return mark(String(i + 1), [x - up * away, y + across * away, 0.2], 0.9, 'accent');
  });
}
