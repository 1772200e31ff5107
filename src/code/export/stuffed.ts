import type { Pair, Stage, Tensor } from '../../math/types.js';

/**
 * A kernel with its holes written as zeros, [reach, reach, …], for frameworks that cannot space its taps. `more` adds
 * rows and columns of zeros at the end: a transposed convolution then uncovers as much more of its output.
 */
export function stuffed({ shape, data }: Tensor, { kernel, dilation }: Stage, more: Pair = [0, 0]): Tensor {
  const [height, width] = stuffedSize(kernel, dilation, more);
  const depth = shape[2] * shape[3];
  const result = new Float32Array(height * width * depth);
  for (let row = 0; row < kernel[0]; row++) {
    for (let column = 0; column < kernel[1]; column++) {
      const from = (row * kernel[1] + column) * depth;
      const to = (row * dilation[0] * width + column * dilation[1]) * depth;
      result.set(data.subarray(from, from + depth), to);
    }
  }
  return { shape: [height, width, shape[2], shape[3]], data: result };
}

export function stuffedSize(kernel: Pair, dilation: Pair, more: Pair): Pair {
  return [(kernel[0] - 1) * dilation[0] + 1 + more[0], (kernel[1] - 1) * dilation[1] + 1 + more[1]];
}
