/** The relation composed over a stack of layers, one axis at a time: which pixels reach an output, along how many paths. */

import { bigPosition, smallPosition } from './incidence.js';
import type { Lattice } from './incidence.js';
import type { Operation } from './types.js';

/** One axis of one layer. */
export interface PathLayer extends Lattice {
  readonly op: Operation;
  /** Cells of the layer's input, or null where its borders do not matter. */
  readonly input: number | null;
}

/**
 * Paths from each input position to one output position of a stack; positions without a path are absent.
 * With borders (`input` not null) paths through padding do not count; without, positions may be negative.
 */
export function pathsFrom(layers: readonly PathLayer[], output: number): Map<number, number> {
  let paths = new Map([[output, 1]]);
  for (let index = layers.length - 1; index >= 0; index--) {
    const layer = layers[index];
    const read = new Map<number, number>();
    for (const [position, count] of paths) {
      for (let tap = 0; tap < layer.kernel; tap++) {
        const cell = readPosition(layer, position, tap);
        if (exists(layer, cell)) read.set(cell, (read.get(cell) ?? 0) + count);
      }
    }
    paths = read;
  }
  return paths;
}

function readPosition(layer: PathLayer, position: number, tap: number): number {
  const read = layer.op === 'conv' ? bigPosition : smallPosition;
  return read(layer, position, tap);
}

function exists({ input }: PathLayer, cell: number): boolean {
  return Number.isInteger(cell) && (input === null || (cell >= 0 && cell < input));
}

/** Input pixels from one output to the next: the product of the strides, transposed ones dividing. */
export function jumpOf(layers: readonly PathLayer[]): number {
  const product = (op: Operation): number =>
    layers.reduce((strides, layer) => (layer.op === op ? strides * layer.stride : strides), 1);
  return product('conv') / product('transposed');
}

/** Outputs after which the pattern of paths repeats; 1 without transposed layers. */
export function periodOf(layers: readonly PathLayer[]): number {
  let period = 1;
  let step = 1;
  for (let index = layers.length - 1; index >= 0; index--) {
    const { op, stride } = layers[index];
    if (op === 'transposed' && step % stride !== 0) {
      const factor = stride / greatestCommonDivisor(step, stride);
      period *= factor;
      step *= factor;
    }
    step = op === 'conv' ? step * stride : step / stride;
  }
  return period;
}

function greatestCommonDivisor(a: number, b: number): number {
  return b === 0 ? a : greatestCommonDivisor(b, a % b);
}

/** All paths that end in an output. */
export function totalOf(paths: ReadonlyMap<number, number>): number {
  let total = 0;
  for (const count of paths.values()) total += count;
  return total;
}

/** First and last position with a path; `first > last` where there is none. */
export function spanOfPaths(paths: ReadonlyMap<number, number>): { first: number; last: number } {
  let [first, last] = [Infinity, -Infinity];
  for (const position of paths.keys()) {
    first = Math.min(first, position);
    last = Math.max(last, position);
  }
  return { first, last };
}
