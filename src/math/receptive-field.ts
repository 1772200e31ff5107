/** What one output of a stack of layers sees of the stack's input, borders left aside, and what it skips. */

import { outputSize, resolvePadding } from './geometry.js';
import { jumpOf, pathsFrom, periodOf, spanOfPaths } from './paths.js';
import type { PathLayer } from './paths.js';
import { ConvError } from './problem.js';
import { SpecReader } from './read-spec.js';
import type { Reading } from './read-spec.js';
import type { ConvSpec, Pair, Problem } from './types.js';

/** A pooling layer, 2 × 2 by default: to a receptive field, a convolution whose weights are all 1. */
export interface PoolLayer extends Pick<ConvSpec, 'kernel' | 'padding' | 'dilation'> {
  readonly kind: 'pool';
  /** Default: the kernel. */
  readonly stride?: ConvSpec['stride'];
}

/** Channels do not matter here, and the input only to SAME: without one, it is taken to be a multiple of the stride. */
export type StackLayer = ConvSpec | PoolLayer;

/** Per axis: [rows, columns]. */
export interface FieldStep {
  /** Pixels from the first to the last that an output sees; the widest output's where they differ. */
  readonly size: Pair;
  /** Pixels from one output's field to the next one's; a fraction where transposed layers outweigh strides. */
  readonly jump: Pair;
  /**
   * Output i sees pixels start + i · jump … start + i · jump + size − 1; negative ones are padding. With
   * transposed layers the outputs differ, and this holds for the first of the widest ones: ask `pixelsSeen`.
   */
  readonly start: Pair;
}

export interface Coverage {
  /** Paths from each pixel of the field to one output (the widest), per axis; 0 is a hole. Empty beyond 65,536 pixels. */
  readonly pathsPerPixel: readonly [rows: readonly number[], columns: readonly number[]];
  readonly touched: Pair;
  readonly holes: Pair;
  /** Pixels of the plane with a path: the product of both axes. */
  readonly touched2d: number;
  /** Share of the field's pixels that are touched, 0 … 1. */
  readonly coverage2d: number;
  /** Whether the field has holes. */
  readonly gridding: boolean;
}

export interface ReceptiveField extends FieldStep {
  readonly coverage: Coverage;
  /** The field after each layer. */
  readonly steps: readonly FieldStep[];
}

const LONGEST_MAP = 65_536;

/**
 * The receptive field of a stack of layers, first layer first. An empty stack sees one pixel.
 * @throws ConvError 'illegal-plan' when a layer's fields are illegal.
 */
export function receptiveField(layers: readonly StackLayer[]): ReceptiveField {
  const rows = layersAlong(layers, 0);
  const columns = layersAlong(layers, 1);
  const steps = layers.map((_, index) => {
    return stepOf(fieldAlong(rows.slice(0, index + 1)), fieldAlong(columns.slice(0, index + 1)));
  });
  const [vertical, horizontal] = [fieldAlong(rows), fieldAlong(columns)];
  return { ...stepOf(vertical, horizontal), coverage: coverageOf(vertical, horizontal), steps };
}

/**
 * The pixels that one output sees along an axis: of a real image of `inputSize` pixels, with paths through padding
 * clipped away at every layer; or with `null` of an image without borders. `touched` is 0 where there is none.
 */
export function pixelsSeen(
  layers: readonly StackLayer[],
  axis: 0 | 1,
  inputSize: number | null,
  output: number,
): { first: number; last: number; touched: number } {
  const paths = pathsFrom(layersAlong(layers, axis, inputSize ?? undefined), output);
  return { ...spanOfPaths(paths), touched: paths.size };
}

/** One axis of a stack; layers know their borders only where an input size is given. */
function layersAlong(layers: readonly StackLayer[], axis: 0 | 1, inputSize?: number): PathLayer[] {
  const given = layers[0] && 'input' in layers[0] ? layers[0].input : undefined;
  let size = inputSize ?? given?.at(axis - 3);
  return layers.map((layer, index) => {
    const { op, kernel, stride, dilation, padding, outputPadding } = readLayer(layer, index);
    const resolved = resolvePadding({
      op,
      mode: padding.mode,
      input: size ?? stride[axis],
      kernel: kernel[axis],
      stride: stride[axis],
      dilation: dilation[axis],
      before: padding.sides[2 * axis],
      after: padding.sides[2 * axis + 1],
      outputPadding: outputPadding[axis],
    });
    const input = inputSize === undefined ? null : (size ?? null);
    if (size !== undefined) size = outputSize(resolved);
    return { ...resolved, padBefore: resolved.before, input };
  });
}

type LayerReading = Required<Omit<Reading, 'input'>>;

/** The fields of a layer with its defaults. */
function readLayer(layer: StackLayer, index: number): LayerReading {
  const problems: Problem[] = [];
  const reader = new SpecReader(asSpec(layer), index, (problem) => problems.push(problem));
  const reading = reader.read();
  if (problems.length > 0) throw new ConvError('illegal-plan', problems);
  return reading as LayerReading;
}

function asSpec(layer: StackLayer): ConvSpec {
  if (!('kind' in layer)) return layer;
  const { kernel = 2, stride = kernel, padding, dilation } = layer;
  return { kernel, stride, padding, dilation };
}

/** One axis of a receptive field. */
interface AxisField {
  readonly size: number;
  readonly jump: number;
  readonly start: number;
  /** From each pixel to the widest output. */
  readonly paths: ReadonlyMap<number, number>;
  readonly first: number;
}

function fieldAlong(layers: readonly PathLayer[]): AxisField {
  const jump = jumpOf(layers);
  let widest: AxisField | undefined;
  for (let output = 0; output < periodOf(layers); output++) {
    const paths = pathsFrom(layers, output);
    const { first, last } = spanOfPaths(paths);
    const size = last - first + 1;
    if (size > (widest?.size ?? 0)) widest = { size, jump, start: first - output * jump, paths, first };
  }
  return widest!;
}

function stepOf(rows: AxisField, columns: AxisField): FieldStep {
  return {
    size: [rows.size, columns.size],
    jump: [rows.jump, columns.jump],
    start: [rows.start, columns.start],
  };
}

function coverageOf(rows: AxisField, columns: AxisField): Coverage {
  const touched: Pair = [rows.paths.size, columns.paths.size];
  const holes: Pair = [rows.size - touched[0], columns.size - touched[1]];
  const touched2d = touched[0] * touched[1];
  return {
    pathsPerPixel: [pixelsOf(rows), pixelsOf(columns)],
    touched,
    holes,
    touched2d,
    coverage2d: touched2d / (rows.size * columns.size),
    gridding: holes[0] > 0 || holes[1] > 0,
  };
}

function pixelsOf({ size, paths, first }: AxisField): number[] {
  if (size > LONGEST_MAP) return [];
  return Array.from({ length: size }, (_, pixel) => paths.get(first + pixel) ?? 0);
}
