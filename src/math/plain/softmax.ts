import type { Tensor } from '../types.js';

/**
 * e^x of each number, divided by the sum of those along the last axis; the largest x is taken off first, which changes
 * nothing but keeps e^x finite.
 *
 * @returns the same shape; each place's channels add to 1
 */
export function softmax({ shape, data }: Tensor): Tensor {
  const channels = shape[shape.length - 1];
  const result = new Float32Array(data.length);
  for (let first = 0; first < data.length; first += channels) {
    const place = data.subarray(first, first + channels);
    const largest = Math.max(...place);
    const powers = place.map((value) => Math.exp(Math.fround(value - largest)));
    const sum = powers.reduce((total, power) => Math.fround(total + power), 0);
    result.set(
      powers.map((power) => power / sum),
      first,
    );
  }
  return { shape, data: result };
}
