import type { Job, LoadedRun } from './backend.js';
import type { GpuTensor } from './device.js';
import { ExactRun } from './exact-run.js';
import { textureHandle } from './texture-handle.js';
import { finished, upload } from './transfer.js';
import type { TextureTensor } from './types.js';

/** A plan on the GPU that the exact path evaluates again and again. */
export class LoadedExactRun extends ExactRun implements LoadedRun {
  setInput(values: Float32Array): void {
    this.device.enter(() => upload(this.device, values, this.input));
  }

  finished(job: Job): Promise<void> {
    return finished(this.device, job);
  }

  keep(): TextureTensor {
    const { stage, target } = this.passes[this.passes.length - 1];
    return textureHandle(this.device, stage.output, this.copyOf(target));
  }

  private copyOf(tensor: GpuTensor): GpuTensor {
    const { device } = this;
    const { gl, pool } = device;
    const { width, height } = tensor;
    return device.enter(() => {
      const copy = { ...tensor, pooled: pool.take(width, height, 'rgba32ui') };
      device.target(tensor);
      gl.activeTexture(gl.TEXTURE0);
      gl.bindTexture(gl.TEXTURE_2D, copy.pooled.texture);
      gl.copyTexSubImage2D(gl.TEXTURE_2D, 0, 0, 0, 0, 0, width, height);
      return copy;
    });
  }
}
