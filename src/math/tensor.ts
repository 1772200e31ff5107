/** Making tensors and finding cells in them. NHWC, row-major, float32. */

import type { Tensor } from './types.js';

/** Elements of a shape. */
export function sizeOf(shape: readonly number[]): number {
  return shape.reduce((product, size) => product * size, 1);
}

/**
 * A tensor of the given values, or filled with one value. A Float32Array is used as it is, not copied.
 * @throws RangeError when the number of values is not that of the shape.
 */
export function tensor(shape: readonly number[], values: ArrayLike<number> | number): Tensor {
  const size = sizeOf(shape);
  if (typeof values === 'number') return { shape, data: new Float32Array(size).fill(values) };
  if (values.length !== size) {
    throw new RangeError(`[${shape.join(', ')}] takes ${size} values, but ${values.length} were given.`);
  }
  return { shape, data: values instanceof Float32Array ? values : Float32Array.from(values) };
}

export function zeros(shape: readonly number[]): Tensor {
  return tensor(shape, 0);
}

/** Place of a cell in the flat data; any rank. */
export function offsetOf(shape: readonly number[], index: readonly number[]): number {
  return shape.reduce((offset, size, axis) => offset * size + index[axis], 0);
}

/** The cell at a place of the flat data: the inverse of `offsetOf`. */
export function indexAt(shape: readonly number[], offset: number): number[] {
  const index = shape.map(() => 0);
  for (let axis = shape.length - 1; axis >= 0; axis--) {
    index[axis] = offset % shape[axis];
    offset = Math.floor(offset / shape[axis]);
  }
  return index;
}
