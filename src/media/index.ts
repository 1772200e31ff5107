export {
  alternatingWeights,
  countingWeights,
  depthwiseWeights,
  mixingWeights,
  randomWeights,
  standardBias,
  standardWeights,
} from './example-weights.js';
export { readImage, type ReadImageOptions, type ReadImageResult } from './image.js';
export { imageLimits } from './inspect.js';
export { isKernelId, kernel, kernelIds, type KernelId } from './kernels.js';
export { MediaError, type MediaErrorKind } from './media-error.js';
export {
  numberLimits,
  type NumberNote,
  type NumberProblem,
  type NumberProblemKind,
} from './number-problems.js';
export { arrangeNumbers, parseNumbers, type NumbersResult } from './numbers.js';
export type { ArrangeOptions } from './arrange.js';
export { mapsToCsv, shortest, weightsToCsv } from './csv.js';
export type { Layout, LayoutChoice, LayoutReason, NumberTarget } from './layouts.js';
export { isNpy, npyLimits, readNpy, writeNpy } from './npy.js';
export { isSampleId, sample, sampleIds, type Sample, type SampleId, type SampleShape } from './samples.js';
