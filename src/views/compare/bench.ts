/**
 * One layer's work at one place of the clock: every product is a small square. Above the columns stand the windows of the
 * input channels, at the end of a row what the filter makes of them; so a layer with fewer squares does less.
 */
import { termsOf, termsPerOutput } from '../../math/incidence.js';
import { offsetOf } from '../../math/tensor.js';
import type { Index4, Stage } from '../../math/types.js';
import type { StageView } from '../../timeline/types.js';
import { placeAt, tickInHand, type Tick } from './clock.js';

/** Rows and columns that are drawn; more are counted. */
const mostRows = 6;
const mostColumns = 6;

/** The values of one channel under the kernel, in the order of the sum; null for padding and inserted zeros. */
export interface BenchWindow {
  readonly channel: number;
  readonly values: readonly (number | null)[];
}

export interface BenchSlice {
  /** Weights in the order of the window. */
  readonly values: readonly number[];
  /** Products that are done, 0 … values.length. */
  readonly landed: number;
}

export interface BenchRow {
  readonly filter: number;
  /** One entry a column; null where the filter does not read the channel. */
  readonly slices: readonly (BenchSlice | null)[];
  /** null until its products are done. */
  readonly result: number | null;
}

export interface StageBench {
  readonly stage: number;
  /** Row and column of the place, from 0. */
  readonly row: number;
  readonly column: number;
  /** Rows and columns of the window as it is drawn. */
  readonly kernel: readonly [number, number];
  readonly windows: readonly BenchWindow[];
  /** What it reads is there: the stage before has done its part of the place. */
  readonly ready: boolean;
  readonly rows: readonly BenchRow[];
  readonly hiddenRows: number;
  readonly hiddenColumns: number;
  /** Products at this place. */
  readonly products: number;
  /** For the colours and the decimals of the numbers. */
  readonly view: StageView;
}

/** The stages of a layer at the clock's place; before the first tick, at the first place with nothing done. */
export function benchOf(stages: readonly StageView[], clock: Tick): readonly StageBench[] {
  const hand = tickInHand(clock) ?? { tick: 1, progress: 0 };
  const products = stages.map(({ stage }) => productsAtPlace(stage));
  let landed = Math.round(hand.progress * products.reduce((sum, count) => sum + count, 0));
  let ready = true;
  return stages.map((view, i) => {
    const place = placeAt(view.stage, { at: hand.tick, of: clock.of })!;
    const bench = { ...stageBench(view, place, products[i], landed), ready };
    ready = landed >= products[i];
    landed = Math.max(landed - products[i], 0);
    return bench;
  });
}

/** Products at one place of a stage, all output channels. */
export function productsAtPlace(stage: Stage): number {
  return stage.output[3] * termsPerOutput(stage);
}

function stageBench(
  view: StageView,
  place: Index4,
  products: number,
  landed: number,
): Omit<StageBench, 'ready'> {
  const { stage } = view;
  const [, row, column] = place;
  const filters = stage.output[3];
  const channels = stage.input[3];
  const columns = Array.from({ length: Math.min(channels, mostColumns) }, (_, channel) => channel);
  const windows = new Map<number, BenchWindow>();
  const perFilter = termsPerOutput(stage);
  const rows = Array.from({ length: Math.min(filters, mostRows) }, (_, filter): BenchRow => {
    const cell: Index4 = [place[0], row, column, filter];
    const done = Math.min(Math.max(landed - filter * perFilter, 0), perFilter);
    const slices = slicesOf(view, cell, done, windows);
    return {
      filter,
      slices: columns.map((channel) => slices.get(channel) ?? null),
      result: done === perFilter ? view.output.data[offsetOf(stage.output, cell)] : null,
    };
  });
  return {
    stage: stage.index,
    row,
    column,
    kernel: stage.kernel,
    windows: columns.map((channel) => windows.get(channel) ?? { channel, values: [] }),
    rows,
    hiddenRows: filters - rows.length,
    hiddenColumns: channels - columns.length,
    products,
    view,
  };
}

/** The slices of one output cell by input channel; the windows that they meet are put into `windows`. */
function slicesOf(
  view: StageView,
  cell: Index4,
  done: number,
  windows: Map<number, BenchWindow>,
): Map<number, BenchSlice> {
  const { stage, input, weights } = view;
  const taps = stage.kernel[0] * stage.kernel[1];
  const terms = termsOf(stage, cell);
  const groupStart = Math.floor(cell[3] / (stage.output[3] / stage.groups)) * (stage.input[3] / stage.groups);
  const slices = new Map<number, BenchSlice>();
  for (let first = 0; first < terms.length; first += taps) {
    const ofChannel = terms.slice(first, first + taps);
    const channel = groupStart + ofChannel[0].channel;
    slices.set(channel, {
      values: ofChannel.map(({ weight }) => weights.data[offsetOf(stage.weightShape, weight)]),
      landed: Math.min(Math.max(done - first, 0), taps),
    });
    if (windows.has(channel)) continue;
    windows.set(channel, {
      channel,
      values: ofChannel.map((term) => (term.input ? input.data[offsetOf(stage.input, term.input)] : null)),
    });
  }
  return slices;
}
