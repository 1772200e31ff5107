import { textureBytes } from '../texture-layout.js';
import { sizeOf } from '../../math/tensor.js';
import type { Kernel, Recipe } from './kernels.js';
import { lanes, layoutBytes } from './layout.js';

/** Bytes that a run may hold at once: every tensor in the fast layout, its weights, and the flat data on the way in or out. */
export function recipeBytes({ input, kernels }: Recipe): number {
  const flat = [input, ...kernels.map(({ written }) => written)].map(({ shape }) =>
    textureBytes(sizeOf(shape)),
  );
  return kernels.reduce(
    (total, kernel) => total + kernelBytes(kernel),
    layoutBytes(input) + Math.max(...flat),
  );
}

function kernelBytes({ filters, written }: Kernel): number {
  const texels = filters === 'block' ? 0 : filters.width * filters.height;
  return layoutBytes(written) + texels * lanes * Float32Array.BYTES_PER_ELEMENT;
}
