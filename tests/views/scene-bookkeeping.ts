import { acquireGpu, releaseGpu } from '../../src/gpu/context.js';
import { acquireRenderer, releaseRenderer } from '../../src/views/scene/draw/shared-renderer.js';

/** Three's own book-keeping of the page's one renderer, while a figure holds it: draw calls of the last picture, objects on the GPU. */
export function bookkeeping() {
  const holder = {};
  const renderer = acquireRenderer(acquireGpu(holder)!, holder);
  const { info } = renderer.three;
  releaseRenderer(renderer, holder);
  releaseGpu(holder);
  return info;
}
