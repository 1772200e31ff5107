import { reference } from '../math/reference.js';
import { zeros } from '../math/tensor.js';
import type { PlanTensors, Tensor } from '../math/types.js';
import type { Job, LoadedRun } from './backend.js';

/** A plan that the reference evaluates, at once. */
export class CpuRun implements LoadedRun {
  private tensors: PlanTensors;
  private outputs: Tensor[];

  constructor({ plan, tensors }: Job) {
    this.tensors = tensors;
    this.outputs = plan.stages.map(({ output }) => zeros(output));
  }

  setInput(data: Float32Array): void {
    this.tensors = { ...this.tensors, input: { shape: this.tensors.input.shape, data } };
  }

  async step(job: Job): Promise<void> {
    await this.finished(job);
    this.outputs = reference(job.plan, this.tensors, { all: true });
  }

  /** A caller who changes their mind at once pays nothing. */
  async finished(job: Job): Promise<void> {
    await Promise.resolve();
    job.checkpoint();
  }

  async read(stage: number): Promise<Tensor> {
    return copyOf(this.outputs[stage]);
  }

  keep(): Tensor {
    return copyOf(this.outputs[this.outputs.length - 1]);
  }

  dispose(): void {}
}

function copyOf({ shape, data }: Tensor): Tensor {
  return { shape, data: data.slice() };
}
