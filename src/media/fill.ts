import type { Shape4, Tensor } from '../math/types.js';

/**
 * A tensor with the value of every cell computed from its index (counted from 0, last axis fastest).
 * The index array is reused between calls: read it, do not keep it.
 */
export function tensorFrom(shape: readonly number[], valueAt: (index: readonly number[]) => number): Tensor {
  const data = new Float32Array(shape.reduce((product, size) => product * size, 1));
  const index = shape.map(() => 0);
  for (let cell = 0; cell < data.length; cell++) {
    data[cell] = valueAt(index);
    let axis = shape.length - 1;
    while (axis >= 0 && ++index[axis] === shape[axis]) index[axis--] = 0;
  }
  return { shape: [...shape], data };
}

/**
 * @param shape [kh, kw, Cbig / groups, Csmall]
 * @throws RangeError for a size that is not a whole number of 1 or more
 */
export function weightsFrom(
  shape: Shape4,
  rule: (row: number, column: number, bigChannel: number, smallChannel: number) => number,
): Tensor {
  assertSizes(shape, 'shape');
  return tensorFrom(shape, ([row, column, bigChannel, smallChannel]) =>
    rule(row, column, bigChannel, smallChannel),
  );
}

/** @throws RangeError naming the first size that is not a whole number of 1 or more */
export function assertSizes(sizes: readonly number[], name: string): void {
  for (const size of sizes) {
    if (!Number.isInteger(size) || size < 1) {
      throw new RangeError(`${name} is [${sizes.join(', ')}]; every size must be a whole number, 1 or more`);
    }
  }
}
