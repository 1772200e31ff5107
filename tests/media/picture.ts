import type { Tensor } from '../../src/math/types.js';

/** One channel's rows, values parted by blanks. Takes [H, W, C] and [1, H, W, C]. */
export function picture(tensor: Tensor, channel = 0): string[] {
  const [height, width, channels] = tensor.shape.slice(-3);
  return Array.from({ length: height }, (_, row) =>
    Array.from(
      { length: width },
      (_, column) => tensor.data[(row * width + column) * channels + channel],
    ).join(' '),
  );
}
