/** Where a kernel comes from. */
import { offsetOf, tensor } from '../../src/math/tensor.js';
import type { Pair, Tensor } from '../../src/math/types.js';
import { isKernelId, kernelIds, kernel as namedKernel, type KernelId } from '../../src/media/kernels.js';
import { parseNumbers } from '../../src/media/numbers.js';
import { randomWeights } from '../../src/media/example-weights.js';
import type { StageView } from '../../src/timeline/types.js';

export type KernelSource = KernelId | 'random' | 'own' | 'layer';

export const kernelSources: readonly KernelSource[] = [...kernelIds, 'random', 'own', 'layer'];

/** Rows and columns of a kernel that is not a layer's. */
export const largestSide = 7;

export interface WantedKernel {
  readonly source: KernelSource;
  readonly sides: Pair;
  readonly seed: number;
  readonly values: string;
  readonly layer: StageView | null;
  /** From 0; what is out of range goes to its end. */
  readonly channel: number;
  readonly filter: number;
}

/** The kernel, [kh, kw]; numbers that are none give the Laplacian. */
export function kernelOf({ source, sides, seed, values, layer, channel, filter }: WantedKernel): Tensor {
  if (source === 'layer' && layer) return sliceOf(layer.weights, channel, filter);
  if (source === 'random') return tensor(sides, randomWeights([...sides, 1, 1], seed).data);
  if (source === 'own') {
    const typed = parseNumbers(values);
    if (typed.ok && isKernel(typed.tensor)) return tensor(typed.tensor.shape.slice(0, 2), typed.tensor.data);
  }
  const id = isKernelId(source) ? source : 'laplacian';
  return tensor(sides, namedKernel(id, [...sides, 1, 1]).data);
}

/** Typed numbers that are one slice, and not too large. */
export function isKernel({ shape: [rows, columns, channels] }: Tensor): boolean {
  return channels === 1 && rows <= largestSide && columns <= largestSide;
}

/** One slice of weights [kh, kw, Cbig / groups, Csmall]. */
function sliceOf(weights: Tensor, channel: number, filter: number): Tensor {
  const [rows, columns, channels, filters] = weights.shape;
  const place = [Math.min(Math.max(channel, 0), channels - 1), Math.min(Math.max(filter, 0), filters - 1)];
  const taps = Array.from({ length: rows * columns }, (_, tap) => {
    const index = [Math.floor(tap / columns), tap % columns, ...place];
    return weights.data[offsetOf(weights.shape, index)];
  });
  return tensor([rows, columns], taps);
}
