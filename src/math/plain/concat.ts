import type { Tensor } from '../types.js';

/**
 * Tensors one behind the other along their last axis.
 *
 * @param tensors [N, H, W, C₁], [N, H, W, C₂], …
 * @returns [N, H, W, C₁ + C₂ + …]
 */
export function concatChannels(tensors: readonly Tensor[]): Tensor {
  const widths = tensors.map(({ shape }) => shape[shape.length - 1]);
  const channels = widths.reduce((sum, width) => sum + width, 0);
  const places = tensors[0].shape.slice(0, -1);
  const count = places.reduce((product, size) => product * size, 1);
  const data = new Float32Array(count * channels);
  let first = 0;
  for (const [index, { data: part }] of tensors.entries()) {
    const width = widths[index];
    for (let place = 0; place < count; place++) {
      data.set(part.subarray(place * width, (place + 1) * width), place * channels + first);
    }
    first += width;
  }
  return { shape: [...places, channels], data };
}
