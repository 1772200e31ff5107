import type { Job } from './backend.js';
import type { Device, GpuTensor } from './device.js';
import { regionsOf, undividedTerms } from './slices.js';
import { finished } from './transfer.js';

/**
 * Draws a whole target of the exact path, in one go where that is short, else region by region with a pause after each.
 * @param bind makes everything ready to draw
 */
export async function drawSlices(
  device: Device,
  job: Job,
  target: GpuTensor,
  termsPerTexel: number,
  bind: () => void,
): Promise<void> {
  const { width, height } = target;
  const isUndivided = target.texels * termsPerTexel <= undividedTerms;
  const texels = () => (isUndivided ? width * height : device.sliceSize.terms / termsPerTexel);
  for (const region of regionsOf(width, height, texels)) {
    job.checkpoint();
    const start = performance.now();
    device.enter(() => {
      bind();
      device.draw(region);
    });
    if (region.width * region.height === width * height) return;
    await finished(device, job);
    const terms = region.width * region.height * termsPerTexel;
    device.sliceSize.measured(terms, performance.now() - start);
  }
}
