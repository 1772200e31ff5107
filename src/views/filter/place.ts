/** Where the cells of a result lie over the picture that it was made of. Pixels of the picture, from its top left corner. */
import { offsetOf, zeros } from '../../math/tensor.js';
import type { Pair, Stage, Tensor } from '../../math/types.js';

export interface Region {
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
}

/** A part of the picture, and the output cell of that part alone which is the cell it was cut out for. */
export interface Crop extends Region {
  readonly cell: Pair;
}

type Geometry = Pick<Stage, 'stride' | 'padding' | 'effectiveKernel' | 'output'>;

/** The result as large as its strides, every cell centred on its window; whole and half pixels. */
export function placeOfResult({ stride, padding, effectiveKernel, output }: Geometry): Region {
  const start = (axis: 0 | 1): number => (effectiveKernel[axis] - stride[axis]) / 2 - padding[2 * axis];
  return {
    row: start(0),
    column: start(1),
    rows: output[1] * stride[0],
    columns: output[2] * stride[1],
  };
}

/** The output cell at a point of the picture; outside of the result the nearest one. */
export function cellAt(stage: Geometry, row: number, column: number): Pair {
  const place = placeOfResult(stage);
  const along = (distance: number, axis: 0 | 1): number =>
    within(Math.floor(distance / stage.stride[axis]), 0, stage.output[axis + 1] - 1);
  return [along(row - place.row, 0), along(column - place.column, 1)];
}

/** A cell moved by rows and columns, kept inside the output. */
export function cellBeside({ output }: Geometry, [row, column]: Pair, [down, right]: Pair): Pair {
  return [within(row + down, 0, output[1] - 1), within(column + right, 0, output[2] - 1)];
}

/** What the kernel covers for an output cell, holes of its dilation included; padding lies outside the picture. */
export function windowOf({ stride, padding, effectiveKernel }: Geometry, [row, column]: Pair): Region {
  return {
    row: row * stride[0] - padding[0],
    column: column * stride[1] - padding[2],
    rows: effectiveKernel[0],
    columns: effectiveKernel[1],
  };
}

/**
 * A cell's window and what lies around it, cut where windows begin, so that the same kernel and stride without padding give the
 * same numbers.
 * @param least rows and columns that are wanted, where the picture with its padding has as many
 */
export function cropAround(stage: Geometry, cell: Pair, least = 9): Crop {
  const along = (axis: 0 | 1): readonly [start: number, size: number, place: number] => {
    const [stride, reach] = [stage.stride[axis], stage.effectiveKernel[axis]];
    const final = stage.output[axis + 1] - 1;
    const steps = Math.max(Math.ceil((least - reach) / stride), 0);
    const first = within(cell[axis] - Math.floor(steps / 2), 0, Math.max(final - steps, 0));
    const last = Math.min(first + steps, final);
    return [first * stride - stage.padding[2 * axis], (last - first) * stride + reach, cell[axis] - first];
  };
  const [row, rows, down] = along(0);
  const [column, columns, right] = along(1);
  return { row, column, rows, columns, cell: [down, right] };
}

/** A part of a picture [height, width, channels]; zeros where it reaches outside, as padding has them. */
export function cut({ shape, data }: Tensor, { row, column, rows, columns }: Region): Tensor {
  const [height, width, channels] = shape;
  const part = zeros([rows, columns, channels]);
  const [from, to] = [Math.max(column, 0), Math.min(column + columns, width)];
  if (from >= to) return part;
  for (let line = Math.max(row, 0); line < Math.min(row + rows, height); line++) {
    const source = offsetOf(shape, [line, from, 0]);
    const target = offsetOf(part.shape, [line - row, from - column, 0]);
    part.data.set(data.subarray(source, source + (to - from) * channels), target);
  }
  return part;
}

function within(value: number, least: number, most: number): number {
  return Math.min(Math.max(value, least), most);
}
