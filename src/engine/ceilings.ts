/** How much this device can do at best, measured on it: the lines of a roofline. To be imported when it is asked for. */

import { acquireGpu, guardContext, releaseGpu } from '../gpu/context.js';
import { page } from '../gpu/page.js';
import { Device } from './device.js';
import { EngineError, toEngineError } from './errors.js';
import { channelLayout } from './fast/layout.js';
import { setUniforms } from './fast/numbers.js';
import { mostTargets } from './fast/probe.js';
import { ceilingProgram, ceilingSizes, type CeilingWork } from './fast/programs.js';
import { giveFast, takeFast } from './fast/tensors.js';
import { nextTask } from './transfer.js';

/** Per second. */
export interface Ceilings {
  /** float32, in registers. */
  readonly multiplyAdds: number;
  /** Of four float32, neighbours of those that were loaded just before. */
  readonly texelLoads: number;
  readonly bytesWritten: number;
}

export interface CeilingOptions {
  /** A context to measure in; default is the page's shared one. */
  readonly gl?: WebGL2RenderingContext | undefined;
  readonly signal?: AbortSignal | undefined;
}

/** A sample takes so long at least, in milliseconds, so that starting and waiting do not count. */
const sampleMilliseconds = 10;
const samples = 5;
const mostDraws = 2 ** 14;

/**
 * Takes about half a second, in portions between which the page can do other things.
 * @returns null without WebGL2 that draws into floats
 * @throws EngineError 'aborted', 'context-lost'
 */
export async function measureCeilings({ gl, signal }: CeilingOptions = {}): Promise<Ceilings | null> {
  const holder = {};
  const access = gl ? guardContext(gl) : acquireGpu(holder);
  if (!access) return null;
  try {
    const device = new Device(access, page().ledger);
    try {
      return device.capabilities.floatTargets ? await measure(device, signal) : null;
    } finally {
      device.dispose();
    }
  } catch (error) {
    throw toEngineError(error);
  } finally {
    releaseGpu(holder);
  }
}

async function measure(device: Device, signal: AbortSignal | undefined): Promise<Ceilings> {
  const targets = device.enter(() => mostTargets(device));
  const best = (works: CeilingWork[]) => fastest(device, works, signal);
  const multiplyAdds = await best([{ kind: 'multiply-adds', targets: 1, byFraction: false }]);
  const texelLoads = await best(
    [false, true].map((byFraction) => ({ kind: 'loads', targets: 1, byFraction })),
  );
  const texels = await best(
    [1, targets].map((count) => ({ kind: 'writes', targets: count, byFraction: false })),
  );
  return { multiplyAdds, texelLoads, bytesWritten: texels * 4 * Float32Array.BYTES_PER_ELEMENT };
}

/** What the best way to do a kind of work comes to, per second. */
async function fastest(
  device: Device,
  works: readonly CeilingWork[],
  signal: AbortSignal | undefined,
): Promise<number> {
  let most = 0;
  for (const work of works) {
    let draws = 1;
    for (let sample = 0; sample < samples;) {
      if (signal?.aborted) throw new EngineError('aborted', 'The measurement was aborted.');
      const milliseconds = device.enter(() => timeOf(device, work, draws));
      await nextTask();
      if (milliseconds < sampleMilliseconds && draws < mostDraws) {
        draws *= 2;
        continue;
      }
      sample += 1;
      most = Math.max(most, (ceilingSizes(work).perDraw * draws * 1000) / milliseconds);
    }
  }
  return most;
}

/** Milliseconds of so many draws; inside `Device.enter`. */
function timeOf(device: Device, work: CeilingWork, draws: number): number {
  const { gl } = device;
  const { size } = ceilingSizes(work);
  const program = device.programs.get(ceilingProgram(work));
  const read = takeFast(device, channelLayout([1, size, size, 4], 1, 1, size));
  const written = takeFast(device, channelLayout([1, size, size * work.targets, 4], work.targets, 1, size));
  gl.useProgram(program.program);
  setUniforms(program, { inputTensor: 0 });
  gl.activeTexture(gl.TEXTURE0);
  gl.bindTexture(gl.TEXTURE_2D_ARRAY, read.pooled.texture);
  const one = new Float32Array(4);
  // A read waits for the draws before it.
  const wait = () => gl.readPixels(0, 0, 1, 1, gl.RGBA, gl.FLOAT, one);
  wait();
  const start = performance.now();
  for (let draw = 0; draw < draws; draw++) device.draw({ x: 0, y: 0, width: size, height: size });
  wait();
  const milliseconds = performance.now() - start;
  giveFast(device, read);
  giveFast(device, written);
  return milliseconds;
}
