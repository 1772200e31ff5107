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
  /** Cell units by which columns stand above their rows: of a single line they stand above each other. */
  readonly raised?: Partial<Record<BenchColumn, number>>;
}

export type BenchColumn = 'window' | 'slice' | 'products';

/** Depth of a tile. */
export const tileDepth = 0.25;
const widestColumn = 3;
const mostRows = 4;

/** Channels that one output cell reads. */
export function channelsRead(stage: Stage): number {
  return stage.input[3] / stage.groups;
}

/** Cell units from tile to tile. */
export function tileOf([height, width]: readonly [number, number]): number {
  return Math.min(1, widestColumn / Math.max(height, width));
}

/**
 * @param left x of the window column
 * @param toSum cell units from the partials to their sum
 */
export function benchOf(stage: Stage, left: number, toSum = 3): Bench {
  const [height, width] = stage.kernel;
  const channels = channelsRead(stage);
  const tile = tileOf(stage.kernel);
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
    sum: channels > 1 ? partial + toSum : null,
  };
}

/** One span each, or where there are too many: the first, a span for the rest, the last. */
export function spansOf(count: number, most = mostRows): [first: number, last: number][] {
  if (count <= most) return Array.from({ length: count }, (_, i) => [i, i]);
  const single = Array.from({ length: most - 1 }, (_, i): [number, number] => [i, i]);
  return [...single, [most - 1, count - 2], [count - 1, count - 1]];
}

export function rowsOf(channels: number, rowPitch: number): BenchRow[] {
  const spans = spansOf(channels);
  const top = ((spans.length - 1) * rowPitch) / 2;
  return spans.map((span, row) => ({ y: top - row * rowPitch, channels: span }));
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
  const middle = columnHeight(bench, column, row);
  return [bench[column] + (tap[1] + 0.5) * tile, middle + ((kernel[0] - 1) / 2 - tap[0]) * tile, 0];
}

/** Height of the middle line of a row in a column. */
export function columnHeight({ raised }: Pick<Bench, 'raised'>, column: BenchColumn, row: BenchRow): number {
  return row.y + (raised?.[column] ?? 0);
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
