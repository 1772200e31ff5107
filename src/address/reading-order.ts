/** The order in which people write the numbers of a tensor, as in lessons: map after map, in a map row by row. */
import { sizeOf } from '../math/tensor.js';
import type { Tensor } from '../math/types.js';
import type { Numbers } from './number-text.js';

/** Place in the data of every number in turn. @param shape [H, W, C], [kh, kw, Cbig / groups, Csmall] or [filters] */
function places(shape: readonly number[]): Int32Array {
  const [rows, columns, depth, maps = 1] = shape.length === 1 ? [1, 1, shape[0]] : shape;
  const inTurn = new Int32Array(sizeOf(shape));
  let next = 0;
  for (let map = 0; map < maps; map += 1)
    for (let channel = 0; channel < depth; channel += 1)
      for (let cell = 0; cell < rows * columns; cell += 1) {
        inTurn[next] = (cell * depth + channel) * maps + map;
        next += 1;
      }
  return inTurn;
}

export function inReadingOrder({ shape, data }: Tensor): Float32Array {
  return Float32Array.from(places(shape), (place) => data[place]);
}

export function fromReadingOrder(shape: readonly number[], numbers: Numbers): Tensor {
  const data = new Float32Array(numbers.length);
  places(shape).forEach((place, turn) => {
    data[place] = numbers[turn];
  });
  return { shape, data };
}
