/** The gather view while the run goes along inputs: the cell in hand glows at home, and every window that holds it is outlined. */
import type { Index4 } from '../../../../math/types.js';
import type { Moment } from '../../../../timeline/types.js';
import { sumCentre } from '../../layout/bench.js';
import { boxOfCells, cellCentre, cellCount } from '../../layout/lattice.js';
import type { Line, Staging, Tile, VolumeState } from '../../staging.js';
import { litTiles } from '../lit.js';
import { edges, rectangle } from '../lines.js';
import { pointedOutline } from '../pointed.js';
import { settle } from '../progress.js';
import { elementOf, isFinished, lookOf, shown } from '../scene.js';
import { emptyTile } from '../tiles.js';
import { atRest, litIn } from '../volumes.js';
import { signTiles, waitingTiles } from './bench.js';
import { cutLines, keptCells } from './cut.js';
import { dotTiles, gridOutline } from './grid.js';
import type { GatherScene } from './scene.js';

const thickness = 0.1;
/** More output cells than this are drawn as one volume, whose cells without a stamp are 0. */
const mostTiles = 500;

export function stageHome(moment: Moment, scene: GatherScene): Staging {
  const { layout, highlight } = scene;
  const tiles = litTiles(scene, [
    ...dotTiles(scene),
    ...signTiles(scene),
    ...withTapInHand(moment, waitingTiles(scene)),
    ...sumTiles(moment, scene),
    emptyTile('sum', sumCentre(layout.bench)),
  ]);
  const lit = litIn(layout.input, highlight?.input);
  const volumes: Staging['volumes'] = {
    input: { ...atRest(layout.input), lit },
    stretched: { ...atRest(layout.stretched), lit, solid: keptCells(scene) },
    rack: { ...atRest(layout.rack.lattice), lit: litIn(layout.rack.lattice, highlight?.weights) },
    output: sumsState(moment, scene),
  };
  return {
    tiles,
    lines: [
      ...gridOutline(scene),
      ...cutLines(scene),
      ...(isFinished(moment) ? [] : homeLines(moment, scene)),
      ...pointedOutline(scene, layout, volumes, tiles),
    ],
    links: [],
    volumes,
  };
}

/** The weight of the product that lands now. */
function withTapInHand({ frame }: Moment, tiles: Tile[]): Tile[] {
  const { stamp, beat } = frame;
  const entry = beat === 'press' ? stamp?.entries[stamp.landed - 1] : undefined;
  if (!entry) return tiles;
  return tiles.map((tile) =>
    tile.target?.tensor === 'weights' && String(tile.target.index) === String(entry.weight)
      ? { ...tile, glow: 1 }
      : tile,
  );
}

/** The sums so far; a cell without any has no number. */
function sumTiles(moment: Moment, scene: GatherScene): Tile[] {
  const { layout, view } = scene;
  const { output, stacks } = layout;
  const { frame, partial } = moment;
  if (isFinished(moment) || partial?.ordinal !== frame.ordinal || !frame.stamp) return [];
  if (cellCount(output) > mostTiles) return [];
  const landed = new Set(
    frame.stamp.entries.slice(0, frame.stamp.landed).map((entry) => String(entry.output)),
  );
  return cellsOf(scene).flatMap((cell): Tile[] => {
    const isReached = landed.has(String(cell));
    if (!isReached && stacks.before(cell, frame.ordinal) === 0) return [];
    const [, row, column, channel] = cell;
    const sums = isReached ? partial.after : partial.before;
    const value = elementOf(sums, [0, row, column, channel]);
    return [
      {
        station: 'output',
        kind: 'solid',
        centre: cellCentre(output, [column, row, channel, 0]),
        size: output.cell,
        ...lookOf(view, 'output', value, channel),
        tone: 'output',
        opacity: 1,
        glow: 0,
        target: { stage: view.stage.index, tensor: 'output', index: cell },
      },
    ];
  });
}

function cellsOf({ layout, frame }: GatherScene): Index4[] {
  const [width, height, channels] = layout.output.counts;
  const plane = width * height;
  return Array.from({ length: plane * channels }, (_, i): Index4 => [
    frame.cell[0],
    Math.floor((i % plane) / width),
    i % width,
    Math.floor(i / plane),
  ]);
}

/** Beneath the tiles an empty volume; of many cells, all sums at once. */
function sumsState(moment: Moment, { layout, highlight }: GatherScene): VolumeState {
  const { frame, partial } = moment;
  const { output } = layout;
  const lit = litIn(output, highlight?.output);
  if (isFinished(moment)) return { ...atRest(output), lit };
  const sums = partial?.ordinal === frame.ordinal ? partial : null;
  if (!sums || cellCount(output) <= mostTiles) return { ...atRest(output), lit, done: 0 };
  const values = frame.stamp && frame.stamp.landed >= frame.stamp.entries.length ? sums.after : sums.before;
  return { ...atRest({ ...output, base: 0 }), lit, values };
}

function homeLines({ frame }: Moment, scene: GatherScene): Line[] {
  const { layout } = scene;
  const { stamp } = frame;
  const opacity = settle(shown(scene, 'place'));
  if (!stamp || opacity === 0) return [];
  const [, row, column, channel] = stamp.input;
  const place = [column, row, channel, 0] as const;
  const look = { thickness, opacity, behind: 0.4 } as const;
  const kept = stamp.entries.flatMap(({ output }) => (output ? [output] : []));
  const fed = kept.flatMap(([, y, x, filter]) => {
    const cell = [x, y, filter, 0] as const;
    const box = boxOfCells(layout.output, cell, cell);
    return rectangle(box, box.max[2], { station: 'output', tone: 'kernel', ...look, thickness: 0.06 });
  });
  return [
    ...edges(boxOfCells(layout.input, place, place), { station: 'input', tone: 'kernel', ...look }),
    ...edges(boxOfCells(layout.stretched, place, place), { station: 'bench', tone: 'kernel', ...look }),
    ...fed,
  ];
}
