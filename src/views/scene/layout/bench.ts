import type { Stage } from '../../../math/types.js';
import type { Vector } from './space.js';

/** A row of the bench: one channel, or the channels that there is no room for. */
export interface BenchRow {
  /** Height of its middle line. */
  readonly y: number;
  /** Channels that it stands for, counted within the group: [first, last]. */
  readonly channels: readonly [first: number, last: number];
}

/** The place of all arithmetic: window × kernel = products → partial, a row a channel, and the sum where rows merge. */
export interface Bench {
  readonly rows: readonly BenchRow[];
  readonly rowPitch: number;
  /** Cell units from tile to tile; below 1 where the kernel is larger than 3. */
  readonly tile: number;
  readonly kernel: readonly [height: number, width: number];
  /** Left sides of the columns. */
  readonly window: number;
  readonly slice: number;
  readonly products: number;
  readonly partial: number;
  /** null where no channels are added. */
  readonly sum: number | null;
}

export type BenchColumn = 'window' | 'slice' | 'products';

/** Depth of a tile. */
export const tileDepth = 0.25;
const widestColumn = 3;
const mostRows = 4;
const rowsBeforeRest = 3;

/** Channels that one output cell reads. */
export function channelsRead(stage: Stage): number {
  return stage.input[3] / stage.groups;
}

/** @param left x of the window column */
export function benchOf(stage: Stage, left: number): Bench {
  const [height, width] = stage.kernel;
  const channels = channelsRead(stage);
  const tile = Math.min(1, widestColumn / Math.max(height, width));
  const step = width * tile + 1;
  const rowPitch = height * tile + 1;
  const partial = left + 3 * step;
  return {
    rows: rowsOf(channels, rowPitch),
    rowPitch,
    tile,
    kernel: [height, width],
    window: left,
    slice: left + step,
    products: left + 2 * step,
    partial,
    sum: channels > 1 ? partial + 3 : null,
  };
}

function rowsOf(channels: number, rowPitch: number): BenchRow[] {
  const spans: [number, number][] = [];
  if (channels <= mostRows)
    for (let channel = 0; channel < channels; channel++) spans.push([channel, channel]);
  else {
    for (let channel = 0; channel < rowsBeforeRest; channel++) spans.push([channel, channel]);
    spans.push([rowsBeforeRest, channels - 2], [channels - 1, channels - 1]);
  }
  const top = ((spans.length - 1) * rowPitch) / 2;
  return spans.map((span, row) => ({ y: top - row * rowPitch, channels: span }));
}

/** The row that a channel of the group belongs to. */
export function rowOfChannel(bench: Bench, channel: number): BenchRow {
  return bench.rows.find(({ channels: [, last] }) => channel <= last) ?? bench.rows[bench.rows.length - 1];
}

/** True for the row "⋮ n more". */
export function isRest(row: BenchRow): boolean {
  return row.channels[0] < row.channels[1];
}

/** Centre of a tile of a column. */
export function tileCentre(
  bench: Bench,
  column: BenchColumn,
  row: BenchRow,
  tap: readonly [number, number],
): Vector {
  const { tile, kernel } = bench;
  return [bench[column] + (tap[1] + 0.5) * tile, row.y + ((kernel[0] - 1) / 2 - tap[0]) * tile, 0];
}

export function partialCentre(bench: Bench, row: BenchRow): Vector {
  return [bench.partial + 0.5, row.y, 0];
}

/** Centre of the sum, or of the one partial where nothing is added over channels. */
export function sumCentre(bench: Bench): Vector {
  return [(bench.sum ?? bench.partial) + 0.5, 0, 0];
}

/** Lowest point of the bench. */
export function benchBottom(bench: Bench): number {
  return bench.rows[bench.rows.length - 1].y - (bench.kernel[0] * bench.tile) / 2;
}

/** Right end of the bench. */
export function benchRight(bench: Bench): number {
  return (bench.sum ?? bench.partial) + 1;
}
