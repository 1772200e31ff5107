/** What this device does best: asked by trying and by short measurements, never by its name. */

import type { Device } from '../device.js';
import type { Tuning } from './kernels.js';
import { channelLayout } from './layout.js';
import { giveFast, takeFast } from './tensors.js';

export function tune(device: Device): Tuning {
  const { gl } = device;
  return device.enter(() => ({
    targets: mostTargets(device),
    byFraction: true,
    maxTextureSize: device.capabilities.maxTextureSize,
    maxBlockBytes: gl.getParameter(gl.MAX_UNIFORM_BLOCK_SIZE) as number,
  }));
}

/** Render targets of four floats at once: some devices have few bytes for the targets of a pixel. */
function mostTargets(device: Device): number {
  return [8, 4, 2].find((count) => isComplete(device, count)) ?? 1;
}

function isComplete(device: Device, targets: number): boolean {
  const { gl } = device;
  const most = Math.min(
    gl.getParameter(gl.MAX_DRAW_BUFFERS) as number,
    gl.getParameter(gl.MAX_COLOR_ATTACHMENTS) as number,
  );
  if (targets > most) return false;
  const tensor = takeFast(device, channelLayout([1, 1, targets, 1], targets, 1, 1));
  const complete = gl.checkFramebufferStatus(gl.FRAMEBUFFER) === gl.FRAMEBUFFER_COMPLETE;
  giveFast(device, tensor);
  return complete;
}
