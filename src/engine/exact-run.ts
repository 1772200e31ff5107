import { stageTensorsOf } from '../math/check-tensors.js';
import { termsPerOutput } from '../math/incidence.js';
import { sizeOf } from '../math/tensor.js';
import type { Tensor } from '../math/types.js';
import type { Job } from './backend.js';
import type { Device, GpuTensor } from './device.js';
import { drawSlices } from './draw-slices.js';
import { bindOutputPass, type OutputPass } from './passes.js';
import { texelsFor, valuesPerTexel } from './texture-layout.js';
import { textureHandle } from './texture-handle.js';
import { download, upload } from './transfer.js';
import type { TextureTensor } from './types.js';

/** The first stages of a plan on the GPU, summed as the exact path does. */
export class ExactRun {
  protected readonly device: Device;
  private readonly held = new Set<GpuTensor>();
  protected readonly passes: Omit<OutputPass, 'upTo'>[] = [];
  protected readonly input: GpuTensor;

  /** @param count stages that are computed; default all */
  constructor(device: Device, job: Job, count = job.plan.stages.length) {
    this.device = device;
    const given = stageTensorsOf(job.plan, job.tensors);
    this.input = device.enter(() => this.hold(upload(device, job.tensors.input.data)));
    try {
      for (const stage of job.plan.stages.slice(0, count)) {
        const { weights, bias } = given[stage.index];
        device.enter(() =>
          this.passes.push({
            stage,
            input: this.inputOf(stage.from[0]),
            weights: this.hold(upload(device, weights.data)),
            bias: bias && this.hold(upload(device, bias.data)),
            target: this.hold(device.take(texelsFor(sizeOf(stage.output)))),
          }),
        );
      }
    } catch (error) {
      this.dispose();
      throw error;
    }
  }

  /** The plan's input, or a stage's output. */
  inputOf(from: number): GpuTensor {
    return from < 0 ? this.input : this.passes[from].target;
  }

  /** @param upTo cuts off the last of the stages */
  async step(job: Job, upTo = Infinity): Promise<void> {
    for (const pass of this.passes) {
      const limit = pass === this.passes[this.passes.length - 1] ? upTo : Infinity;
      const termsPerTexel = valuesPerTexel * Math.max(1, Math.min(limit, termsPerOutput(pass.stage)));
      await drawSlices(this.device, job, pass.target, termsPerTexel, () =>
        bindOutputPass(this.device, { ...pass, upTo: limit }),
      );
    }
  }

  async read(stage: number, job: Job): Promise<Tensor> {
    const { target, stage: read } = this.passes[stage];
    return { shape: read.output, data: await download(this.device, target, sizeOf(read.output), job) };
  }

  /** The last stage's output itself; it is the caller's from now on, and the run must only be disposed of. */
  handOver(): TextureTensor {
    const { stage, target } = this.passes[this.passes.length - 1];
    this.held.delete(target);
    return textureHandle(this.device, stage.output, target);
  }

  dispose(): void {
    for (const tensor of this.held) this.device.give(tensor);
    this.held.clear();
  }

  private hold(tensor: GpuTensor): GpuTensor {
    this.held.add(tensor);
    return tensor;
  }
}
