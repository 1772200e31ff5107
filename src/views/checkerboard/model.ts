/** What the checkerboard laboratory draws: counts along an axis, maps of counts, and the same for the cure. */
import { axesOf, bigPosition } from '../../math/incidence.js';
import { interiorSpan, overlap, spreadOf, type Overlap, type OverlapSpread } from '../../math/overlap.js';
import { plan } from '../../math/plan.js';
import type { ConvSpec, Pair } from '../../math/types.js';

/** Layers of the same kernel and stride, one after the other. */
export interface CheckerSetting {
  readonly kernel: Pair;
  readonly stride: Pair;
  readonly layers: number;
}

export const largestKernel = 8;
export const largestStride = 5;
export const mostLayers = 3;
/** Cells of an axis that are drawn; of a longer one the middle. */
const mostShown = 48;

export interface Span {
  readonly first: number;
  readonly last: number;
}

/** One axis of an output; cells counted from 0. */
export interface CountedAxis {
  readonly size: number;
  /** The cells that are drawn. */
  readonly shown: Span;
  /** Counts of the cells that are drawn. */
  readonly counts: readonly number[];
  /** The part of `shown` that is far from the borders. */
  readonly interior: Span | null;
  /** What repeats far from the borders. */
  readonly pattern: readonly number[];
  readonly spread: OverlapSpread;
}

/** Counts of a plane. */
export interface CountMap {
  readonly axes: readonly [rows: CountedAxis, columns: CountedAxis];
  /** [row][column] of the cells that are drawn. */
  readonly counts: readonly (readonly number[])[];
  /** The largest of all counts: the end of the colour scale. */
  readonly most: number;
  readonly spread: OverlapSpread;
  readonly uniform: boolean;
}

/** The cells of the output that one input cell is stamped onto. */
export type Stamp = Span;

export interface Checkerboard {
  /** Cells of the input, rows and columns. */
  readonly input: Pair;
  /** After each layer. */
  readonly steps: readonly CountMap[];
  /** After the last one. */
  readonly transposed: CountMap;
  /** Nearest resize by the stride, then a convolution of stride 1, as often as there are layers. */
  readonly resized: CountMap;
  /** Stamps of the first layer by axis. */
  readonly stamps: readonly [rows: readonly Stamp[], columns: readonly Stamp[]];
}

export function checkerboard(setting: CheckerSetting): Checkerboard {
  const { kernel, stride, layers } = setting;
  const input = [0, 1].map((axis) => inputCells(kernel[axis], stride[axis], layers)) as [number, number];
  const stack = Array.from({ length: layers }, (): ConvSpec => ({ op: 'transposed', kernel, stride }));
  const steps = stack.map((_, index) => mapOf(overlap(from(input, stack.slice(0, index + 1)))));
  const cure = stack.flatMap((): ConvSpec[] => [
    { op: 'transposed', kernel: stride, stride },
    { kernel, padding: 'same' },
  ]);
  return {
    input,
    steps,
    transposed: steps[layers - 1],
    resized: mapOf(overlap(from(input, cure))),
    stamps: stampsOf(from(input, stack.slice(0, 1))),
  };
}

function from([rows, columns]: Pair, [first, ...rest]: readonly ConvSpec[]): ConvSpec[] {
  return [{ ...first, input: [rows, columns, 1] }, ...rest];
}

/** Enough cells that some outputs are far from the borders, and few enough to be seen one by one. */
function inputCells(kernel: number, stride: number, layers: number): number {
  const reaches = Array.from({ length: layers }, (_, layer) => (kernel - 1) / stride ** (layer + 1));
  const readByOne = Math.ceil(reaches.reduce((sum, reach) => sum + reach, 1));
  return layers === 1 ? Math.max(5, readByOne + 1) : Math.max(3, readByOne);
}

function mapOf(overlapped: Overlap): CountMap {
  const { shape, counts, uniform } = overlapped;
  const axes = [countedAxis(overlapped, 0), countedAxis(overlapped, 1)] as const;
  const [rows, columns] = axes.map(({ shown }) => shown);
  return {
    axes,
    counts: Array.from({ length: rows.last - rows.first + 1 }, (_, row) => {
      const start = (rows.first + row) * shape[1];
      return [...counts.subarray(start + columns.first, start + columns.last + 1)];
    }),
    most: counts.reduce((most, count) => Math.max(most, count), 0),
    spread: spreadOf(overlapped),
    uniform,
  };
}

function countedAxis(overlapped: Overlap, axis: 0 | 1): CountedAxis {
  const counts = overlapped.perAxis[axis];
  const size = counts.length;
  const first = Math.max(Math.floor((size - mostShown) / 2), 0);
  const shown = { first, last: Math.min(first + mostShown, size) - 1 };
  const interior = interiorSpan(overlapped, axis);
  return {
    size,
    shown,
    counts: counts.slice(shown.first, shown.last + 1),
    interior: interior && {
      first: Math.max(interior.first, shown.first),
      last: Math.min(interior.last, shown.last),
    },
    pattern: overlapped.interior[axis],
    spread: spreadOf(overlapped, axis),
  };
}

function stampsOf(specs: readonly ConvSpec[]): readonly [readonly Stamp[], readonly Stamp[]] {
  const [rows, columns] = axesOf(plan(specs).stages[0]).map((axis) =>
    Array.from({ length: axis.small }, (_, cell) => ({
      first: bigPosition(axis, cell, 0),
      last: bigPosition(axis, cell, axis.kernel - 1),
    })),
  );
  return [rows, columns];
}
