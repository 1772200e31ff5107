import { GpuLostError } from '../../gpu/errors.js';
import type { Job } from '../backend.js';
import type { Device } from '../device.js';
import { regionsOf, SliceSize, type Region } from '../slices.js';
import { finished } from '../transfer.js';
import type { Kernel } from './kernels.js';
import type { FastTensor } from './tensors.js';

/** Multiply-adds that take no weak GPU, nor the CPU in its place, more than a few milliseconds. */
const firstSlice = 2 ** 23;
/** Multiply-adds that take any of them no more than about a millisecond. */
const leastSlice = 2 ** 20;
/** So many slices are read after, which blocks; a caller who hands in more at once is not waiting for a frame. */
const mostBlocking = 8;

/** Hands work to the GPU in portions that leave room for a frame between two. */
export class Pace {
  private readonly device: Device;
  private readonly sliceSize = new SliceSize(firstSlice, leastSlice);
  /** Multiply-adds handed in since the last wait, and when the first of them was. */
  private handedIn = 0;
  private since = 0;
  /** Multiply-adds handed in and perhaps not done. */
  private outstanding = 0;

  constructor(device: Device) {
    this.device = device;
  }

  /** A new evaluation: what was handed in before is its caller's to wait for. */
  begin(): void {
    this.handedIn = 0;
  }

  /** Draws a kernel's target, in one go where that is short. */
  async draw({ written, terms }: Kernel, job: Job, draw: (region: Region) => void): Promise<void> {
    const { device, sliceSize } = this;
    for (const region of regionsOf(written.width, written.height, () => sliceSize.terms / terms)) {
      const work = region.width * region.height * terms;
      if (this.handedIn > 0 && this.handedIn + work > sliceSize.terms) await this.wait(job);
      job.checkpoint();
      if (this.handedIn === 0) this.since = performance.now();
      device.enter(() => draw(region));
      this.handedIn += work;
      this.outstanding += work;
    }
  }

  /** Resolves when the GPU has done all that was asked: long work is waited for beside the page, short work read after. */
  async finished(target: FastTensor | undefined, job: Job): Promise<void> {
    if (!target) return;
    if (this.device.isStarting || this.outstanding > mostBlocking * this.sliceSize.terms)
      await finished(this.device, job);
    else this.readOne(target);
    this.outstanding = 0;
    job.checkpoint();
  }

  private async wait(job: Job): Promise<void> {
    await finished(this.device, job);
    this.sliceSize.measured(this.handedIn, performance.now() - this.since);
    this.handedIn = 0;
    this.outstanding = 0;
  }

  /** A texel cannot be read before it is written: sooner known than a fence, which is asked once a task. */
  private readOne({ framebuffer }: FastTensor): void {
    const { device } = this;
    const { gl } = device;
    device.enter(() => {
      gl.bindFramebuffer(gl.FRAMEBUFFER, framebuffer);
      gl.readPixels(0, 0, 1, 1, gl.RGBA, gl.FLOAT, oneTexel);
    });
    if (device.lost) throw new GpuLostError();
  }
}

const oneTexel = new Float32Array(4);
