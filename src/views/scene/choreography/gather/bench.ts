/** The kernel comes from the rack, turns by 180° in its own plane, and meets the window on the stretched input. */
import type { Term } from '../../../../math/types.js';
import { columnHeight, isRest, type BenchRow } from '../../layout/bench.js';
import { cellCentre } from '../../layout/lattice.js';
import type { Tile } from '../../staging.js';
import { rowProgress, type RowProgress } from '../progress.js';
import { shown } from '../scene.js';
import { channelInRow, filterShown, rackLattice } from '../standard/scene.js';
import { stripTiles } from '../strip.js';
import { mark } from '../tiles.js';
import { cornerMark, flownAndTurned } from '../turn.js';
import type { GatherScene } from './scene.js';

/** Of a weight that meets a zero. */
const wasted = 0.35;
const nothingAdded: RowProgress = { added: 0, moving: 0 };

export function benchTiles(scene: GatherScene): Tile[] {
  const { layout, view, frame, values } = scene;
  return layout.bench.rows.flatMap((row) => {
    const channel = channelInRow(scene, row);
    if (channel === null) return [];
    const [from, to] = [channel * frame.taps, (channel + 1) * frame.taps];
    const terms = frame.terms.slice(from, to);
    const tiles = rowTiles(scene, row, channel, terms, {
      brought: filterShown(scene),
      products: values && values.product.subarray(from, to),
      weigh: shown(scene, 'weigh'),
      added: rowProgress(frame, view.stage, channel),
    });
    return shown(scene, 'place') > 0 ? tiles.map((tile) => seenAsUse(tile, terms)) : tiles;
  });
}

/** While the run goes along inputs: the kernel as it waits, turned, and no products of any one window. */
export function waitingTiles(scene: GatherScene): Tile[] {
  const { layout, frame } = scene;
  return layout.bench.rows.flatMap((row) => {
    if (isRest(row)) return [];
    const [channel] = row.channels;
    const terms = frame.terms.slice(channel * frame.taps, (channel + 1) * frame.taps);
    return rowTiles(scene, row, channel, terms, {
      brought: 1,
      products: null,
      weigh: 0,
      added: nothingAdded,
    });
  });
}

interface Row {
  readonly brought: number;
  readonly products: ArrayLike<number> | null;
  readonly weigh: number;
  readonly added: RowProgress;
}

/** A kernel that was given turned, for a true convolution, comes as it was given: both turns together are none. */
function rowTiles(
  scene: GatherScene,
  row: BenchRow,
  channel: number,
  terms: readonly Term[],
  { brought, products, weigh, added }: Row,
): Tile[] {
  const { layout, view, frame, reducedMotion } = scene;
  const { bench, rack } = layout;
  const [height, width] = bench.kernel;
  const slots = rackLattice(scene);
  const copy = frame.cell[3] - rack.first;
  const flown = flownAndTurned(brought, reducedMotion);
  const { rise, turn } = view.turned ? { rise: brought, turn: 1 } : flown;
  const tiles = stripTiles({
    ...{ view, bench, row, reducedMotion, terms, products, weigh, added, turn },
    lift: null,
    rise: brought === 0 ? null : rise,
    window: null,
    cell: frame.cell,
    slice: {
      cell: slots.cell,
      centre: ([tapRow, tapColumn]) =>
        cellCentre(slots, [width - 1 - tapColumn, height - 1 - tapRow, channel, copy]),
    },
  });
  return rise === 1 && !view.turned ? [...tiles, cornerMark(bench, row, turn)] : tiles;
}

/** Weights that meet a cell are lit, and those that meet a zero step back: most of the work is for nothing. */
function seenAsUse(tile: Tile, terms: readonly Term[]): Tile {
  const { target, kind, tone } = tile;
  const isSlice = target?.tensor === 'weights' && !target.pair && kind === 'solid' && tone === 'kernel';
  if (!isSlice) return tile;
  const term = terms.find(({ weight }) => String(weight) === String(target.index));
  return term?.input
    ? { ...tile, glow: Math.max(tile.glow, 0.6) }
    : { ...tile, opacity: tile.opacity * wasted };
}

/** Signs between the columns of the bench; on lines, at the left of kernel and products. */
export function signTiles({ layout }: GatherScene): Tile[] {
  const { bench, lines } = layout;
  return bench.rows
    .filter((row) => !isRest(row))
    .flatMap((row) => {
      const [slice, products] = [columnHeight(bench, 'slice', row), columnHeight(bench, 'products', row)];
      const signs = [
        mark('×', [bench.slice - 0.6, slice, 0], 1),
        mark('=', [bench.products - 0.5, products, 0], 1),
      ];
      return lines ? signs : [...signs, mark('→', [bench.partial - 0.5, row.y, 0], 1)];
    });
}
