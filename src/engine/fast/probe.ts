/** What this device does best: asked by trying and by short measurements, never by its name. */

import type { Device } from '../device.js';
import type { Tuning } from './kernels.js';
import { channelLayout } from './layout.js';
import { setUniforms } from './numbers.js';
import { probeProgram, probeSize } from './programs.js';
import { giveFast, takeFast } from './tensors.js';

type Way = Pick<Tuning, 'targets' | 'byFraction'>;

/** A way is left for another only where that is quicker by more than chance. */
const clearly = 0.9;
const rounds = 5;
/** Draws before a wait, which would cost as much as one and hide the difference. */
const draws = 8;

export function tune(device: Device): Tuning {
  const { gl } = device;
  return device.enter(() => {
    const most = mostTargets(device);
    const usual = Math.min(most, 4);
    const ways: Way[] = [
      { targets: usual, byFraction: false },
      { targets: usual, byFraction: true },
    ];
    const [byNumber, byFraction] = timesOf(device, ways);
    const best = ways[Number(byFraction < byNumber * clearly)];
    const more = { ...best, targets: most };
    const [few, many] = most > usual ? timesOf(device, [best, more]) : [0, 0];
    return {
      ...(many < few * clearly ? more : best),
      maxTextureSize: device.capabilities.maxTextureSize,
      maxBlockBytes: gl.getParameter(gl.MAX_UNIFORM_BLOCK_SIZE) as number,
    };
  });
}

/** Render targets of four floats at once: some devices have few bytes for the targets of a pixel. */
export function mostTargets(device: Device): number {
  return [8, 4, 2].find((count) => isComplete(device, count)) ?? 1;
}

function isComplete(device: Device, targets: number): boolean {
  const { gl } = device;
  const most = [gl.MAX_DRAW_BUFFERS, gl.MAX_COLOR_ATTACHMENTS].map(
    (limit) => gl.getParameter(limit) as number,
  );
  if (targets > Math.min(...most)) return false;
  const tensor = takeFast(device, channelLayout([1, 1, targets, 1], targets, 1, 1));
  const complete = gl.checkFramebufferStatus(gl.FRAMEBUFFER) === gl.FRAMEBUFFER_COMPLETE;
  giveFast(device, tensor);
  return complete;
}

/** Milliseconds for each target, the least of a few rounds in turns, so that what else the machine does meets all alike. */
function timesOf(device: Device, ways: readonly Way[]): number[] {
  const trials = ways.map((way) => trialOf(device, way));
  // The first draw of a program is its start-up.
  for (const { draw } of trials) draw();
  const times = Array.from({ length: rounds }, () => trials.map(({ draw }) => draw()));
  for (const { give } of trials) give();
  return ways.map(({ targets }, way) => Math.min(...times.map((round) => round[way])) / targets);
}

/** A way to compute that can be measured again and again. */
function trialOf(device: Device, { targets, byFraction }: Way): { draw: () => number; give: () => void } {
  const { gl } = device;
  const layout = channelLayout([1, probeSize, probeSize * targets, 1], targets, 1, probeSize);
  const [read, written] = [takeFast(device, layout), takeFast(device, layout)];
  const weights = device.pool.take(probeSize, probeSize, 'rgba32f');
  const program = device.programs.get(probeProgram(targets, { byFraction }));
  return {
    draw() {
      const start = performance.now();
      gl.useProgram(program.program);
      setUniforms(program, { inputTensor: 0, weightTensor: 1 });
      gl.activeTexture(gl.TEXTURE0);
      gl.bindTexture(gl.TEXTURE_2D_ARRAY, read.pooled.texture);
      gl.activeTexture(gl.TEXTURE1);
      gl.bindTexture(gl.TEXTURE_2D, weights.texture);
      gl.bindFramebuffer(gl.FRAMEBUFFER, written.framebuffer);
      for (let drawn = 0; drawn < draws; drawn++)
        device.draw({ x: 0, y: 0, width: layout.width, height: layout.height });
      // A read waits for the draws.
      gl.readPixels(0, 0, 1, 1, gl.RGBA, gl.FLOAT, new Float32Array(4));
      return performance.now() - start;
    },
    give() {
      giveFast(device, read);
      giveFast(device, written);
      device.pool.give(weights);
    },
  };
}
