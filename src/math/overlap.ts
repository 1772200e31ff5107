/** How many (input, tap) pairs land on each output cell: the checkerboard of a transposed convolution. */

import { axesOf } from './incidence.js';
import { pathsFrom, periodOf, totalOf } from './paths.js';
import type { PathLayer } from './paths.js';
import { plan } from './plan.js';
import { ConvError } from './problem.js';
import type { ConvSpec, Pair, Stage } from './types.js';

export interface Overlap {
  /** [height, width] of the last stage's output. */
  readonly shape: Pair;
  /** [height · width]: pairs per cell, or paths where there are several stages. */
  readonly counts: Float64Array;
  /** The count of a cell is the product of its row's and its column's. */
  readonly perAxis: readonly [rows: readonly number[], columns: readonly number[]];
  /** What repeats far from the borders, per axis; entry 0 belongs to outputs 0, period, 2 · period, … */
  readonly interior: readonly [rows: readonly number[], columns: readonly number[]];
  /** Whether every cell far from the borders gets equally many: no checkerboard. */
  readonly uniform: boolean;
}

/**
 * Counts of one spatial plane; channels do not matter.
 * @throws ConvError 'illegal-plan' with the problems.
 */
export function overlap(specs: ConvSpec | readonly ConvSpec[]): Overlap {
  const { stages, problems } = plan(specs);
  if (problems.length > 0) throw new ConvError('illegal-plan', problems);
  const { output } = stages[stages.length - 1];
  const [height, width] = [output[1], output[2]];
  const perAxis = [countsAlong(stages, 0, height), countsAlong(stages, 1, width)] as const;
  const interior = [interiorAlong(stages, 0), interiorAlong(stages, 1)] as const;
  const counts = Float64Array.from({ length: height * width }, (_, cell) => {
    return perAxis[0][Math.floor(cell / width)] * perAxis[1][cell % width];
  });
  const uniform = interior.every((pattern) => pattern.every((count) => count === pattern[0]));
  return { shape: [height, width], counts, perAxis, interior, uniform };
}

/** How uneven the counts far from the borders are. */
export interface OverlapSpread {
  readonly least: number;
  readonly most: number;
  /** most / least: 1 where all are equal, Infinity where some cells get nothing. */
  readonly ratio: number;
}

/** Of both axes together, or of one of them. */
export function spreadOf({ interior }: Overlap, axis?: 0 | 1): OverlapSpread {
  const axes: readonly (readonly number[])[] = axis === undefined ? interior : [interior[axis]];
  const least = axes.reduce((product, pattern) => product * Math.min(...pattern), 1);
  const most = axes.reduce((product, pattern) => product * Math.max(...pattern), 1);
  return { least, most, ratio: most / least };
}

/**
 * The stretch of an axis that is far from its borders: from the first to the last output whose counts repeat `interior`; null
 * where the axis is too short to have one.
 */
export function interiorSpan(
  { perAxis, interior }: Overlap,
  axis: 0 | 1,
): { readonly first: number; readonly last: number } | null {
  const [counts, pattern] = [perAxis[axis], interior[axis]];
  const repeats = counts.map((count, output) => count === pattern[output % pattern.length]);
  const middle = Math.floor(counts.length / 2);
  if (!repeats[middle]) return null;
  let [first, last] = [middle, middle];
  while (repeats[first - 1]) first--;
  while (repeats[last + 1]) last++;
  return { first, last };
}

function layersAlong(stages: readonly Stage[], axis: 0 | 1, withBorders: boolean): PathLayer[] {
  return stages.map((stage) => {
    const input = withBorders ? stage.input[axis + 1] : null;
    return { ...axesOf(stage)[axis], op: stage.op, input };
  });
}

function countsAlong(stages: readonly Stage[], axis: 0 | 1, size: number): number[] {
  const layers = layersAlong(stages, axis, true);
  return Array.from({ length: size }, (_, output) => totalOf(pathsFrom(layers, output)));
}

function interiorAlong(stages: readonly Stage[], axis: 0 | 1): number[] {
  const layers = layersAlong(stages, axis, false);
  return Array.from({ length: periodOf(layers) }, (_, output) => totalOf(pathsFrom(layers, output)));
}
