import { termsPerOutput } from '../math/incidence.js';
import { reference, termValues, type TermValue } from '../math/reference.js';
import { stageTensorsOf } from '../math/check-tensors.js';
import { indexAt, sizeOf } from '../math/tensor.js';
import type { Index4, Tensor } from '../math/types.js';
import type { Backend, Job } from './backend.js';
import type { TermTable } from './types.js';

/** The floor that everything falls back to: the reference behind the engine's interface. */
export class CpuBackend implements Backend {
  readonly maxTextureSize = 0;
  readonly liveTextures = 0;

  async run(job: Job, { upTo, lastOnly }: { upTo: number; lastOnly: boolean }): Promise<Tensor[]> {
    const { plan, tensors } = await begun(job);
    return lastOnly ? [reference(plan, tensors, { upTo })] : reference(plan, tensors, { upTo, all: true });
  }

  async runAndKeep(job: Job, upTo: number): Promise<Tensor> {
    const { plan, tensors } = await begun(job);
    return reference(plan, tensors, { upTo });
  }

  async terms(job: Job, stage: number, index: Index4): Promise<TermValue[]> {
    await begun(job);
    return termValues(
      job.plan.stages[stage],
      inputOf(job, stage),
      stageTensorsOf(job.plan, job.tensors)[stage],
      index,
    );
  }

  async termTable(job: Job, stageIndex: number): Promise<TermTable> {
    await begun(job);
    const stage = job.plan.stages[stageIndex];
    const input = inputOf(job, stageIndex);
    const tensors = stageTensorsOf(job.plan, job.tensors)[stageIndex];
    const [cells, terms] = [sizeOf(stage.output), termsPerOutput(stage)];
    const column = () => new Float32Array(cells * terms);
    const table = { cells, terms, product: column(), runningSum: column(), channelSum: column() };
    for (let cell = 0; cell < cells; cell++) {
      const index = indexAt(stage.output, cell) as unknown as Index4;
      termValues(stage, input, tensors, index).forEach(({ product, runningSum, channelSum }, term) => {
        const entry = cell * terms + term;
        table.product[entry] = product;
        table.runningSum[entry] = runningSum;
        table.channelSum[entry] = channelSum;
      });
    }
    return table;
  }

  dispose(): void {}
}

/** A caller who changes their mind at once pays nothing. */
async function begun(job: Job): Promise<Job> {
  await Promise.resolve();
  job.checkpoint();
  return job;
}

/** The tensor that a stage reads. */
function inputOf({ plan, tensors }: Job, stage: number): Tensor {
  const from = plan.stages[stage].from[0];
  return from < 0 ? tensors.input : reference(plan, tensors, { all: true })[from];
}
